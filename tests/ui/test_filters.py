"""The days that a reader chooses, and the address that carries them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.domain import period_policy
from dashboard.domain.period import Period
from dashboard.ui import filters

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("address", "choice", "first", "last"),
    [
        ("", "month", date(2026, 11, 1), date(2026, 11, 19)),
        ("last-month", "last-month", date(2026, 10, 1), date(2026, 10, 31)),
        ("quarter", "quarter", date(2026, 10, 1), date(2026, 11, 19)),
        ("30-days", "30-days", date(2026, 10, 21), date(2026, 11, 19)),
        ("2025-12-01..2025-12-09", "own", date(2025, 12, 1), date(2025, 12, 9)),
    ],
)
def test_an_address_states_its_days(address: str, choice: str, first: date, last: date) -> None:
    assert filters.read(address, TODAY) == (choice, Period(first, last))


@pytest.mark.parametrize(
    "address",
    ["own", "x", "2025-12-09..2025-12-01", "2025-13-01..2025-13-02", "..", "<b>", "0001-01-01..9999-12-31"],
)
def test_an_address_that_cannot_be_read_is_the_default(address: str) -> None:
    assert filters.read(address, TODAY) == ("month", Period(date(2026, 11, 1), TODAY))


def test_days_of_ones_own_are_read_back_as_they_were_written() -> None:
    days = Period(date(2025, 12, 1), date(2025, 12, 9))
    assert filters.read(filters.written(days), TODAY) == ("own", days)


def test_the_quarter_begins_in_january_april_july_or_october() -> None:
    begun = [filters.days_of("quarter", date(2026, month, 15)).first.month for month in range(1, 13)]
    assert begun == [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10]


days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
runs = st.lists(st.tuples(days, days).map(lambda ends: Period(*sorted(ends))), max_size=4).map(period_policy.joined)
addresses = st.one_of(
    st.sampled_from(("", *filters.CHOICES, "x", "..")),
    st.tuples(days, days).map(lambda ends: f"{ends[0]}..{ends[1]}"),
)


@given(held=runs, address=addresses, today=days, default=st.sampled_from(("month", "quarter", "last-month")))
@example((Period(date(2026, 3, 1), date(2026, 3, 31)),), "2026-01-01..2026-12-31", TODAY, "month")
@example((), "", TODAY, "month")
def test_no_address_and_no_choice_leads_to_a_day_that_was_not_given(held, address, today, default) -> None:
    offered = filters.offers(held, today)
    assert all(period_policy.holds(held, days) for days in offered.values())
    if not offered:
        assert not [run for run in held if run.first <= today]
        return
    chosen, shown = filters.chosen_of(address, held, today, default)
    assert chosen in (*offered, filters.OWN)
    assert period_policy.holds(held, shown)
    assert shown.last <= today


def test_a_fixed_link_shows_all_its_days_first_and_of_others_what_it_has() -> None:
    held = (Period(date(2026, 3, 1), date(2026, 3, 31)),)
    assert filters.chosen_of("", held, TODAY, "month") == (filters.GIVEN, held[0])
    march = Period(date(2026, 3, 20), date(2026, 3, 31))
    assert filters.chosen_of("2026-03-20..2026-04-20", held, TODAY, "month") == (filters.OWN, march)
    assert filters.chosen_of("2026-04-01..2026-04-20", held, TODAY, "month") == (filters.GIVEN, held[0])
