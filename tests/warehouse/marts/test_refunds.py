"""Refunds that only accounting knows reach their order, or the channels of their month."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.warehouse.marts.booked_refunds import parts

GOOGLE = {"source": "google", "medium": "cpc"}
BY_CHANNEL = ("day", "channel", "revenue", "refunds")


def refund(
    store: Any, order: str, amount: int, *, day: str = "2025-03-20", month: str = "2025-03", **more: Any
) -> None:
    store.add("refunds", order_id=order, amount=amount, day=day, month=month, **more)


def test_a_refund_of_an_order_stands_on_its_sale_and_on_its_own_day(store: Any) -> None:
    store.add("sales", order_id="#12", sold="2025-03-01", item=1, product="Cup", revenue=30, refunded=10, **GOOGLE)
    store.add("sales", order_id="#12", sold="2025-03-01", item=2, product="Pot", revenue=60, **GOOGLE)
    refund(store, "12", 50)
    store.rebuild()
    assert store.mart("funnel_day", "product", "refunds") == [("Cup", 20), ("Pot", 30)]
    assert store.mart("refund_day", "day", "refunds") == [("2025-03-20", 20), ("2025-03-20", 30)]
    assert store.mart("refund_booked", "fate", "amount") == [("matched", 50)]


def test_a_refund_that_comes_before_its_sale_waits_for_it(store: Any) -> None:
    refund(store, "12", 50)
    store.rebuild()
    assert store.mart("refund_booked", "fate", "amount") == [("unmatched", 50)]
    store.add("sales", order_id="12", sold="2025-03-01", revenue=90, import_id=2)
    store.rebuild_import(2)
    assert store.mart("refund_booked", "fate", "amount") == [("matched", 50)]
    assert store.total("funnel_day", "refunds") == 50
    store.kill("sales", "import_id = 2")
    store.rebuild_import(2)
    assert store.mart("refund_booked", "fate", "amount") == [("unmatched", 50)]


def test_a_refund_that_is_taken_back_leaves_the_sale_as_it_was(store: Any) -> None:
    store.add("sales", order_id="12", sold="2025-03-01", revenue=90)
    store.rebuild()
    before = store.marts()
    refund(store, "12", 50, import_id=2)
    store.rebuild_import(2)
    assert store.total("refund_day", "refunds") == 50
    store.kill("refunds", "import_id = 2")
    store.rebuild_import(2)
    assert store.marts() == before


def test_a_months_sum_is_borne_by_the_channels_by_what_they_sold(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=30, **GOOGLE)
    store.add("sales", order_id="2", sold="2025-03-15", revenue=10)
    store.add("sales", order_id="3", sold="2025-04-01", revenue=10)
    refund(store, "", 20, day="2025-03-31", dated=False)
    store.rebuild()
    found = [row for row in store.mart("funnel_day", *BY_CHANNEL) if row[3]]
    assert found == [("2025-03-15", "google_ads", 0, 15), ("2025-03-15", "no_source", 10, 5)]
    store.add("sales", order_id="4", sold="2025-03-02", revenue=40, import_id=2)
    store.rebuild_import(2)
    found = [row for row in store.mart("funnel_day", *BY_CHANNEL) if row[3]]
    assert [row[3] for row in found] == [Decimal("7.5"), Decimal("12.5")]
    by_days = store.marts()
    store.rebuild()
    assert store.marts() == by_days


def test_a_months_sum_in_another_currency_needs_a_rate(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=30)
    refund(store, "", 2, day="2025-03-31", currency="USD")
    store.rebuild()
    assert store.mart("refund_booked", "fate", "amount") == [("unmatched", 2)]
    store.add("rates", day="2025-03-31", currency="USD", rate=5, import_id=2)
    store.rebuild_import(2)
    assert store.mart("refund_booked", "fate", "amount") == [("allocated", 10)]


@given(
    st.decimals(0, 10**6, places=4),
    st.lists(st.decimals(-(10**6), 10**6, places=4), min_size=1, max_size=5),
)
def test_parts_add_up_to_the_whole(amount: Decimal, weights: list[Decimal]) -> None:
    split = parts(amount, weights)
    assert sum(split) == amount
    assert all(part >= 0 for part in split)


def test_a_refund_is_known_by_the_day_of_its_sale_and_its_own(store: Any) -> None:
    store.add("sales", order_id="1", sold="2025-03-01", revenue=30, refunded=10, refunded_at="2025-03-08")
    store.add("sales", order_id="2", sold="2025-03-01", revenue=30, refunded=30, refunded_at="2025-03-08")
    store.add("sales", order_id="3", sold="2025-03-01", revenue=30, refunded=5)
    store.add("sales", order_id="4", sold="2025-03-01", revenue=90)
    store.add("sales", order_id="5", sold="2025-03-09", refunded=7, refunded_at="2025-03-09")  # of no sale
    refund(store, "4", 50)
    store.rebuild()
    assert store.mart("refund_lag_day", "sold_day", "refunded_day", "refund_count", "refunds") == [
        ("2025-03-01", "2025-03-01", 1, 5),
        ("2025-03-01", "2025-03-08", 2, 40),
        ("2025-03-01", "2025-03-20", 1, 50),
    ]
