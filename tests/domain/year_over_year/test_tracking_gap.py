"""Days that no file tells of, filled by those that one does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dashboard.domain.year_over_year.silence import DayCount
from dashboard.domain.year_over_year.tracking_gap import Gap, tracking_gap

FIRST = date(2025, 12, 1)  # a Monday


def of(*counts: int) -> list[DayCount]:
    return [DayCount(FIRST + timedelta(days=ahead), count) for ahead, count in enumerate(counts)]


def silent(days: list[DayCount]) -> set[date]:
    return {one.day for one in days if not one.count}


def found(*counts: int) -> Gap | None:
    return tracking_gap(of(*counts), silent(of(*counts)))


def test_missing_days_count_as_the_covered_ones() -> None:
    # Golden 14: 252 leads on 24 of 30 days are 10.5 a day, 5 % more than 300 on all 30.
    gap = found(*[10, 11] * 5, *[0] * 6, *[10, 11] * 7)
    assert gap is not None
    assert (len(gap.days), gap.share) == (6, 0.25)
    assert (252 + gap.missing) / 300 - 1 == pytest.approx(0.05)


def test_a_heavier_day_leaves_a_wider_gap() -> None:
    days = [DayCount(one.day, 2 * one.count, 2.0) if one.day.day <= 4 else one for one in of(*[12] * 28)]
    days[0] = DayCount(FIRST, 0, 2.0)
    gap = tracking_gap(days, {FIRST})
    assert gap is not None
    assert (gap.share, gap.missing) == (2 / 30, pytest.approx(24))


@pytest.mark.parametrize(
    "counts",
    [
        [*[10] * 28],  # nothing is missing
        [*[5] * 20, 0, *[5] * 7],  # one day without five comes by chance
        [*[1, 0, 0] * 9, 0, 0, 0, 0],  # who sells every third day has many such days
        [*[30, 0, 0, 0] * 7],  # so has who sells in heaps
        [*[10] * 12, *[0] * 19],  # too few days are known
        [*[10] * 14, *[0] * 17],  # more is missing than known
    ],
)
def test_what_may_be_chance_or_cannot_be_filled_is_no_gap(counts: list[int]) -> None:
    assert found(*counts) is None


def test_a_day_of_which_a_source_tells_is_no_gap_nor_is_a_closed_one() -> None:
    days = of(*[10] * 9, 0, *[10] * 18)
    assert tracking_gap(days, set()) is None
    days[9] = DayCount(days[9].day, 0, 0.0)
    assert tracking_gap(days, {days[9].day}) is None


def test_what_a_person_tells_is_missing_needs_no_proof() -> None:
    days = of(*[1] * 9, 0, *[1] * 18)
    day = days[9].day
    assert tracking_gap(days, {day}) is None
    gap = tracking_gap(days, {day}, {day})
    assert gap is not None
    assert gap.missing == pytest.approx(1)


def test_the_error_of_what_is_filled_grows_with_the_gap() -> None:
    # 100 orders of 10 on the covered days, as much again missing: 1,000 ± √(10,000 · 1 · 2).
    assert Gap((), 1.0, 100.0).se(10_000, 1.0) == pytest.approx(141.42, abs=0.01)
    assert Gap((), 0.25, 25.0).se(10_000, 4.0) == pytest.approx(2 * 55.9, abs=0.01)
