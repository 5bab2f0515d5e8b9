"""Summary: whether the internet pays, said once, with the doubt, and never by spreading what has no source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.client import Fee
from dashboard.domain.period import Period, full_month
from dashboard.i18n import Language
from dashboard.reports import summary
from dashboard.reports.selection import Selection
from dashboard.reports.summary import Summary
from dashboard.reports.summary_answer import Pays
from tests.reports.marts import CLINIC, Marts

JUNE = Selection(Period(date(2025, 6, 1), date(2025, 6, 30)))
DAY = date(2025, 6, 10)
TODAY = date(2025, 7, 2)


def said(report: Summary) -> str:
    return Language("en").say(report.verdict).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def marts() -> Marts:
    """400 of ads and a fee of 240 bring 20 orders of 100 with 40 of margin each; 5 come by word of mouth, 5 unsaid."""
    found = Marts(profile=replace(CLINIC, fees=(Fee(date(2025, 1, 1), Decimal(240)),)))
    found.spend(DAY, "google_ads", "Brand", 400)
    found.sale(DAY, "google_ads", "Brand", revenue=100, cogs=60, count=20)
    found.sale(DAY, "offline", revenue=100, cogs=60, count=5)
    found.sale(DAY, "no_source", revenue=100, cogs=60, count=5)
    return found


def test_what_one_unit_of_money_brings_back_is_margin_over_spend_and_fee(marts: Marts) -> None:
    report = summary.build(marts, JUNE, TODAY)
    assert report.answer.back == Decimal("1.25")  # 800 of margin for 640 put in
    assert report.metrics["profit"] == 160


def test_sales_without_a_source_and_offline_ones_are_not_the_internets(marts: Marts) -> None:
    report = summary.build(marts, JUNE, TODAY)
    assert report.measures["orders"] == 20
    assert report.metrics["net_revenue"] == 2000


def test_the_internets_share_is_shown_without_and_with_all_of_what_has_no_source(marts: Marts) -> None:
    report = summary.build(marts, JUNE, TODAY)
    assert report.share is not None
    low, middle, high = report.share
    assert (low, middle) == (Decimal(2000) / 3000, Decimal("0.8"))  # of 3,000; of the 2,500 that are known
    assert high == Decimal(2500) / 3000


def test_twenty_deals_are_not_enough_to_say_that_1_25_is_above_1(marts: Marts) -> None:
    report = summary.build(marts, JUNE, TODAY)
    assert report.answer.pays is Pays.CANNOT_TELL
    assert said(report).startswith("Whether the internet pays cannot be told: each ₽1 put in brought back ₽1.25")


def test_many_deals_far_above_the_cost_pay() -> None:
    marts = Marts()
    marts.spend(DAY, "google_ads", "Brand", 400)
    marts.sale(DAY, "google_ads", revenue=100, cogs=60, count=100)
    report = summary.build(marts, JUNE, TODAY)
    assert report.answer.pays is Pays.YES
    assert report.answer.back == 10
    assert report.answer.low is not None
    assert 8 < report.answer.low < 10


def test_many_deals_far_below_the_cost_do_not_pay() -> None:
    marts = Marts()
    marts.spend(DAY, "google_ads", "Brand", 40_000)
    marts.sale(DAY, "google_ads", revenue=100, cogs=60, count=100)
    assert summary.build(marts, JUNE, TODAY).answer.pays is Pays.NO


def test_an_unknown_margin_is_said_instead_of_an_answer() -> None:
    marts = Marts()
    marts.spend(DAY, "google_ads", "Brand", 400)
    marts.sale(DAY, "google_ads", revenue=100, cogs=None, count=10)
    report = summary.build(marts, JUNE, TODAY)
    assert report.answer.pays is Pays.UNKNOWN_MARGIN
    assert report.metrics["profit"] is None
    assert "unknown_margin" in {caveat.id for caveat in report.caveats}


def test_a_month_without_spend_claims_no_return() -> None:
    marts = Marts()
    marts.sale(DAY, "organic_search", revenue=100, cogs=60)
    report = summary.build(marts, JUNE, TODAY)
    assert report.answer.pays is Pays.NOTHING_SPENT
    assert report.metrics["romi"] is None


def test_a_client_without_data_gets_no_figures() -> None:
    report = summary.build(Marts(), JUNE, TODAY)
    assert report.is_empty
    assert report.answer.pays is Pays.NO_DATA


def test_thirteen_months_end_with_the_chosen_one_and_each_has_its_own_sums(marts: Marts) -> None:
    marts.spend(date(2024, 6, 5), "google_ads", "Brand", 70)
    report = summary.build(marts, JUNE, TODAY)
    assert [month.month for month in report.months][:: len(report.months) - 1] == [date(2024, 6, 1), date(2025, 6, 1)]
    assert len(report.months) == 13
    assert report.months[0].contribution == -70
    assert report.months[-1].contribution == 400  # 800 of margin less 400 of ads
    assert not report.months[-1].unfinished


def test_a_month_that_is_not_over_is_marked(marts: Marts) -> None:
    half = Selection(Period(date(2025, 6, 1), date(2025, 6, 15)))
    assert summary.build(marts, half, date(2025, 6, 16)).months[-1].unfinished


def test_the_agencys_note_of_the_month_stands_with_it(marts: Marts) -> None:
    marts.insert("note_month", month=date(2025, 6, 1), author="Agency", text="Calls rose", next_steps="")
    marts.insert("note_month", month=date(2025, 5, 1), author="Agency", text="Another month", next_steps="")
    assert [note.text for note in summary.build(marts, JUNE, TODAY).notes] == ["Calls rose"]


def test_the_same_figures_stand_in_the_json(marts: Marts) -> None:
    written = summary.build(marts, JUNE, TODAY).as_json()
    assert written["report"] == "summary"
    assert written["metrics"]["back_per_unit"] == 1.25
    assert written["metrics"]["net_revenue"] == 2000
    assert len(written["rows"]) == 13


@pytest.mark.parametrize("month", [date(2020, 6, 1), date(2027, 6, 1)])
def test_a_month_that_no_sales_are_known_of_gets_no_return(marts: Marts, month: date) -> None:
    marts.profile = replace(marts.profile, fees=(Fee(date(2019, 1, 1), Decimal(900)),))
    report = summary.build(marts, Selection(full_month(month)), TODAY)
    assert report.answer.back is None
