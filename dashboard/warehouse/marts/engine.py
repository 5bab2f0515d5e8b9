"""What builds marts, seen from the store: small enough that another engine can stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import duckdb

from dashboard.domain.client import ClientProfile

# The tables that pages read, in the order they are built: all that a snapshot takes from the marts.
MARTS = (
    "calendar",
    "funnel_day",
    "cohort_day",
    "ad_group_day",
    "attribution",
    "lag_day",
    "refund_day",
    "refund_lag_day",
    "foreign_day",
    "answer_day",
    "coverage_day",
    "unconverted_day",
    "plan_month",
    "event_day",
    "note_month",
    "series_span",
    "goods_day",
    "customer_day",
    "refund_booked",
)


class MartEngine(Protocol):
    """Turns the live raw rows of one client's store into marts. Called inside the writer's transaction."""

    def touched_days(self, connection: duckdb.DuckDBPyConnection, import_id: int) -> tuple[date, ...]:
        """The days whose marts an import changes, in order: the same for taking it in and for undoing it.

        To be asked once its rows are in the raw tables, whatever of them is live. Days that decisions about names
        change since the last building are always among them: for 0, which is no import, they are all.
        """

    def rebuild(
        self, connection: duckdb.DuckDBPyConnection, days: Sequence[date] | None, profile: ClientProfile
    ) -> None:
        """Makes the marts of these days anew (None: of all days, as a change of the settings asks).

        Calendar, plan, events and notes are always made whole.
        """
