"""The second period in the address: what it states, and that no address shows days that were not given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import period_policy
from dashboard.domain.period import Period, year_before
from dashboard.domain.year_over_year.second_period import Choice
from dashboard.ui.year_over_year import against

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
GIVEN = period_policy.with_year_before((MARCH,))
days = st.dates(date(2023, 1, 1), date(2026, 12, 31))
addresses = st.one_of(
    st.sampled_from(("", *Choice, "x", "..", "own")),
    st.tuples(days, days).map(lambda ends: f"{ends[0]}..{ends[1]}"),
)


@pytest.mark.parametrize(
    ("address", "choice", "first", "last"),
    [
        ("", Choice.YEAR_BEFORE, date(2025, 3, 1), date(2025, 3, 31)),
        ("weekdays", Choice.WEEKDAYS, date(2025, 3, 2), date(2025, 4, 1)),
        ("previous", Choice.PREVIOUS, date(2026, 2, 1), date(2026, 2, 28)),
        ("two-years", Choice.TWO_YEARS, date(2024, 3, 1), date(2024, 3, 31)),
        ("2025-12-01..2025-12-09", Choice.OWN, date(2025, 12, 1), date(2025, 12, 9)),
        ("2025-12-09..2025-12-01", Choice.YEAR_BEFORE, date(2025, 3, 1), date(2025, 3, 31)),
        ("own", Choice.YEAR_BEFORE, date(2025, 3, 1), date(2025, 3, 31)),
    ],
)
def test_an_address_states_the_second_period(address: str, choice: Choice, first: date, last: date) -> None:
    assert against.chosen_of(address, MARCH, "RU", None) == (choice, Period(first, last))


@given(address=addresses)
def test_no_address_shows_a_second_period_that_was_not_given(address: str) -> None:
    choice, then = against.chosen_of(address, MARCH, "RU", GIVEN)
    assert period_policy.holds(GIVEN, then)
    assert choice in (Choice.OWN, Choice.WEEKDAYS) or then == year_before(MARCH)
