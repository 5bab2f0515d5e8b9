"""The days that a reader chooses, and the address that carries them."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize("address", ["own", "x", "2025-12-09..2025-12-01", "2025-13-01..2025-13-02", "..", "<b>"])
def test_an_address_that_cannot_be_read_is_the_default(address: str) -> None:
    assert filters.read(address, TODAY) == ("month", Period(date(2026, 11, 1), TODAY))


def test_days_of_ones_own_are_read_back_as_they_were_written() -> None:
    days = Period(date(2025, 12, 1), date(2025, 12, 9))
    assert filters.read(filters.written(days), TODAY) == ("own", days)


def test_the_quarter_begins_in_january_april_july_or_october() -> None:
    begun = [filters.days_of("quarter", date(2026, month, 15)).first.month for month in range(1, 13)]
    assert begun == [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10]
