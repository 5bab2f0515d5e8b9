"""The change of a margin as a sum of parts: how many came, from where, what became of them, at which margin.

A margin may fall below zero, where the logarithm ends; the parts are those of Shapley, channel by channel. What is
taken off it as a sum, such as spend and fee, is worth exactly its own change. Method B3 and golden 08.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.year_over_year.bridge import Part
from dashboard.domain.year_over_year.lmdi import Added, Factor, Segment
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
    added = Added()
    for channel in channels:
        factors = channel.factors
        units = of_product([(factor.then, factor.now) for factor in factors])
        worths = [unit * (factor.now - factor.then) for unit, factor in zip(units, factors, strict=True)]
        worths[-1] += channel.now - channel.then - sum(worths)
        for factor, unit, worth in zip(factors, units, worths, strict=True):
            # The part is linear in its factor; what the other factors weigh is as unsure as the amount itself.
            own, of_weight = unit**2 * abs(factor.then * factor.now), worth**2 * channel.revenue.cv2 / 4
            variance = None if factor.variance is None else own * factor.variance + of_weight
            added.add(factor, worth, variance, own * factor.common)
    return added.parts()
