"""Orders that leads which are still young will probably bring.

Bornhuetter–Ferguson: leads × usual orders per lead × the share of orders that usually come later than this age.
Chain ladder would explode on the youngest days. Source: Bornhuetter and Ferguson, PCAS 59, 1972.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.period import Period

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ENOUGH_ORDERS = 30  # fewer say too little about how long orders take
_LOOK_BACK_DAYS = 365


@dataclass(frozen=True)
class Due:
    """`orders` still expected from the period's leads, from `known_orders` of `known_leads` whose time is over."""

    orders: Decimal
    known_leads: int
    known_orders: int

    def matters(self, orders: int) -> bool:
        """True where what is still due would change the count of orders by a twentieth or more."""
        return self.whole > 0 and self.orders * 20 >= orders

    @property
    def whole(self) -> int:
        """The expectation as a count."""
        return int(self.orders.to_integral_value())


def due(warehouse: Warehouse, period: Period, as_of: date) -> Due | None:
    """What the period's leads still owe on the day the data end; None where history is too short to say."""
    window = warehouse.profile.attribution_window_days
    last = as_of - timedelta(days=window)
    young = period.overlap(Period(last, as_of))
    if young is None:
        return None
    days = warehouse.fetch("reports/leads_by_day", date_from=young.first, date_to=young.last)
    known = {"date_from": last - timedelta(days=_LOOK_BACK_DAYS - 1), "date_to": last}
    outcomes = warehouse.fetch_one("reports/lead_outcomes", **known)
    leads = int(outcomes["leads"])
    came: dict[int, int] = {}
    for row in warehouse.fetch("reports/lag_ages", **known):
        if 0 <= row["age"] <= window:
            came[int(row["age"])] = int(row["orders"])
    orders = sum(came.values())
    if orders < ENOUGH_ORDERS or not leads:
        return None
    later = _later(came, window)
    owed = sum(
        (int(row["leads"]) * later[(as_of - row["day"]).days] for row in days),
        start=0,
    )
    return Due(metrics.share(owed, leads) or Decimal(0), leads, orders)


def _later(came: Mapping[int, int], window: int) -> list[int]:
    """For each age, how many of the known orders came later than that."""
    left = sum(came.values())
    counts = []
    for age in range(window + 1):
        left -= came.get(age, 0)
        counts.append(left)
    return counts
