"""A client's figures for a reader who was given some days: the other days are not in what he reads.

Reports ask as ever, and the tables that they ask have no other rows: so no report can forget the limit, and what
nobody thought of (a table that is not named here) cannot be read at all.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb

from dashboard.domain.period_policy import Days
from dashboard.warehouse import opening
from dashboard.warehouse.reader import Warehouse
from dashboard.warehouse.running import execute

_BY_DAY = {
    "funnel_day": "day",
    "cohort_day": "day",
    "ad_group_day": "day",
    "refund_day": "day",
    "refund_lag_day": "sold_day",
    "foreign_day": "day",
    "answer_day": "day",
    "coverage_day": "day",
    "unconverted_day": "day",
    "lag_day": "lead_day",
    "import_day": "day",
    "goods_day": "day",
    "customer_day": "day",
    "refund_booked": "day",
}
_WHOLE = ("calendar", "meta", "profile", "logos")
_OF_THEIR_OWN = ("attribution", "event_day", "plan_month", "note_month", "series_span", "imports")


class GivenDays(Warehouse):
    """One version of one client's figures, of these days alone. `whole` is the version with all of them."""

    def __init__(self, whole: Warehouse, days: Days) -> None:
        self._whole = whole
        self._runs = days
        self.days = days
        super().__init__(whole.path)

    def gives(self, first: date, last: date) -> bool:
        """Whether every day from the first to the last was given."""
        return any(run.first <= first and last <= run.last for run in self._runs)

    def seen_from(self, today: date) -> date:
        """The day from which the figures are to be looked at: the one after the last day given, where it is over."""
        last = max((run.last for run in self._runs), default=today)
        return min(today, last + timedelta(days=1))

    def reaches_to(self, today: date) -> date | None:
        """The last day that there are data of, given or not: how old leads are is counted to there, and not told."""
        ages = self._whole.fetch("reports/source_ages", today=today)
        return max((row["last_day"] for row in ages), default=None)

    def _open(self, path: Path) -> duckdb.DuckDBPyConnection:
        with opening.beside(path, "snapshot") as connection:
            execute(connection, "snapshots/given/days")
            for run in self._runs:
                execute(connection, "snapshots/given/add_days", {"first_day": run.first, "last_day": run.last})
            for mart, day in _BY_DAY.items():
                execute(connection, "snapshots/given/by_day", names={"mart": mart, "own_day": day})
            for kept in _WHOLE:
                execute(connection, "snapshots/given/whole", names={"kept": kept})
            for view in _OF_THEIR_OWN:
                execute(connection, f"snapshots/given/{view}")
        return connection
