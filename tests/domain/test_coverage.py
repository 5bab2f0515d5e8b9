"""Which days of a source are missing, and which are only quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.coverage import DayState, Rows, day_states, runs
from dashboard.domain.period import Period

FIRST = date(2026, 9, 7)  # a Monday
LAST = FIRST + timedelta(days=69)
TODAY = LAST + timedelta(days=4)
SPAN = Period(FIRST, LAST)


def rows(count: Callable[[date], int], *, every_day: bool = False, unfinished: date | None = None) -> Rows:
    counts = {day: count(day) for day in SPAN if count(day)}
    return Rows(counts, FIRST, LAST, every_day, unfinished)


def states(source: Rows, *, holidays: frozenset[date] = frozenset(), young: int = 0) -> dict[date, DayState]:
    period = Period(FIRST - timedelta(days=1), TODAY)
    return dict(zip(period, day_states(source, period, TODAY, young, holidays), strict=True))


def test_days_before_the_source_and_after_it_are_told_apart() -> None:
    found = states(rows(lambda day: 10))
    assert found[FIRST - timedelta(days=1)] is DayState.BEFORE
    assert found[FIRST] is found[LAST] is DayState.COMPLETE
    assert found[LAST + timedelta(days=1)] is DayState.AWAITED
    assert found[TODAY] is DayState.FUTURE


def test_nobody_waits_for_a_day_off_after_the_last_day_of_a_source() -> None:
    # Calls come from Monday to Saturday, and the last day is a Saturday: no Sunday is awaited, a Monday is.
    last = FIRST + timedelta(days=68)
    source = Rows({day: 10 for day in SPAN if day <= last and day.isoweekday() != 7}, FIRST, last, every_day=False)
    sunday, monday = last + timedelta(days=1), last + timedelta(days=2)
    assert states(source)[sunday] is DayState.QUIET
    assert states(source)[monday] is DayState.AWAITED
    assert states(source, holidays=frozenset({monday}))[monday] is DayState.QUIET
    assert states(replace(source, every_day=True), holidays=frozenset({monday}))[monday] is DayState.AWAITED


def test_a_source_that_is_quiet_on_sundays_is_not_accused() -> None:
    found = states(rows(lambda day: 0 if day.isoweekday() == 7 else 10))
    assert {state for day, state in found.items() if day.isoweekday() == 7 and day in SPAN and day < LAST} == {
        DayState.QUIET
    }
    assert DayState.MISSING not in found.values()


def test_an_empty_day_of_a_busy_source_is_missing_and_one_of_a_small_source_is_not() -> None:
    gap = FIRST + timedelta(days=30)
    assert states(rows(lambda day: 0 if day == gap else 10))[gap] is DayState.MISSING
    assert states(rows(lambda day: 0 if day == gap else 2))[gap] is DayState.QUIET


def test_many_empty_days_of_a_small_source_are_missing_together() -> None:
    gap = Period(FIRST + timedelta(days=30), FIRST + timedelta(days=33))
    found = states(rows(lambda day: 0 if day in gap else 2))
    assert {found[day] for day in gap} == {DayState.MISSING}


def test_ads_write_a_row_on_every_day_that_they_run() -> None:
    gap = FIRST + timedelta(days=30)
    assert states(rows(lambda day: 0 if day == gap else 1, every_day=True))[gap] is DayState.MISSING


def test_a_holiday_without_calls_is_quiet_and_one_without_ads_is_missing() -> None:
    gap = FIRST + timedelta(days=30)
    for every_day, expected in ((False, DayState.QUIET), (True, DayState.MISSING)):
        source = rows(lambda day: 0 if day == gap else 10, every_day=every_day)
        assert states(source, holidays=frozenset({gap}))[gap] is expected


def test_the_last_days_may_still_change_and_one_of_an_early_file_is_not_whole() -> None:
    assert states(rows(lambda day: 10), young=6)[LAST] is DayState.PROVISIONAL
    assert states(rows(lambda day: 10, unfinished=LAST))[LAST] is DayState.PARTIAL
    assert states(rows(lambda day: 10, unfinished=FIRST))[LAST] is DayState.COMPLETE


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("MMCM", [(0, 1), (3, 3)]), ("MQM", [(0, 2)]), ("CQC", []), ("QMQ", [(1, 1)])],
)
def test_runs_join_over_quiet_days(marks: str, expected: list[tuple[int, int]]) -> None:
    kinds = {"M": DayState.MISSING, "C": DayState.COMPLETE, "Q": DayState.QUIET}
    days = [FIRST + timedelta(days=place) for place in range(len(marks))]
    found = runs(days, [kinds[mark] for mark in marks], DayState.MISSING)
    assert [((run.first - FIRST).days, (run.last - FIRST).days) for run in found] == expected


@given(counts=st.lists(st.integers(0, 30), min_size=30, max_size=70))
def test_a_day_with_rows_is_never_missing(counts: list[int]) -> None:
    by_day = {FIRST + timedelta(days=place): count for place, count in enumerate(counts)}
    source = Rows(by_day, FIRST, max(by_day), every_day=False)
    found = zip(SPAN, day_states(source, SPAN, TODAY, 0), strict=True)
    assert all(not by_day.get(day) for day, state in found if state in (DayState.MISSING, DayState.QUIET))
