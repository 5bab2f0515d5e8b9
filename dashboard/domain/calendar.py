"""The days of a country: which are working days, which are holidays, with moved working days where a decree moves them.

Source: the `holidays` package. Days of years that it does not know yet, and countries that it does not know at all,
have weekends only; `knows` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from dashboard.domain.period import Period
from dashboard.domain.phrase import N_

NAMES_TO_TRANSLATE = (  # names as the package gives them; others are shown in English
    N_("Christmas Day"),
    N_("Defender of the Fatherland Day"),
    N_("Holiday of Spring and Labor"),
    N_("International Women's Day"),
    N_("New Year Holidays"),
    N_("Russia Day"),
    N_("Unity Day"),
    N_("Victory Day"),
    N_("New Year's Day"),
    N_("Labor Day"),
    N_("Independence Day"),
    N_("Memorial Day"),
    N_("Thanksgiving Day"),
    N_("Columbus Day"),
    N_("Juneteenth National Independence Day"),
    N_("Martin Luther King Jr. Day"),
    N_("Washington's Birthday"),
    N_("Veterans Day"),
    N_("Good Friday"),
    N_("Easter Monday"),
)


@dataclass(frozen=True)
class CalendarDay:
    """One day. `holiday` is its English name, '' on others; a holiday can be a working day only where law says so.

    `known` is False where the country's holidays are not known, so that only weekends are told from working days.
    """

    day: date
    is_working: bool
    holiday: str
    known: bool


def days(country: str, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Every day from first to last, both included, in the country (ISO 3166 alpha-2)."""
    return tuple(_day(country.upper(), day) for day in _run(first, last))


def working_days(country: str, period: Period) -> int:
    """How many working days the period has."""
    return sum(day.is_working for day in days(country, period.first, period.last))


def holiday_names(of: Iterable[CalendarDay]) -> set[str]:
    """The names of the holidays among the days, without days off in their stead, whose names bear a date."""
    names = {day.holiday.split(" (")[0] for day in of if day.holiday}
    return names - {"Day off"}


def knows(country: str, year: int) -> bool:
    """Whether the country's holidays of that year are known."""
    return bool(_year(country.upper(), year))


def moves_are_known(country: str, year: int) -> bool:
    """Whether the working days that a decree moves are known for that year.

    True where no decree moves any; False for years after the last decree of a country that has one nearly every year,
    and for countries whose holidays are not known.
    """
    if not knows(country, year):
        return False
    table = _table(country.upper(), year)
    decreed = [decree for decree in getattr(table, "special_public_holidays", {}) if isinstance(decree, int)]
    last = max(decreed, default=year)
    is_yearly = len([decree for decree in decreed if decree > last - 5]) >= 4
    return year <= last or not is_yearly


def _run(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        yield first + timedelta(days=ahead)


def _day(country: str, day: date) -> CalendarDay:
    table = _table(country, day.year)
    if table is None or not _year(country, day.year):
        return CalendarDay(day, is_working=day.weekday() < 5, holiday="", known=False)
    return CalendarDay(day, is_working=table.is_working_day(day), holiday=table.get(day, ""), known=True)


@lru_cache(maxsize=400)
def _year(country: str, year: int) -> tuple[date, ...]:
    table = _table(country, year)
    return () if table is None else tuple(table)


@lru_cache(maxsize=400)
def _table(country: str, year: int) -> holidays.HolidayBase | None:
    try:
        return holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return None
