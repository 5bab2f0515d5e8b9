"""The same days of the year before last: whether last year itself was like its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period, full_month, year_before

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


_PLANNED = "revenue"  # plans mean what is left after refunds


@dataclass(frozen=True)
class YearBefore:
    """What was sold on the days one more year back; `sums` is None where sales are not known of all of them.

    `known_from` is the first day that any source of sales tells of; `planned` the net revenue that was planned for last
    year's days, where they are whole months and each of them has a plan.
    """

    period: Period
    sums: Measures | None
    known_from: date | None
    planned: Decimal | None = None


def one_more_year_back(warehouse: Warehouse, then: Period, first_days: Iterable[date]) -> YearBefore:
    """The days a year before `then`; `first_days` are those of the sources of sales."""
    period, first = year_before(then), min(first_days, default=None)
    if first is None or first > period.first:
        return YearBefore(period, None, first, _planned(warehouse, then))
    sums = warehouse.fetch_one("reports/sales_sums", date_from=period.first, date_to=period.last)
    return YearBefore(period, sums, first)


def _planned(warehouse: Warehouse, then: Period) -> Decimal | None:
    months = then.months()
    if (then.first, then.last) != (months[0], full_month(months[-1]).last):
        return None
    rows = warehouse.fetch("reports/plan_months", month_from=months[0], month_to=months[-1])
    plan = {row["month"]: row["value"] for row in rows if not row["channel"] and row["measure"] == _PLANNED}
    return sum(plan.values(), Decimal(0)) if all(month in plan for month in months) else None
