"""The logarithmic mean, which turns the logarithm of a factor into money exactly (method B3)."""

from __future__ import annotations

from decimal import Decimal
from math import log, log1p

from dashboard.domain.comparison import Change

_NEAR = 0.1  # as a share: closer amounts are nearly equal


def logarithmic_mean(now: float, then: float) -> float:
    """The mean that turns a factor's logarithm into money exactly: (a − b) / ln(a / b); 0 where one is not above 0."""
    if now <= 0 or then <= 0:
        return 0.0
    step = (now - then) / then
    if not step:
        return now
    # log1p, for two nearly equal amounts must not cancel out; nor must two of which one is nearly nothing.
    return (now - then) / (log1p(step) if abs(step) < _NEAR else log(now / then))


def worth_of_factor(change: Change, factor: Decimal | float) -> Decimal:
    """What a factor between two years is worth in money: logarithmic mean × ln(factor), to the hundredth."""
    if change.now is None or change.then is None or factor <= 0:
        return Decimal(0)
    worth = logarithmic_mean(float(change.now), float(change.then)) * log(factor)
    return Decimal(worth).quantize(Decimal("0.01"))
