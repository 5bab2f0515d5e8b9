"""Days on which nothing came that usually comes: a form that did not work, a site that was down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, log

from dashboard.domain.statistics.counts import log_prob_none

SURELY = log(1e-4)
ENOUGH_DAYS = 14


@dataclass(frozen=True)
class DayCount:
    """How many came on a day. `exposure` is what they came of (visits, say); 1 where only the day is known."""

    day: date
    count: int
    exposure: float = 1.0


@dataclass(frozen=True)
class Silence:
    """Days in a row with nothing, and how many would have come."""

    days: tuple[date, ...]
    missing: float


def usual(days: Sequence[DayCount]) -> dict[bool, float]:
    """How many come per exposure on working days (False) and at weekends (True); days of nothing are left out."""
    found = {}
    for weekend in (False, True):
        some = [one for one in days if (one.day.isoweekday() > 5) is weekend and one.count]
        exposure = fsum(one.exposure for one in some)
        found[weekend] = sum(one.count for one in some) / exposure if exposure else 0.0
    return found


def silences(days: Iterable[DayCount]) -> tuple[Silence, ...]:
    """The runs of days of nothing whose probability at the usual rate is below 1 in 10,000.

    The rate is of the days with something, by working day and weekend; counts that scatter more than chance alone
    would have them (overdispersion) make a day of nothing likelier. A day without exposure says nothing.
    """
    told = sorted((one for one in days if one.exposure > 0), key=lambda one: one.day)
    if len(told) < ENOUGH_DAYS:
        return ()
    rate = usual(told)
    phi = _scatter(told, rate)
    found: list[Silence] = []
    run: list[DayCount] = []
    for one in [*told, None]:
        if one is not None and one.count == 0 and (not run or (one.day - run[-1].day).days == 1):
            run.append(one)
            continue
        missing = fsum(of.exposure * rate[of.day.isoweekday() > 5] for of in run)
        if run and log_prob_none(missing, phi) < SURELY:
            found.append(Silence(tuple(of.day for of in run), missing))
        run = [one] if one is not None and one.count == 0 else []
    return tuple(found)


def _scatter(days: Sequence[DayCount], rate: dict[bool, float]) -> float:
    """Pearson's chi-squared per degree of freedom over the days with something, not below 1."""
    some = [(one.count, one.exposure * rate[one.day.isoweekday() > 5]) for one in days if one.count]
    if len(some) < ENOUGH_DAYS:
        return 1.0
    return max(1.0, fsum((count - mean) ** 2 / mean for count, mean in some if mean > 0) / (len(some) - 2))
