"""Reasons of the calendar: their worth adds up to the bridge's line, and what cannot be known is not guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.period import Period, full_month
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.moving_holidays import easter
from dashboard.domain.year_over_year.season import WEEKS
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.facts import Reason
from dashboard.reports.year_over_year.report import YearOverYear
from tests.reports.marts import Marts
from tests.reports.year_over_year.years import plain

HISTORY = Period(date(2023, 7, 1), date(2025, 12, 31))
Brings = Callable[[date, bool], int]


def working_more(_: date, is_working: bool) -> int:
    return 10 if is_working else 4


def shop(brings: Brings = working_more, history: Period = HISTORY) -> Marts:
    """So many orders of 100 each day."""
    marts = Marts()
    for day in calendar_days("RU", history.first, history.last):
        if count := brings(day.day, day.is_working):
            marts.sale(day.day, "organic_search", revenue=100, count=count)
    return marts


def of_month(marts: Marts, year: int, month: int) -> YearOverYear:
    return year_over_year.build(marts, Selection(full_month(date(year, month, 1))), date(2026, 1, 20))


def found(report: YearOverYear, number: str) -> list[Reason]:
    return [reason for reason in report.reasons if reason.id == number]


def is_unknown(report: YearOverYear, number: str) -> bool:
    return any(reason.id == number for reason in report.unknown)


def calendar_line(report: YearOverYear) -> Decimal:
    assert report.bridge is not None
    line = report.bridge.line("calendar")
    return line.amount if line else Decimal(0)


@pytest.fixture(scope="module")
def plain_shop() -> Marts:
    return shop()


def test_working_days_are_worth_the_bridges_line(plain_shop: Marts) -> None:
    report = of_month(plain_shop, 2025, 5)
    (reason,) = found(report, "Y02")
    assert plain(reason).startswith("18 working days stand against 20. At what this client's weekdays and days off")
    assert "a weekday off brings 41% of an ordinary one" in Language("en").say(reason.known_by).replace("\u00a0", " ")
    assert reason.caveat.figure == calendar_line(report)
    assert float(calendar_line(report)) == pytest.approx(-1200, rel=0.02)  # all of the change: 23,200 against 24,400


def test_a_leap_day_and_its_weekday_add_up_to_the_line(plain_shop: Marts) -> None:
    report = of_month(plain_shop, 2025, 2)
    (reason,) = found(report, "Y01")
    assert plain(reason).startswith("28 days stand against 29; the difference alone is worth −₽8")
    (other,) = found(report, "Y02")
    assert plain(other).startswith("28 days against 29, with as many working days in both: what differs are days off")
    figures = [one.caveat.figure or Decimal(0) for one in (*found(report, "Y01"), *found(report, "Y02"))]
    assert sum(figures) == calendar_line(report)
    assert float(calendar_line(report)) == pytest.approx(-400, rel=0.05)  # 23,200 against 23,600


def test_other_weekdays_among_as_many_working_days_are_named() -> None:
    (reason,) = found(of_month(shop(lambda day, _: 20 if day.weekday() == 0 else 4), 2025, 7), "Y02")
    assert plain(reason).startswith(
        "As many working days, but other weekdays: Mondays 4 against 5 and Thursdays 5 against 4. At what this client"
        "'s weekdays bring, that is worth −₽1,"
    )


def test_days_that_are_all_alike_have_no_calendar_and_both_alignments_stand_side_by_side() -> None:
    report = of_month(shop(lambda day, _: 10 + day.toordinal() * 7919 % 3 + 3 * (day.day == 30)), 2025, 5)
    assert not report.calendar.accepted
    assert not found(report, "Y02")
    assert not is_unknown(report, "Y02")


def test_two_months_do_not_tell_what_days_are_worth() -> None:
    marts = shop(history=full_month(date(2024, 5, 1)))
    for day in full_month(date(2025, 5, 1)):
        marts.sale(day, "organic_search", revenue=100)
    report = of_month(marts, 2025, 5)
    assert is_unknown(report, "Y02")
    assert not found(report, "Y02")


def test_an_easter_of_one_year_is_not_estimated() -> None:
    def without_the_first(day: date, is_working: bool) -> int:
        return 0 if date(2024, 4, 28) <= day <= date(2024, 5, 31) else working_more(day, is_working)

    report = of_month(shop(without_the_first, Period(date(2024, 4, 1), date(2025, 5, 31))), 2025, 4)
    (reason,) = [one for one in found(report, "Y03") if "Easter" in plain(one)]
    text = plain(reason)
    assert text.startswith(
        "Easter fell on 20 April 2025, in the earlier period on 5 May 2024: of its 9 days the period has 9, "
        "the one before 3."
    )
    assert "What that is worth cannot be told from one such year" in text
    assert reason.caveat.figure is None


def test_a_moved_easter_is_compared_over_the_months_that_hold_both() -> None:
    def feast(day: date, is_working: bool) -> int:
        return 30 if 0 <= (easter(day.year, "RU") - day).days <= 6 else 10

    report = of_month(shop(feast), 2025, 4)
    (reason,) = [one for one in found(report, "Y03") if "Easter" in plain(one)]
    text = plain(reason)
    assert "1 April – 31 May 2025 hold it in both periods: together 0%" in text.replace("0.0%", "0%")
    assert reason.caveat.figure is not None
    assert reason.caveat.figure > 0
    figures = [one.caveat.figure or Decimal(0) for one in report.reasons if one.line == "calendar"]
    assert sum(figures) == calendar_line(report)


def test_a_promotion_of_one_year_is_worth_what_its_days_brought_above_their_usual() -> None:
    marts = shop(lambda day, _: 30 if day in (date(2025, 6, 14), date(2025, 6, 15)) else 10)
    marts.insert(
        "event_day", day=date(2025, 6, 14), day_to=date(2025, 6, 15), what="promotion", text="Two days of sale"
    )
    report = of_month(marts, 2025, 6)
    (reason,) = found(report, "Y04")
    assert reason.caveat.figure == 4000
    assert plain(reason) == (
        "Promotions of 2 days ran in this period only. Its days brought ₽6,000, where such days usually bring ₽2,000: "
        "+₽4,000."
    )


def test_as_many_promotion_days_in_both_years_are_no_reason(plain_shop: Marts) -> None:
    assert not found(of_month(plain_shop, 2025, 6), "Y04")
    marts = shop(history=Period(date(2024, 6, 1), date(2025, 12, 31)))
    for year in (2024, 2025):
        marts.insert("event_day", day=date(year, 6, 14), day_to=date(year, 6, 14), what="promotion", text="Sale")
    report = of_month(marts, 2025, 6)
    assert not found(report, "Y04")
    assert not is_unknown(report, "Y04")


def test_a_promotion_at_the_first_day_of_the_books_has_nothing_to_be_set_against() -> None:
    marts = shop(history=Period(date(2024, 6, 25), date(2025, 6, 30)))
    marts.insert("event_day", day=date(2024, 6, 25), day_to=date(2024, 7, 20), what="promotion", text="Sale")
    assert is_unknown(of_month(marts, 2025, 6), "Y04")


def season(weeks: int) -> Marts:
    """Orders and demand that rise to a peak in June, so many weeks later in 2025 than in 2024."""

    def height(day: date) -> float:
        peak = date(2024, 6, 10) if day < date(2024, 12, 1) else date(2025, 6, 9) + timedelta(days=7 * weeks)
        return max(0.0, 1 - abs((day - peak).days) / 70)

    marts = shop(lambda day, _: round(10 + 20 * height(day)), Period(date(2024, 1, 1), date(2025, 8, 31)))
    first = date(2023, 7, 3)
    for week in range(2 * WEEKS + 60):
        monday = first + timedelta(days=7 * week)
        marts.insert(
            "series_span",
            day=monday,
            day_to=monday + timedelta(days=6),
            kind=str(SeriesKind.DEMAND),
            name="boilers",
            value=round(700 + 1400 * height(monday), 2),
        )
    return marts


def test_a_season_that_came_later_is_said_with_the_days_at_the_same_point_of_it() -> None:
    report = of_month(season(3), 2025, 5)
    (reason,) = found(report, "Y33")
    text = plain(reason)
    assert text.startswith(
        "The season runs 3 weeks later than in the earlier period. 10 April – 10 May 2024 stand at the same point of it"
    )
    assert reason.caveat.figure is not None
    assert reason.caveat.figure < 0


def test_a_season_at_its_time_is_no_reason_and_without_demand_nobody_knows(plain_shop: Marts) -> None:
    report = of_month(season(0), 2025, 5)
    assert not found(report, "Y33")
    assert not is_unknown(report, "Y33")
    (unknown,) = [reason for reason in of_month(plain_shop, 2025, 5).unknown if reason.id == "Y33"]
    assert unknown.upload == "demand"


def test_a_week_of_whole_days_stands_by_weekdays() -> None:
    marts = shop(lambda day, _: 10 + 10 * (day == date(2024, 6, 9)))
    week = Selection(Period(date(2025, 6, 2), date(2025, 6, 8)))
    report = year_over_year.build(marts, week, date(2026, 1, 20))
    (reason,) = found(report, "Y35")
    assert plain(reason) == (
        "The period has whole weeks. By weekdays (364 days before) revenue is −12.5%; by dates, which begin on another "
        "weekday, 0.0%."
    )
    assert reason.caveat.figure is None


def test_a_platform_that_counts_days_elsewhere_is_named() -> None:
    marts = shop(history=Period(date(2024, 6, 1), date(2025, 6, 30)))
    told = {"assumptions": [{"about": "time_zone", "decided": "America/Los_Angeles", "because": None}]}
    row = [1, "ads", "google_ads", 1, 0, None, None, None, "imported", json.dumps(told)]
    marts.connection.execute("insert into imports values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    texts = [plain(reason) for reason in found(of_month(marts, 2025, 6), "Y35")]
    assert texts == [
        "Google Ads counts its days in the time zone America/Los_Angeles, the client's are those of Europe/Moscow: "
        "some hours of ads stand on the day before or after."
    ]


def test_a_day_of_a_long_period_is_too_small_to_speak_of() -> None:
    marts, quarter = Marts(), Period(date(2025, 1, 1), date(2025, 3, 31))
    for year, revenue in ((2024, 100), (2025, 200)):
        for day in Period(date(year, 1, 1), date(year, 3, 31)):
            marts.sale(day, "direct", revenue=revenue, count=20, cogs=None)
    report = year_over_year.build(marts, Selection(quarter), date(2025, 4, 20))
    assert report.basis.pair.then.days == 91
    assert not found(report, "Y01")  # a ninetieth of what doubled
