"""Days and weeks on which a source's total departs from what is usual for it, so far that chance hardly explains it.

A day is held against the median of the same weekday in the eight weeks before; a week against the median of the eight
weeks before it. How far apart is judged by the source's own scatter: the median absolute deviation of the 56 days
before (Rousseeuw and Croux 1993; × 1.4826 for a normal spread), never less than counts scatter by themselves
(√ of the count). The limits are so wide that a steady source is accused in less than one month out of twenty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log, sqrt
from statistics import median

from dashboard.domain.period import Period

WEEKS_BEFORE = 8
FEWEST_WEEKS = 6
DAY_LIMIT, WEEK_LIMIT = 5.5, 3.5  # in spreads
LONGEST_PAUSE = 4
NEIGHBOUR_LIMIT = 2.5  # for a day beside one that is told
DAY_CHANGE, WEEK_CHANGE = 0.5, 0.3  # of the usual
FEWEST_EVENTS = 15  # a difference of fewer is no news, however rare (method A4)
LEAST_MONEY_SPREAD = 0.06  # a budget that is spent to the cent would accuse every coin
LEAST_OF_USUAL = 0.01  # less is as strange as nothing at all
_TO_NORMAL = 1.4826
_MEDIAN_OF_EIGHT = 1.1  # the usual is itself known from eight figures only


@dataclass(frozen=True)
class Jump:
    """A run of days whose total is not the usual one: what it was (`now`), and what is usual (`then`)."""

    days: Period
    now: float
    then: float

    @property
    def difference(self) -> float:
        """By how much it departs."""
        return self.now - self.then

    @property
    def share(self) -> float:
        """The same as a share of the usual."""
        return self.difference / self.then


def jumps(totals: Mapping[date, float], period: Period, *, counted: bool) -> tuple[Jump, ...]:
    """The jumps within the period, in order of day.

    `totals` has the days that can be judged, those before the period too, and a zero where a day was quiet: days that
    are missing, not finished, or holidays are left out. `counted` for events (calls, orders), else money.
    """
    usual = {day: seen for day in totals if (seen := _usual(totals, day)) is not None}
    strange = {day: _strangeness(totals[day], usual[day], counted) for day in usual}
    days = _days(totals, usual, strange, period, counted)
    # One day can carry its whole week away: a week is told only where it departs without the days told already.
    calm = {
        day: usual[day] if any(day in jump.days for jump in days) and day in usual else totals[day] for day in totals
    }
    weeks = _weeks(totals, calm, strange, period, counted)
    return tuple(sorted([*weeks, *(jump for jump in days if not _told(jump, weeks))], key=lambda jump: jump.days))


def _usual(totals: Mapping[date, float], day: date) -> float | None:
    before = [totals[other] for week in range(1, WEEKS_BEFORE + 1) if (other := day - timedelta(weeks=week)) in totals]
    return median(before) if len(before) >= FEWEST_WEEKS else None


def _strangeness(now: float, usual: float, counted: bool) -> float:
    """The departure on a scale on which days scatter alike: counts by their root (Anscombe 1948), money by its log."""
    if counted:
        return 2 * (sqrt(now + 0.375) - sqrt(usual + 0.375))
    return log(max(now, LEAST_OF_USUAL * usual) / usual) if usual > 0 else 0.0


def _spread(strange: Mapping[date, float], before: date, counted: bool) -> float | None:
    seen = [strange[day] for ago in range(1, 7 * WEEKS_BEFORE + 1) if (day := before - timedelta(days=ago)) in strange]
    if len(seen) < 4 * 7 // 2:
        return None
    middle = median(seen)
    spread = _TO_NORMAL * median(abs(value - middle) for value in seen)
    return max(spread, 1.0 if counted else LEAST_MONEY_SPREAD)


def _days(
    totals: Mapping[date, float],
    usual: Mapping[date, float],
    strange: Mapping[date, float],
    period: Period,
    counted: bool,
) -> list[Jump]:
    departs = {}  # day → how many spreads; those days alone whose change is large enough to matter
    for day in period:
        spread = _spread(strange, day, counted) if usual.get(day) else None
        if spread is not None and abs(totals[day] - usual[day]) >= DAY_CHANGE * usual[day]:
            departs[day] = strange[day] / (spread * _MEDIAN_OF_EIGHT)
    told = {day for day, by in departs.items() if abs(by) >= DAY_LIMIT}
    for step in (timedelta(days=1), timedelta(days=-1)):
        for day in sorted(departs, reverse=step.days < 0):
            beside = departs.get(day - step, 0.0) if day - step in told else 0.0
            if departs[day] * beside > 0 and abs(departs[day]) >= NEIGHBOUR_LIMIT:
                told.add(day)
    found = _joined([Jump(Period(day, day), totals[day], usual[day]) for day in sorted(told)], totals)
    return [jump for jump in found if _enough(jump, counted)]


def _weeks(
    totals: Mapping[date, float],
    calm: Mapping[date, float],
    strange: Mapping[date, float],
    period: Period,
    counted: bool,
) -> list[Jump]:
    """The whole weeks (seven days each) back from the last day that can be judged."""
    known = [day for day in totals if day in period]
    if not known:
        return []
    found: list[Jump] = []
    week = Period(max(known) - timedelta(days=6), max(known))
    while week.first >= period.first:
        now, judged = _total(totals, week), _total(calm, week)
        before = [_total(totals, week.shifted(-7 * ago)) for ago in range(1, WEEKS_BEFORE + 1)]
        seen = [total for total in before if total is not None]
        spread = _spread(strange, week.first, counted)
        if (
            now is not None
            and judged is not None
            and spread is not None
            and len(seen) >= FEWEST_WEEKS
            and (then := median(seen)) > 0
        ):
            jump = Jump(week, judged, then)
            by_days = spread * (sqrt(then) if counted else then / sqrt(7))
            by_weeks = _TO_NORMAL * median(abs(total - then) for total in seen)
            limit = WEEK_LIMIT * max(by_days, by_weeks) * _MEDIAN_OF_EIGHT
            if abs(jump.difference) >= limit and abs(jump.share) >= WEEK_CHANGE and _enough(jump, counted):
                found.append(Jump(week, now, then))
        week = week.shifted(-7)
    return _joined(sorted(found, key=lambda jump: jump.days), totals)


def _total(totals: Mapping[date, float], week: Period) -> float | None:
    """The week's total; None where a day of it cannot be judged."""
    days = [totals.get(day) for day in week]
    return None if None in days else sum(day for day in days if day is not None)


def _enough(jump: Jump, counted: bool) -> bool:
    return not counted or abs(jump.difference) >= FEWEST_EVENTS


def _joined(found: Sequence[Jump], totals: Mapping[date, float]) -> list[Jump]:
    """Runs of days that depart the same way as one; days that cannot be judged do not part them."""
    joined: list[Jump] = []
    for jump in found:
        last = joined[-1] if joined else None
        if last and (jump.difference > 0) == (last.difference > 0) and not _between(last.days, jump.days, totals):
            joined[-1] = Jump(Period(last.days.first, jump.days.last), last.now + jump.now, last.then + jump.then)
        else:
            joined.append(jump)
    return joined


def _between(one: Period, other: Period, totals: Mapping[date, float]) -> bool:
    """Whether a day that can be judged lies between the two, or more days than a long weekend."""
    days = [one.last + timedelta(days=ahead) for ahead in range(1, (other.first - one.last).days)]
    return len(days) > LONGEST_PAUSE or any(day in totals for day in days)


def _told(jump: Jump, weeks: Sequence[Jump]) -> bool:
    """Whether a week that departs the same way holds these days already."""
    return any(week.days.overlap(jump.days) and (week.difference > 0) == (jump.difference > 0) for week in weeks)
