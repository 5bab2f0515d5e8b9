"""Money in one currency, net of VAT, with its cost of goods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.client import VatRate

VAT = (VatRate(date(2019, 1, 1), Decimal("0.20")), VatRate(date(2026, 1, 1), Decimal("0.22")))


def test_spend_is_net_of_the_vat_of_its_day_where_the_client_deducts_it(store: Any) -> None:
    store.profile = replace(store.profile, vat=VAT)
    store.add("ad_day", day="2025-12-31", campaign="a", spend=120000, includes_vat=True)
    store.add("ad_day", day="2026-01-01", campaign="a", spend=122000, includes_vat=True)
    store.add("ad_day", day="2026-01-02", campaign="a", spend=100, includes_vat=False)
    store.rebuild()
    assert store.mart("funnel_day", "day", "spend") == [
        ("2025-12-31", 100000),
        ("2026-01-01", 100000),
        ("2026-01-02", 100),
    ]


def test_spend_keeps_its_vat_where_the_client_does_not_deduct_it(store: Any) -> None:
    store.profile = replace(store.profile, vat=VAT, vat_deductible=False)
    store.add("ad_day", day="2025-12-31", campaign="a", spend=120, includes_vat=True)
    store.rebuild()
    assert store.total("funnel_day", "spend") == 120


def test_amounts_are_converted_at_the_rate_of_their_day(store: Any) -> None:
    store.add("rates", day="2025-03-01", currency="USD", rate=90)
    store.add("rates", day="2025-03-02", currency="USD", rate=100)
    store.add("ad_day", day="2025-03-01", campaign="a", spend=2, currency="USD")
    store.add("ad_day", day="2025-03-02", campaign="a", spend=2, currency="USD")
    store.add("ad_day", day="2025-03-02", campaign="a", spend=7, currency="", ad_group="own")
    store.add("sales", order_id="1", sold="2025-03-02", revenue=5, cost=3, refunded=5, refunded_at="2025-03-01",
              currency="USD")  # fmt: skip
    store.rebuild()
    assert store.total("funnel_day", "spend", day="2025-03-01") == 180
    assert store.total("funnel_day", "spend", day="2025-03-02") == 207
    assert [store.total("funnel_day", name) for name in ("revenue", "refunds", "cogs", "refunded_cogs")] == [
        500,
        500,
        300,
        300,
    ]
    assert store.mart("refund_day", "day", "refunds", "refunded_cogs") == [("2025-03-01", 500, 300)]


def test_a_day_without_a_rate_is_not_taken_as_one(store: Any) -> None:
    store.add("rates", day="2025-03-02", currency="USD", rate=100)
    store.add("ad_day", day="2025-03-01", campaign="a", clicks=3, spend=2, currency="USD")
    store.add("sales", order_id="1", sold="2025-03-01", revenue=5, currency="EUR")
    store.rebuild()
    measures = ("clicks", "orders", "spend", "revenue", "revenue_without_cost")
    assert [store.total("funnel_day", measure) for measure in measures] == [3, 1, 0, 0, 0]
    assert store.mart("unconverted_day") == [
        ("2025-03-01", "ads", "google_ads", "USD", 2),
        ("2025-03-01", "sales", "crm", "EUR", 5),
    ]


def test_a_rate_that_comes_later_converts_what_waited_for_it(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-02-20 10:00", phone_hash="p1", import_id=1)
    store.add("sales", order_id="1", sold="2025-03-01", phone_hash="p1", revenue=5, currency="USD", import_id=2)
    store.rebuild()
    store.add("rates", day="2025-03-01", currency="USD", rate=100, import_id=3)
    store.rebuild_import(3)
    assert store.total("cohort_day", "revenue", day="2025-02-20") == 500
    assert store.mart("unconverted_day") == []


def test_cost_of_goods_is_the_lines_own_else_the_products_rate_else_the_clients_else_unknown(store: Any) -> None:
    store.profile = replace(store.profile, margin_by_product=(("Implants", Decimal("0.7")),))
    store.add("sales", order_id="1", sold="2025-03-01", product="Implants", revenue=100, cost=55)
    store.add("sales", order_id="2", sold="2025-03-01", product="Implants", revenue=100)
    store.add("sales", order_id="3", sold="2025-03-01", product="Veneers", revenue=100, refunded=30)
    store.rebuild()
    assert store.mart("funnel_day", "product", "cogs", "revenue_without_cost") == [
        ("Implants", 85, 0),
        ("Veneers", 0, 70),
    ]
    store.profile = replace(store.profile, margin=Decimal("0.4"))
    store.rebuild()
    assert store.mart("funnel_day", "product", "cogs", "refunded_cogs", "revenue_without_cost") == [
        ("Implants", 85, 0, 0),
        ("Veneers", 60, 18, 0),
    ]


@pytest.mark.parametrize(("refunded", "came_back"), [(0, 0), (25, 15), (100, 60), (120, 60)])
def test_a_refund_gives_back_its_part_of_the_lines_own_cost(store: Any, refunded: int, came_back: int) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=100, cost=60, refunded=refunded)
    store.rebuild()
    assert store.mart("funnel_day", "revenue", "refunds", "cogs", "refunded_cogs") == [(100, refunded, 60, came_back)]


def test_a_row_that_covers_a_period_is_coverage_and_never_a_day(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", day_to="2025-03-03", campaign="a", clicks=999, spend=999)
    store.add("ad_day", day="2025-03-02", campaign="b", clicks=1, spend=1)
    store.rebuild()
    assert store.mart("funnel_day", "day", "clicks", "spend") == [("2025-03-02", 1, 1)]
    assert store.mart("coverage_day", "day", "kind", "row_count") == [
        ("2025-03-01", "ads_period", 1),
        ("2025-03-02", "ads", 1),
        ("2025-03-02", "ads_period", 1),
        ("2025-03-03", "ads_period", 1),
    ]


def test_a_row_of_nothing_changes_no_sum(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", campaign="a", ad_group="x", clicks=2, spend=3)
    store.rebuild()
    before = store.mart("funnel_day")
    store.add("ad_day", day="2025-03-01", campaign="a", ad_group="y")
    store.rebuild()
    assert store.mart("funnel_day") == before


def test_keywords_are_summed_into_their_ad_group(store: Any) -> None:
    for keyword, clicks in (("one", 1), ("two", 2)):
        store.add("ad_day", day="2025-03-01", campaign="a", ad_group="x", keyword=keyword, clicks=clicks, spend=clicks)
    store.rebuild()
    assert store.mart("ad_group_day", "campaign", "ad_group", "clicks", "spend") == [("a", "x", 3, 3)]


def test_an_ad_row_without_a_source_belongs_to_its_platform(store: Any) -> None:
    store.add("ad_day", platform="vk_ads", source="", medium="", day="2025-03-01", campaign="a", spend=1)
    store.rebuild()
    assert store.mart("funnel_day", "channel") == [("vk_ads",)]


def test_large_amounts_keep_every_digit(store: Any) -> None:
    store.profile = replace(store.profile, margin=Decimal("0.5"))
    store.add("rates", day="2025-03-01", currency="USD", rate=10000)
    store.add("sales", order_id="1", sold="2025-03-01", revenue=900_000_000, currency="USD")
    store.add("ad_day", day="2025-03-01", campaign="a", spend="900000000.0001", currency="USD")
    store.rebuild()
    measures = ("revenue", "cogs", "order_squares", "spend")
    assert [store.total("funnel_day", measure) for measure in measures] == [
        9 * 10**12,
        45 * 10**11,
        81 * 10**24,
        9 * 10**12 + 1,
    ]


def test_amounts_of_another_currency_are_kept_in_both_on_one_basis(store: Any) -> None:
    store.profile = replace(store.profile, vat=VAT)
    for day, rate in (("2025-12-31", 90), ("2026-01-01", 81)):
        store.add("rates", day=day, currency="USD", rate=rate)
        store.add("sales", order_id=day, sold=day, revenue=10, refunded=4, refunded_at=day, currency="USD")
    store.add("ad_day", day="2025-12-31", campaign="a", spend=120, currency="USD", includes_vat=True)
    store.add("ad_day", day="2026-01-01", campaign="a", spend=122, currency="USD", includes_vat=True)
    store.add("ad_day", day="2026-01-01", campaign="b", spend=7, currency="")  # the client's own
    store.add("ad_day", day="2026-01-02", campaign="a", spend=5, currency="USD")  # no rate: it stands in no figure
    store.rebuild()
    assert store.mart("foreign_day", "day", "kind", "currency", "amount", "converted") == [
        ("2025-12-31", "ads", "USD", 100, 9000),
        ("2025-12-31", "sales", "USD", 6, 540),
        ("2026-01-01", "ads", "USD", 100, 8100),
        ("2026-01-01", "sales", "USD", 6, 486),
    ]


def test_sales_that_include_vat_are_net_of_it_and_the_tax_is_kept_beside(store: Any) -> None:
    store.profile = replace(store.profile, vat=VAT)
    store.add("sales", order_id="1", sold="2025-12-31", revenue=120, refunded=60, cost=36, includes_vat=True)
    store.add("sales", order_id="2", sold="2026-01-01", revenue=122, includes_vat=True)
    store.add("sales", order_id="3", sold="2026-01-02", revenue=50)
    store.rebuild()
    assert store.mart("funnel_day", "day", "revenue", "refunds", "vat") == [
        ("2025-12-31", 100, 50, 10),
        ("2026-01-01", 100, 0, 22),
        ("2026-01-02", 50, 0, 0),
    ]
    assert store.total("cohort_day", "revenue") == 250
    assert store.total("funnel_day", "cogs", day="2025-12-31") == 30  # a file's amounts are all on one basis


def test_the_tax_of_sales_is_at_the_rate_of_exchange_too_and_none_where_it_is_not_deducted(store: Any) -> None:
    store.profile = replace(store.profile, vat=VAT)
    store.add("rates", day="2025-03-01", currency="USD", rate=90)
    store.add("sales", order_id="1", sold="2025-03-01", revenue=12, currency="USD", includes_vat=True)
    store.rebuild()
    assert store.mart("funnel_day", "revenue", "vat") == [(900, 180)]
    store.profile = replace(store.profile, vat_deductible=False)
    store.rebuild()
    assert store.mart("funnel_day", "revenue", "vat") == [(1080, 0)]
