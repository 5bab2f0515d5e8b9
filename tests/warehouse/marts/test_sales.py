"""Which source a sale is credited to, and on which day it counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

CLICK = {"source": "google", "medium": "cpc", "campaign": "implants msk"}
OTHER_CLICK = {"source": "vk", "medium": "cpc", "campaign": "whitening msk"}


def credit(store: Any) -> list[tuple[Any, ...]]:
    store.rebuild()
    return store.mart("attribution", "order_id", "channel", "campaign", "rule")


def test_a_sale_with_a_source_of_its_own_keeps_it(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **OTHER_CLICK)
    store.add("sales", order_id="9", sold="2025-03-05", phone_hash="p1", revenue=100, **CLICK)
    assert credit(store) == [("9", "google_ads", "implants msk", "own")]


def test_a_sale_without_a_source_goes_to_the_last_touch_that_is_not_direct(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **CLICK)
    store.add("calls", call_id="2", started="2025-03-02 10:00", phone_hash="p1", **OTHER_CLICK)
    store.add("calls", call_id="3", started="2025-03-03 10:00", phone_hash="p1", source="(direct)")
    store.add("calls", call_id="4", started="2025-03-06 10:00", phone_hash="p1", **CLICK)
    store.add("sales", order_id="9", sold="2025-03-05", phone_hash="p1", revenue=100, source="(direct)")
    assert credit(store) == [("9", "vk_ads", "whitening msk", "last_touch")]


def test_a_call_on_the_day_of_a_sale_without_an_hour_comes_before_it(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-05 15:00", phone_hash="p1", **CLICK)
    store.add("sales", order_id="9", sold="2025-03-05", phone_hash="p1", revenue=100)
    assert credit(store) == [("9", "google_ads", "implants msk", "last_touch")]


@pytest.mark.parametrize(("window", "rule"), [(4, "last_touch"), (3, "none")])
def test_a_touch_counts_only_within_the_window(store: Any, window: int, rule: str) -> None:
    store.profile = replace(store.profile, attribution_window_days=window)
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", **CLICK)
    store.add("sales", order_id="9", sold="2025-03-05", phone_hash="p1", revenue=100)
    assert [row[3] for row in credit(store)] == [rule]


def test_a_sale_nobody_can_place_is_direct_or_without_a_source(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", source="(direct)")
    store.add("sales", order_id="1", sold="2025-03-05", phone_hash="p1", revenue=100)
    store.add("sales", order_id="2", sold="2025-03-05", revenue=100, source="(direct)")
    store.add("sales", order_id="3", sold="2025-03-05", phone_hash="p3", revenue=100)
    assert credit(store) == [
        ("1", "direct", "", "direct"),
        ("2", "direct", "", "direct"),
        ("3", "no_source", "", "none"),
    ]


def test_only_paid_orders_count_and_an_order_counts_once_under_its_dearest_line(store: Any) -> None:
    store.add("sales", order_id="1", item=1, sold="2025-03-05", revenue=10, product="Brush")
    store.add("sales", order_id="1", item=2, sold="2025-03-05", revenue=90, product="Veneers")
    store.add("sales", order_id="2", sold="2025-03-05", revenue=999, product="Veneers", paid=False)
    store.rebuild()
    assert store.mart("funnel_day", "product", "orders", "revenue", "order_squares") == [
        ("Brush", 0, 10, 0),
        ("Veneers", 1, 90, 10000),
    ]


def test_a_sale_counts_on_its_own_day_and_in_the_cohort_of_the_last_lead_before_it(store: Any) -> None:
    store.profile = replace(store.profile, lead_window_days=5)
    for call, day in (("1", "03-01"), ("2", "03-20"), ("3", "04-20")):
        store.add("calls", call_id=call, started=f"2025-{day} 10:00", phone_hash="p1", **CLICK)
    store.add("sales", order_id="9", sold="2025-04-05", phone_hash="p1", revenue=100)
    store.rebuild()
    assert store.total("funnel_day", "revenue", day="2025-04-05") == 100
    assert store.total("cohort_day", "revenue", day="2025-03-20") == 100
    assert store.mart("lag_day") == [("2025-03-20", "2025-04-05", 1, 100)]


def test_a_deal_without_phone_and_email_is_still_the_lead_of_its_own_sale(store: Any) -> None:
    store.add("leads", lead_id="7", created="2025-03-01 10:00", **CLICK)
    store.add("sales", order_id="7", sold="2025-03-20", lead_created="2025-03-01 10:00", revenue=100)
    assert credit(store) == [("7", "google_ads", "implants msk", "last_touch")]
    assert store.mart("cohort_day", "day", "leads", "orders") == [("2025-03-01", 1, 1)]


def test_a_sale_without_a_lead_is_in_the_cohort_of_its_deals_day_else_its_own(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-20", lead_created="2025-03-02", revenue=100)
    store.add("sales", order_id="2", sold="2025-03-20", revenue=100)
    store.rebuild()
    assert store.mart("cohort_day", "day", "orders") == [("2025-03-02", 1), ("2025-03-20", 1)]


def test_phone_orders_are_those_that_say_so_and_those_whose_lead_only_called(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-05", revenue=1, way="phone")
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p2")
    store.add("sales", order_id="2", sold="2025-03-05", phone_hash="p2", revenue=1)
    store.add("calls", call_id="2", started="2025-03-01 10:00", phone_hash="p3")
    store.add("leads", lead_id="3", way="form", created="2025-03-01 09:00", phone_hash="p3")
    store.add("sales", order_id="3", sold="2025-03-05", phone_hash="p3", revenue=1)
    store.add("calls", call_id="4", started="2025-03-01 10:00", phone_hash="p4")
    store.add("sales", order_id="4", sold="2025-03-05", phone_hash="p4", revenue=1, way="site")
    store.rebuild()
    assert store.mart("attribution", "order_id", "way") == [
        ("1", "phone"),
        ("2", "phone"),
        ("3", "other"),
        ("4", "site"),
    ]
    assert store.total("funnel_day", "phone_orders") == 2


def test_the_three_date_views_of_the_same_deals_have_one_total(
    new_store: Callable[..., Any], shared: Callable[[str], Path]
) -> None:
    golden = json.loads(shared("golden/19_attribution_dates.json").read_text(encoding="utf-8"))
    by_click, by_lead = new_store(), new_store()
    for store, dated in ((by_click, "click"), (by_lead, "lead")):
        for deal in golden["deals"]:
            name = str(deal["id"])
            store.add("leads", lead_id=name, created=f"{deal[dated]} 10:00", phone_hash=name, **CLICK)
            if deal["sale"]:
                money = {"revenue": deal["revenue"], "refunded": deal["refund_amount"], "refunded_at": deal["refund"]}
                store.add("sales", order_id=name, sold=deal["sale"], phone_hash=name, **money)
        for month, spend in golden["spend"].items():
            store.add("ad_day", day=f"{month}-01", campaign="implants msk", spend=spend)
        store.rebuild()

    click_view = _by_month(by_click, "cohort_day", "revenue") - _by_month(by_click, "cohort_day", "refunds")
    lead_view = _by_month(by_lead, "cohort_day", "revenue") - _by_month(by_lead, "cohort_day", "refunds")
    sale_view = _by_month(by_lead, "funnel_day", "revenue") - _by_month(by_lead, "refund_day", "refunds")
    assert click_view == golden["net_revenue_by_click_month"]
    assert lead_view == golden["net_revenue_by_lead_month"]
    assert sale_view == golden["net_revenue_by_sale_month_refund_on_refund_date"]
    assert {sum(view.values()) for view in (click_view, lead_view, sale_view)} == {golden["total_is_invariant"]}

    spend = _by_month(by_lead, "funnel_day", "spend")["2025-04"]
    roas = {"click_view": click_view, "lead_view": lead_view, "sale_view": sale_view}
    assert {name: view["2025-04"] / spend for name, view in roas.items()} == golden["roas_april"]


class _Months(dict[str, Decimal]):
    def __sub__(self, other: _Months) -> _Months:
        months = {month: self.get(month, Decimal(0)) - other.get(month, Decimal(0)) for month in {*self, *other}}
        return _Months({month: value for month, value in months.items() if value})


def _by_month(store: Any, mart: str, measure: str) -> _Months:
    months = _Months()
    for day, value in store.mart(mart, "day", measure):
        months[day[:7]] = months.get(day[:7], Decimal(0)) + value
    return months


def test_money_that_is_only_given_back_is_no_order(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=100)
    store.add("sales", order_id="C1", sold="2025-03-04", revenue=0, refunded=100)
    store.rebuild()
    for mart in ("funnel_day", "cohort_day"):
        assert (store.total(mart, "orders"), store.total(mart, "refunds")) == (1, 100)
    assert store.mart("attribution", "order_id", "orders") == [("1", 1), ("C1", 0)]


def test_a_deal_that_was_won_is_an_order_whatever_its_sum(store: Any) -> None:
    store.add("leads", lead_id="1", created="2025-03-01 10:00")
    store.add("sales", order_id="1", sold="2025-03-04", revenue=0)
    store.rebuild()
    assert store.total("funnel_day", "orders") == 1


def test_a_row_that_gives_goods_back_gives_their_cost_back(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=100, cost=60)
    store.add("sales", order_id="C1", sold="2025-03-04", revenue=0, cost=-60, refunded=100)
    store.rebuild()
    assert (store.total("funnel_day", "cogs"), store.total("funnel_day", "refunded_cogs")) == (60, 60)
