"""Sales that are still to come: how long they take, and how to compare two years at the same age.

Golden rule: last year counts only what was visible at the same age. The forecast line is Bornhuetter and Ferguson's
(PCAS 59, 1972), which a young cohort cannot make explode.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from dashboard.domain.formula import EXACT
from dashboard.domain.metrics import share
from dashboard.domain.period import Period

ENOUGH_ORDERS = 30  # fewer say too little about how long sales take
MATURE = Decimal("0.97")

Amount = Decimal | int


@dataclass(frozen=True)
class Lag:
    """What was sold on a day to leads of a day: orders, or money."""

    lead_day: date
    sold_day: date
    amount: Amount


@dataclass(frozen=True)
class LagCurve:
    """How many orders came at each age (days from lead to sale) of leads old enough to have no more to come."""

    by_age: tuple[tuple[int, Amount], ...]

    @classmethod
    def of(cls, by_age: Mapping[int, Amount]) -> LagCurve:
        """From orders by age in days."""
        return cls(tuple(sorted(by_age.items())))

    @property
    def orders(self) -> Decimal:
        """How many orders it rests on."""
        return self._come[-1]

    @property
    def is_enough(self) -> bool:
        """Whether it rests on enough orders to be used."""
        return self.orders >= ENOUGH_ORDERS

    def complete_at(self, age: int) -> Decimal | None:
        """The share of orders that have come by this age; None for a curve without orders, 0 before the first day."""
        reached = bisect_right(self.by_age, age, key=itemgetter(0))
        return share(self._come[reached], self.orders)

    @cached_property
    def _come(self) -> tuple[Decimal, ...]:
        """Orders that have come by each age, none before the first."""
        return tuple(accumulate((Decimal(amount) for _, amount in self.by_age), initial=Decimal(0)))


ENOUGH_FOR_PACE = 400  # orders in each curve; with fewer, chance alone parts two curves by ten points now and then


def pace_moved(older: LagCurve, newer: LagCurve) -> float | None:
    """How far two curves lie apart at the age where they differ most (Kolmogorov and Smirnov's distance, with a sign).

    A share: 0.12 means that of the newer leads' orders 12 points more are in at that age. None where either rests on
    too few orders.
    """
    if min(older.orders, newer.orders) < ENOUGH_FOR_PACE:
        return None
    steps: dict[int, float] = {}
    for curve, sign in ((older, -1), (newer, 1)):
        for age, amount in curve.by_age:
            steps[age] = steps.get(age, 0.0) + sign * float(amount) / float(curve.orders)
    return max(accumulate(steps[age] for age in sorted(steps)), key=abs)


def completeness(leads_by_day: Mapping[date, int], curve: LagCurve, as_of: date) -> Decimal | None:
    """The share of these leads' orders that should be visible by the day `as_of`; None without leads or a curve."""
    seen = Decimal(0)
    for day, leads in leads_by_day.items():
        complete = curve.complete_at((as_of - day).days)
        if complete is None:
            return None
        seen += EXACT.multiply(complete, Decimal(leads))
    return share(seen, sum(leads_by_day.values()))


def at_same_age(lags: Iterable[Lag], then: Period, now: Period, as_of: date) -> Decimal:
    """What the leads of `then` had brought when they were as old as the leads of `now` are on the day `as_of`."""
    visible_until = then.last + (as_of - now.last)
    return sum(
        (Decimal(lag.amount) for lag in lags if lag.lead_day in then and lag.sold_day <= visible_until), Decimal(0)
    )


def expected_orders(seen: Amount, leads: int, usual_rate: Decimal, complete: Decimal) -> Decimal:
    """Orders a cohort will have in the end: those seen, and what its leads usually bring later than now."""
    later = EXACT.multiply(EXACT.multiply(Decimal(leads), usual_rate), 1 - complete)
    return EXACT.add(Decimal(seen), later)


def unsure_of_later(usual_rate: Decimal, usual_orders: Amount, complete: Decimal, curve: LagCurve) -> float:
    """The variance of the logarithm of the orders expected later: their usual rate is known from so many orders only,
    and how long they take from those of the curve."""
    of_rate = (1 - float(usual_rate)) / float(usual_orders) if usual_orders else 0.0
    if not curve.orders or complete >= 1:
        return of_rate
    return of_rate + float(complete) / (1 - float(complete)) / float(curve.orders)


def returns_to_come(sold: Decimal, usual_rate: Decimal, booked_share: Decimal) -> Decimal:
    """Returns that experience expects later: sold × usual rate × the share that is usually not booked by this age."""
    return EXACT.multiply(EXACT.multiply(sold, usual_rate), 1 - booked_share)
