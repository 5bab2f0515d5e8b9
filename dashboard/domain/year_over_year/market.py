"""What the market's own numbers make of a year: demand, prices of others, prices of clicks, the usual pull of ads.

The published figures are means over many studies of other businesses; they say what size to expect, and prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import exp, fsum, log

from dashboard.domain.year_over_year.logmean import logarithmic_mean

DEMAND_ELASTICITIES = (0.5, 1.0, 1.5)
PRICE_ELASTICITY = -2.62  # Bijmolt, van Heerde & Pieters 2005: the mean of 1,851 estimates
AD_ELASTICITY_SHORT, AD_ELASTICITY_LONG = 0.12, 0.24  # Sethuraman, Tellis & Briesch 2011: of all sales


def growth_beside_demand(growth_ratio: float, demand_ratio: float, elasticity: float = 1.0) -> float | None:
    """Growth as a share after the market's: (R1/R0) / (D1/D0)^e − 1. None where a ratio is not above zero."""
    if growth_ratio <= 0 or demand_ratio <= 0:
        return None
    return float(growth_ratio / demand_ratio**elasticity) - 1


def demand_at_price(gap: float) -> float | None:
    """How many would still buy at prices so far above the market's (0.1 is 10 %), at the mean published elasticity."""
    return None if gap <= -1 else float((1 + gap) ** PRICE_ELASTICITY)


def usual_pull_of_ads(spend_ratio: float) -> tuple[float, float] | None:
    """By what share all sales move with so many times the spend, in the short run and in the long one."""
    if spend_ratio <= 0:
        return None
    return float(spend_ratio**AD_ELASTICITY_SHORT) - 1, float(spend_ratio**AD_ELASTICITY_LONG) - 1


@dataclass(frozen=True)
class Bought:
    """What a campaign bought: clicks for so much money."""

    clicks: int
    spend: Decimal


@dataclass(frozen=True)
class ClickPrices:
    """Why the same campaigns cost another sum, in money: more clicks, other clicks, other prices; they add up.

    `ratio` is how many times as dear the same clicks are.
    """

    volume: float
    mix: float
    price: float
    ratio: float


def click_prices(pairs: Iterable[tuple[Bought, Bought]]) -> ClickPrices | None:
    """The cost of campaigns that ran in both years, split by the logarithmic mean; pairs are (now, then).

    A campaign without clicks or spend in either year says nothing of prices and is left out; None where none is left.
    """
    kept = [(now, then) for now, then in pairs if min(now.clicks, then.clicks) > 0 and min(now.spend, then.spend) > 0]
    if not kept:
        return None
    clicks_now, clicks_then = sum(now.clicks for now, _ in kept), sum(then.clicks for _, then in kept)
    cost_now, cost_then = (float(sum(bought.spend for bought in side)) for side in zip(*kept, strict=True))
    volume, mix, price = [], [], []
    for now, then in kept:
        weight = logarithmic_mean(float(now.spend), float(then.spend))
        share = log(now.clicks / clicks_now) - log(then.clicks / clicks_then)
        volume.append(weight * log(clicks_now / clicks_then))
        mix.append(weight * share)
        price.append(weight * log(float(now.spend / now.clicks) / float(then.spend / then.clicks)))
    dearer = fsum(price)
    return ClickPrices(fsum(volume), fsum(mix), dearer, exp(dearer / logarithmic_mean(cost_now, cost_then)))
