"""Holidays that move: their dates over twelve years, and which of two periods holds how much of them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.domain.period import Period, full_month, year_before
from dashboard.domain.year_over_year.moving_holidays import (
    black_friday,
    combined,
    easter,
    maslenitsa,
    moved,
    moving_holidays,
    ramadans,
)
from tests.domain.year_over_year.golden import Shared, golden

TABLE = {  # western Easter, eastern Easter, Black Friday and the days from it to the end of November
    2024: ("2024-03-31", "2024-05-05", "2024-11-29", 2),
    2025: ("2025-04-20", "2025-04-20", "2025-11-28", 3),
    2030: ("2030-04-21", "2030-04-28", "2030-11-29", 2),
}


def days_of(year: int) -> tuple[str, str, str, int]:
    friday = black_friday(year)
    return easter(year, "US").isoformat(), easter(year, "RU").isoformat(), friday.isoformat(), 31 - friday.day


@pytest.mark.parametrize("year", TABLE)
def test_moving_days(year: int) -> None:
    assert days_of(year) == TABLE[year]


def test_golden_moving_days_of_twelve_years(shared: Callable[[str], Path]) -> None:
    with shared("golden/05_moving_holidays.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["year"]) for row in rows] == list(range(2019, 2031))
    for row in rows:
        year, western, eastern, friday, days = row.values()
        assert days_of(int(year)) == (western, eastern, friday, int(days))


def test_golden_first_days_of_ramadan(shared: Shared) -> None:
    for year, first in golden(shared, "05_calendar")["ramadan_start_umm_al_qura"].items():
        assert [str(day) for day in ramadans(int(year))] == [first]


def test_a_year_may_have_two_ramadans() -> None:
    assert ramadans(2030) == (date(2030, 1, 5), date(2030, 12, 26))
    december = full_month(date(2030, 12, 1))
    assert [found.name for found in moved("AE", december, year_before(december))] == ["Black Friday"]


def test_each_country_has_its_own() -> None:
    names = {country: [day.name for day in moving_holidays(country, 2026)] for country in ("RU", "US", "KZ", "AE")}
    assert names["RU"] == ["Maslenitsa", "Easter", "Black Friday"]
    assert names["US"] == ["Easter", "Black Friday"]
    assert "Ramadan" in names["AE"]
    assert maslenitsa(2026) == date(2026, 2, 16)
    assert moving_holidays("ZZ", 2026) == moving_holidays("us", 2026)


def test_easter_leaves_may_for_april() -> None:
    april = full_month(date(2025, 4, 1))
    (found,) = moved("RU", april, year_before(april))
    assert (found.name, found.now.day, found.then.day) == ("Easter", date(2025, 4, 20), date(2024, 5, 5))
    assert (found.days_now, found.days_then) == (9, 3)
    now, then = combined(found)
    assert now == Period(date(2025, 4, 1), date(2025, 5, 31))
    assert then == Period(date(2024, 4, 1), date(2024, 5, 31))


def test_black_friday_goes_over_the_end_of_november() -> None:
    november = full_month(date(2024, 11, 1))
    (found,) = moved("RU", november, year_before(november))
    assert (found.name, found.days_now, found.days_then) == ("Black Friday", 2, 4)


def test_a_holiday_that_both_hold_whole_or_not_at_all_has_not_moved() -> None:
    quarter = Period(date(2025, 4, 1), date(2025, 6, 30))
    assert moved("US", full_month(date(2025, 7, 1)), full_month(date(2024, 7, 1))) == ()
    assert moved("RU", quarter, full_month(date(2025, 1, 1))) == ()  # within one year nothing moves


@given(some.integers(2019, 2030), some.integers(1, 12), some.sampled_from(["RU", "US", "KZ", "AE"]))
def test_the_combined_window_holds_the_holiday_of_both_years(year: int, month: int, country: str) -> None:
    now = full_month(date(year, month, 1))
    for found in moved(country, now, year_before(now)):
        of_now, of_then = combined(found)
        for holiday, window in ((found.now, of_now), (found.then, of_then)):
            assert holiday.window.overlap(window) == holiday.window
        assert of_now.first.month == of_then.first.month
        assert of_now.last.month == of_then.last.month
