"""Days of nothing where something usually comes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dashboard.domain.year_over_year.silence import DayCount, silences

FIRST = date(2025, 12, 1)  # a Monday


def month(each: int, *silent: int, exposure: float = 1.0) -> list[DayCount]:
    return [DayCount(FIRST + timedelta(days=ahead), 0 if ahead in silent else each, exposure) for ahead in range(28)]


def test_a_day_without_ten_usual_forms_is_no_chance() -> None:
    (found,) = silences(month(10, 9))
    assert found.days == (date(2025, 12, 10),)
    assert found.missing == pytest.approx(10)


def test_a_day_without_five_may_be_chance_and_two_in_a_row_are_none() -> None:
    assert silences(month(5, 9)) == ()
    (found,) = silences(month(5, 9, 10))
    assert (len(found.days), found.missing) == (2, pytest.approx(10))


def test_counts_that_scatter_make_a_day_of_nothing_likelier() -> None:
    days = month(10, 9)
    wild = [DayCount(one.day, one.count and (1 if place % 2 else 19)) for place, one in enumerate(days)]
    assert silences(wild) == ()


def test_a_day_without_visits_says_nothing() -> None:
    days = month(10, 9)
    days[9] = DayCount(days[9].day, 0, 0.0)
    assert silences(days) == ()


def test_few_days_tell_no_usual_rate() -> None:
    assert silences(month(10, 9)[:12]) == ()


def test_weekends_are_judged_by_weekends() -> None:
    days = [DayCount(one.day, 2 if one.day.isoweekday() > 5 else 20) for one in month(20)]
    days[5] = DayCount(days[5].day, 0)  # a Saturday
    assert silences(days) == ()
