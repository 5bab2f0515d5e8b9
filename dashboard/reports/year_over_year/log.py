"""What the log says, read once for each version of the figures: every part of the comparison asks it of other days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


def logged(warehouse: Warehouse, first: date, last: date) -> list[dict[str, Any]]:
    """Rows of `events` that touch a day from the first to the last, in the order of their days."""
    everything = {"date_from": date.min, "date_to": date.max}
    rows = warehouse.kept("events", lambda: warehouse.fetch("reports/events", **everything))
    return [row for row in rows if row["day"] <= last and row["day_to"] >= first]
