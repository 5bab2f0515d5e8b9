"""What a promotion brought: what its days brought, less what such days usually bring around it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import fsum, sqrt

from dashboard.domain.period import Period

AROUND = 28  # days before and after: four weeks hold every weekday as often
LEAST_ORDINARY = 14
_OPEN = 1e-9


@dataclass(frozen=True)
class Uplift:
    """Of the promotion's days within a period: what they brought, what would have been usual, and the standard error
    of the latter beside the scatter of ordinary days."""

    days: int
    brought: float
    usual: float
    se: float

    @property
    def gain(self) -> float:
        """What they brought above the usual."""
        return self.brought - self.usual


def uplift(
    brought: Mapping[date, float],
    promoted: Collection[date],
    within: Period,
    known: Period,
    weight: Callable[[date], float] = lambda _: 1.0,
) -> Uplift | None:
    """The promotion days of `within` against the days without any within 28 days of each, by the weights of days.

    `brought` is by day (a known day that is not in it brought nothing). None without promotion days in `within`, or
    where fewer than fourteen ordinary days are known around one.
    """
    days = [day for day in within if day in promoted and day in known]
    if not days:
        return None
    usual, squares = [], []
    for day in days:
        around = [
            other
            for ahead in range(-AROUND, AROUND + 1)
            if (other := day + timedelta(days=ahead)) in known and other not in promoted and weight(other) > _OPEN
        ]
        if len(around) < LEAST_ORDINARY:
            return None
        worth = fsum(weight(other) for other in around)
        level = fsum(brought.get(other, 0.0) for other in around) / worth
        usual.append(level * weight(day))
        missed = fsum((brought.get(other, 0.0) - level * weight(other)) ** 2 / weight(other) for other in around)
        # A day scatters in proportion to its weight; the level itself is known as well as its days let it be.
        squares.append((missed / (len(around) - 1), weight(day), worth))
    own = fsum(variance * of_day for variance, of_day, _ in squares)
    of_level = max(variance / worth for variance, _, worth in squares) * fsum(of_day for _, of_day, _ in squares) ** 2
    return Uplift(len(days), fsum(brought.get(day, 0.0) for day in days), fsum(usual), sqrt(own + of_level))
