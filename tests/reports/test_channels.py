"""Channels: what each brings after it is paid for, what cannot be told, and what nobody can credit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import channels
from dashboard.reports.channels import Channels
from dashboard.reports.channels_row import ChannelRow
from dashboard.reports.channels_tiers import Tier
from dashboard.reports.selection import DateView, Selection
from tests.reports.marts import Marts

DAY = date(2025, 6, 3)
TODAY = date(2025, 7, 20)
JUNE = Selection(Period(date(2025, 6, 1), date(2025, 6, 30)))


def english(report: Channels) -> str:
    return Language("en").say(report.verdict).replace("\u00a0", " ").replace("\u202f", " ")


def row(report: Channels, channel: str) -> ChannelRow:
    return next(row for row in report.channels if row.channel == channel)


@pytest.fixture
def marts() -> Marts:
    """Google earns, VK sold nothing for its money, e-mail costs nothing, and one order of 42 has no source."""
    found = Marts()
    found.spend(DAY, "google_ads", "Brand", 400)
    found.leads(DAY, "google_ads", "Brand", 100)
    found.sale(DAY, "google_ads", "Brand", revenue=100, cogs=60, count=40)
    found.spend(DAY, "vk_ads", "Reach", 1000)
    found.leads(DAY, "vk_ads", "Reach", 20)
    found.sale(DAY, "email", revenue=100, cogs=60, phone=True)
    found.sale(DAY, "no_source", revenue=100, cogs=60)
    return found


def test_spend_becomes_revenue_margin_and_contribution_by_channel(marts: Marts) -> None:
    google = row(channels.build(marts, JUNE, TODAY), "google_ads")
    assert [google.measures[key] for key in ("spend", "net_revenue", "margin", "contribution")] == [
        400,
        4000,
        1600,
        1200,
    ]
    assert google.metrics["romi"] == 3
    assert google.metrics["cpo"] == 10
    assert google.metrics["break_even_roas"] == Decimal("2.5")
    assert google.metrics["roas"] == 10


def test_the_sentence_says_who_earns_who_loses_and_what_has_no_source(marts: Marts) -> None:
    assert english(channels.build(marts, JUNE, TODAY)) == (
        "Google Ads earns; VK Ads loses; 2.4% of revenue has no source."
    )


def test_money_spent_without_an_order_is_lost_once_three_usual_orders_would_not_have_paid(marts: Marts) -> None:
    vk = row(channels.build(marts, JUNE, TODAY), "vk_ads")
    assert vk.tier is Tier.LOSES
    assert vk.interval is not None
    assert (vk.interval.low, vk.interval.high) == (-1000, 3 * 40 - 1000)
    assert vk.metrics["cpo"] is None
    assert vk.metrics["romi"] == -1


def test_the_doubt_comes_from_the_number_of_orders(marts: Marts) -> None:
    google = row(channels.build(marts, JUNE, TODAY), "google_ads")
    assert google.deals == 40
    assert google.interval is not None
    # 1600 × exp(±1.96/√40) − 400
    assert (round(google.interval.low), round(google.interval.high)) == (774, 1781)


def test_few_deals_are_not_ranked_and_are_named(marts: Marts) -> None:
    marts.spend(DAY, "yandex_direct", "Search", 50)
    marts.sale(DAY, "yandex_direct", "Search", revenue=2000, cogs=100)
    report = channels.build(marts, JUNE, TODAY)
    assert row(report, "yandex_direct").tier is Tier.CANNOT_TELL
    texts = [Language("en").say(caveat.text) for caveat in report.caveats if caveat.id == "few_deals"]
    assert "Yandex Direct" in texts[0]


def test_a_channel_without_spend_has_no_ratio_to_spend_and_a_tier_of_its_own(marts: Marts) -> None:
    email = row(channels.build(marts, JUNE, TODAY), "email")
    assert email.tier is Tier.NO_SPEND
    assert email.metrics["romi"] is None
    assert email.measures["contribution"] == 40


def test_what_has_no_source_stands_alone_and_is_never_spread(marts: Marts) -> None:
    report = channels.build(marts, JUNE, TODAY)
    assert row(report, "no_source").tier is Tier.NO_SOURCE
    assert report.channels[-1].channel == "no_source"
    assert sum(item.measures["net_revenue"] or 0 for item in report.channels) == report.measures["net_revenue"] == 4200


def test_more_than_a_fifth_without_a_source_holds_the_ranking_back(marts: Marts) -> None:
    marts.sale(DAY, "no_source", revenue=2000, cogs=60)
    report = channels.build(marts, JUNE, TODAY)
    assert not report.ranked
    assert english(report).startswith("34% of revenue has no source, more than 20%")
    assert {item["tier"] for item in report.rows()} == {None}
    assert any(caveat.blocks for caveat in report.caveats)


def test_an_unknown_margin_is_no_zero_and_says_why(marts: Marts) -> None:
    marts.sale(DAY, "google_ads", "Brand", revenue=500, cogs=None)
    google = row(channels.build(marts, JUNE, TODAY), "google_ads")
    assert google.measures["contribution"] is None
    assert google.metrics["romi"] is None
    assert google.interval is None
    assert google.tier is Tier.CANNOT_TELL
    assert google.missing is not None
    assert "margin unknown for 500" in Language("en").say(google.missing)
    assert "what Google Ads earned is unknown" in english(channels.build(marts, JUNE, TODAY))


def test_phone_orders_count_like_any_other_and_their_share_is_shown(marts: Marts) -> None:
    report = channels.build(marts, JUNE, TODAY)
    assert report.measures["orders"] == 42
    assert report.phone is not None
    assert Language("en").say(report.phone) == "1 of 42 orders (2.4%) came by phone, with 2.4% of the margin."
    assert "by phone" not in english(report)


def test_few_phone_orders_that_carry_the_margin_stand_in_the_answer(marts: Marts) -> None:
    marts.sale(DAY, "google_ads", "Brand", revenue=5000, cogs=3320, phone=True)
    report = channels.build(marts, JUNE, TODAY)
    assert "orders by phone, 4.7% of all, bring 51% of the margin" in english(report)


def test_without_a_margin_the_phone_orders_are_told_by_their_revenue(marts: Marts) -> None:
    marts.sale(DAY, "google_ads", "Brand", revenue=100, cogs=None)
    report = channels.build(marts, JUNE, TODAY)
    assert Language("en").say(report.phone) == "1 of 43 orders (2.3%) came by phone, with 2.3% of the revenue."


def test_shares_of_the_contribution_add_up_to_one(marts: Marts) -> None:
    report = channels.build(marts, JUNE, TODAY)
    assert round(sum(item.share or 0 for item in report.channels), 12) == 1


def test_cheap_leads_that_do_not_buy_stand_beside_dear_ones_that_do() -> None:
    # Golden 09: liposuction 300 leads for 150 000 and 9 sales, rhinoplasty 40 leads for 120 000 and 20.
    clinic = Marts()
    for product, spend, leads, orders, revenue in (
        ("Liposuction", 150_000, 300, 9, 150_000),
        ("Rhinoplasty", 120_000, 40, 20, 200_000),
    ):
        clinic.spend(DAY, "yandex_direct", product, spend, product=product)
        clinic.leads(DAY, "yandex_direct", product, leads, product=product)
        clinic.sale(
            DAY, "yandex_direct", product, product=product, count=orders, revenue=revenue, cogs=revenue * 65 // 100
        )
    found = channels.build(clinic, JUNE, TODAY).grid
    dear, cheap = found.products
    assert (cheap.product, cheap.cpl, cheap.measures["contribution"], cheap.per_lead) == (
        "Liposuction",
        500,
        322_500,
        1075,
    )
    assert (dear.product, dear.cpl, dear.measures["contribution"], dear.per_lead) == (
        "Rhinoplasty",
        3000,
        1_280_000,
        32_000,
    )
    assert (found.cheap, found.dear) == ("Liposuction", "Rhinoplasty")
    told = found.told("RUB")
    assert told is not None
    assert "A paid lead for “Liposuction” costs" in Language("en").say(told)
    assert found.cells["Liposuction", "yandex_direct"].orders == 9


def test_leads_that_cost_nothing_do_not_make_paid_ones_look_cheap() -> None:
    clinic = Marts()
    clinic.spend(DAY, "yandex_direct", "A", 1000, product="A")
    clinic.leads(DAY, "yandex_direct", "A", 2, product="A")
    clinic.leads(DAY, "organic_search", "", 8, product="A")
    (paid,) = channels.build(clinic, JUNE, TODAY).grid.paid
    assert paid.cpl == 500


def test_two_products_whose_leads_buy_alike_are_not_set_against_each_other(marts: Marts) -> None:
    assert channels.build(marts, JUNE, TODAY).grid.cheap is None


def test_many_products_leave_the_smallest_in_one_row() -> None:
    shop = Marts()
    for number in range(20):
        shop.sale(DAY, "google_ads", "Shop", product=f"P{number:02}", revenue=100 + number, cogs=0)
    found = channels.build(shop, JUNE, TODAY).grid
    assert len(found.products) == 13
    assert sum(cell.orders for cell in found.products) == 20


def test_orders_stand_on_their_leads_day_by_default() -> None:
    shop = Marts()
    shop.sale(DAY, "google_ads", "Shop", sold=date(2025, 7, 5))
    assert channels.build(shop, JUNE, TODAY).measures["orders"] == 1
    assert channels.build(shop, replace(JUNE, view=DateView.SALE), TODAY).measures["orders"] == 0


def test_no_data_is_empty(marts: Marts) -> None:
    report = channels.build(Marts(), JUNE, TODAY)
    assert report.is_empty
    assert report.channels == ()
    assert english(report) == "Nothing was spent and nothing was sold in this period."


def test_the_json_names_every_channel_with_its_doubt(marts: Marts) -> None:
    told = json.loads(json.dumps(channels.build(marts, JUNE, TODAY).as_json()))
    assert told["report"] == "channels"
    google = next(item for item in told["rows"] if item["channel"] == "google_ads")
    assert google["contribution"] == 1200
    assert google["tier"] == "earns"
    assert google["contribution_low"] < 1200 < google["contribution_high"]
    assert told["metrics"]["break_even_roas"] == 2.5


def test_a_report_asks_few_queries(marts: Marts) -> None:
    channels.build(marts, JUNE, date(2025, 7, 20))
    assert len(marts.asked) <= 10


def test_no_channel_loses_while_its_leads_are_young(marts: Marts) -> None:
    old = date(2025, 1, 10)
    marts.leads(old, "google_ads", "Brand", 100)
    marts.sale(old, "google_ads", "Brand", count=80, sold=date(2025, 2, 20))
    report = channels.build(marts, JUNE, date(2025, 6, 5))
    assert report.grows_late
    assert row(report, "vk_ads").tier is Tier.CANNOT_TELL
    assert "VK Ads cannot be told from break-even yet" in english(report)


def test_without_any_sales_uploaded_nothing_is_said_of_what_channels_earned() -> None:
    found = Marts()
    found.spend(DAY, "vk_ads", "Reach", 1000)
    report = channels.build(found, JUNE, TODAY)
    assert english(report) == "What the channels earned is unknown: no sales have been uploaded."
    assert [caveat.blocks for caveat in report.caveats if caveat.id == "no_source_of_sales"] == [True, True]


def test_by_the_day_of_the_sale_leads_and_orders_are_not_set_against_each_other(marts: Marts) -> None:
    by_lead = channels.build(marts, JUNE, TODAY).metrics
    by_sale = channels.build(marts, replace(JUNE, view=DateView.SALE), TODAY).metrics
    assert by_lead["lead_to_order"] is not None
    assert (by_sale["lead_to_order"], by_sale["target_to_order"]) == (None, None)
    assert by_sale["cpo"] == by_lead["cpo"]
