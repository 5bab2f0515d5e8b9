"""Holidays whose dates move from year to year, with the days around them on which people buy otherwise.

Easter comes from `dateutil`, Ramadan (by Umm al-Qura, which may be a day off what is seen in the sky) from `holidays`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as easter_of
from holidays.calendars.islamic import _IslamicLunar

from dashboard.domain import calendar
from dashboard.domain.period import Period, full_month, month_end, months_later
from dashboard.domain.phrase import N_

EASTER, MASLENITSA = N_("Easter"), N_("Maslenitsa")
RAMADAN, BLACK_FRIDAY = N_("Ramadan"), N_("Black Friday")
MOVING = ("easter", "black_friday", "maslenitsa", "ramadan")
"""Their keys."""

ORTHODOX = frozenset({"RU", "BY", "UA", "GE", "RS", "BG", "GR", "CY", "RO", "MD", "ME", "MK"})
_MASLENITSA = frozenset({"RU", "BY", "UA"})
_MOST_DAYS_OF_RAMADAN = 30
_THURSDAY = 3
_FARTHEST = 60  # days that a holiday moves by at most; two of one year are not each other's


@dataclass(frozen=True)
class MovingHoliday:
    """`name` is to be translated; `day` is the holiday (its first day, of several), `window` the days it works on."""

    name: str
    day: date
    window: Period

    @property
    def key(self) -> str:
        """What the product calls it: one of `MOVING`."""
        return self.name.lower().replace(" ", "_")


@dataclass(frozen=True)
class Moved:
    """A holiday that works on other days of the two periods: its day of each year, and how many days of its window
    each period holds."""

    now: MovingHoliday
    then: MovingHoliday
    days_now: int
    days_then: int

    @property
    def name(self) -> str:
        """What it is called, to be translated."""
        return self.now.name


def easter(year: int, country: str) -> date:
    """Easter Sunday as most people of the country keep it: the eastern or the western one."""
    sunday: date = easter_of(year, EASTER_ORTHODOX if country.upper() in ORTHODOX else EASTER_WESTERN)
    return sunday


def black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 22)


def maslenitsa(year: int) -> date:
    """The Monday of the week before the eastern Lent."""
    return easter(year, "RU") - timedelta(days=55)


def ramadans(year: int) -> tuple[date, ...]:
    """The first days of the Ramadans that begin in the year: one as a rule, two in some years; none if not known."""
    return tuple(sorted(day for day, _ in _IslamicLunar().ramadan_beginning_dates(year) if day.year == year))


@lru_cache(maxsize=400)
def moving_holidays(country: str, year: int) -> tuple[MovingHoliday, ...]:
    """Those of the year that the country's people keep, in the order of their days."""
    country = country.upper()
    sunday, friday = easter(year, country), black_friday(year)
    found = [
        MovingHoliday(EASTER, sunday, Period(sunday - timedelta(days=7), sunday + timedelta(days=1))),
        MovingHoliday(BLACK_FRIDAY, friday, Period(friday, friday + timedelta(days=3))),
    ]
    if country in _MASLENITSA:
        monday = maslenitsa(year)
        found.append(MovingHoliday(MASLENITSA, monday, Period(monday, monday + timedelta(days=6))))
    for begins in ramadans(year) if _keeps_ramadan(country) else ():
        # Eid al-Fitr, the three days after the month, belongs to it for whoever sells.
        last = begins + timedelta(days=_MOST_DAYS_OF_RAMADAN + 2)
        found.append(MovingHoliday(RAMADAN, begins, Period(begins, last)))
    return tuple(sorted(found, key=lambda holiday: holiday.day))


@lru_cache(maxsize=200)
def _keeps_ramadan(country: str) -> bool:
    """Whether the end of Ramadan is a holiday of the whole country."""
    year = calendar.days(country, date(2025, 1, 1), date(2025, 12, 31))
    return any("Eid al-Fitr" in day.holiday or "Ramadan" in day.holiday for day in year)


def moved(country: str, now: Period, then: Period) -> tuple[Moved, ...]:
    """The moving holidays of which the two periods, a year or more apart, hold different parts."""
    years = now.first.year - then.first.year
    if years < 1:
        return ()
    found = []
    for year in range(now.first.year, now.last.year + 1):
        before = {holiday.name: holiday for holiday in moving_holidays(country, year - years)}
        for holiday in moving_holidays(country, year):
            other = before.get(holiday.name)
            if other is None or abs((holiday.day - other.day).days - 365 * years) > _FARTHEST:
                continue
            here, there = _days(holiday.window, now), _days(other.window, then)
            if here != there:
                found.append(Moved(holiday, other, here, there))
    return tuple(found)


def combined(moving: Moved) -> tuple[Period, Period]:
    """Whole months of both years that hold the holiday's window wherever it fell: of now, of then."""
    years = moving.now.day.year - moving.then.day.year
    first_then = months_later(full_month(moving.then.window.first).first, 12 * years)
    last_then = months_later(full_month(moving.then.window.last).first, 12 * years)
    first = min(full_month(moving.now.window.first).first, first_then)
    last = month_end(max(full_month(moving.now.window.last).first, last_then))
    return Period(first, last), Period(
        months_later(first, -12 * years), month_end(months_later(full_month(last).first, -12 * years))
    )


def _days(window: Period, period: Period) -> int:
    both = window.overlap(period)
    return both.days if both else 0
