"""Reasons of the client's side: lost callers, calls out of hours, slow answers, fewer sales of like leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from dashboard.domain.client import OpenHours
from dashboard.reports.year_over_year.facts import AGENCYS, CLIENTS
from tests.reports.marts import CLINIC, Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, plain, two_decembers

FIFTH = {year: date(year, 12, 5) for year in (THEN, NOW)}
OPEN = replace(CLINIC, working_hours=(OpenHours(1, time(9), time(18)),))


def called(lost: tuple[int, int], callers: tuple[int, int] = (400, 400)) -> Marts:
    """A hundred leads a year, ten of which bought for 1,000; so many callers, and so many of them lost."""
    marts = two_decembers()
    for year, missed, all_callers in zip((NOW, THEN), lost, callers, strict=True):
        marts.leads(FIFTH[year], "google_ads", count=100, target=100)
        marts.sale(FIFTH[year], "google_ads", revenue=1000, cogs=600, count=10)
        marts.answers(FIFTH[year], "google_ads", all_callers, missed)
    return marts


def test_lost_callers_are_counted_in_gross_profit_and_are_the_clients() -> None:
    said = Said(called((80, 20)))
    # An answered lead brings 10 × 400 / 100 = 40; 80 × 0.7 × 40 in all, and 60 × 0.7 × 40 more than the year before.
    assert said.text("Y22") == (
        "20% of those who called were never spoken to, 5% then at the same mix of channels. 80 callers lost are about "
        "₽2,240 of gross profit, if 70% of such callers are worth as much as those who are answered."
    )
    assert said.figure("Y22") == -1680
    assert said.one("Y22").owner == CLIENTS


def test_as_many_lost_callers_as_before_are_no_reason() -> None:
    assert Said(called((20, 20))).is_silent("Y22")


def test_calls_of_one_year_only_cannot_be_set_against_each_other() -> None:
    said = Said(called((20, 0), (400, 0)))
    assert said.upload("Y22") == "calls"


def test_a_shop_without_leads_has_nobody_to_answer() -> None:
    assert Said(two_decembers()).is_silent("Y22")


def test_ads_that_run_while_nobody_answers_are_the_agencys() -> None:
    marts = called((20, 20))
    marts.profile = OPEN
    for year, late in ((NOW, 60), (THEN, 10)):
        marts.spend(FIFTH[year], "google_ads", "Search", 100)
        marts.calls(FIFTH[year], "google_ads", 100 - late, 0, off_hours=late)
    said = Said(marts)
    assert said.text("Y22") == "60% of the calls from ads came while nobody was there to answer, 10% then."
    assert said.one("Y22").owner == AGENCYS


def test_forms_that_wait_longer_are_said() -> None:
    marts = called((20, 20))
    for year, soon in ((NOW, 50), (THEN, 90)):
        marts.answers(FIFTH[year], "google_ads", timed=100, within_hour=soon)
    assert Said(marts).text("Y22") == "50% of forms and deals were first answered within an hour, 90% then."


def test_like_leads_that_buy_less_often_are_told_from_another_mix() -> None:
    marts = two_decembers()
    # Phones buy in 10 of 100 cases and sites in 50 of 100; more phones come, and each kind buys half as often.
    for channel, now, then in (("offline", (400, 20), (100, 10)), ("direct", (100, 25), (100, 50))):
        for year, (leads, orders) in ((NOW, now), (THEN, then)):
            marts.leads(FIFTH[year], channel, count=leads, target=leads)
            marts.sale(FIFTH[year], channel, count=orders, revenue=1000, cogs=600)
    closed = [reason for reason in Said(marts).all("Y22") if "target leads bought" in plain(reason)]
    assert [plain(reason) for reason in closed] == [
        "9.0% of target leads bought; like ones had bought in 18.0% of cases in the earlier period: −45 orders."
    ]
    assert closed[0].owner == CLIENTS
