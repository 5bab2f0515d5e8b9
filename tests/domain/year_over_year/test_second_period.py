"""Any two periods: like days against like days, like ones proposed, and nothing compared that has nothing alike."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.comparison import pairs
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period, full_month, weekday_aligned_year_before, year_before
from dashboard.domain.year_over_year.second_period import (
    Choice,
    like_days,
    like_weekdays,
    proposals,
    require_like,
)
from dashboard.i18n import Language

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 22))
KNOWN = Period(date(2024, 11, 1), date(2026, 11, 30))
periods = st.tuples(st.dates(date(2010, 1, 1), date(2029, 12, 31)), st.integers(0, 400)).map(
    lambda made: Period(made[0], made[0] + timedelta(days=made[1]))
)


@given(periods, st.integers(0, 400))
def test_against_the_year_before_days_stand_against_their_own_dates_and_weekdays(period: Period, ahead: int) -> None:
    elapsed = Period(period.first, min(period.last, period.first + timedelta(days=ahead)))
    assert like_days(elapsed, period, year_before(period)) == (elapsed, year_before(elapsed))
    assert like_weekdays(elapsed, year_before(elapsed)) == weekday_aligned_year_before(elapsed)


@given(periods, periods, st.integers(0, 400))
def test_whatever_is_compared_lies_within_both_periods(period: Period, then: Period, ahead: int) -> None:
    elapsed = Period(period.first, min(period.last, period.first + timedelta(days=ahead)))
    now, before = like_days(elapsed, period, then)
    assert elapsed.first == now.first <= now.last <= elapsed.last
    assert then.first == before.first <= before.last <= then.last
    assert like_weekdays(now, before).first.weekday() == now.first.weekday()


def test_days_of_ones_own_stand_first_against_first_as_many_as_both_have() -> None:
    then = Period(date(2026, 3, 3), date(2026, 3, 12))
    naive, same, weekdays = pairs(NOVEMBER, date(2026, 11, 21), then)
    assert (naive.now, naive.then) == (NOVEMBER, then)
    assert (same.now, same.then) == (Period(date(2026, 11, 1), date(2026, 11, 10)), then)
    assert weekdays.then == Period(date(2026, 3, 1), date(2026, 3, 10))  # Sunday, as 1 November 2026


def test_the_month_before_stands_against_its_own_dates() -> None:
    march, february = full_month(date(2026, 3, 1)), full_month(date(2026, 2, 1))
    _, same, _ = pairs(march, date(2026, 3, 10), february)
    assert same.then == Period(date(2026, 2, 1), date(2026, 2, 10))
    assert pairs(march, march.last, february)[1].then == february


def test_like_periods_are_proposed_with_what_is_alike() -> None:
    found = {one.choice: one for one in proposals(NOVEMBER, "RU", KNOWN)}
    assert list(found) == [Choice.YEAR_BEFORE, Choice.WEEKDAYS, Choice.PREVIOUS, Choice.TWO_YEARS]
    said = {
        choice: {Language("en").say(trait.text): trait.is_alike for trait in one.traits}
        for choice, one in found.items()
    }
    assert said[Choice.YEAR_BEFORE] == {
        "14 working days in both": True,
        "both with Unity Day": True,
        "both are over": True,
    }
    assert said[Choice.WEEKDAYS]["the same weekdays"]
    assert said[Choice.PREVIOUS]["only one has Unity Day"] is False
    assert "both are over" in said[Choice.TWO_YEARS]


def test_where_easter_moved_away_the_days_around_it_are_proposed() -> None:
    # Easter was on 12 April 2026 and on 20 April 2025 in the eastern churches.
    april = Period(date(2026, 4, 1), date(2026, 4, 14))
    found = {one.choice: one for one in proposals(april, "RU", KNOWN)}
    assert found[Choice.HOLIDAY].then == Period(date(2025, 4, 9), date(2025, 4, 22))
    said = [Language("en").say(trait.text) for trait in found[Choice.HOLIDAY].traits]
    assert "both with Easter" in said
    assert "only one has Easter" in [Language("en").say(trait.text) for trait in found[Choice.YEAR_BEFORE].traits]


def test_a_period_without_data_says_so() -> None:
    *_, two_years = proposals(NOVEMBER, "RU", Period(date(2025, 1, 1), NOVEMBER.last))
    assert [Language("en").say(trait.text) for trait in two_years.traits][-1] == "no sales data then"


def test_only_given_days_are_proposed() -> None:
    held = (year_before(NOVEMBER), NOVEMBER)
    assert [one.choice for one in proposals(NOVEMBER, "RU", KNOWN, held)] == [Choice.YEAR_BEFORE]


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (Period(date(2026, 10, 1), date(2026, 11, 1)), "must end before the other begins"),
        (Period(date(2026, 12, 1), date(2026, 12, 22)), "must end before the other begins"),
        (Period(date(2026, 10, 1), date(2026, 10, 10)), "22 days against 10"),
        (Period(date(2026, 1, 1), date(2026, 2, 14)), "Choose a period of 11 to 44 days."),
    ],
)
def test_nothing_is_compared_that_has_nothing_alike(then: Period, why: str) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        require_like(NOVEMBER, then)
    assert why in Language("en").say(refused.value.phrase)
    require_like(NOVEMBER, Period(date(2026, 10, 1), date(2026, 10, 11)))
