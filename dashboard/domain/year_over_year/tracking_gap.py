"""Days of which a source says nothing though something usually comes, and what the days that it covers say of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, sqrt

from dashboard.domain.statistics.counts import log_prob_none
from dashboard.domain.year_over_year.silence import ENOUGH_DAYS, SURELY, DayCount

_AT_MOST = 1.0  # of what the covered days weigh: where more is missing than known, nothing can be said of the whole


@dataclass(frozen=True)
class Gap:
    """`share` is what the missing days weigh beside the covered ones, `missing` how many would have come on them."""

    days: tuple[date, ...]
    share: float
    missing: float

    def se(self, squares: float, dispersion: float) -> float:
        """The standard error of what is filled in, from the squares of the amounts that the covered days brought.

        Both what a covered day is worth and what the missing ones really brought are chance.
        """
        return sqrt(dispersion * squares * self.share * (1 + self.share))


def tracking_gap(days: Iterable[DayCount], silent: Collection[date], told: Collection[date] = ()) -> Gap | None:
    """The gap among the `silent` days, on which the source has no row; None without one.

    A run of them is no chance if its probability is below 1 in 10,000 at the rate of all other days, those of nothing
    among them, as widely as they scatter; or if a person `told` that data are missing. The exposure of a day is what it
    usually brings beside others; one without any is never missed. None too where less is known than is missing.
    """
    counted = sorted((one for one in days if one.exposure > 0), key=lambda one: one.day)
    missing: set[date] = set()
    for run in _runs(counted, silent):
        held = {one.day for one in run}
        others = [one for one in counted if one.day not in held]
        if len(others) >= ENOUGH_DAYS and (not held.isdisjoint(told) or _is_no_chance(run, others)):
            missing |= held
    covered = [one for one in counted if one.day not in missing]
    gone = fsum(one.exposure for one in counted if one.day in missing)
    known = fsum(one.exposure for one in covered)
    if not missing or not known or gone > _AT_MOST * known:
        return None
    share = gone / known
    return Gap(tuple(sorted(missing)), share, share * sum(one.count for one in covered))


def _runs(days: Sequence[DayCount], silent: Collection[date]) -> list[list[DayCount]]:
    """Silent days without anything that follow each other among the days on which anything ever comes."""
    runs: list[list[DayCount]] = [[]]
    for one in days:
        if one.count == 0 and one.day in silent:
            runs[-1].append(one)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _is_no_chance(run: Sequence[DayCount], others: Sequence[DayCount]) -> bool:
    rate = sum(one.count for one in others) / fsum(one.exposure for one in others)
    if not rate:
        return False
    apart = ((one.count - rate * one.exposure) ** 2 / (rate * one.exposure) for one in others)
    scatter = max(1.0, fsum(apart) / (len(others) - 1))
    return log_prob_none(rate * fsum(one.exposure for one in run), scatter) < SURELY
