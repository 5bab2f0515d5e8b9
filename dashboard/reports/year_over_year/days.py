"""The days of both years, fetched once: sums, coverage and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.reports.year_over_year.log import logged

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Day:
    """One day's revenue net of refunds and its spend; zero on a day without either."""

    day: date
    revenue: Decimal
    spend: Decimal


@dataclass(frozen=True)
class Happening:
    """Something in the log that touches a day of either year."""

    day: date
    day_to: date
    what: str
    text: str
    is_now: bool


@dataclass(frozen=True)
class Days:
    """Rows of `day_sums_by_sale` and of `coverage_days` for every day that any way of comparing needs."""

    sums: dict[date, dict[str, Any]]
    coverage: list[dict[str, Any]]
    happenings: tuple[Happening, ...]

    def total(self, period: Period) -> Measures:
        """The stored measures of the period's days."""
        return metrics.total(row for day, row in self.sums.items() if day in period)

    def vat(self, period: Period) -> Decimal:
        """The tax that the exports of the period's sales told with their amounts, which no measure holds."""
        return sum((Decimal(row["vat"] or 0) for day, row in self.sums.items() if day in period), Decimal(0))

    def run(self, period: Period) -> tuple[Day, ...]:
        """Every day of the period in order."""
        found = []
        for day in period:
            row = self.sums.get(day)
            net = metrics.value_of("net_revenue", row) if row else Decimal(0)
            found.append(Day(day, net or Decimal(0), Decimal(row["spend"]) if row else Decimal(0)))
        return tuple(found)

    def weekly(self, period: Period, measure: str) -> list[float]:
        """The measure of each whole seven days of the period."""
        daily = [float(self.sums[day][measure] or 0) if day in self.sums else 0.0 for day in period]
        return [sum(daily[start : start + 7]) for start in range(0, len(daily) - 6, 7)]

    def last_day(self, period: Period) -> date | None:
        """The newest day of the period with any row of any source."""
        return max((row["day"] for row in self.coverage if row["day"] in period), default=None)


def fetch_days(warehouse: Warehouse, ways: Sequence[Pair]) -> Days:
    """The days of both years that these ways of comparing need."""
    now = Period(min(way.now.first for way in ways), max(way.now.last for way in ways))
    then = Period(min(way.then.first for way in ways), max(way.then.last for way in ways))
    sums: dict[date, dict[str, Any]] = {}
    covered: dict[tuple[date, str, str], dict[str, Any]] = {}
    happened: dict[tuple[date, str, str], Happening] = {}
    for period, is_now in ((then, False), (now, True)):
        params = {"date_from": period.first, "date_to": period.last}
        sums |= {row["day"]: row for row in warehouse.fetch("reports/day_sums_by_sale", **params)}
        for row in warehouse.fetch("reports/coverage_days", **params):
            covered[(row["day"], row["kind"], row["platform"])] = row
        for row in logged(warehouse, period.first, period.last):
            happened[(row["day"], row["what"], row["text"])] = Happening(**row, is_now=is_now)
    return Days(sums, list(covered.values()), tuple(sorted(happened.values(), key=lambda event: event.day)))
