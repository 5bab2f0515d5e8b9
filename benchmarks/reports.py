"""How long the queries of each report take as the ad rows behind it grow, beside one hand-written query per figure."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from benchmarks import clients, exports
from benchmarks.exports import TODAY
from benchmarks.timing import Gathered, Times
from dashboard import intake
from dashboard.domain.period import Period, full_month, month_to_date, months_later, previous_like
from dashboard.reports.catalogue import REPORTS
from dashboard.reports.health import Health
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.warehouse.opening import read_only
from dashboard.warehouse.reader import Warehouse
from dashboard.workspace import Workspace

RUNS = 15
SIZES = (100_000, 1_000_000, 10_000_000)
BY_HAND = Path(__file__).resolve().parent / "by_hand"
# Health is read by the agency alone, and asked for once a version; year over year has a part of its own.
NO_TWIN = (Health.key, YearOverYear.key)

_PLACE = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class ReportTime:
    """One report with so many ad rows behind it: its queries, all of it, and the hand-written queries."""

    report: str
    rows: int
    count: int
    queries: Times
    whole: Times
    by_hand: Times


class Stopwatch:
    """A warehouse that counts the seconds of its queries."""

    def __init__(self, warehouse: Warehouse) -> None:
        self.warehouse = warehouse
        self.seconds = 0.0
        self.count = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.warehouse, name)

    def fetch(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """As Warehouse.fetch."""
        return self._timed(lambda: self.warehouse.fetch(name, **params))

    def fetch_one(self, name: str, **params: Any) -> dict[str, Any]:
        """As Warehouse.fetch_one."""
        return self._timed(lambda: self.warehouse.fetch_one(name, **params))

    def _timed(self, ask: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        try:
            return ask()
        finally:
            self.seconds += time.perf_counter() - started
            self.count += 1


def measured(folder: Path, sizes: tuple[int, ...], tell: Callable[[str], None]) -> list[ReportTime]:
    """Each report's times for each number of ad rows, beside the calls and orders of the sample's shop."""
    workspace = Workspace(folder / "reports")
    slug = clients.shop(workspace)
    found = []
    for rows in sizes:
        grown = clients.copied(workspace, slug, f"{slug}-{rows}")
        path = exports.ad_rows(folder, rows)
        with intake.offered(workspace, grown, path) as offer:
            intake.accept(workspace, grown, offer, by="benchmark")
        path.unlink()
        warehouse = workspace.namespace(grown).reader()
        found += [_one(name, rows, warehouse) for name in REPORTS if name not in NO_TWIN]
        tell(f"{rows:,} ad rows: " + ", ".join(f"{one.report} {one.queries.milliseconds()} ms" for one in found[-3:]))
        warehouse.supersede()
        shutil.rmtree(workspace.namespace(grown).root)
    return found


def _one(name: str, rows: int, warehouse: Warehouse) -> ReportTime:
    selection = _selection(name)
    watch = Stopwatch(warehouse)
    spent: list[float] = []

    def build() -> None:
        watch.seconds, watch.count = 0.0, 0
        REPORTS[name](cast(Warehouse, watch), selection, TODAY)
        spent.append(watch.seconds)

    build()
    spent.clear()
    with read_only(warehouse.path) as connection:
        asked = [(text, _params(text, selection.period)) for text in figures(name)]

        def ask() -> None:
            for text, params in asked:
                connection.execute(text, params).fetchall()

        ask()
        whole, by_hand = Gathered(), Gathered()
        for _ in range(RUNS):  # turn by turn, so that whatever else the machine does falls on both
            with whole:
                build()
            with by_hand:
                ask()
    return ReportTime(name, rows, watch.count, Times(tuple(spent)), whole.times, by_hand.times)


def figures(name: str) -> list[str]:
    """The hand-written queries of a report, one for each of its figures."""
    return (BY_HAND / f"{name}.sql").read_text(encoding="utf-8").split(";")


def _selection(name: str) -> Selection:
    if name == "summary":
        return Selection(period=full_month(months_later(TODAY.replace(day=1), -1)))
    return Selection(period=month_to_date(TODAY))


def _params(text: str, period: Period) -> dict[str, date]:
    then = previous_like(period)
    known = {
        "first": period.first,
        "last": period.last,
        "then_first": then.first,
        "then_last": then.last,
        "year_first": months_later(period.first, -12),
        "grown_first": months_later(period.first, -13),
        "grown_last": months_later(period.first, -1),
        "today": TODAY,
    }
    return {place: known[place] for place in set(_PLACE.findall(text))}
