"""Which days a shared link may show: what the agency gave away with it, whatever its reader asks for.

A policy is kept as one word: `free`, `2026-03-01..2026-03-31`, `months:3`, `months:3+` (and the running one),
`published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import (
    Period,
    full_month,
    month_end,
    months_later,
    parse_period,
    weekday_aligned_year_before,
    year_before,
)
from dashboard.domain.phrase import Phrase, say, say_n

Days = tuple[Period, ...]
"""Runs of days, in order, that neither meet nor touch; none at all where it is empty."""

MOST_MONTHS = 120

_MONTHS = re.compile(r"months:([1-9][0-9]{0,2})(\+?)")


@dataclass(frozen=True)
class Free:
    """Whatever days there are data of."""


@dataclass(frozen=True)
class Fixed:
    """The same days for good. Raises SettingsInvalid where they would end before they begin."""

    first: date
    last: date

    def __post_init__(self) -> None:
        Period(self.first, self.last)


@dataclass(frozen=True)
class LastMonths:
    """The last `count` whole months and, if `running`, the one that is not over. Moves on with the calendar."""

    count: int
    running: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_MONTHS:
            raise SettingsInvalid(
                say(
                    "A link shows the last 1 to {most} months, not {count}. Nothing was changed.",
                    most=MOST_MONTHS,
                    count=self.count,
                )
            )


@dataclass(frozen=True)
class Published:
    """The months whose figures were published, and no day of another. A month that is withdrawn closes at once."""


PeriodPolicy = Free | Fixed | LastMonths | Published
ANY_DAYS = Free()


def days(policy: PeriodPolicy, today: date, published: Iterable[date]) -> Days | None:
    """The days that a policy gives, seen from today; None for all. `published` are months by their first days."""
    match policy:
        case Free():
            return None
        case Fixed(first, last):
            return (Period(first, last),)
        case LastMonths(count, running):
            first = months_later(today.replace(day=1), -count)
            return (Period(first, month_end(today) if running else today.replace(day=1) - timedelta(days=1)),)
        case Published():
            return joined(full_month(month) for month in published)


def joined(periods: Iterable[Period]) -> Days:
    """Periods as runs: those that meet or touch made one."""
    runs: list[Period] = []
    for period in sorted(periods):
        if runs and period.first <= runs[-1].last + timedelta(days=1):
            runs[-1] = Period(runs[-1].first, max(runs[-1].last, period.last))
        else:
            runs.append(period)
    return tuple(runs)


def with_year_before(runs: Days) -> Days:
    """The days with those that a comparison with the year before sets against them: same dates, and same weekdays.

    Whoever is given a year over year is given what it compares with; no other screen goes beyond the policy's days.
    """
    then = [way(run) for run in runs for way in (year_before, weekday_aligned_year_before)]
    return joined((*runs, *then))


def part_of(runs: Days | None, asked: Period, until: date) -> Period | None:
    """The newest of the days asked for that are given and have begun until a day; None where there are none."""
    for run in reversed(runs if runs is not None else (asked,)):
        given = run.overlap(asked)
        if given is not None and given.first <= until:
            return Period(given.first, min(given.last, until))
    return None


def holds(runs: Days | None, period: Period) -> bool:
    """Whether every day of the period is among them; None is every day."""
    return runs is None or any(run.first <= period.first and period.last <= run.last for run in runs)


def written(policy: PeriodPolicy) -> str:
    """The policy as it is kept, and as the command line takes it."""
    match policy:
        case Free():
            return "free"
        case Fixed(first, last):
            return f"{first.isoformat()}..{last.isoformat()}"
        case LastMonths(count, running):
            return f"months:{count}{'+' if running else ''}"
        case Published():
            return "published"


def read(text: str) -> PeriodPolicy:
    """The policy that was written so. Raises SettingsInvalid for anything else."""
    if text == "free":
        return Free()
    if text == "published":
        return Published()
    if found := _MONTHS.fullmatch(text):
        return LastMonths(int(found[1]), running=bool(found[2]))
    first, between, last = text.partition("..")
    if between:
        period = parse_period(first, last)
        return Fixed(period.first, period.last)
    raise SettingsInvalid(
        say(
            "“{text}” is no period of a link: expected free, published, months:3, months:3+ (with the running month) "
            "or 2026-03-01..2026-03-31. Nothing was changed.",
            text=text,
        )
    )


def told(policy: PeriodPolicy) -> Phrase:
    """The policy in words, for lists."""
    match policy:
        case Free():
            return say("any days")
        case Fixed(first, last):
            return say("{days} only", days=Period(first, last).span)
        case LastMonths(count, running=True):
            return say_n("{count} last month and this one", "{count} last months and this one", count)
        case LastMonths(count):
            return say_n("{count} last whole month", "{count} last whole months", count)
        case Published():
            return say("published months only")
