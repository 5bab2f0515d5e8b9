"""Both bridges over a pair of periods: of revenue, and of what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.bridge import Bridge
from dashboard.domain.year_over_year.noise import Noise, Takings
from dashboard.domain.year_over_year.scope import Channels
from dashboard.reports import fees
from dashboard.reports.year_over_year.bridging import Known, Sides, revenue, sides
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.profit import profit

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Bridges:
    """The bridges (None: both years have no revenue, or its margin is unknown), the range of the growth between like
    and like as shares, and how much wider than chance counts scatter.

    `takings` are what the growth counted alike rests on, then and now.
    """

    revenue: Bridge | None = None
    profit: Bridge | None = None
    like_for_like: Interval | None = None
    dispersion: float = 1.0
    takings: tuple[Takings, Takings] | None = None


def bridges(warehouse: Warehouse, pair: Pair, by_sale: tuple[Channels, Channels], days: Days, known: Known) -> Bridges:
    """Over a pair of periods; `by_sale` are the channels' sums now and then, on the day of the sale."""
    ends = sides(warehouse, pair, by_sale, days, known)
    if ends is None:
        return Bridges()
    made = revenue(ends)
    charged = fees.fee(warehouse, pair.then), fees.fee(warehouse, pair.now)
    left = profit(ends, by_sale, charged)
    return Bridges(made.bridge, left, made.interval, ends.dispersion, takings(ends, made.bridge))


def takings(ends: Sides, bridge: Bridge) -> tuple[Takings, Takings]:
    """The orders behind both years' revenue as it is counted alike: those of the leads of these days, where leads bring
    the sales, with what is still to come and to go."""
    then, now = (
        float(year["order_squares"] or 0) * float(1 + filled) ** 2
        for year, filled in zip(ends.whole, ends.filled, strict=True)
    )
    return (
        Takings(float(bridge.comparable.then), then),
        Takings(float(bridge.comparable.now), now, ends.known.immature_se**2 + ends.known.returns_se**2),
    )


def range_of(bridged: Bridges, chance: Noise | None) -> Interval | None:
    """How far the like-for-like growth may lie from what is shown: by its own orders, or by what the answer is judged
    by, whichever reaches further; so no figure of the page has a narrower range than its answer."""
    growth = bridged.revenue.like_for_like.growth if bridged.revenue else None
    judged = chance.interval(float(growth)) if chance and growth is not None else None
    known = [one for one in (bridged.like_for_like, judged) if one is not None]
    return max(known, key=lambda one: inf if one.high is None else one.high - one.low, default=None)
