"""How long the comparison of two periods takes, and what it grows with: the demo's clients with ten times as much."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import duckdb

from benchmarks.reports import Stopwatch
from benchmarks.timing import Gathered, Times
from dashboard import settings
from dashboard.domain.period import full_month, months_later
from dashboard.reports import freshness
from dashboard.reports.selection import DateView, Selection
from dashboard.reports.year_over_year import report
from dashboard.reports.year_over_year.without_ads.report import without_ads
from dashboard.warehouse.reader import Warehouse
from dashboard.workspace import Workspace

FIRSTS = 2
PERIODS = 5  # the last full months, each asked for once
GROWN = Path(__file__).resolve().parent / "grown"
ALL = ("orders", "campaigns", "products", "series")
CASES = ((), ("orders",), ("campaigns",), ("products",), ("series",), ALL)


@dataclass(frozen=True)
class GrownTime:
    """One client with ten times as much of some things: the first report of a version, and one of further days.

    “Without the ads?” is made before, as it is a part of its own.
    """

    client: str
    grown: tuple[str, ...]
    rows: int
    count: int
    queries: Times
    first: Times
    further: Times


def measured(home: Path, folder: Path, tell: Callable[[str], None]) -> list[GrownTime]:
    """Each client of the demo in `home`, in each case; `folder` takes copies of its figures."""
    workspace, found = Workspace(home), []
    for client in workspace.clients():
        for grown in CASES:
            path = folder / f"{client.slug}-{'-'.join(grown) or 'alone'}.duckdb"
            shutil.copy(workspace.namespace(client.slug).reader().path, path)
            rows = _grow(path, grown)
            found.append(_one(client.slug, grown, rows, path))
            path.unlink()
            tell(f"{client.slug}, ten times {', '.join(grown) or 'nothing'}: {found[-1].further.milliseconds()} ms")
    return found


def _grow(path: Path, grown: tuple[str, ...]) -> int:
    """Puts the rows into the copy; gives how many the largest mart has then."""
    with duckdb.connect(str(path)) as connection:
        for name in grown:
            connection.execute((GROWN / f"{name}.sql").read_text(encoding="utf-8"))
        return max(connection.table(mart).shape[0] for mart in ("funnel_day", "cohort_day", "attribution"))


def _one(client: str, grown: tuple[str, ...], rows: int, path: Path) -> GrownTime:
    first, further, spent = Gathered(), Gathered(), []
    for _ in range(FIRSTS):
        warehouse = Warehouse(path)
        watch = Stopwatch(warehouse)
        today = settings.today(warehouse.profile.timezone)
        without_ads(warehouse, freshness.sources(warehouse, today), today)
        chosen = [_month(today, back) for back in range(PERIODS + 1)]
        with first:
            report.build(warehouse, chosen[0], today)
        for selection in chosen[1:]:
            watch.seconds, watch.count = 0.0, 0
            with further:
                report.build(cast(Warehouse, watch), selection, today)
            spent.append(watch.seconds)
        warehouse.supersede()
    return GrownTime(client, grown, rows, watch.count, Times(tuple(spent)), first.times, further.times)


def _month(today: date, back: int) -> Selection:
    return Selection(period=full_month(months_later(today.replace(day=1), -1 - back)), view=DateView.SALE)
