"""What was written about the months of both periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class NoteOf:
    """What one author wrote about a month; `is_now` where it is one of this period's."""

    month: date
    author: str
    text: str
    next_steps: str
    is_now: bool


def notes(warehouse: Warehouse, pair: Pair) -> tuple[NoteOf, ...]:
    """The notes on every month that either period touches, the earlier period's first."""
    found = []
    for period, is_now in ((pair.then, False), (pair.now, True)):
        months = period.months()
        for row in warehouse.fetch("reports/notes", month_from=months[0], month_to=months[-1]):
            found.append(NoteOf(**row, is_now=is_now))
    return tuple(found)
