"""Places that opened and closed: the growth of those that were there in both years."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import both, found, report, said, unknown


@pytest.fixture
def stores() -> Marts:
    """Centre sells 100 a day then and 110 now; South 50 then and nothing since June, North 40 a day since June."""
    marts = Marts()
    marts.pieces(date(2024, 1, 9), "Tea", 1, 100, location="Centre")
    marts.pieces(date(2024, 1, 9), "Tea", 1, 50, location="South")
    marts.pieces(date(2025, 6, 1), "Tea", 1, 50, location="South")
    marts.pieces(date(2025, 6, 2), "Tea", 1, 40, location="North")
    for day, is_now in both(marts):
        marts.pieces(day, "Tea", 1, 110 if is_now else 100, location="Centre")
        marts.pieces(day, "Tea", 1, 40 if is_now else 50, location="North" if is_now else "South")
    return marts


def test_growth_of_the_same_places_stands_beside_that_of_all(stores: Marts) -> None:
    told = report(stores)
    (reason,) = found(told, "Y21")
    assert said(reason) == (
        "In the same places (1) revenue changed by +10%, in all by 0%. Opened: North, +₽1,240; closed: South, −₽1,550."
    )
    assert told.bridge is not None
    assert {line.key: line.amount for line in told.bridge.lines if line.amount} == {
        "opened": 1240, "closed": -1550, "order_value": 310,
    }  # fmt: skip
    assert (reason.line, reason.caveat.figure) == ("closed", -310)


def test_what_the_log_says_of_an_opening_goes_before_the_sales(stores: Marts) -> None:
    stores.happened(date(2024, 6, 1), "opened", "north")  # before both: outside of what is compared, so sales decide
    stores.happened(date(2024, 12, 16), "opened", "Centre")
    (reason,) = found(report(stores), "Y21")
    assert "Opened: Centre and North" in said(reason)


def test_the_same_places_in_both_years_are_no_reason() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.pieces(day, "Tea", 1, 220 if is_now else 100, location="Centre")
    told = report(marts)
    assert not found(told, "Y21")
    assert not unknown(told, "Y21")


def test_sales_that_do_not_say_where_leave_it_unknown() -> None:
    marts = Marts()
    for day, _ in both(marts):
        marts.pieces(day, "Tea", 1, 100)
    (reason,) = unknown(report(marts), "Y21")
    assert reason.upload == "locations"
