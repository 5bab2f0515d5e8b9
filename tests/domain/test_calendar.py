"""Working days and holidays of a country."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.domain import calendar
from dashboard.domain.period import Period, full_month


def whole_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(("year", "working"), [(2023, 247), (2024, 248), (2025, 247), (2026, 247)])
def test_russian_years_have_the_working_days_of_the_official_norm(year: int, working: int) -> None:
    assert calendar.working_days("RU", whole_year(year)) == working


def test_a_working_saturday_works_and_the_day_moved_from_it_does_not() -> None:
    saturday, _, monday, unity = calendar.days("ru", date(2025, 11, 1), date(2025, 11, 4))
    assert (saturday.is_working, saturday.holiday) == (True, "")
    assert not monday.is_working
    assert (unity.is_working, unity.holiday) == (False, "Unity Day")


def test_a_country_that_is_not_known_has_weekends_only_and_says_so() -> None:
    friday, saturday = calendar.days("ZZ", date(2026, 1, 2), date(2026, 1, 3))
    assert (friday.is_working, friday.known) == (True, False)
    assert (saturday.is_working, saturday.known) == (False, False)
    assert not calendar.knows("ZZ", 2026)


def test_a_country_whose_holidays_were_suspended_says_that_it_does_not_know_them() -> None:
    assert not calendar.days("UA", date(2026, 1, 1), date(2026, 1, 1))[0].known


def test_holidays_have_english_names_in_every_country() -> None:
    names = {day.holiday for day in calendar.days("DE", date(2025, 12, 25), date(2026, 1, 1))}
    assert names == {"", "Christmas Day", "Second Day of Christmas", "New Year's Day"}


def test_a_holiday_keeps_its_name_whatever_day_stands_in_for_it() -> None:
    now, then = (calendar.days("RU", date(year, 5, 1), date(year, 5, 31)) for year in (2026, 2025))
    assert calendar.holiday_names(now) == calendar.holiday_names(then) == {"Holiday of Spring and Labor", "Victory Day"}
    assert calendar.holiday_names(now[19:]) == set()


def test_years_after_the_last_decree_are_not_settled() -> None:
    assert calendar.moves_are_known("RU", 2026)
    assert not calendar.moves_are_known("RU", 2040)
    assert calendar.moves_are_known("US", 2040)
    assert not calendar.moves_are_known("ZZ", 2026)


def test_russian_months_of_the_specification(shared: Callable[[str], Path]) -> None:
    with shared("golden/05_calendar_ru_months.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            month = full_month(date(int(row["year"]), int(row["month"]), 1))
            assert calendar.working_days("RU", month) == int(row["working_days"]), row
