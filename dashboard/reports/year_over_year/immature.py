"""How much of this period's leads' business is still to come: last year's had a year longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from math import sqrt
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.maturity import (
    MATURE,
    LagCurve,
    completeness,
    expected_orders,
    pace_moved,
    unsure_of_later,
)
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.lmdi import of_mean

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

HISTORY_DAYS = 540  # long enough for a season of each kind, short enough to be about today's business
OLD_ENOUGH_DAYS = 120  # leads younger than this may still bring orders, so they say nothing about how long those take


@dataclass(frozen=True)
class Immature:
    """`share` of the orders of these leads (by number) that are still to come; `orders` and `revenue` as expected, with
    `se`, the standard error of that revenue in money.

    `seen_now` is the revenue that the leads of these days have brought so far, `seen_then` what those of the year
    before had brought when they were as old. `settled` is the day after which nearly all orders are in, None where
    that is past; `pace_moved` by how much more of their orders the newer half of earlier leads had at the age at which
    it differs most from the older half (a share; below zero: fewer), None where either has too few orders to say.
    """

    share: Decimal
    orders: Decimal
    revenue: Decimal | None
    se: float
    seen_now: Decimal
    seen_then: Decimal
    settled: date | None = None
    pace_moved: float | None = None
    leads_then: int = 0

    @property
    def growth(self) -> Decimal | None:
        """The change at the same age as a share; None where no lead is known of the year before."""
        return metrics.growth(self.seen_now, self.seen_then) if self.leads_then else None


def immature_share(warehouse: Warehouse, now: Period, then: Period, as_of: date) -> Immature | None:
    """From how long older leads took to buy; None where too few of them did, or nobody came in the period."""
    last = min(as_of - timedelta(days=OLD_ENOUGH_DAYS), now.first - timedelta(days=1))
    history = {"date_from": last - timedelta(days=HISTORY_DAYS), "date_to": last}
    older, newer = _halves(warehouse, history["date_from"], last)
    curve = LagCurve.of({age: older.get(age, 0) + newer.get(age, 0) for age in {**older, **newer}})
    if not curve.is_enough:
        return None
    days = warehouse.fetch("reports/leads_by_day", date_from=now.first, date_to=now.last)
    before = warehouse.fetch("reports/leads_by_day", date_from=then.first, date_to=then.last)
    complete = completeness({row["day"]: row["leads"] for row in days}, curve, as_of)
    outcome = warehouse.fetch_one("reports/lead_outcomes", **history)
    rate = metrics.share(outcome["orders"], outcome["leads"])
    if complete is None or rate is None:
        return None
    seen, revenue = sum(row["orders"] for row in days), sum((row["revenue"] for row in days), Decimal(0))
    expected = expected_orders(seen, sum(row["leads"] for row in days), rate, complete) - seen
    each = metrics.share(revenue, seen)
    squares = sum((row["order_squares"] for row in days), Decimal(0))
    unsure = unsure_of_later(rate, outcome["orders"], complete, curve) + of_mean(*map(float, (revenue, squares, seen)))
    visible = {"now_until": as_of, "then_until": then.last + (as_of - now.last)}
    had = warehouse.fetch_one(
        "reports/same_age_sums", **visible, now_from=now.first, now_to=now.last, then_from=then.first, then_to=then.last
    )
    return Immature(
        share=1 - complete,
        orders=expected,
        revenue=None if each is None else each * expected,
        se=0.0 if each is None else _error(float(expected), float(each), float(squares) / seen, unsure),
        seen_now=Decimal(had["revenue_now"]),
        seen_then=Decimal(had["revenue_then"]),
        settled=_settled(curve, now.last, as_of),
        pace_moved=pace_moved(LagCurve.of(older), LagCurve.of(newer)),
        leads_then=sum(row["leads"] for row in before),
    )


def _error(expected: float, each: float, square: float, unsure: float) -> float:
    """Of the money to come: how many orders come and how large they are is chance, and so is what is known of either.

    `each` and `square` are the means of an order and of its square, `unsure` the variance of the expected logarithm.
    """
    return sqrt(expected * max(square, each**2) + (expected * each) ** 2 * unsure)


def _settled(curve: LagCurve, last_lead: date, as_of: date) -> date | None:
    """The day on which leads of the last day are old enough for all but a few in a hundred orders."""
    come = accumulate(Decimal(amount) for _, amount in curve.by_age)
    age = next(age for (age, _), so_far in zip(curve.by_age, come, strict=True) if so_far >= MATURE * curve.orders)
    day = last_lead + timedelta(days=age)
    return day if day > as_of else None


def _halves(warehouse: Warehouse, first: date, last: date) -> tuple[dict[int, int], dict[int, int]]:
    """Orders by their age, of the older half of the days and of the newer one."""
    middle = first + (last - first) / 2
    older, newer = (
        {row["age"]: row["orders"] for row in warehouse.fetch("reports/lag_ages", **days)}
        for days in (
            {"date_from": first, "date_to": middle},
            {"date_from": middle + timedelta(days=1), "date_to": last},
        )
    )
    return older, newer
