"""New and returning customers."""

from __future__ import annotations

from datetime import date

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, two_decembers

FIFTH = {year: date(year, 12, 5) for year in (THEN, NOW)}


def bought(now: tuple[int, int], then: tuple[int, int], *, unknown: int = 0, long_known: bool = True) -> Marts:
    """Orders of 100 by new and by returning customers, now and then."""
    marts = two_decembers()
    for year, (new, again) in ((NOW, now), (THEN, then)):
        marts.bought(FIFTH[year], "new", 100, new)
        marts.bought(FIFTH[year], "recent", 100, again)
        marts.bought(FIFTH[year], "unknown", 100, unknown)
    if long_known:
        marts.covered(date(2023, 11, 1), "deals", "bitrix24")
    return marts


def test_a_fall_of_those_who_come_again_is_no_failure_to_win_new_ones() -> None:
    # The story of the method: 400 and 600 become 560 and 440.
    assert Said(bought((560, 440), (400, 600))).text("Y26") == (
        "New customers brought ₽56k against ₽40k, +40%; returning ones ₽44k against ₽60k, −27%. What fell is the "
        "business with those who had bought before; ads are judged by new customers first."
    )


def test_customers_that_moved_alike_are_no_reason() -> None:
    assert Said(bought((440, 660), (400, 600))).is_silent("Y26")


def test_a_share_that_moved_by_chance_is_no_reason() -> None:
    assert Said(bought((7, 3), (5, 5))).is_silent("Y26")


def test_buyers_whom_nobody_knows_cannot_be_told_apart() -> None:
    assert Said(bought((560, 440), (400, 600), unknown=2000)).is_unknown("Y26")


def test_the_first_years_buyers_all_look_new() -> None:
    assert Said(bought((560, 440), (400, 600), long_known=False)).is_unknown("Y26")
