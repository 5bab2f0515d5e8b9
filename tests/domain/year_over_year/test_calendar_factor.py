"""The days of one period in days of another: learnt from the client's own, and believed where it foretells."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.comparison import Change
from dashboard.domain.period import Period, full_month, weekday_aligned_year_before, year_before
from dashboard.domain.year_over_year.calendar_factor import calendar_factor
from dashboard.domain.year_over_year.logmean import worth_of_factor

HISTORY = Period(date(2024, 1, 1), date(2026, 6, 30))


def daily(working: float, off: float, history: Period = HISTORY) -> dict[date, float]:
    return {
        day.day: working if day.is_working else off
        for day in calendar_days("RU", history.first, history.last)
        if working * day.is_working or off
    }


def test_golden_factors_of_months(shared: Callable[[str], Path]) -> None:
    """Days off that bring 0.4 of a working day, all over two and a half years."""
    golden = json.loads(shared("golden/05_calendar.json").read_text())
    brought = daily(10, 4)
    for case in golden["cases"]:
        now = full_month(date(case["y1"], case["month"], 1))
        found = calendar_factor(brought, now, year_before(now), "RU")
        assert found.accepted
        assert found.factor == pytest.approx(case["calendar_factor"], abs=2e-3)
    growth = golden["growth_example"]
    change = Change(*(round(growth[f"revenue_{year}_02"]) for year in (2025, 2024)))
    assert float(worth_of_factor(change, growth["calendar_factor"])) == pytest.approx(
        growth["calendar_money_lmdi"], abs=0.01
    )


def test_golden_weekdays_364_days_apart(shared: Callable[[str], Path]) -> None:
    for case in json.loads(shared("golden/05_calendar.json").read_text())["align_364"]:
        day = date.fromisoformat(case["date"])
        assert weekday_aligned_year_before(Period(day, day)).first.isoformat() == case["aligned"]


def test_a_client_whose_days_are_alike_has_no_calendar() -> None:
    chance = np.random.default_rng(3)
    brought = {day: float(chance.poisson(6)) for day in HISTORY}
    now = full_month(date(2026, 5, 1))
    found = calendar_factor(brought, now, year_before(now), "RU")
    assert not found.accepted
    assert (found.factor, found.se) == (1.0, 0.0)
    assert found.learnt_factor == pytest.approx(1, abs=0.02)


def test_without_a_calendar_the_leap_day_still_counts() -> None:
    now = full_month(date(2025, 2, 1))
    found = calendar_factor({}, now, year_before(now), "RU")
    assert not found.accepted
    assert found.factor == pytest.approx(28 / 29)


def test_days_off_without_a_sale_are_closed_and_working_days_alone_are_counted() -> None:
    now = full_month(date(2024, 3, 1))
    brought = daily(9, 0, Period(date(2022, 1, 1), now.last))
    found = calendar_factor(brought, now, year_before(now), "RU")
    assert found.accepted
    assert found.factor == pytest.approx(20 / 22, rel=1e-3)


def test_days_that_are_left_out_teach_nothing() -> None:
    brought = daily(10, 4)
    sale = list(Period(date(2025, 5, 1), date(2025, 5, 4)))
    brought |= dict.fromkeys(sale, 200.0)
    now = full_month(date(2026, 5, 1))
    spoilt, kept = (calendar_factor(brought, now, year_before(now), "RU", out) for out in ((), sale))
    assert abs(kept.factor - 1.0259) < 2e-3 < abs(spoilt.factor - 1.0259)


def test_a_year_whose_moved_days_no_decree_tells_yet_is_said() -> None:
    now = full_month(date(2031, 5, 1))
    assert not calendar_factor(daily(10, 4), now, year_before(now), "RU").knows_moves
    then = full_month(date(2026, 5, 1))
    assert calendar_factor(daily(10, 4), then, year_before(then), "RU").knows_moves


def after(first: date, days: int) -> Period:
    return Period(first, first + timedelta(days=days))


periods = st.builds(after, st.dates(HISTORY.first, date(2026, 5, 20)), st.integers(0, 40))


@settings(max_examples=8, deadline=None)
@given(periods, periods, st.floats(0, 1.5), st.integers(0, 2**31))
def test_swapped_periods_turn_the_factor_over(now: Period, then: Period, rest: float, seed: int) -> None:
    chance = np.random.default_rng(seed)
    usual = daily(9, 9 * rest)
    brought = {day: float(chance.poisson(usual.get(day, 0))) for day in HISTORY}
    there, back = (calendar_factor(brought, *both, "RU") for both in ((now, then), (then, now)))
    assert there.factor * back.factor == pytest.approx(1, rel=1e-12)
    assert (there.accepted, there.se, there.knows_moves) == (back.accepted, pytest.approx(back.se), back.knows_moves)
    assert there.windows == pytest.approx({name: -worth for name, worth in back.windows.items()})


def test_moves_are_known_only_where_they_are_of_all_years_of_both_periods() -> None:
    turn = Period(date(2027, 12, 20), date(2028, 1, 10))  # no decree yet
    plain = full_month(date(2025, 5, 1))
    found = [calendar_factor({}, *both, "RU").knows_moves for both in ((plain, turn), (turn, plain))]
    assert found == [False, False]
