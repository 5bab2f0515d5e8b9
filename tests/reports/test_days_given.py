"""No report built for a link tells of a day that the link does not give."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain import period_policy
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, weekday_aligned_year_before
from dashboard.reports import campaigns, channels, gaps, summary
from dashboard.reports.selection import DateView, Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.warehouse.given import GivenDays
from dashboard.warehouse.reader import Warehouse
from tests import workspaces

DAYS_OF = {
    "funnel_day": "day", "cohort_day": "day", "ad_group_day": "day", "refund_day": "day", "answer_day": "day",
    "coverage_day": "day", "refund_lag_day": "sold_day", "foreign_day": "day",
    "unconverted_day": "day", "lag_day": "lead_day", "attribution": "sold",
    "goods_day": "day", "customer_day": "day", "refund_booked": "day",
}  # fmt: skip
REPORTS = (campaigns.build, channels.build, summary.build)

day = st.dates(date(2025, 9, 1), workspaces.TODAY)
runs = st.lists(st.tuples(day, day).map(lambda ends: Period(*sorted(ends))), min_size=1, max_size=2)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest figures of the demo's clinic."""
    folder = workspaces.shared(tmp_path_factory) / "clients" / "nord" / "snapshots"
    return Path(shutil.copy(max(folder.glob("*.duckdb")), tmp_path_factory.mktemp("snapshot") / "000001.duckdb"))


def with_other_rows_outside(snapshot: Path, days: period_policy.Days, to: Path) -> Path:
    """A copy in which everything of other days is another: amounts a thousandfold, names changed, texts too."""
    shutil.copy(snapshot, to)
    with duckdb.connect(str(to)) as connection:
        for table, column in DAYS_OF.items():
            outside = " and ".join(f"{column} not between '{run.first}' and '{run.last}'" for run in days)
            if table == "attribution":
                outside += "".join(f" and lead_day not between '{run.first}' and '{run.last}'" for run in days)
            kinds = connection.execute(f"describe {table}").fetchall()
            changed = [
                f"{name} = {name} * 7 + 1" if kind.startswith(("DECIMAL", "BIGINT")) else f"{name} = 'other'"
                for name, kind, *_ in kinds
                if kind.startswith(("DECIMAL", "BIGINT")) or name in ("campaign", "product")
            ]
            connection.execute(f"update {table} set {', '.join(changed)} where {outside}")
        whole = " or ".join(f"(day >= '{run.first}' and day_to <= '{run.last}')" for run in days)
        connection.execute(f"update series_span set value = value * 7 + 1, name = 'other' where not ({whole})")
        happened = " or ".join(f"(day <= '{run.last}' and day_to >= '{run.first}')" for run in days)
        connection.execute(f"update event_day set text = 'other' where not ({happened})")
    return to


@settings(max_examples=3, deadline=None)
@given(found=runs, data=st.data())
def test_whatever_lies_outside_the_days_given_no_report_would_differ(
    snapshot: Path, tmp_path_factory: pytest.TempPathFactory, found: list[Period], data: Any
) -> None:
    given_days = period_policy.joined(found)
    asked = data.draw(st.sampled_from(given_days))
    wider = period_policy.with_year_before(given_days)
    folder = tmp_path_factory.mktemp("other")

    def told(
        days: period_policy.Days, path: Path, *builds: Any, view: DateView = DateView.LEAD, then: Period | None = None
    ) -> list[Any]:
        warehouse = GivenDays(Warehouse(path), days)
        made = [build(warehouse, Selection(asked, then, view), workspaces.TODAY) for build in builds]
        return [*made, gaps.line(warehouse, asked, workspaces.TODAY)]

    other = with_other_rows_outside(snapshot, given_days, folder / "000001.duckdb")
    for view in DateView:
        assert told(given_days, other, *REPORTS, view=view) == told(given_days, snapshot, *REPORTS, view=view)
    other = with_other_rows_outside(snapshot, wider, folder / "000002.duckdb")
    by_weekday = weekday_aligned_year_before(asked)
    earlier = (None, by_weekday) if by_weekday.last < asked.first else (None,)  # of more than 364 days it is refused
    of_both = {"view": DateView.SALE, "then": data.draw(st.sampled_from(earlier))}
    two_years = year_over_year.build
    assert told(wider, other, two_years, **of_both) == told(wider, snapshot, two_years, **of_both)


def test_more_than_a_year_is_compared_with_the_year_before_though_the_two_overlap(snapshot: Path) -> None:
    more = Period(date(2025, 9, 1), date(2026, 9, 1))
    report = year_over_year.build(Warehouse(snapshot), Selection(more, None, DateView.SALE), workspaces.TODAY)
    assert report.basis.pair.then == Period(date(2024, 9, 1), date(2025, 9, 1))


def test_an_earlier_period_that_was_not_given_is_not_compared_with(snapshot: Path) -> None:
    october, september = (Period(date(2026, month, 1), date(2026, month, 30)) for month in (10, 9))
    warehouse = GivenDays(Warehouse(snapshot), period_policy.with_year_before((october,)))
    with pytest.raises(SettingsInvalid):
        year_over_year.build(warehouse, Selection(october, september, DateView.SALE), workspaces.TODAY)


def test_what_was_not_given_is_unknown_and_not_nought(snapshot: Path) -> None:
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    warehouse = GivenDays(Warehouse(snapshot), (october,))
    report = campaigns.build(warehouse, Selection(october), workspaces.TODAY)
    whole = campaigns.build(Warehouse(snapshot), Selection(october), workspaces.TODAY)
    assert report.measures == whole.measures
    assert report.then_measures["spend"] is None
    assert report.then_days == ()
    assert report.data_as_of == october.last
    assert not [source for source in report.sources if source.stale]
    assert [month.month for month in summary.build(warehouse, Selection(october), workspaces.TODAY).months] == [
        october.first
    ]


def test_tables_that_tell_of_other_days_cannot_be_read_at_all(snapshot: Path) -> None:
    warehouse = GivenDays(Warehouse(snapshot), (Period(date(2026, 10, 1), date(2026, 10, 31)),))
    for ask in (warehouse.imports, warehouse.months, warehouse.mapping_versions, warehouse.name_decisions):
        with pytest.raises(duckdb.Error):
            ask()


def test_what_a_reader_of_all_days_has_kept_reaches_no_reader_of_some(snapshot: Path) -> None:
    given_days = (Period(date(2025, 10, 1), date(2025, 10, 31)), Period(date(2026, 10, 1), date(2026, 10, 31)))
    asked = Selection(period=given_days[1], view=DateView.SALE)
    whole = Warehouse(snapshot)
    year_over_year.build(whole, asked, workspaces.TODAY)
    beside = whole.part(given_days, lambda: GivenDays(whole, given_days))
    alone = GivenDays(Warehouse(snapshot), given_days)
    reports = [year_over_year.build(reader, asked, workspaces.TODAY).as_json() for reader in (beside, alone)]
    assert reports[0] == reports[1]
