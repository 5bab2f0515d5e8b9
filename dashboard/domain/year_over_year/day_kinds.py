"""What kind of day each day is beforehand: its weekday, whether it is off, and the season of buying that it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from dashboard.domain.calendar import CalendarDay
from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.day_weights import KindOfDay
from dashboard.domain.year_over_year.moving_holidays import MOVING, ORTHODOX, moving_holidays

OFF = "off"
NEW_YEAR, CHRISTMAS = "new_year", "christmas"
WINDOWS = (NEW_YEAR, CHRISTMAS, *MOVING)
"""Stretches of days that are unlike all others. What one of them does is learnt from two years or not at all."""

_FRIDAY, _SATURDAY = 4, 5


def kind_of(day: CalendarDay, country: str) -> KindOfDay:
    """A day's kind. A Saturday that a decree makes a working day counts as a Friday; a weekday off is `off` too."""
    weekday = day.day.weekday()
    if weekday >= _SATURDAY and day.is_working:
        weekday = _FRIDAY
    off = (OFF,) if weekday < _SATURDAY and not day.is_working else ()
    window = window_of(day.day, country)
    return KindOfDay(weekday, (*off, *((window,) if window else ())))


def kinds_of(period: Period, country: str) -> dict[date, KindOfDay]:
    """The kind of every day of the period, in order."""
    years = range(period.first.year, period.last.year + 1)
    return {day: kind for year in years for day, kind in _of_year(country, year).items() if day in period}


@lru_cache(maxsize=200)
def _of_year(country: str, year: int) -> Mapping[date, KindOfDay]:
    days = calendar_days(country, date(year, 1, 1), date(year, 12, 31))
    return {day.day: kind_of(day, country) for day in days}


def window_of(day: date, country: str) -> str:
    """The season that the day lies in; '' for an ordinary day."""
    if (day.month, day.day) >= (12, 31) or (day.month, day.day) <= (1, 8):
        return NEW_YEAR
    if country not in ORTHODOX and day.month == 12 and 23 <= day.day <= 26:
        return CHRISTMAS
    for year in (day.year, day.year - 1):  # a Ramadan may begin in the old year
        for holiday in moving_holidays(country, year):
            if day in holiday.window:
                return holiday.key
    return ""


def known_windows(days: Iterable[date], country: str) -> frozenset[str]:
    """The seasons of which these days have the better part in two years at least."""
    held: Counter[tuple[str, int]] = Counter()
    for day in days:
        for extra in _of_year(country, day.year)[day].extras:
            if extra in WINDOWS:
                # The turn of the year is one season, though its days have two numbers.
                held[extra, day.year + (extra == NEW_YEAR and day.month == 12)] += 1
    longest: dict[str, int] = {}
    for (window, _), count in held.items():
        longest[window] = max(longest.get(window, 0), count)
    years = Counter(window for (window, _), count in held.items() if 2 * count > longest[window])
    return frozenset(window for window, count in years.items() if count > 1)
