"""Everything that is known of a client's sales and spend, day by day, in equal steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.domain import metrics
from dashboard.domain.counterfactual.regressors import Unit
from dashboard.domain.period import Period
from dashboard.reports.freshness import SourceAge

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

SALES_BY_DAY = frozenset({"deals", "orders", "sales"})  # a book of sums of months has no days
_STEADIER = 0.8  # orders are counted instead of money where they scatter so much less
_LONGEST = {Unit.DAY: 760, Unit.WEEK: 320}  # steps looked back at: two years by the day, six by the week


@dataclass(frozen=True)
class Step:
    """A day or a week: its revenue net of refunds, its orders and its spend, and the first day of it with any.

    `is_known`: some source of sales has rows of it.
    """

    days: Period
    revenue: Decimal
    orders: int
    spend: Decimal
    first_spend: date | None
    is_known: bool


@dataclass(frozen=True)
class Event:
    """Something in the log."""

    day: date
    day_to: date
    what: str
    text: str


@dataclass(frozen=True)
class History:
    """`sums` and `covered` hold the days that there is anything of, from `first` to `last`."""

    first: date
    last: date
    sums: Mapping[date, Mapping[str, Any]]
    covered: frozenset[date]
    events: tuple[Event, ...]

    def steps(self, unit: Unit) -> tuple[Step, ...]:
        """Whole steps in order, of the time that the model may look back at; weeks begin on Mondays."""
        first = self.first
        if unit is Unit.WEEK:
            first += timedelta(days=-first.weekday() % 7)
        count = ((self.last - first).days + 1) // unit.value
        periods = (
            Period(start, start + timedelta(days=unit.value - 1))
            for start in (unit.day(first, place) for place in range(max(0, count - _LONGEST[unit]), count))
        )
        return tuple(self._step(period) for period in periods)

    def _step(self, period: Period) -> Step:
        rows = [self.sums[day] for day in period if day in self.sums]
        return Step(
            days=period,
            revenue=sum((metrics.value_of("net_revenue", row) or Decimal(0) for row in rows), Decimal(0)),
            orders=sum(int(row["orders"] or 0) for row in rows),
            spend=sum((Decimal(row["spend"] or 0) for row in rows), Decimal(0)),
            first_spend=next((day for day in period if day in self.sums and self.sums[day]["spend"]), None),
            is_known=any(day in self.covered for day in period),
        )


def fetch_history(warehouse: Warehouse, ages: Iterable[SourceAge], today: date) -> History | None:
    """From the day on which the last source of sales began; None without sales by the day.

    Today is not over, and where sources of sales end on different days, the earliest end counts for those that live.
    """
    sales = [age for age in ages if age.kind in SALES_BY_DAY]
    if not sales:
        return None
    newest = max(age.last_day for age in sales)
    living = [age for age in sales if (newest - age.last_day).days <= 31]
    first = max(age.first_day for age in living)
    last = min(min(age.last_day for age in living), today - timedelta(days=1))
    if last < first:
        return None
    params = {"date_from": first, "date_to": last}
    covered = warehouse.fetch("reports/coverage_days", **params)
    return History(
        first=first,
        last=last,
        sums={row["day"]: row for row in warehouse.fetch("reports/day_sums_by_sale", **params)},
        covered=frozenset(row["day"] for row in covered if row["kind"] in SALES_BY_DAY),
        events=tuple(Event(**row) for row in warehouse.fetch("reports/events", **params)),
    )


def are_steadier(orders: Sequence[int], revenue: Sequence[Decimal]) -> bool:
    """Whether orders scatter from step to step so much less than money does that they are counted instead."""

    def scatter(values: Sequence[int] | Sequence[Decimal]) -> float:
        amounts = np.array([float(value) for value in values])
        return float(np.diff(amounts).std() / amounts.mean()) if len(amounts) > 2 and amounts.mean() > 0 else 0.0

    return scatter(orders) < _STEADIER * scatter(revenue)
