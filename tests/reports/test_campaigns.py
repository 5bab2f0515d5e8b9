"""Campaigns: every figure equals the sum one does by hand, and nothing is judged on too little."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dashboard.domain.client import Fee
from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports import campaigns
from dashboard.reports.campaigns import Campaigns
from dashboard.reports.selection import DateView, Selection
from tests.reports.marts import CLINIC, Marts

JUNE = date(2025, 6, 1)
TODAY = date(2025, 6, 16)
TO_DATE = Selection(Period(JUNE, date(2025, 6, 15)))


def day(number: int, month: int = 6) -> date:
    return date(2025, month, number)


def english(report: Campaigns) -> str:
    return Language("en").say(report.verdict).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def marts() -> Marts:
    """Fifteen days of June: two campaigns that spent, one channel that nobody paid for."""
    found = Marts()
    for number in range(1, 16):
        found.spend(day(number), "google_ads", "Brand", 100, clicks=10)
        found.leads(day(number), "google_ads", "Brand", 2, target=1)
    found.spend(day(3), "yandex_direct", "Search", 500, clicks=40)
    found.leads(day(4), "organic_search", "", 3, target=3)
    found.sale(day(5), "google_ads", "Brand", sold=day(7), revenue=1000, cogs=600)
    found.sale(day(6), "google_ads", "Brand", sold=day(20), revenue=3000, refunds=500, cogs=1000)
    return found


def test_the_figures_are_the_sums_done_by_hand(marts: Marts) -> None:
    report = campaigns.build(marts, TO_DATE, TODAY)
    assert {key: report.measures[key] for key in ("spend", "clicks", "leads", "target_leads", "orders")} == {
        "spend": 2000, "clicks": 190, "leads": 33, "target_leads": 18, "orders": 2,
    }  # fmt: skip
    assert report.measures["net_revenue"] == 3500
    assert report.metrics["roas"] == Decimal("1.75")
    assert report.metrics["cpo"] == 1000
    assert round(report.metrics["cpql"] or 0, 2) == Decimal("111.11")


def test_orders_count_on_their_leads_day_unless_the_day_of_sale_is_asked_for(marts: Marts) -> None:
    by_lead = campaigns.build(marts, TO_DATE, TODAY)
    by_sale = campaigns.build(marts, replace(TO_DATE, view=DateView.SALE), TODAY)
    assert (by_lead.measures["orders"], by_sale.measures["orders"]) == (2, 1)
    assert by_lead.measures["spend"] == by_sale.measures["spend"]
    assert "lead" in Language("en").say(next(item.text for item in by_lead.caveats if item.id == "date_view"))


def test_a_campaign_without_leads_has_no_cost_per_lead(marts: Marts) -> None:
    rows = {row["campaign"]: row for row in campaigns.build(marts, TO_DATE, TODAY).rows()}
    assert rows["Search"]["spend"] == 500
    assert rows["Search"]["cpl"] is None
    assert rows["Search"]["roas"] == 0


def test_a_channel_that_nobody_paid_for_costs_nothing_per_lead_rather_than_zero(marts: Marts) -> None:
    rows = {row["channel"]: row for row in campaigns.build(marts, TO_DATE, TODAY).rows()}
    assert rows["organic_search"]["leads"] == 3
    assert rows["organic_search"]["roas"] is None


def test_the_plan_to_date_goes_by_the_weight_of_the_days(marts: Marts) -> None:
    # June 2025 in Russia: 24.5 in weight, 11.5 of it by the 15th (golden 06).
    marts.plan(JUNE, "spend", 4900)
    line = campaigns.build(marts, Selection(Period(JUNE, day(15))), TODAY).plan_of("spend")
    assert line is not None
    assert (line.to_date, line.actual) == (2300, 2000)
    assert round(line.deviation or 0, 4) == Decimal("-0.1304")
    assert line.status == "amber"


def test_a_plan_of_a_channel_is_held_against_that_channel_alone(marts: Marts) -> None:
    marts.plan(JUNE, "leads", 49, channel="google_ads")
    report = campaigns.build(marts, TO_DATE, TODAY)
    line = report.plan_of("leads", "google_ads")
    assert line is not None
    assert (line.to_date, line.actual, line.events) == (23, 30, 30)
    assert report.plan_of("leads") is None, "three leads came from a channel without a plan"


def test_the_plan_as_a_whole_is_the_sum_of_its_channels_if_it_leaves_none_out(marts: Marts) -> None:
    marts.plan(JUNE, "spend", 4900, channel="google_ads")
    assert campaigns.build(marts, TO_DATE, TODAY).plan_of("spend") is None
    marts.plan(JUNE, "spend", 490, channel="yandex_direct")
    whole = campaigns.build(marts, TO_DATE, TODAY).plan_of("spend")
    assert whole is not None
    assert (whole.to_date, whole.actual) == (2530, 2000)


def test_the_sentence_names_what_is_furthest_off_and_how_sure_it_is(marts: Marts) -> None:
    marts.plan(JUNE, "spend", 4261)  # 2000 to date
    marts.plan(JUNE, "leads", 213, channel="google_ads")  # 100 to date, 30 came
    text = english(campaigns.build(marts, TO_DATE, TODAY))
    assert text == "Spend is on plan; leads from Google Ads are 70% under plan, and 30 leads are enough to say so."


def test_too_few_leads_are_not_called_a_failure(marts: Marts) -> None:
    marts.plan(JUNE, "leads", 81)  # 38 to date, 33 came
    line = campaigns.build(marts, TO_DATE, TODAY).plan_of("leads")
    assert line is not None
    assert line.status == "too_few_data"
    assert "too few to say so" in english(campaigns.build(marts, TO_DATE, TODAY))


def test_without_a_plan_the_sentence_says_so_and_compares_with_the_days_before(marts: Marts) -> None:
    marts.leads(day(3, 5), "google_ads", "Brand", 66)
    text = english(campaigns.build(marts, TO_DATE, TODAY))
    assert text.startswith("No plan covers the whole period: 33 leads for ")
    assert "50% fewer than 66 leads in 1–15 May 2025" in text


def test_the_previous_period_has_as_many_days_as_the_data(marts: Marts) -> None:
    month = campaigns.build(marts, Selection(Period(JUNE, TODAY)), TODAY)
    assert month.then == Period(day(1, 5), day(15, 5)), "the 16th has no data yet"


def test_a_period_whose_month_has_no_plan_is_held_against_none(marts: Marts) -> None:
    marts.plan(JUNE, "leads", 100)
    report = campaigns.build(marts, Selection(Period(day(1, 5), day(15))), TODAY)
    assert report.plan == ()
    assert "plan_incomplete" in {caveat.id for caveat in report.caveats}


def test_a_late_source_is_not_a_missed_plan(marts: Marts) -> None:
    marts.plan(JUNE, "spend", 4900)
    marts.covered(day(19), "deals", "bitrix24")
    line = campaigns.build(marts, Selection(Period(JUNE, day(20))), day(20)).plan_of("spend")
    assert line is not None
    assert (line.until, line.to_date) == (day(15), 2300)


def test_the_last_days_are_marked_as_not_finished(marts: Marts) -> None:
    marts.profile = replace(CLINIC, provisional_days=3)
    report = campaigns.build(marts, TO_DATE, TODAY)
    assert report.provisional_from == day(14)
    assert "provisional_days" in {caveat.id for caveat in report.caveats}
    assert campaigns.build(marts, TO_DATE, day(30)).provisional_from is None


def test_a_stale_source_is_named_with_its_day(marts: Marts) -> None:
    report = campaigns.build(marts, TO_DATE, day(25))
    stale = [Language("en").say(caveat.text) for caveat in report.caveats if caveat.id == "stale_source"]
    assert any("Google Ads" in text and "15 June 2025" in text.replace("\u00a0", " ") for text in stale)


def test_amounts_without_a_rate_are_a_caveat_with_their_figure(marts: Marts) -> None:
    marts.insert("unconverted_day", day=day(2), kind="ads", platform="google_ads", currency="USD", amount=70)
    texts = [Language("en").say(c.text) for c in campaigns.build(marts, TO_DATE, TODAY).caveats]
    assert any("$70 of spend on 1 day is not converted" in text for text in texts)


def test_events_are_numbered_in_order_of_day(marts: Marts) -> None:
    marts.insert("event_day", day=day(9), day_to=day(9), what="site", text="New site")
    marts.insert("event_day", day=day(28, 5), day_to=day(2), what="outage", text="Hosting down")
    marts.insert("event_day", day=day(20), day_to=day(20), what="site", text="Later")
    found = campaigns.build(marts, TO_DATE, TODAY).events
    assert [(event.number, event.text) for event in found] == [(1, "Hosting down"), (2, "New site")]


def test_young_leads_still_owe_orders_and_the_plan_of_orders_waits_for_them(marts: Marts) -> None:
    # Of 100 old leads 40 bought at once and 40 ten days later.
    old = date(2025, 1, 10)
    marts.leads(old, "google_ads", "Brand", 100)
    marts.sale(old, "google_ads", "Brand", count=40)
    marts.sale(old, "google_ads", "Brand", count=40, sold=old + timedelta(days=10))
    marts.plan(JUNE, "orders", 49)
    report = campaigns.build(marts, TO_DATE, TODAY)
    # The data end on 15 June: the leads of 6–15 June are younger than ten days, two a day.
    assert report.due is not None
    assert report.due.orders == Decimal("0.4") * 20
    line = report.plan_of("orders")
    assert line is not None
    assert line.status == "young"
    assert "young_leads" in {caveat.id for caveat in report.caveats}


def test_too_short_a_history_says_nothing_about_orders_to_come(marts: Marts) -> None:
    assert campaigns.build(marts, TO_DATE, TODAY).due is None


def test_the_fee_is_never_part_of_spend(marts: Marts) -> None:
    marts.profile = replace(CLINIC, fees=(Fee(JUNE, Decimal(3000)),))
    report = campaigns.build(marts, TO_DATE, TODAY)
    assert report.measures["fee"] == 1500
    assert report.measures["spend"] == 2000
    assert report.measures["profit"] == (report.measures["contribution"] or 0) - 1500


def test_unknown_margin_takes_the_contribution_away_and_says_why(marts: Marts) -> None:
    marts.sale(day(8), "google_ads", "Brand", revenue=700, cogs=None)
    report = campaigns.build(marts, TO_DATE, TODAY)
    assert report.measures["contribution"] is None
    assert report.measures["net_revenue"] == 4200
    assert "unknown_margin" in {caveat.id for caveat in report.caveats}


def test_ad_groups_of_one_campaign_are_fetched_when_it_is_unfolded(marts: Marts) -> None:
    for group, amount in (("exact", 35), ("broad", 70)):
        marts.insert(
            "ad_group_day", day=day(2), channel="google_ads", campaign="Brand", ad_group=group, clicks=7, spend=amount
        )
    marts.insert("ad_group_day", day=day(2), channel="google_ads", campaign="Other", ad_group="x", spend=999)
    found = campaigns.ad_groups(marts, TO_DATE, "google_ads", "Brand")
    assert [(row["ad_group"], row["spend"], row["cpc"]) for row in found] == [("broad", 70, 10), ("exact", 35, 5)]


def test_the_trend_has_a_point_for_every_day_of_the_data(marts: Marts) -> None:
    rows = {row["campaign"]: row for row in campaigns.build(marts, TO_DATE, TODAY).rows()}
    assert rows["Brand"]["trend"] == (2,) * 15
    assert len(rows["Search"]["trend"]) == 15


def test_one_client_never_holds_another_ones_figures() -> None:
    ours, theirs = Marts(), Marts(replace(CLINIC, slug="other", name="Other"))
    ours.spend(day(1), "google_ads", "A", 1)
    theirs.spend(day(1), "google_ads", "B", 999)
    assert campaigns.build(ours, TO_DATE, TODAY).measures["spend"] == 1
    assert "999" not in json.dumps(campaigns.build(ours, TO_DATE, TODAY).as_json())


def test_no_data_at_all_is_empty_and_says_so() -> None:
    report = campaigns.build(Marts(), TO_DATE, TODAY)
    assert report.is_empty
    assert report.data_as_of is None
    assert english(report) == "Nothing was spent and no lead came in this period."
    assert report.as_json()["metrics"]["cpl"] is None


def test_the_json_has_plain_numbers_nulls_and_iso_days(marts: Marts) -> None:
    told = json.loads(json.dumps(campaigns.build(marts, TO_DATE, TODAY).as_json()))
    assert told["report"] == "campaigns"
    assert told["client"] == "Nord"
    assert told["period"] == ["2025-06-01", "2025-06-15"]
    assert told["data_as_of"] == "2025-06-15"
    assert told["measures"]["spend"] == 2000
    assert told["metrics"]["roas"] == 1.75
    assert {"id", "text"} == set(told["caveats"][0])
    assert told["rows"][0]["campaign"] == "Brand"


def test_what_nothing_imported_could_have_told_of_is_unknown_and_not_nought() -> None:
    found = Marts()
    found.spend(day(3), "google_ads", "Brand", 100, clicks=10)
    found.plan(JUNE, "leads", 60)
    report = campaigns.build(found, TO_DATE, TODAY)
    assert (report.measures["spend"], report.measures["clicks"]) == (100, 10)
    unknown = ("leads", "target_leads", "orders", "net_revenue", "margin", "contribution")
    assert {report.measures[key] for key in unknown} == {None}
    assert {report.then_measures[key] for key in unknown} == {None}
    assert (report.campaigns[0].measures["leads"], report.plan_of("leads")) == (None, None)
    assert english(report).endswith("what came of it is unknown: no calls, leads or sales have been uploaded.")


def test_leads_are_unknown_where_only_sales_were_uploaded() -> None:
    found = Marts()
    found.spend(day(3), "google_ads", "Brand", 100)
    found.sale(day(5), "google_ads", "Brand", revenue=1000, cogs=600)
    found.connection.execute("update coverage_day set kind = 'orders' where kind = 'deals'")
    report = campaigns.build(found, TO_DATE, TODAY)
    assert (report.measures["leads"], report.measures["orders"]) == (None, 1)
    assert english(report).startswith("No plan covers the whole period: 1 order for ₽100.")
    assert "no_source_of_leads" in {caveat.id for caveat in report.caveats}
