"""Every line of the demo's bridges, made anew from its raw files; what the days are worth is the one thing borrowed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.domain.period import Period
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.workspace import Workspace
from tests import workspaces
from tests.recomputed import bridges, demo, shelf
from tests.sample_data import reading_back
from tests.stories import telling

Days = tuple[date, date]
OCTOBER = (date(2025, 10, 1), date(2025, 10, 31)), (date(2026, 10, 1), date(2026, 10, 31))
AUTUMN = (date(2025, 9, 1), date(2025, 10, 31)), (date(2026, 9, 1), date(2026, 10, 31))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(workspaces.shared(tmp_path_factory))


def told(workspace: Workspace, client: str, now: Days) -> YearOverYear:
    return telling.year_over_year(workspace, client, Period(*now), workspaces.TODAY)


def searches(files: Path, *years: Days) -> tuple[float, float]:
    """How often a day people searched in both years: every query's week, a seventh of it each day."""
    days: dict[date, float] = {}
    for row in reading_back.records(files / "spros.csv", "utf-8-sig", ";"):
        for ahead in range(7):
            day = date.fromisoformat(row["Неделя"]) + timedelta(days=ahead)
            days[day] = days.get(day, 0.0) + int(row["Число запросов"]) / 7
    then, now = (sum(days[day] for day in Period(*year)) / Period(*year).days for year in years)
    return then, now


def prices(files: Path, *years: Days) -> tuple[float, float]:
    """The clinic's price index of both years."""
    rows = reading_back.records(files / "indeks-tsen.csv", "utf-8-sig", ";")
    by_month = {row["Месяц"]: float(row["Индекс цен"].replace(",", ".")) for row in rows}
    then, now = (sum(by_month[f"{day:%Y-%m}"] for day in Period(*year)) / Period(*year).days for year in years)
    return then, now


@pytest.mark.parametrize("years", [OCTOBER, AUTUMN])
def test_the_clinics_autumn_by_the_day_of_the_lead(workspace: Workspace, years: tuple[Days, Days]) -> None:
    """In October a sixth of last year's revenue had no source, a tenth of this year's: of sixty orders that is chance,
    and each channel is set against itself."""
    report, files = told(workspace, "nord", years[1]), workspace.root / "files" / "nord"
    client, bridge = demo.nord(files), report.bridge
    assert bridge is not None
    by_sale = [client.sums(*year, by_lead=False) for year in years]
    assert [bridge.reported.then, bridge.reported.now] == [demo.together(year).net for year in by_sale]
    assert bridges.sources_are_alike(*by_sale)
    then, now = (client.sums(*year, by_lead=True) for year in years)
    seen, later = (
        float(demo.together(now).net),
        bridges.to_come(client, years[1], max(one.sale.sold for one in client.sales)),
    )
    assert bridge.comparable.then == demo.together(then).net
    assert float(bridge.comparable.now) == pytest.approx(seen + later, abs=0.01)
    common = {
        "calendar": (report.calendar.worth_then, report.calendar.worth_now),
        "demand": searches(files, *years),
        "price": prices(files, *years),
    }
    expected = bridges.parts(then, now, common, 1 + later / seen)
    assert lines(report) == pytest.approx({key: worth for key, worth in expected.items() if worth}, abs=0.02)


def test_the_shops_october_by_the_day_of_the_sale(workspace: Workspace) -> None:
    """Its calls were not tracked a year before, so no channel is set against itself: all of them are one."""
    report = told(workspace, "harbor", OCTOBER[1])
    files = workspace.root / "files" / "harbor"
    client, bridge = demo.harbor(files), report.bridge
    assert bridge is not None
    by_sale = [client.sums(*year, by_lead=False) for year in OCTOBER]
    assert not bridges.sources_are_alike(*by_sale)
    then, now = ({"all": demo.together(year)} for year in by_sale)
    assert (bridge.reported.then, bridge.reported.now) == (then["all"].net, now["all"].net)
    assert (bridge.comparable, bridge.like_for_like) == (bridge.reported, bridge.reported)
    pieces = [shelf.sold(files, year) for year in OCTOBER]
    common = {
        "calendar": (report.calendar.worth_then, report.calendar.worth_now),
        "availability": shelf.there(files, *zip(OCTOBER, pieces, strict=True)),
    }
    # No price changed: what is left of the index is postage, and no line.
    assert shelf.price_index(*pieces)[1] == pytest.approx(1, abs=0.005)
    expected = bridges.parts(then, now, common, 1.0)
    assert lines(report) == pytest.approx({key: worth for key, worth in expected.items() if worth}, abs=0.02)


def lines(report: YearOverYear) -> dict[str, float]:
    assert report.bridge is not None
    return {line.key: float(line.amount) for line in report.bridge.lines if line.group == "like_for_like"}
