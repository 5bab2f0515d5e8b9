"""What kind of day each day is beforehand: its weekday, whether it is off, and the season of buying that it lies in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from dashboard.domain.calendar import CalendarDay
from dashboard.domain.year_over_year.day_weights import KindOfDay

OFF = "off"
NEW_YEAR, CHRISTMAS, BLACK_FRIDAY, EASTER = "new_year", "christmas", "black_friday", "easter"
WINDOWS = (NEW_YEAR, CHRISTMAS, BLACK_FRIDAY, EASTER)
"""Stretches of days that are unlike all others. What one of them does is learnt from two years or not at all."""

ORTHODOX = frozenset({"RU", "BY", "UA", "GE", "RS", "BG", "GR", "CY", "RO", "MD", "ME", "MK"})
_FRIDAY, _SATURDAY, _THURSDAY = 4, 5, 3


def kind_of(day: CalendarDay, country: str) -> KindOfDay:
    """A day's kind. A Saturday that a decree makes a working day counts as a Friday; a weekday off is `off` too."""
    weekday = day.day.weekday()
    if weekday >= _SATURDAY and day.is_working:
        weekday = _FRIDAY
    off = (OFF,) if weekday < _SATURDAY and not day.is_working else ()
    window = window_of(day.day, country)
    return KindOfDay(weekday, (*off, *((window,) if window else ())))


def window_of(day: date, country: str) -> str:
    """The season that the day lies in; '' for an ordinary day."""
    if (day.month, day.day) >= (12, 31) or (day.month, day.day) <= (1, 8):
        return NEW_YEAR
    if country not in ORTHODOX and day.month == 12 and 23 <= day.day <= 26:
        return CHRISTMAS
    friday = black_friday(day.year)
    if friday <= day <= friday + timedelta(days=3):
        return BLACK_FRIDAY
    sunday = easter(day.year, country)
    if sunday - timedelta(days=2) <= day <= sunday + timedelta(days=1):
        return EASTER
    return ""


@lru_cache(maxsize=200)
def black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 22)


@lru_cache(maxsize=400)
def easter(year: int, country: str) -> date:
    """Easter Sunday as most people of the country keep it: the eastern or the western one."""
    return _eastern(year) if country in ORTHODOX else _western(year)


def _western(year: int) -> date:
    """By the tables of Gauss in the form that Meeus, Jones and Butcher gave them."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _eastern(year: int) -> date:
    """The Julian Easter, told in days of the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def known_windows(days: Iterable[date], country: str) -> frozenset[str]:
    """The seasons that these days have in two years at least."""
    years: dict[str, set[int]] = {}
    for day in days:
        if window := window_of(day, country):
            # The turn of the year is one season, though its days have two numbers.
            years.setdefault(window, set()).add(day.year + (window == NEW_YEAR and day.month == 12))
    return frozenset(window for window, seen in years.items() if len(seen) > 1)
