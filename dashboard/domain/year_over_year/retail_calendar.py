"""The 4-5-4 calendar of retail: years of whole weeks up to the Saturday nearest to 31 January, quarters of 4, 5, 4.

A year of 53 weeks has its last week in the last month. Whoever counts so compares a month with the days 364 days
before, also after a year of 53 weeks (as the National Retail Federation restates it).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.domain.period import Period

_WEEKS = (4, 5, 4) * 4
_SATURDAY = 5


@dataclass(frozen=True)
class RetailMonth:
    """A month of the retail year; the first is February."""

    year: int
    number: int
    period: Period


def year_start(year: int) -> date:
    """The Sunday after the Saturday nearest to 31 January."""
    end = date(year, 1, 31)
    after = (_SATURDAY - end.weekday()) % 7
    return end + timedelta(days=(after if after <= 3 else after - 7) + 1)


def weeks(year: int) -> int:
    """52, or 53."""
    return (year_start(year + 1) - year_start(year)).days // 7


def months(year: int) -> tuple[RetailMonth, ...]:
    """The twelve months of the retail year."""
    first, found = year_start(year), []
    for number, length in enumerate(_WEEKS, start=1):
        length += number == len(_WEEKS) and weeks(year) - sum(_WEEKS)
        found.append(RetailMonth(year, number, Period(first, first + timedelta(days=7 * length - 1))))
        first += timedelta(days=7 * length)
    return tuple(found)


def retail_month(period: Period) -> RetailMonth | None:
    """The retail month that the period is; None where it is none."""
    for year in (period.first.year - 1, period.first.year):
        for month in months(year):
            if month.period == period:
                return month
    return None
