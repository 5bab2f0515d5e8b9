"""Periods of whole days, and the earlier periods they are compared with."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Span, say


@dataclass(frozen=True, order=True)
class Period:
    """A run of days, both ends included. Raises SettingsInvalid where it would end before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise SettingsInvalid(
                say(
                    "The period ends on {last}, before it begins on {first}: give the earlier day first.",
                    first=self.first,
                    last=self.last,
                )
            )

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def span(self) -> Span:
        """The period as a value of a phrase."""
        return Span(self.first, self.last)

    @property
    def is_full_months(self) -> bool:
        """Whether it begins with a month's first day and ends with a month's last."""
        return self.first.day == 1 and self.last == month_end(self.last)

    @property
    def is_month_to_date(self) -> bool:
        """Whether it is the beginning of one month, or the whole of it."""
        return self.first.day == 1 and (self.first.year, self.first.month) == (self.last.year, self.last.month)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def contains(self, day: date) -> bool:
        """Whether the day lies in it."""
        return day in self

    def __iter__(self) -> Iterator[date]:
        for ahead in range(self.days):
            yield self.first + timedelta(days=ahead)

    def months(self) -> tuple[date, ...]:
        """The first days of the months that it touches, in order."""
        months = []
        month = self.first.replace(day=1)
        while month <= self.last:
            months.append(month)
            month = months_later(month, 1)
        return tuple(months)

    def overlap(self, other: Period) -> Period | None:
        """The days that both have; None where they have none in common."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    def shifted(self, days: int) -> Period:
        """The same number of days, so many days later (earlier where negative)."""
        return Period(self.first + timedelta(days=days), self.last + timedelta(days=days))


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later (earlier where negative), or that month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def full_month(day: date) -> Period:
    """The whole month that holds the day."""
    return Period(day.replace(day=1), month_end(day))


def month_to_date(today: date) -> Period:
    """The month so far: from its first day to today, included."""
    return Period(today.replace(day=1), today)


def previous_like(period: Period) -> Period:
    """The period before it, of the same kind.

    Whole months: as many months before. The beginning of a month: the same elapsed days of the month before (all of
    that month where it is shorter). Anything else: the same number of days just before.
    """
    if period.is_full_months:
        count = len(period.months())
        return Period(months_later(period.first, -count), period.first - timedelta(days=1))
    if period.is_month_to_date:
        return Period(months_later(period.first, -1), months_later(period.last, -1))
    return period.shifted(-period.days)


def year_before(period: Period) -> Period:
    """The same dates one year earlier; 29 February becomes 28 February, and a whole February stays whole."""
    last = months_later(period.last, -12)
    return Period(months_later(period.first, -12), month_end(last) if period.is_full_months else last)


def weekday_aligned_year_before(period: Period) -> Period:
    """The same weekdays 52 weeks (364 days) earlier."""
    return period.shifted(-364)


def parse_period(first: str, last: str) -> Period:
    """A period from two ISO days (2025-12-01). Raises SettingsInvalid, naming the text that is not a day."""
    return Period(_day(first), _day(last))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise SettingsInvalid(
            say("“{text}” is not a day: write it as year-month-day, such as 2025-12-31.", text=text)
        ) from None
