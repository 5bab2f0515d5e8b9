"""The period that another is compared with: which ones lie near at hand, and in what each is like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from dashboard.domain import calendar
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import (
    Period,
    month_end,
    months_later,
    previous_like,
    weekday_aligned_year_before,
    year_before,
)
from dashboard.domain.period_policy import Days, holds
from dashboard.domain.phrase import Number, Phrase, Term, say, say_n
from dashboard.domain.year_over_year.moving_holidays import moved, moving_holidays

MOST_TIMES_LONGER = 2  # beyond it hardly a day of the one has its like in the other
WEEK = 7


class Choice(StrEnum):
    """Which earlier period; all but `OWN` move along with the period itself."""

    YEAR_BEFORE = "year"
    WEEKDAYS = "weekdays"
    PREVIOUS = "previous"
    TWO_YEARS = "two-years"
    HOLIDAY = "holiday"  # as far from a moving holiday as this one is
    OWN = "own"


@dataclass(frozen=True)
class Trait:
    """One thing in which two periods are alike, or are not."""

    text: Phrase
    is_alike: bool


@dataclass(frozen=True)
class Proposal:
    """An earlier period, and in what it is like the one that it is proposed for."""

    choice: Choice
    then: Period
    traits: tuple[Trait, ...]


def days_of(choice: Choice, period: Period, country: str) -> Period:
    """The days of a choice, seen from the period; the year before where no holiday moved away from its days.

    Raises ValueError for days of one's own, which it cannot know.
    """
    match choice:
        case Choice.YEAR_BEFORE:
            return year_before(period)
        case Choice.WEEKDAYS:
            return weekday_aligned_year_before(period)
        case Choice.PREVIOUS:
            return previous_like(period)
        case Choice.TWO_YEARS:
            return year_before(year_before(period))
        case Choice.HOLIDAY:
            return around_holiday(period, country) or year_before(period)
        case Choice.OWN:
            raise ValueError("days of one's own are not counted from another period")


def around_holiday(period: Period, country: str) -> Period | None:
    """The days as far from the year before's moving holiday as these are from theirs: Easter against Easter.

    None where neither year's days hold the whole of one that the other's do not.
    """
    lost = next(
        (one for one in moved(country, period, year_before(period)) if one.days_now == one.now.window.days), None
    )
    return period.shifted((lost.then.day - lost.now.day).days) if lost else None


def proposals(period: Period, country: str, known: Period | None, given: Days | None = None) -> tuple[Proposal, ...]:
    """The earlier periods near at hand, those alone that may be looked at (`given`; None is every day).

    `known` are the days that the books of sales have whole.
    """
    found, seen = [], set()
    for choice in Choice:
        if choice is Choice.OWN:
            continue
        then = days_of(choice, period, country)
        if then in seen or not holds(given, then):
            continue
        seen.add(then)
        found.append(Proposal(choice, then, traits(period, then, country, known)))
    return tuple(found)


def traits(period: Period, then: Period, country: str, known: Period | None) -> tuple[Trait, ...]:
    """In what two periods are alike and in what not, what weighs most first."""
    return tuple(_traits(period, then, country, known))


def _traits(period: Period, then: Period, country: str, known: Period | None) -> Iterator[Trait]:
    if period.days != then.days:
        yield Trait(say("{now} days against {then}", now=Number(period.days), then=Number(then.days)), False)
    working = [calendar.working_days(country, of) for of in (period, then)]
    if working[0] == working[1]:
        yield Trait(say_n("{count} working day in both", "{count} working days in both", working[0]), True)
    else:
        values = {"now": Number(working[0]), "then": Number(working[1])}
        yield Trait(say("{now} working days against {then}", **values), False)
    if period.days == then.days and (period.first - then.first).days % WEEK == 0:
        yield Trait(say("the same weekdays"), True)
    here, there = (_holidays(country, of) for of in (period, then))
    if here & there:
        yield Trait(say("both with {holidays}", holidays=_named(here & there)), True)
    if here ^ there:
        yield Trait(say("only one has {holidays}", holidays=_named(here ^ there)), False)
    if known is None or then.last < known.first or then.first > known.last:
        yield Trait(say("no sales data then"), False)
    elif then.first < known.first:
        yield Trait(say("its first days have no data"), False)
    elif period.last <= known.last:
        yield Trait(say("both are over"), True)


def _holidays(country: str, period: Period) -> set[str]:
    """The holidays that the period holds, those that move among them."""
    years = range(period.first.year, period.last.year + 1)
    moving = {one.name for year in years for one in moving_holidays(country, year) if one.day in period}
    return calendar.holiday_names(calendar.days(country, period.first, period.last)) | moving


def _named(holidays: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term(name) for name in sorted(holidays))


def require_like(period: Period, then: Period) -> None:
    """Raises SettingsInvalid where the earlier period cannot be set against this one at all: it is not earlier, or so
    much shorter or longer that nothing of the two is alike."""
    values = {"now": period.span, "then": then.span}
    if then.last >= period.first:
        raise SettingsInvalid(
            say(
                "{now} cannot be compared with {then}: the period compared with must end before the other begins. "
                "Choose earlier days. Nothing was compared.",
                **values,
            )
        )
    shorter, longer = sorted((period.days, then.days))
    if longer > MOST_TIMES_LONGER * shorter:
        raise SettingsInvalid(
            say(
                "{now} cannot be compared with {then}: {days_now} days against {days_then}, and nothing in them is "
                "alike. Choose a period of {least} to {most} days. Nothing was compared.",
                **values,
                days_now=Number(period.days),
                days_then=Number(then.days),
                least=Number(-(-period.days // MOST_TIMES_LONGER)),
                most=Number(period.days * MOST_TIMES_LONGER),
            )
        )


def like_days(elapsed: Period, period: Period, then: Period) -> tuple[Period, Period]:
    """As much of the period as is over, and the days of the earlier one that stand against it.

    Where the one lies whole months before the other, days stand against the same dates; else the first against the
    first, as many as both have.
    """
    months = months_between(period, then)
    if months is None:
        days = timedelta(days=min(elapsed.days, then.days) - 1)
        return Period(elapsed.first, elapsed.first + days), Period(then.first, then.first + days)
    if elapsed == period:
        return period, then
    last = months_later(elapsed.last, -months)
    last = month_end(last) if elapsed.is_full_months else last
    return elapsed, Period(then.first, min(last, then.last))


def months_between(period: Period, then: Period) -> int | None:
    """By how many whole months the one lies before the other; None where it is no such number."""
    months = (period.first.year - then.first.year) * 12 + period.first.month - then.first.month
    return months if _is_months_before(period, then, months) else None


def _is_months_before(period: Period, then: Period, months: int) -> bool:
    last = months_later(period.last, -months)
    return months_later(period.first, -months) == then.first and then.last in (last, month_end(last))


def like_weekdays(elapsed: Period, then: Period) -> Period:
    """The days of the same weekdays nearest to the earlier period: 364 days before for the year before."""
    weeks = round((elapsed.first - then.first).days / WEEK)
    return elapsed.shifted(-WEEK * weeks)
