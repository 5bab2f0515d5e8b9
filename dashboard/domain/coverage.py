"""Which days of a source are there, which are missing, and which cannot be there yet.

A day without rows is no gap by itself: a source may be quiet on Sundays, and a small one on any day. Ads write a row
for every day that they run; of calls, deals and orders a day is missing only where chance would hardly leave it empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from dashboard.domain.period import Period

WEEKS_LOOKED_AT = 6  # the same weekday so many weeks before and after says what is usual
FEWEST_WEEKS = 3
EXPECTED_AT_LEAST = 7.0  # so many rows are usual where there is none: chance does that once in a thousand times
USUAL_SHARE = 0.5  # of the same weekdays: on fewer than that a source is quiet


class DayState(StrEnum):
    """What one day of a source is."""

    BEFORE = "before"  # the source had not begun
    COMPLETE = "complete"
    PROVISIONAL = "provisional"  # there, and may still be corrected
    PARTIAL = "partial"  # its file was made before the day was over
    QUIET = "quiet"  # nothing, as on such days it is usual
    MISSING = "missing"
    AWAITED = "awaited"  # over, and after the source's last day
    FUTURE = "future"  # not over yet


@dataclass(frozen=True)
class Rows:
    """A source's rows by day, from its first day to its last. `every_day` where it writes some on each day it runs."""

    by_day: Mapping[date, int]
    first: date
    last: date
    every_day: bool
    unfinished: date | None = None  # the last day of a file that was made on that day

    def usual(self, day: date) -> list[int]:
        """The rows of the same weekday in the weeks around the day."""
        weeks = (day + timedelta(weeks=step) for step in range(-WEEKS_LOOKED_AT, WEEKS_LOOKED_AT + 1) if step)
        return [self.by_day.get(other, 0) for other in weeks if self.first <= other <= self.last]

    def before(self, day: date) -> list[int]:
        """The rows of the same weekday in the weeks before the day in which the source had any."""
        weeks = (day - timedelta(weeks=step) for step in range(1, WEEKS_LOOKED_AT + 1))
        return [self.by_day.get(other, 0) for other in weeks if self._any_in_the_week_to(other)]

    def _any_in_the_week_to(self, last: date) -> bool:
        return any(self.by_day.get(last - timedelta(days=back)) for back in range(7))


def day_states(
    rows: Rows, period: Period, today: date, provisional_days: int, holidays: frozenset[date] = frozenset()
) -> tuple[DayState, ...]:
    """The state of each day of the period, in order. `provisional_days` counts today as the first of them."""
    empty = {day for day in period if rows.first < day < rows.last and not rows.by_day.get(day)}
    missing = _missing(rows, sorted(empty), holidays)
    young = today - timedelta(days=provisional_days)
    return tuple(_state(day, rows, today, young, empty, missing, holidays) for day in period)


def runs(days: Sequence[date], states: Sequence[DayState], wanted: DayState) -> tuple[Period, ...]:
    """The days of one state as runs; quiet days between two of them belong to the run."""
    found: list[Period] = []
    quiet = False
    for day, state in zip(days, states, strict=True):
        if state is wanted:
            joins = found and (quiet or found[-1].last == day - timedelta(days=1))
            if joins:
                found[-1] = Period(found[-1].first, day)
            else:
                found.append(Period(day, day))
            quiet = True
        elif state is not DayState.QUIET:
            quiet = False
    return tuple(found)


def _state(
    day: date,
    rows: Rows,
    today: date,
    young: date,
    empty: set[date],
    missing: set[date],
    holidays: frozenset[date],
) -> DayState:
    if day >= today and day > rows.last:
        return DayState.FUTURE
    if day > rows.last:
        return DayState.QUIET if _is_off(rows, day, holidays) else DayState.AWAITED
    if day < rows.first:
        return DayState.BEFORE
    if day in empty:
        return DayState.MISSING if day in missing else DayState.QUIET
    if day == rows.last and day == rows.unfinished:
        return DayState.PARTIAL
    return DayState.PROVISIONAL if day > young else DayState.COMPLETE


def _is_off(rows: Rows, day: date, holidays: frozenset[date]) -> bool:
    """Whether nothing is to be expected of a day after the source's last, so that nobody waits for it."""
    if rows.every_day:
        return False
    if day in holidays:
        return True
    seen = rows.before(day)
    return len(seen) >= FEWEST_WEEKS and not _is_usual(seen)


def _is_usual(seen: Sequence[int]) -> bool:
    return sum(count > 0 for count in seen) > USUAL_SHARE * len(seen)


def _missing(rows: Rows, empty: Sequence[date], holidays: frozenset[date]) -> set[date]:
    """The empty days that should not be."""
    usual = {day: rows.usual(day) for day in empty if rows.every_day or day not in holidays}
    open_days = [day for day, seen in usual.items() if len(seen) >= FEWEST_WEEKS and _is_usual(seen)]
    if rows.every_day:
        return set(open_days)
    found: set[date] = set()
    for run in _neighbours(open_days):
        expected = sum(median(usual[day]) / _spread(usual[day]) for day in run)
        if expected >= EXPECTED_AT_LEAST:
            found.update(run)
    return found


def _neighbours(days: Sequence[date]) -> list[list[date]]:
    """Days in runs of one after another; a weekend between two does not part them."""
    found: list[list[date]] = []
    for day in days:
        if found and (day - found[-1][-1]).days <= 3:
            found[-1].append(day)
        else:
            found.append([day])
    return found


def _spread(counts: Sequence[int]) -> float:
    """By how much the counts scatter more than events that know nothing of each other; not below 1, nor above 4."""
    known = [count for count in counts if count]
    mean = sum(known) / len(known)
    over = sum((count - mean) ** 2 for count in known) / mean / max(len(known) - 1, 1)
    return min(max(over, 1.0), 4.0)
