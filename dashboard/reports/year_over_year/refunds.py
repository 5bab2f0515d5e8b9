"""How much of this period's sales is still to come back: earlier sales say how many do, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.maturity import LagCurve, returns_to_come
from dashboard.domain.period import Period
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.immature import HISTORY_DAYS, OLD_ENOUGH_DAYS

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ENOUGH_REFUNDS = 30  # fewer say too little about how long they take
_UNDATED = Decimal("0.8")  # of them on the very day of the sale: then files name no day of their own


@dataclass(frozen=True)
class RefundsDue:
    """Of this period's `sold`, `booked` has come back so far; in the end a share of `rate` does, as of earlier sales.

    `to_come` is what those expect later, `booked_share` the part of all refunds that is in by this age.
    """

    sold: Decimal
    booked: Decimal
    rate: Decimal
    booked_share: Decimal
    to_come: Decimal


def refunds_due(warehouse: Warehouse, now: Period, days: Days, as_of: date) -> RefundsDue | None:
    """From sales old enough to have no more refunds to come; None where too few of those came back, or without days."""
    last = min(as_of - timedelta(days=OLD_ENOUGH_DAYS), now.first - timedelta(days=1))
    history = {"date_from": last - timedelta(days=HISTORY_DAYS), "date_to": last}
    ages = warehouse.fetch("reports/refund_ages", **history)
    if sum(row["refund_count"] for row in ages) < ENOUGH_REFUNDS:
        return None
    curve = LagCurve.of({row["age"]: row["refunds"] for row in ages})
    rate = metrics.share(curve.orders, warehouse.fetch_one("reports/sales_sums", **history)["revenue"])
    if rate is None or (curve.complete_at(0) or 0) >= _UNDATED:
        return None
    sold = {day: Decimal(days.sums[day]["revenue"]) for day in now if day in days.sums}
    booked = sum((Decimal(days.sums[day]["refunds"]) for day in sold), Decimal(0))
    return due(sold, booked, curve, rate, as_of)


def due(sold: Mapping[date, Decimal], booked: Decimal, curve: LagCurve, rate: Decimal, as_of: date) -> RefundsDue:
    """What each day's sales still expect, by how old they are on the day `as_of`."""
    whole = sum(sold.values(), Decimal(0))
    to_come = sum(
        (
            returns_to_come(amount, rate, curve.complete_at((as_of - day).days) or Decimal(0))
            for day, amount in sold.items()
        ),
        Decimal(0),
    )
    still = metrics.share(to_come, rate * whole) or Decimal(0)
    return RefundsDue(whole, booked, rate, 1 - still, to_come.quantize(Decimal("0.01")))
