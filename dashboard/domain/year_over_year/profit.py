"""The change of a margin as a sum of parts: how many came, from where, what became of them, at which margin.

A margin may fall below zero, where the logarithm ends; the parts are those of Shapley, channel by channel. What is
taken off it as a sum, such as spend and fee, is worth exactly its own change. Method B3 and golden 08.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from dashboard.domain.year_over_year.bridge import Part
from dashboard.domain.year_over_year.lmdi import Factor, Segment
from dashboard.domain.year_over_year.shapley import of_product


@dataclass(frozen=True)
class Earned:
    """A channel of both years: its revenue as a product of factors, and what of it was left."""

    revenue: Segment
    then: float
    now: float

    @property
    def factors(self) -> tuple[Factor, ...]:
        """Those of the revenue, and the share of it that is left; where a year has no revenue, the other year's."""
        then = self.then / self.revenue.then if self.revenue.then else None
        now = self.now / self.revenue.now if self.revenue.now else None
        known = then if then is not None else now if now is not None else 0.0
        rate = Factor("margin", known if then is None else then, known if now is None else now)
        return (*self.revenue.factors, rate)


def margin_parts(channels: Iterable[Earned]) -> list[Part]:
    """What each factor is worth of the change of the channels' margin; the parts add up to it.

    A margin that no revenue carries, such as that of goods that were given back and lost, is in the line `margin`.
    """
    amounts: dict[str, float] = {}
    own: dict[str, float] = {}  # variances, which add
    shared: dict[str, float] = {}  # standard errors, which add where they are those of one figure
    unknown = set()
    for channel in channels:
        factors = channel.factors
        units = of_product([(factor.then, factor.now) for factor in factors])
        worths = [unit * (factor.now - factor.then) for unit, factor in zip(units, factors, strict=True)]
        worths[-1] += channel.now - channel.then - sum(worths)
        for factor, unit, worth in zip(factors, units, worths, strict=True):
            key = factor.key
            amounts[key] = amounts.get(key, 0.0) + worth
            if factor.variance is None:
                unknown.add(key)
                continue
            # The part is linear in its factor; what the other factors weigh is as unsure as the amount itself.
            variance = unit**2 * abs(factor.then * factor.now) * factor.variance + worth**2 * channel.revenue.cv2 / 4
            if factor.shared:
                shared[key] = shared.get(key, 0.0) + sqrt(variance)
            else:
                own[key] = own.get(key, 0.0) + variance
    return [
        Part(key, amount, None if key in unknown else sqrt(own.get(key, 0.0) + shared.get(key, 0.0) ** 2))
        for key, amount in amounts.items()
    ]
