"""How much two years differ when nothing happened: what a change must exceed before it is news (method B1).

Where there are years enough, the client's own earlier windows say it: by how much their growth scattered. Otherwise,
and at least, chance in the number and size of the orders does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt
from statistics import stdev

from dashboard.domain.statistics.interval import Z95, Interval

ENOUGH_WINDOWS = 8  # of the same length, each with its year before: fewer say too little about their scatter


class Source(StrEnum):
    """What the noise is known from."""

    ORDERS = "orders"
    EARLIER_WINDOWS = "earlier_windows"


@dataclass(frozen=True)
class Noise:
    """The standard deviation of the logarithm of a growth that means nothing."""

    sd: float
    source: Source

    @property
    def rise(self) -> float:
        """The smallest rise that would stand out, as a share."""
        return exp(Z95 * self.sd) - 1

    @property
    def fall(self) -> float:
        """The smallest fall that would stand out, as a share below zero."""
        return exp(-Z95 * self.sd) - 1

    def interval(self, growth: float) -> Interval:
        """The 95 % interval of a growth, both as shares."""
        return Interval((1 + growth) * exp(-Z95 * self.sd) - 1, (1 + growth) * exp(Z95 * self.sd) - 1)


@dataclass(frozen=True)
class Takings:
    """One year's net revenue, and the sum of the squares of its orders."""

    revenue: float
    squares: float

    def variance(self, dispersion: float) -> float:
        """Of the revenue's logarithm: 1 / n_eff, as much wider as counts scatter more than by chance."""
        return max(dispersion, 1.0) * self.squares / self.revenue**2


def noise(
    then: Takings, now: Takings, dispersion: float = 1.0, earlier: Iterable[tuple[float, float]] = ()
) -> Noise | None:
    """The larger of what the orders and what the earlier windows say; None where a year has no revenue.

    `earlier` are the revenues of earlier windows of the same length and of their years before, as (then, now).
    """
    if min(then.revenue, now.revenue) <= 0:
        return None
    by_orders = Noise(sqrt(then.variance(dispersion) + now.variance(dispersion)), Source.ORDERS)
    growths = [log(after / before) for before, after in earlier if min(before, after) > 0]
    if len(growths) < ENOUGH_WINDOWS:
        return by_orders
    by_windows = Noise(stdev(growths), Source.EARLIER_WINDOWS)
    return max(by_windows, by_orders, key=lambda found: found.sd)
