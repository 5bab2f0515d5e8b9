"""How much of this period's sales is still to come back: earlier sales say how many do, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import sqrt
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.maturity import LagCurve, returns_to_come
from dashboard.domain.measures import Measures
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.immature import HISTORY_DAYS, OLD_ENOUGH_DAYS

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ENOUGH_REFUNDS = 30  # fewer say too little about how long they take
_UNDATED = Decimal("0.8")  # of them on the very day of the sale: then files name no day of their own


@dataclass(frozen=True)
class RefundsDue:
    """Of this period's `sold`, `booked` has come back so far; in the end a share of `rate` does, as of earlier sales.

    `to_come` is what those let expect by the time these sales are as old as the earlier period's are now, `se` its
    standard error in money.
    """

    sold: Decimal
    booked: Decimal
    rate: Decimal
    to_come: Decimal
    se: float


@dataclass(frozen=True)
class Refunds:
    """What is due of this period's sales, None where that is not known; the last day that accounting's list tells of,
    None without a list; and what it told of the earlier period."""

    due: RefundsDue | None = None
    accounting_until: date | None = None
    accounting_then: Decimal = Decimal(0)

    @property
    def to_come(self) -> Decimal:
        """What is still to come back, as far as anybody can say."""
        return self.due.to_come if self.due else Decimal(0)

    @property
    def se(self) -> float:
        """How sure that is: its standard error."""
        return self.due.se if self.due else 0.0


def fetch_refunds(warehouse: Warehouse, pair: Pair, days: Days, as_of: date) -> Refunds:
    """Of both periods; `as_of` is the day up to which sales are known."""
    told = warehouse.fetch_one("reports/accounting_refunds", date_from=pair.then.first, date_to=pair.then.last)
    return Refunds(_due(warehouse, pair, days, as_of), told["last_day"], told["amount"])


def _due(warehouse: Warehouse, pair: Pair, days: Days, as_of: date) -> RefundsDue | None:
    """From sales old enough to have no more refunds to come; None where too few of those came back, or without days."""
    now, apart = pair.now, (pair.now.first - pair.then.first).days
    last = min(as_of - timedelta(days=OLD_ENOUGH_DAYS), now.first - timedelta(days=1))
    history = {"date_from": last - timedelta(days=HISTORY_DAYS), "date_to": last}
    ages = warehouse.fetch("reports/refund_ages", **history)
    count = sum(row["refund_count"] for row in ages)
    if count < ENOUGH_REFUNDS:
        return None
    curve = LagCurve.of({row["age"]: row["refunds"] for row in ages})
    earlier = warehouse.fetch_one("reports/sales_sums", **history)
    rate = metrics.share(curve.orders, earlier["revenue"])
    if rate is None or (curve.complete_at(0) or 0) >= _UNDATED:
        return None
    sold = {day: Decimal(days.sums[day]["revenue"]) for day in now if day in days.sums}
    booked = sum((Decimal(days.sums[day]["refunds"]) for day in sold), Decimal(0))
    whole, due = sum(sold.values(), Decimal(0)), still_due(sold, curve, rate, as_of, apart)
    chance = error(float(due), float(whole * rate), count, float(curve.orders) / count, _uneven(earlier))
    return RefundsDue(whole, booked, rate, due, chance)


def still_due(sold: Mapping[date, Decimal], curve: LagCurve, rate: Decimal, as_of: date, apart: int) -> Decimal:
    """What the sales of each day still expect until they are `apart` days older than on the day `as_of`, in money."""
    due = Decimal(0)
    for day, amount in sold.items():
        age = (as_of - day).days
        booked, in_the_end = (curve.complete_at(at) or Decimal(0) for at in (age, age + apart))
        due += returns_to_come(amount, rate, booked) - returns_to_come(amount, rate, in_the_end)
    return due.quantize(Decimal("0.01"))


def error(due: float, in_the_end: float, count: int, mean: float, uneven: float) -> float:
    """The standard error of what is `due` of all that comes back `in_the_end`, in money.

    How much comes back and when is known from `count` refunds of so much in the `mean`, and what comes is chance.
    `uneven` is the mean square of the amounts over the square of their mean: 1 where they are all alike.
    """
    of_rate, of_age = due**2 * uneven / count, due * max(in_the_end - due, 0.0) / count
    return sqrt(max(of_rate + of_age + due * mean * uneven, 0.0))


def _uneven(sums: Measures) -> float:
    """Of refunds as of orders, whose squares are known."""
    revenue, orders, squares = (float(sums[key] or 0) for key in ("revenue", "orders", "order_squares"))
    return max(squares * orders / revenue**2, 1.0) if revenue else 1.0
