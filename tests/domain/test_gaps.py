"""Gaps are days between covered days, whatever order and overlap the runs come in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import gaps

START = date(2026, 3, 1)


def runs(*ends: tuple[int, int]) -> list[gaps.Run]:
    return [(START + timedelta(days=first), START + timedelta(days=last)) for first, last in ends]


def test_days_between_runs_are_gaps_and_runs_that_touch_leave_none() -> None:
    assert gaps.between(runs((0, 1), (5, 6), (2, 2))) == runs((3, 4))
    assert gaps.between(runs((0, 1), (5, 6)), shortest=4) == []
    assert gaps.between([]) == []


def test_a_run_inside_another_opens_nothing() -> None:
    assert gaps.between(runs((0, 9), (2, 3), (10, 11))) == []


def every_day(of: list[gaps.Run]) -> set[date]:
    return {first + timedelta(days=ahead) for first, last in of for ahead in range((last - first).days + 1)}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), min_size=1))
def test_gaps_are_exactly_the_days_that_no_run_has(found: list[tuple[int, int]]) -> None:
    covered = runs(*((first, first + more) for first, more in found))
    days = {first + timedelta(days=ahead) for first, last in covered for ahead in range((last - first).days + 1)}
    missing = {
        first + timedelta(days=n) for first, last in gaps.between(covered) for n in range((last - first).days + 1)
    }
    whole = {min(days) + timedelta(days=ahead) for ahead in range((max(days) - min(days)).days + 1)}
    assert missing == whole - days
