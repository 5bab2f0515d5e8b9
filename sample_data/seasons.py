"""How much of an ordinary day's interest a day brings: weekday, month, holidays of the country."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

CLINIC_WEEKDAYS = (1.18, 1.14, 1.10, 1.08, 1.03, 0.80, 0.67)
CLINIC_MONTHS = (0.85, 1.05, 1.10, 1.05, 0.95, 0.85, 0.80, 0.85, 1.05, 1.18, 1.18, 1.00)
SHOP_WEEKDAYS = (1.12, 1.06, 1.02, 1.00, 0.96, 0.87, 0.97)
SHOP_MONTHS = (0.88, 0.84, 0.88, 0.92, 0.95, 0.93, 0.92, 0.95, 0.96, 1.03, 1.25, 1.40)


@cache
def _days_off(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


def is_day_off(day: date, country: str) -> bool:
    return day in _days_off(country, day.year)


def clinic(day: date) -> float:
    """1 is an ordinary day; on days off (January, May, June, moved ones too) a third of it is left."""
    if is_day_off(day, "RU"):
        return 0.36 * CLINIC_MONTHS[day.month - 1]
    return CLINIC_WEEKDAYS[day.weekday()] * CLINIC_MONTHS[day.month - 1]


def black_friday(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 22)


def shop(day: date) -> float:
    """1 is an ordinary day; Black Friday to Cyber Monday doubles it, the last days before Christmas are quiet."""
    level = SHOP_WEEKDAYS[day.weekday()] * SHOP_MONTHS[day.month - 1]
    if 0 <= (day - black_friday(day.year)).days <= 3:
        return 2.0 * level
    if day.month == 12 and day.day > 21:
        return 0.5 * level
    return level
