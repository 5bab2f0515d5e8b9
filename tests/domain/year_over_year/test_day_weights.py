"""Weights of days: recovered where nothing is by chance, quiet where days are alike, and zero where it is closed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.domain.year_over_year.day_weights import CLOSED_FROM, KindOfDay, Observed, learnt

WEEK = (120, 110, 100, 100, 90, 50, 40)
PLAIN = [KindOfDay(weekday) for weekday in range(7)]


def run(weeks: int, amounts: tuple[float, ...] = WEEK) -> list[Observed]:
    return [Observed(KindOfDay(weekday), amounts[weekday], week // 4) for week in range(weeks) for weekday in range(7)]


def test_golden_weights_of_a_week_with_holidays(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/23_day_weights.json").read_text())
    with shared("golden/23_day_weights_series.csv").open() as file:
        days = [
            Observed(KindOfDay(int(row["dow"]), ("holiday",) * int(row["holiday"])), float(row["sales"]))
            for row in csv.DictReader(file)
        ]
    weights = learnt(days, pull=0)
    assert weights is not None
    assert [weights.weight(kind) for kind in PLAIN] == pytest.approx(golden["dow_weights_mean_one"], abs=1e-9)
    monday_off = KindOfDay(0, ("holiday",))
    assert weights.weight(monday_off) / weights.weight(PLAIN[0]) == pytest.approx(golden["holiday_factor"], abs=1e-9)
    assert weights.sum(PLAIN) == pytest.approx(golden["equivalents"]["week_full"])
    assert weights.sum([monday_off, *PLAIN[1:]]) == pytest.approx(golden["equivalents"]["week_with_monday_holiday"])


def test_days_of_a_week_and_months_of_a_year_are_told_apart() -> None:
    growing = [Observed(day.kind, day.amount * (1 + int(place / 28)), day.level) for place, day in enumerate(run(24))]
    weights = learnt(growing, pull=0)
    assert weights is not None
    assert [weights.weight(kind) for kind in PLAIN] == pytest.approx([7 * amount / sum(WEEK) for amount in WEEK])


def test_few_days_are_pulled_towards_equal_ones() -> None:
    few = learnt(run(4, (2, 1, 1, 1, 1, 1, 0)))
    many = learnt(run(60, (2, 1, 1, 1, 1, 1, 0.1)))
    assert few is not None
    assert many is not None
    assert 1 < few.weight(PLAIN[0]) < many.weight(PLAIN[0])
    assert few.log_ratio_se(PLAIN[:1], PLAIN[1:2]) > many.log_ratio_se(PLAIN[:1], PLAIN[1:2])


def test_a_kind_of_day_on_which_nothing_ever_came_is_closed() -> None:
    off = KindOfDay(2, ("off",))
    days = run(20, (*WEEK[:5], 0, 0)) + [Observed(off, 0, week) for week in range(CLOSED_FROM)]
    weights = learnt(days)
    assert weights is not None
    assert weights.closed == {"5", "6", "off"}
    assert [weights.weight(kind) for kind in (off, PLAIN[5], PLAIN[6])] == [0, 0, 0]
    assert weights.sum(PLAIN) == pytest.approx(7)


def test_days_that_never_brought_anything_teach_nothing() -> None:
    assert learnt([]) is None
    assert learnt(run(8, (0,) * 7)) is None


def test_the_error_of_a_ratio_is_what_chance_makes_it() -> None:
    """Ratios of two stretches of days, learnt from days that chance alone made, spread as their error says."""
    now, then = [*PLAIN, PLAIN[0]], [*PLAIN, PLAIN[5]]
    chance, ratios, errors = np.random.default_rng(5), [], []
    for _ in range(60):
        days = [
            Observed(KindOfDay(weekday), float(chance.poisson(5)), week // 4)
            for week in range(26)
            for weekday in range(7)
        ]
        weights = learnt(days)
        assert weights is not None
        ratios.append(weights.sum(now) / weights.sum(then))
        errors.append(weights.log_ratio_se(now, then))
    spread = (sum((ratio - 1) ** 2 for ratio in ratios) / len(ratios)) ** 0.5
    assert spread == pytest.approx(sum(errors) / len(errors), rel=0.35)


@given(some.lists(some.integers(1, 30), min_size=7, max_size=7), some.integers(1, 9))
def test_the_scale_of_the_amounts_changes_no_weight(amounts: list[int], times: int) -> None:
    small, large = (learnt(run(6, tuple(one * amount for amount in amounts)), pull=0) for one in (1, times))
    assert small is not None
    assert large is not None
    for kind in PLAIN:
        assert small.weight(kind) == pytest.approx(large.weight(kind), rel=1e-6)


def test_two_weeks_make_no_ratio() -> None:
    weights = learnt(run(10))
    assert weights is not None
    first = date(2026, 1, 5)
    kinds = [KindOfDay((first + timedelta(days=ahead)).weekday()) for ahead in range(14)]
    assert weights.sum(kinds) == pytest.approx(14)
    assert weights.log_ratio_se(kinds, kinds) == 0
