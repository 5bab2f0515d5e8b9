"""Plan and fact within a month: pace by the weight of its days, forecast, and whether a deviation is news.

A deviation of 10 % or more asks for optimisation, but only once there are enough events to tell it from chance:
10 % from about 450, 15 % from about 200, 20 % from about 113.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import log, sqrt

from dashboard.domain.calendar import CalendarDay
from dashboard.domain.formula import EXACT
from dashboard.domain.metrics import share
from dashboard.domain.statistics.counts import prob_count_below
from dashboard.domain.statistics.interval import NORMAL
from dashboard.domain.statistics.orders import n_eff

Amount = Decimal | int
NON_WORKING_WEIGHT = Decimal("0.5")
EARLY = Decimal("0.2")  # before this share of the month's weight, the past says too little to extrapolate
FORECAST_HOLDS_WITHIN = Decimal("0.15")


def weight(days: Iterable[CalendarDay], non_working: Decimal = NON_WORKING_WEIGHT) -> Decimal:
    """The sum of the days' weights: a working day is 1, another day `non_working`."""
    return sum((Decimal(1) if day.is_working else non_working for day in days), Decimal(0))


def pace_index(spent: Amount, budget: Amount, elapsed: Decimal, whole: Decimal) -> Decimal | None:
    """Spent against what the elapsed weight of the month would have; 1 is on pace. None without a budget or a day."""
    return share(EXACT.multiply(Decimal(spent), whole), EXACT.multiply(Decimal(budget), elapsed))


def plan_to_date(plan: Amount, elapsed: Decimal, whole: Decimal) -> Decimal | None:
    """What the plan asks for by now; None for a month without weight."""
    return share(EXACT.multiply(Decimal(plan), elapsed), whole)


class Basis(StrEnum):
    """What a forecast rests on."""

    ACTUAL = "actual"
    PLAN = "plan"


@dataclass(frozen=True)
class Forecast:
    """The month's end. `sd` is its standard deviation in the same unit."""

    value: Decimal
    sd: float
    basis: Basis


def forecast(
    actual: Amount, elapsed: Decimal, whole: Decimal, *, plan: Amount | None = None, phi: float = 1.0
) -> Forecast | None:
    """Where the month ends if the rest of its days go like the elapsed ones, weight for weight.

    Early in the month (less than a fifth of its weight) the rest is taken from the plan instead; None without one.
    `phi` is the variance per unit: 1 for counts, the overdispersion for uneven ones, Σx² / Σx of the orders for money.
    """
    left = whole - elapsed
    if elapsed <= 0 or elapsed < EARLY * whole:
        rest = None if plan is None else share(EXACT.multiply(Decimal(plan), left), whole)
        return None if rest is None else Forecast(actual + rest, sqrt(float(rest) * phi), Basis.PLAN)
    rest = share(EXACT.multiply(Decimal(actual), left), elapsed) or Decimal(0)
    rate_variance = float(actual) * phi / float(elapsed) ** 2
    return Forecast(actual + rest, sqrt(float(rest) * phi + float(left) ** 2 * rate_variance), Basis.ACTUAL)


class Level(StrEnum):
    """How a figure stands against its plan."""

    OK = "ok"
    AMBER = "amber"
    RED = "red"
    TOO_FEW_DATA = "too_few_data"
    NO_PLAN = "no_plan"


@dataclass(frozen=True)
class PlanStatus:
    """`deviation` is a share of the plan (−0.15 is 15 % below); `confidence` that the true value lies on that side."""

    level: Level
    deviation: Decimal | None
    confidence: float | None


def status(plan: Amount | None, actual: Amount) -> PlanStatus:
    """A count against its plan: the mean behind it is Gamma(count + 1/2, 1)."""
    if plan is None or plan <= 0:
        return PlanStatus(Level.NO_PLAN, None, None)
    return _status(Decimal(plan), Decimal(actual), _count_confidence(int(actual), float(plan), actual < plan))


def spend_status(plan: Amount | None, actual: Amount) -> PlanStatus:
    """Spend against its plan: no chance in it, so every deviation is sure."""
    if plan is None or plan <= 0:
        return PlanStatus(Level.NO_PLAN, None, None)
    return _status(Decimal(plan), Decimal(actual), 1.0)


def cost_status(plan: Amount | None, spend: Amount, events: int) -> PlanStatus:
    """A cost per event (CPL, CPO) against its plan, as sure as its events against those that the spend should buy.

    The cost is spend / events, compared without dividing; without an event there is no cost, and too few data.
    """
    if plan is None or plan <= 0:
        return PlanStatus(Level.NO_PLAN, None, None)
    if events <= 0:
        return PlanStatus(Level.TOO_FEW_DATA, None, None)
    planned = EXACT.multiply(Decimal(plan), Decimal(events))
    is_dear = spend > planned
    confidence = _count_confidence(events, float(spend) / float(plan), is_dear)
    return _status(planned, Decimal(spend), confidence)


def money_status(plan: Amount | None, actual: Amount, order_squares: Amount) -> PlanStatus:
    """Revenue from orders against its plan, as sure as the orders that it rests on."""
    if plan is None or plan <= 0:
        return PlanStatus(Level.NO_PLAN, None, None)
    rests_on = n_eff(actual, order_squares)
    if rests_on is None:
        return PlanStatus(Level.TOO_FEW_DATA, share(Decimal(actual) - plan, plan), None)
    confidence = NORMAL.cdf(abs(log(float(actual) / float(plan))) * sqrt(rests_on))
    return _status(Decimal(plan), Decimal(actual), confidence)


def _count_confidence(count: int, expected: float, is_below: bool) -> float:
    below = prob_count_below(count, expected)
    return below if is_below else 1 - below


def _status(plan: Decimal, actual: Decimal, confidence: float) -> PlanStatus:
    gap = abs(EXACT.subtract(actual, plan))
    off_by_10, off_by_15 = gap * 100 >= 10 * plan, gap * 100 >= 15 * plan  # floats call 180 of 200 9.9999 %
    level = Level.OK
    if off_by_15 and confidence >= 0.95:
        level = Level.RED
    elif off_by_10:
        level = Level.AMBER if confidence >= 0.80 else Level.TOO_FEW_DATA
    return PlanStatus(level, share(EXACT.subtract(actual, plan), plan), confidence)


def events_needed(deviation: float) -> float:
    """How many expected events tell this deviation from chance: one-sided at 10 %, with a power of 80 %."""
    return ((NORMAL.inv_cdf(0.9) + NORMAL.inv_cdf(0.8)) / deviation) ** 2


@dataclass(frozen=True)
class Accuracy:
    """How many of the frozen forecasts held within 15 %; `mean_error` is the mean error per actual."""

    held: int
    total: int
    mean_error: Decimal | None


def forecast_accuracy(pairs: Sequence[tuple[Amount, Amount]]) -> Accuracy:
    """Over pairs of forecast and actual: a forecast holds when the actual lies within 15 % of it."""
    held = sum(abs(Decimal(actual) - forecasted) <= FORECAST_HOLDS_WITHIN * forecasted for forecasted, actual in pairs)
    errors = [share(abs(Decimal(actual) - forecasted), actual) for forecasted, actual in pairs]
    known = [error for error in errors if error is not None]
    return Accuracy(held, len(pairs), share(sum(known, Decimal(0)), len(known)))
