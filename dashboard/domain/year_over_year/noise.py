"""How much two years differ when nothing happened: what a change must exceed before it is news (method B1).

Where there are years enough, the client's own earlier windows say it: by how much their growth scattered. Otherwise
chance in the number and size of the orders does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from math import exp, log, sqrt
from statistics import stdev

import scipy.special

from dashboard.domain.statistics.interval import Z95, Interval

ENOUGH_WINDOWS = 8  # of the same length, each with its year before: fewer say too little about their scatter


class Source(StrEnum):
    """What the noise is known from."""

    ORDERS = "orders"
    EARLIER_WINDOWS = "earlier_windows"


@dataclass(frozen=True)
class Noise:
    """The standard deviation of the logarithm of a growth that means nothing; `windows` is from how many it is known
    (0: not from windows)."""

    sd: float
    source: Source
    windows: int = 0

    @property
    def reach(self) -> float:
        """Within which the logarithm stays nineteen times of twenty. What few windows say of their scatter is unsure
        itself: Student's factor holds for them."""
        factor = Z95 if self.windows < 2 else float(scipy.special.stdtrit(self.windows - 1, 0.975))
        return factor * self.sd

    @property
    def rise(self) -> float:
        """The smallest rise that would stand out, as a share."""
        return exp(self.reach) - 1

    @property
    def fall(self) -> float:
        """The smallest fall that would stand out, as a share below zero."""
        return exp(-self.reach) - 1

    def interval(self, growth: float) -> Interval:
        """The 95 % interval of a growth, both as shares."""
        return Interval((1 + growth) * exp(-self.reach) - 1, (1 + growth) * exp(self.reach) - 1)


@dataclass(frozen=True)
class Takings:
    """One year's net revenue, the sum of the squares of its orders, and the variance, in money, of what was added to
    it by estimate."""

    revenue: float
    squares: float
    of_estimates: float = 0.0

    def without(self, squares: float | Decimal) -> Takings:
        """Without orders whose squares add up to so much and whose amounts add up to nothing."""
        return replace(self, squares=max(self.squares - float(squares), 0.0))

    def variance(self, dispersion: float) -> float:
        """Of the revenue's logarithm: 1 / n_eff, as much wider as counts scatter more than by chance."""
        return (max(dispersion, 1.0) * self.squares + self.of_estimates) / self.revenue**2


def noise(
    then: Takings, now: Takings, dispersion: float = 1.0, earlier: Iterable[tuple[float, float]] = ()
) -> Noise | None:
    """What the earlier windows say where there are enough, else what the orders do; None where a year has no revenue.

    `earlier` are the revenues of earlier windows of the same length and of their years before, as (then, now).
    """
    if min(then.revenue, now.revenue) <= 0:
        return None
    growths = [log(after / before) for before, after in earlier if min(before, after) > 0]
    if len(growths) >= ENOUGH_WINDOWS:
        return Noise(stdev(growths), Source.EARLIER_WINDOWS, len(growths))
    return Noise(sqrt(then.variance(dispersion) + now.variance(dispersion)), Source.ORDERS)
