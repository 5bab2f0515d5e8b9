"""Which days a link gives."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import period_policy
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period
from dashboard.domain.period_policy import Fixed, Free, LastMonths, Published

TODAY = date(2026, 11, 22)

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
policies = st.one_of(
    st.just(Free()),
    st.just(Published()),
    st.tuples(days, days).map(lambda ends: Fixed(*sorted(ends))),
    st.builds(LastMonths, st.integers(1, period_policy.MOST_MONTHS), st.booleans()),
)


def months(*firsts: tuple[int, int]) -> tuple[date, ...]:
    return tuple(date(year, month, 1) for year, month in firsts)


def test_last_months_are_whole_and_the_running_one_comes_along_where_it_was_said() -> None:
    whole = (Period(date(2026, 8, 1), date(2026, 10, 31)),)
    assert period_policy.days(LastMonths(3, running=False), TODAY, ()) == whole
    assert period_policy.days(LastMonths(3), TODAY, ()) == (Period(date(2026, 8, 1), date(2026, 11, 30)),)


def test_published_months_are_those_alone() -> None:
    published = months((2026, 3), (2026, 1), (2026, 2), (2026, 7))
    assert period_policy.days(Published(), TODAY, published) == (
        Period(date(2026, 1, 1), date(2026, 3, 31)),
        Period(date(2026, 7, 1), date(2026, 7, 31)),
    )
    assert period_policy.days(Published(), TODAY, ()) == ()


def test_a_year_before_comes_with_the_days_for_the_year_over_year() -> None:
    (then, now) = period_policy.with_year_before((Period(date(2026, 3, 1), date(2026, 3, 31)),))
    assert now == Period(date(2026, 3, 1), date(2026, 3, 31))
    assert then == Period(date(2025, 3, 1), date(2025, 4, 1))  # the same weekdays end a day later


@given(policies)
def test_a_policy_is_read_back_as_it_was_written(policy) -> None:
    assert period_policy.read(period_policy.written(policy)) == policy


@given(policies, days, st.sets(days.map(lambda day: day.replace(day=1)), max_size=6))
def test_the_runs_of_a_policy_neither_meet_nor_touch(policy, today, published) -> None:
    runs = period_policy.days(policy, today, published)
    if runs is None:
        assert policy == Free()
        return
    for one, other in itertools.pairwise(runs):
        assert one.last + timedelta(days=1) < other.first


@pytest.mark.parametrize("text", ["", "x", "months:", "months:0", "months:999", "2026-03-31..2026-03-01", ".."])
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(SettingsInvalid):
        period_policy.read(text)
