"""A real jump is told, and a steady source is hardly ever accused."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest

from dashboard.domain.jumps import jumps
from dashboard.domain.period import Period

FIRST = date(2026, 8, 3)  # a Monday
DAYS = 112
LAST = FIRST + timedelta(days=DAYS - 1)
JUDGED = Period(LAST - timedelta(days=27), LAST)
WEEK = (1.0, 1.1, 1.05, 1.0, 0.95, 0.5, 0.3)
MONTHS = 200


def steady(seed: int, mean: float, scatter: float, *, counted: bool) -> dict[date, float]:
    """A source with its weekdays: counts that scatter `scatter` times as much as chance, or money by a log-normal."""
    chance = random.Random(seed)  # noqa: S311
    found = {}
    for ahead in range(DAYS):
        day = FIRST + timedelta(days=ahead)
        usual = mean * WEEK[day.weekday()]
        if not counted:
            found[day] = usual * math.exp(chance.gauss(0, scatter))
            continue
        rate = chance.gammavariate(usual / (scatter - 1), scatter - 1) if scatter > 1 else usual
        found[day] = float(_events(chance, rate))
    return found


def _events(chance: random.Random, rate: float) -> int:
    """How many events of a Poisson process with this mean fall into one unit of time."""
    count, passed = -1, 0.0
    while passed < rate:
        passed += chance.expovariate(1.0)
        count += 1
    return max(count, 0)


@pytest.mark.parametrize(
    ("mean", "scatter", "counted"),
    [(3, 1, True), (12, 1, True), (12, 4, True), (40, 3, True), (1000, 0.1, False), (1000, 0.5, False)],
)
def test_a_steady_source_is_accused_in_at_most_one_month_of_twenty(mean: float, scatter: float, counted: bool) -> None:
    accused = sum(
        bool(jumps(steady(seed, mean, scatter, counted=counted), JUDGED, counted=counted)) for seed in range(MONTHS)
    )
    assert accused / MONTHS <= 0.05


def flat(now: dict[date, float]) -> dict[date, float]:
    """A hundred a day, a little up and down, with some days replaced."""
    return {day: 100.0 + place % 3 for place, day in enumerate(Period(FIRST, LAST))} | now


def test_a_day_that_doubles_is_told_with_what_is_usual() -> None:
    day = LAST - timedelta(days=9)
    (found,) = jumps(flat({day: 202.0}), JUDGED, counted=False)
    assert (found.days, found.now, found.then) == (Period(day, day), 202, 101)
    assert found.share == 1.0


def test_a_week_of_half_the_spend_is_one_jump_of_seven_days() -> None:
    week = Period(LAST - timedelta(days=6), LAST)
    (found,) = jumps(flat(dict.fromkeys(week, 40.0)), JUDGED, counted=False)
    assert found.days == week
    assert found.difference < 0


def test_days_that_cannot_be_judged_do_not_part_a_run() -> None:
    run = Period(LAST - timedelta(days=12), LAST - timedelta(days=10))
    totals = flat(dict.fromkeys(run, 300.0))
    del totals[run.first + timedelta(days=1)]
    (found,) = jumps(totals, JUDGED, counted=False)
    assert (found.days, found.now) == (run, 600)


def test_a_small_count_is_no_news() -> None:
    day = LAST - timedelta(days=9)
    calls = dict.fromkeys(Period(FIRST, LAST), 1.0) | {day: 12.0}
    assert jumps(calls, JUDGED, counted=True) == ()
    assert jumps(calls | {day: 40.0}, JUDGED, counted=True)


def test_what_lies_before_the_period_is_not_told() -> None:
    day = JUDGED.first - timedelta(days=2)
    assert jumps(flat({day: 300.0}), JUDGED, counted=False) == ()


def test_a_source_of_three_weeks_is_not_judged() -> None:
    young = {day: value for day, value in flat({LAST: 900.0}).items() if day > LAST - timedelta(days=21)}
    assert jumps(young, JUDGED, counted=False) == ()
