"""A range of values that a figure may have, and the normal quantile that most ranges rest on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

NORMAL = NormalDist()
Z95 = NORMAL.inv_cdf(0.975)


@dataclass(frozen=True)
class Interval:
    """A 95 % interval. `high` is None where nothing bounds it."""

    low: float
    high: float | None

    def contains(self, value: float) -> bool:
        """Whether the value lies in it, ends included."""
        return self.low <= value and (self.high is None or value <= self.high)


@dataclass(frozen=True)
class MoneyInterval:
    """A 95 % interval of an amount, in whole hundredths."""

    low: Decimal
    high: Decimal

    def contains(self, amount: Decimal) -> bool:
        """Whether the amount lies in it, ends included."""
        return self.low <= amount <= self.high
