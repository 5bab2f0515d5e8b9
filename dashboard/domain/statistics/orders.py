"""Money from orders, whose number is random too: on how many orders a ROAS really rests, and what that makes of it.

The sum of a random number of orders has the variance of the sum of their squares (compound Poisson), so a ROAS rests
on n_eff = (Σx)² / Σx² even orders, and its interval is ROAS × exp(± 1.96 / √n_eff).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import exp, log, sqrt
from statistics import fmean, pstdev

from dashboard.domain.statistics.interval import NORMAL, Z95, Interval, MoneyInterval

Amount = Decimal | int | float
CENT = Decimal("0.01")


def n_eff(net_revenue: Amount | None, order_squares: Amount | None) -> float | None:
    """How many orders of even size would be as uncertain as these; None without revenue."""
    if net_revenue is None or order_squares is None or net_revenue <= 0 or order_squares <= 0:
        return None
    return float(net_revenue) ** 2 / float(order_squares)


def standard_error(order_squares: Amount) -> float:
    """The standard error of the orders' sum, in money."""
    return sqrt(float(order_squares))


def roas_interval(net_revenue: Amount | None, order_squares: Amount | None, spend: Amount | None) -> Interval | None:
    """The 95 % interval of revenue per unit of spend; None without revenue or spend."""
    rests_on = n_eff(net_revenue, order_squares)
    if rests_on is None or net_revenue is None or spend is None or spend <= 0:
        return None
    roas = float(net_revenue) / float(spend)
    return Interval(roas * exp(-Z95 / sqrt(rests_on)), roas * exp(Z95 / sqrt(rests_on)))


def roas_ratio_interval(roas_a: float, n_eff_a: float, roas_b: float, n_eff_b: float) -> Interval:
    """The 95 % interval of how many times A's ROAS is B's."""
    spread = Z95 * sqrt(1 / n_eff_a + 1 / n_eff_b)
    return Interval(roas_a / roas_b * exp(-spread), roas_a / roas_b * exp(spread))


def contribution_interval(
    net_revenue: Decimal | None, order_squares: Amount | None, margin_rate: Decimal | None, spend: Decimal | None
) -> MoneyInterval | None:
    """The 95 % interval of margin − spend; None where the margin is unknown or nothing was earned."""
    rests_on = n_eff(net_revenue, order_squares)
    if rests_on is None or net_revenue is None or margin_rate is None or spend is None:
        return None
    ends = [
        (margin_rate * net_revenue * Decimal(exp(side * Z95 / sqrt(rests_on))) - spend).quantize(CENT)
        for side in (-1, 1)
    ]
    return MoneyInterval(min(ends), max(ends))


def prob_a_better(roas_a: Amount, n_eff_a: float, roas_b: Amount, n_eff_b: float) -> float:
    """The probability that A's true ROAS is above B's: Φ(ln(ROAS_A / ROAS_B) / √(1/n_eff_A + 1/n_eff_B))."""
    return NORMAL.cdf(log(float(roas_a) / float(roas_b)) / sqrt(1 / n_eff_a + 1 / n_eff_b))


def prob_above(roas: Amount, rests_on: float, threshold: Amount) -> float:
    """The probability that the true ROAS is above a fixed one, such as break-even."""
    return NORMAL.cdf(log(float(roas) / float(threshold)) * sqrt(rests_on))


@dataclass(frozen=True)
class Bootstrap:
    """Every resample of a few orders, drawn with replacement, as ROAS: for samples small enough to list them all."""

    values: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean ROAS of all resamples."""
        return fmean(self.values)

    @property
    def sd(self) -> float:
        """The standard deviation of all resamples."""
        return pstdev(self.values)

    def quantile(self, share: float) -> float:
        """The smallest value that at least this share of the resamples does not exceed."""
        enough = share * len(self.values)
        return next(value for rank, value in enumerate(self.values, start=1) if rank >= enough)


def bootstrap(orders: Sequence[Amount], spend: Amount) -> Bootstrap:
    """Every resample of the orders. Raises ValueError for more than seven, whose resamples are too many."""
    if len(orders) > 7:
        raise ValueError("more than seven orders have too many resamples to list")
    amounts = [float(order) for order in orders]
    return Bootstrap(tuple(sorted(sum(drawn) / float(spend) for drawn in product(amounts, repeat=len(amounts)))))


def bootstrap_ranking(a: Bootstrap, b: Bootstrap) -> tuple[float, float]:
    """How often A's ROAS is above B's, and how often they are equal, over all pairs of resamples."""
    pairs = len(a.values) * len(b.values)
    above = sum(x > y for x, y in product(a.values, b.values))
    equal = sum(x == y for x, y in product(a.values, b.values))
    return above / pairs, equal / pairs
