"""Periods and the earlier periods they are compared with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import (
    Period,
    full_month,
    month_to_date,
    months_later,
    parse_period,
    previous_like,
    weekday_aligned_year_before,
    year_before,
)

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def test_both_ends_belong_to_a_period() -> None:
    period = Period(date(2025, 12, 1), date(2025, 12, 9))
    assert period.days == 9
    assert date(2025, 12, 1) in period
    assert period.contains(date(2025, 12, 9))
    assert date(2025, 12, 10) not in period
    assert len(list(period)) == 9


def test_a_period_touches_each_of_its_months_once() -> None:
    months = Period(date(2024, 12, 31), date(2025, 2, 1)).months()
    assert months == (date(2024, 12, 1), date(2025, 1, 1), date(2025, 2, 1))


def test_the_month_so_far_ends_today() -> None:
    assert month_to_date(date(2025, 3, 5)) == Period(date(2025, 3, 1), date(2025, 3, 5))


def test_the_month_so_far_stands_against_the_same_elapsed_days_of_the_month_before() -> None:
    assert previous_like(month_to_date(date(2025, 3, 5))) == Period(date(2025, 2, 1), date(2025, 2, 5))


def test_a_longer_month_so_far_stands_against_all_of_a_shorter_one() -> None:
    assert previous_like(month_to_date(date(2025, 3, 30))) == full_month(date(2025, 2, 1))


def test_a_whole_month_stands_against_the_whole_month_before() -> None:
    assert previous_like(full_month(date(2025, 2, 10))) == full_month(date(2025, 1, 1))


def test_a_quarter_stands_against_the_quarter_before() -> None:
    quarter = Period(date(2025, 4, 1), date(2025, 6, 30))
    assert previous_like(quarter) == Period(date(2025, 1, 1), date(2025, 3, 31))


def test_any_other_period_stands_against_as_many_days_just_before() -> None:
    assert previous_like(Period(date(2025, 3, 3), date(2025, 3, 9))) == Period(date(2025, 2, 24), date(2025, 3, 2))


def test_the_29th_of_february_becomes_the_28th_a_year_before() -> None:
    assert year_before(Period(date(2024, 2, 29), date(2024, 3, 1))) == Period(date(2023, 2, 28), date(2023, 3, 1))


def test_a_whole_february_stays_whole_a_year_before_also_in_a_leap_year() -> None:
    assert year_before(full_month(date(2025, 2, 1))) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert year_before(full_month(date(2024, 2, 1))) == Period(date(2023, 2, 1), date(2023, 2, 28))


def test_weekdays_align_364_days_before() -> None:
    now = Period(date(2026, 3, 9), date(2026, 3, 9))
    assert weekday_aligned_year_before(now) == Period(date(2025, 3, 10), date(2025, 3, 10))


def test_two_iso_days_make_a_period() -> None:
    assert parse_period("2011-12-01", " 2011-12-09 ").days == 9


@pytest.mark.parametrize("text", ["31.12.2025", "2026-02-31", "", "yesterday"])
def test_a_text_that_is_no_day_is_named(text: str) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        parse_period(text, "2026-01-01")
    assert f"“{text}” is not a day" in str(refused.value)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(SettingsInvalid, match="ends on 2025-01-01, before it begins on 2025-01-02"):
        parse_period("2025-01-02", "2025-01-01")


def test_periods_share_the_days_that_both_have() -> None:
    march = full_month(date(2025, 3, 1))
    assert march.overlap(Period(date(2025, 3, 30), date(2025, 4, 2))) == Period(date(2025, 3, 30), date(2025, 3, 31))
    assert march.overlap(full_month(date(2025, 4, 1))) is None


@given(DAYS, st.integers(0, 400))
def test_364_days_before_has_the_same_weekdays_and_length(first: date, more: int) -> None:
    period = Period(first, date.fromordinal(first.toordinal() + more))
    then = weekday_aligned_year_before(period)
    assert (then.days, then.first.weekday()) == (period.days, period.first.weekday())


@given(DAYS, st.integers(0, 400))
def test_the_previous_period_ends_before_this_one_begins(first: date, more: int) -> None:
    period = Period(first, date.fromordinal(first.toordinal() + more))
    assert previous_like(period).last < period.first


@given(DAYS, st.integers(-60, 60))
def test_months_later_is_undone_by_months_earlier_where_the_day_exists(day: date, months: int) -> None:
    first = day.replace(day=1)
    assert months_later(months_later(first, months), -months) == first
