"""A figure against its earlier one: by how much, and whether chance alone could have done it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import hypot, sqrt

from dashboard.domain import metrics
from dashboard.domain.metrics import Measures
from dashboard.domain.statistics import growth_interval, n_eff
from dashboard.domain.statistics.interval import Z95

# What the doubt about a figure comes from: the things counted; revenue by the weight of its orders; spend has none.
_COUNTED_BY = {
    "leads": "leads",
    "target_leads": "target_leads",
    "orders": "orders",
    "cpl": "leads",
    "cpql": "target_leads",
    "cpo": "orders",
}
_BY_ORDERS = ("net_revenue", "roas", "drr", "margin")
# What leads that are still young will change.
FOLLOW_ORDERS = frozenset({*_BY_ORDERS, "orders", "cpo", "contribution", "profit", "romi"})


@dataclass(frozen=True)
class Change:
    """`share` of the base (−0.09 is 9 % less); `in_noise` True where its 95 % interval holds no change at all.

    `is_better` by interest: a lower CPL is better; None for what is neither, such as spend.
    """

    share: Decimal
    in_noise: bool
    is_better: bool | None


def change(key: str, now: Measures, then: Measures) -> Change | None:
    """The change of a measure or metric between two sums; None where either is unknown or the base is not above 0."""
    value, base = (metrics.compute(sums, key)[key] for sums in (now, then))
    grown = metrics.growth(value, base)
    if grown is None or value is None or base is None:
        return None
    better = metrics.described(key).better
    return Change(
        share=grown,
        in_noise=_in_noise(key, float(value), float(base), now, then),
        is_better=None if better == "none" or not grown else (grown > 0) == (better == "higher"),
    )


def _in_noise(key: str, value: float, base: float, now: Measures, then: Measures) -> bool:
    if key in ("contribution", "profit"):
        spreads = [_spread(sums) for sums in (now, then)]
        return None in spreads or abs(value - base) < Z95 * hypot(*(spread or 0.0 for spread in spreads))
    doubts = [_doubt(key, sums) for sums in (now, then)]
    if None in doubts:
        return key in _COUNTED_BY or key in _BY_ORDERS
    interval = growth_interval(value, base, doubts[0] or 0.0, doubts[1] or 0.0)
    return interval is not None and interval.contains(0.0)


def _spread(sums: Measures) -> float | None:
    """The standard error of the contribution: of the margin, by the weight of its orders; spend has none."""
    margin, doubt = metrics.value_of("margin", sums), _doubt("margin", sums)
    return None if margin is None or doubt is None else abs(float(margin)) * sqrt(doubt)


def _doubt(key: str, sums: Measures) -> float | None:
    """The squared relative error."""
    if key in _COUNTED_BY:
        count = int(sums[_COUNTED_BY[key]] or 0)
        return 1 / count if count else None
    if key in _BY_ORDERS:
        deals = n_eff(metrics.value_of("net_revenue", sums), sums["order_squares"])
        return 1 / deals if deals else None
    return 0.0 if key in ("spend", "clicks", "impressions") else None
