"""The share of leads on target, day by day: where it jumps, somebody may have begun to mark otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

WINDOW_DAYS = 14
JUMP = 0.15  # method Y11: 15 percentage points within two weeks
_SURE_OF = 4.0  # standard errors: so many pairs of weeks are looked at that two would be found by chance
_STAYS = 0.10  # a holiday's dip comes back; a rule stays


@dataclass(frozen=True)
class Jump:
    """From `day` on the share of leads on target is `after`, in the weeks before it was `before`."""

    day: date
    before: float
    after: float


def jump_of(warehouse: Warehouse, first: date, last: date) -> Jump | None:
    """The largest lasting jump between the first day and the last; None where there is none."""
    rows = warehouse.fetch("reports/target_days", date_from=first, date_to=last)
    return lasting_jump({row["day"]: (row["target_leads"], row["leads_marked"]) for row in rows}, first, last)


def lasting_jump(by_day: Mapping[date, tuple[int, int]], first: date, last: date) -> Jump | None:
    """By (on target, marked) of each day: two weeks beside two weeks, surer than chance, and staying until the end."""
    count = (last - first).days + 1
    run = [by_day.get(first + timedelta(days=ahead), (0, 0)) for ahead in range(count)]
    hits, marked = ([0, *accumulate(day[which] for day in run)] for which in (0, 1))

    def share(begin: int, end: int) -> tuple[float, int]:
        of = marked[end] - marked[begin]
        return ((hits[end] - hits[begin]) / of if of else 0.0), of

    found: tuple[float, Jump] | None = None
    for place in range(WINDOW_DAYS, count - WINDOW_DAYS + 1):
        (before, of_before), (after, of_after) = share(place - WINDOW_DAYS, place), share(place, place + WINDOW_DAYS)
        (whole_before, _), (whole_after, _) = share(0, place), share(place, count)
        step, stays = after - before, whole_after - whole_before
        if not of_before or not of_after or abs(step) <= JUMP or step * stays <= 0 or abs(stays) < _STAYS:
            continue
        pooled = (before * of_before + after * of_after) / (of_before + of_after)
        error = sqrt(pooled * (1 - pooled) * (1 / of_before + 1 / of_after))
        if error and abs(step) / error >= _SURE_OF and (found is None or abs(step) > found[0]):
            found = abs(step), Jump(first + timedelta(days=place), before, after)
    return found[1] if found else None
