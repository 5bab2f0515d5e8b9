"""Year over year: the naive difference never alone, no per cent without a base, and every caveat with its figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.comparison import Alignment
from dashboard.domain.coverage import DayState
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.verdict import VerdictKind
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.report import YearOverYear
from tests.reports.marts import Marts

DECEMBER = Selection(Period(date(2025, 12, 1), date(2025, 12, 31)))
TODAY = date(2026, 1, 20)


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(count)]


def said(report: YearOverYear) -> str:
    return Language("en").say(report.verdict).replace("\u00a0", " ").replace("\u202f", " ")


def reason(report: YearOverYear, number: str) -> str:
    found = [reason for reason in report.reasons if reason.id == number]
    assert found, f"{number} is not among {[reason.id for reason in report.reasons]}"
    return Language("en").say(found[0].text).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def unfinished() -> Marts:
    """31 days of 10 orders of 100 last December; nine days of 11 this December."""
    marts = Marts()
    for day in days(date(2024, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100, count=10)
    for day in days(date(2025, 12, 1), 9):
        marts.sale(day, "google_ads", revenue=100, count=11)
    return marts


def test_a_month_of_nine_days_is_not_compared_with_one_of_thirty_one(unfinished: Marts) -> None:
    report = year_over_year.build(unfinished, DECEMBER, TODAY)
    naive, same, aligned = report.compared
    assert naive.revenue.share == (Decimal(9900) - 31000) / 31000
    assert same.revenue.share == Decimal("0.1")
    assert same.pair.now == Period(date(2025, 12, 1), date(2025, 12, 9))
    assert aligned.pair.then.first == date(2024, 12, 2)  # 364 days before 1 December 2025
    assert report.answer.kind is VerdictKind.NOT_COMPARABLE
    assert "cannot be compared this way: −68.1% sets unlike days against each other" in said(report)


def test_the_reason_names_the_days_and_the_money_left_out(unfinished: Marts) -> None:
    report = year_over_year.build(unfinished, DECEMBER, TODAY)
    assert reason(report, "Y05").startswith(
        "One period has 9 days of data, the other 31: the later one's end on 9 December"
    )
    (found,) = [reason for reason in report.reasons if reason.id == "Y05"]
    assert found.caveat.figure == -22000  # the 22 days of last year that this year could not have brought
    assert report.caveats[0].blocks


def test_without_a_year_before_there_is_no_per_cent() -> None:
    marts = Marts()
    for day in days(date(2025, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    assert [way.revenue.share for way in report.compared] == [None, None, None]
    assert all(change.share is None for change in report.changes.values())
    assert report.answer.kind is VerdictKind.NOT_COMPARABLE


def test_a_zero_base_gives_no_per_cent_either() -> None:
    marts = Marts()
    marts.sale(date(2024, 11, 5), "google_ads", revenue=100)
    for day in days(date(2025, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    assert report.changes["net_revenue"].share is None
    assert report.changes["net_revenue"].then == 0


def test_few_orders_are_not_called_a_change() -> None:
    marts = Marts()
    for day in days(date(2024, 12, 1), 31):
        marts.covered(day, "deals", "bitrix24")
    for day in days(date(2025, 12, 1), 31):
        marts.covered(day, "deals", "bitrix24")
    marts.sale(date(2024, 12, 10), "google_ads", revenue=100, count=8)
    marts.sale(date(2025, 12, 10), "google_ads", revenue=100, count=12)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    assert report.compared[1].revenue.share == Decimal("0.5")
    assert report.answer.kind is VerdictKind.NOT_DISTINGUISHABLE


def test_working_days_are_weighed_by_what_the_clients_own_days_earn() -> None:
    # November 2025 has 19 working days in Russia, November 2024 had 21; days off bring nothing here.
    marts = Marts()
    for day in calendar_days("RU", date(2024, 11, 1), date(2025, 11, 30)):
        marts.covered(day.day, "deals", "bitrix24")
        if day.is_working:
            marts.sale(day.day, "google_ads", revenue=100, count=10)
    november = Selection(Period(date(2025, 11, 1), date(2025, 11, 30)))
    report = year_over_year.build(marts, november, TODAY)
    assert report.compared[1].working_now == 19
    assert report.compared[1].working_then == 21
    (found,) = [reason for reason in report.reasons if reason.id == "Y02"]
    assert round(found.caveat.figure or 0, -1) == -2000  # all of the difference: 19 days of 1,000 against 21


def test_tracking_of_one_year_only_is_named_with_its_days() -> None:
    marts = Marts()
    for day in [*days(date(2024, 12, 1), 31), *days(date(2025, 12, 1), 31)]:
        marts.sale(day, "google_ads", revenue=100)
    for day in days(date(2025, 12, 1), 31):
        marts.covered(day, "calls", "callrail")
    report = year_over_year.build(marts, DECEMBER, TODAY)
    assert reason(report, "Y09").startswith("CallRail tells of calls from 1 December 2025 on: on 31 of 31 days now")


def test_leads_of_a_year_that_no_source_told_of_are_unknown_and_not_none() -> None:
    marts = Marts()
    for year in (2024, 2025):
        marts.sale(date(year, 12, 1), "google_ads", revenue=100)
    assert year_over_year.build(marts, DECEMBER, TODAY).changes["leads"].base == 0  # deals would have told of leads
    marts.connection.execute("update coverage_day set kind = 'orders'")
    changes = year_over_year.build(marts, DECEMBER, TODAY).changes
    assert changes["leads"].base is None
    assert changes["orders"].base == 1


def test_ads_that_cost_far_more_than_then_stand_in_the_answer() -> None:
    marts = Marts()
    for year, spent in ((2024, 100), (2025, 1300)):
        for day in days(date(year, 12, 1), 31):
            marts.sale(day, "google_ads", revenue=100)
            marts.spend(day, "google_ads", "Brand", spent)
    assert said(year_over_year.build(marts, DECEMBER, TODAY)).endswith("Ads cost ₽40.3k against ₽3,100.")


def test_another_amount_of_advertising_is_said() -> None:
    marts = Marts()
    for day in [*days(date(2024, 12, 1), 31), *days(date(2025, 12, 1), 31)]:
        marts.sale(day, "google_ads", revenue=100, count=10)
    marts.spend(date(2025, 12, 3), "google_ads", "Brand", 500)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    assert reason(report, "Y18").startswith("₽500 went into ads now, nothing then.")


def test_leads_that_have_not_had_their_time_to_buy_are_counted() -> None:
    marts = Marts()
    for lead_day in days(date(2025, 5, 1), 40):  # 40 leads a day, of which one bought at once and one after 20 days
        marts.leads(lead_day, "google_ads", count=40)
        marts.sale(lead_day, "google_ads", sold=lead_day)
        marts.sale(lead_day, "google_ads", sold=lead_day + timedelta(days=20))
    for day in days(date(2024, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100)
    for day in days(date(2025, 12, 1), 31):
        marts.leads(day, "google_ads", count=40)
        marts.sale(day, "google_ads", revenue=100)
    report = year_over_year.build(marts, DECEMBER, date(2026, 1, 1))
    assert report.immature is not None
    # 40 of 111 orders came 20 days after their lead: not yet seen for the leads of 12–31 December.
    assert report.immature.share == pytest.approx(Decimal(40) / 111 * 20 / 31)
    assert "are still to come" in reason(report, "Y06")


def test_refunds_that_have_not_come_yet_are_kept_in_mind() -> None:
    marts = Marts()
    for day in days(date(2024, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100, count=10, refunds=10)
    for day in days(date(2025, 12, 1), 31):
        marts.sale(day, "google_ads", revenue=100, count=10)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    (found,) = [reason for reason in report.reasons if reason.id == "Y07"]
    assert found.caveat.figure == 3100  # a tenth of 31,000 that the reported change holds too much of


def test_every_channel_of_either_year_has_its_line(unfinished: Marts) -> None:
    unfinished.sale(date(2024, 12, 5), "email", revenue=100)
    report = year_over_year.build(unfinished, DECEMBER, TODAY)
    assert {line.channel for line in report.channels} == {"google_ads", "email"}
    email = next(line for line in report.channels if line.channel == "email")
    assert (email.revenue.then, email.revenue.now, email.revenue.share) == (100, 0, Decimal(-1))


def test_another_earlier_period_is_compared_the_same_ways(unfinished: Marts) -> None:
    earlier = Period(date(2024, 12, 20), date(2025, 1, 8))  # 12 days of 1,000 each, and 8 without any
    asked = Selection(Period(date(2025, 12, 1), date(2025, 12, 18)), against=earlier)
    report = year_over_year.build(unfinished, asked, TODAY)
    naive, same, _ = report.compared
    assert (naive.revenue.now, naive.revenue.then) == (9900, 12000)
    assert same.pair.then == Period(date(2024, 12, 20), date(2024, 12, 28))
    assert report.changes["net_revenue"].share == Decimal("0.1")
    assert report.as_json()["then"] == ["2024-12-20", "2025-01-08"]


def test_a_period_that_has_nothing_alike_is_refused(unfinished: Marts) -> None:
    with pytest.raises(SettingsInvalid):
        year_over_year.build(unfinished, replace(DECEMBER, against=Period(TODAY, TODAY)), TODAY)


def test_months_weeks_and_products_stand_against_their_likes(unfinished: Marts) -> None:
    unfinished.sale(date(2025, 11, 30), "email", revenue=500, product="lamp")
    unfinished.sale(date(2025, 12, 9), "email", revenue=500, product="lamp")
    report = year_over_year.build(unfinished, DECEMBER, TODAY)
    november, december = report.months[-2:]
    assert (november.revenue.now, november.revenue.base, november.revenue.share) == (500, None, None)
    assert (december.now.last, december.then.last) == (date(2025, 12, 9), date(2024, 12, 9))
    assert (december.revenue.now, december.revenue.then) == (10400, 9000)
    first, second = report.weeks
    assert (first.now, first.then.first) == (Period(date(2025, 12, 1), date(2025, 12, 7)), date(2024, 12, 2))
    assert sum(week.revenue.now or 0 for week in report.weeks) == report.measures["revenue"]
    assert second.now.days == 2
    lamp = next(line for line in report.products if line.product == "lamp")
    assert (lamp.revenue.then, lamp.revenue.now, lamp.revenue.share) == (0, 500, None)


def test_months_of_periods_close_to_each_other_are_counted_once() -> None:
    marts = Marts()
    for month, revenue in ((9, 100), (10, 200), (11, 400)):
        marts.sale(date(2025, month, 30), "email", revenue=revenue)
    november, october = (Period(date(2025, month, 1), date(2025, month, 30)) for month in (11, 10))
    report = year_over_year.build(marts, Selection(november, against=october), date(2025, 12, 1))
    assert [(month.revenue.then, month.revenue.now) for month in report.months[-2:]] == [(100, 200), (200, 400)]


def test_the_days_of_each_source_are_told_apart(unfinished: Marts) -> None:
    (strip,) = year_over_year.build(unfinished, DECEMBER, date(2025, 12, 12)).strips
    assert strip.now.count(DayState.COMPLETE) == 9
    assert strip.now.count(DayState.AWAITED) == 2
    assert strip.now.count(DayState.FUTURE) == 20
    assert set(strip.then) == {DayState.COMPLETE}


def test_what_was_written_of_both_periods_is_at_hand(unfinished: Marts) -> None:
    for month in (date(2024, 12, 1), date(2025, 11, 1), date(2025, 12, 1)):
        unfinished.insert("note_month", month=month, author="Client", text=f"{month:%B}", next_steps="")
    report = year_over_year.build(unfinished, DECEMBER, TODAY)
    assert [(note.text, note.is_now) for note in report.notes] == [("December", False), ("December", True)]


def test_no_data_at_all_compares_nothing() -> None:
    report = year_over_year.build(Marts(), DECEMBER, TODAY)
    assert report.is_empty
    assert report.answer.kind is VerdictKind.NOT_COMPARABLE


def test_the_same_figures_stand_in_the_json(unfinished: Marts) -> None:
    written = year_over_year.build(unfinished, DECEMBER, TODAY).as_json()
    assert written["report"] == "year-over-year"
    assert written["rows"][1]["change"] == 0.1
    assert written["metrics"][f"change_{Alignment.SAME_ELAPSED}"] == 0.1
    assert any(caveat["id"] == "Y05" for caveat in written["caveats"])


def test_on_the_first_day_of_a_month_no_day_is_over_yet() -> None:
    marts = Marts()
    for year in (2024, 2025):
        marts.sale(date(year, 12, 1), "google_ads", revenue=100)
    first = date(2025, 12, 1)
    report = year_over_year.build(marts, Selection(Period(first, first)), today=first)
    assert said(report) == "No day of this period is over yet, so there is nothing to compare."


def test_days_to_come_have_no_revenue_yet_and_no_change(unfinished: Marts) -> None:
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    report = year_over_year.build(unfinished, Selection(january), TODAY)
    assert [(row["revenue_now"], row["change"]) for row in report.rows()] == [(None, None)]
    assert report.metrics["change_naive"] is None
