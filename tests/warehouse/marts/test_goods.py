"""What was sold piece by piece and where, and who bought for the first time."""

from __future__ import annotations

from typing import Any


def test_an_order_counts_once_and_its_pieces_on_their_own_products(store: Any) -> None:
    sale = {"order_id": "1", "sold": "2025-03-01", "location": "North"}
    store.add("sales", **sale, item=1, product="Cup", quantity=3, revenue=30, cost=12)
    store.add("sales", **sale, item=2, product="Pot", quantity=1, revenue=50, refunded=50)
    store.add("sales", order_id="2", sold="2025-03-01", product="Cup", quantity=-2, refunded=20)
    store.rebuild()
    columns = ("location", "product", "orders", "units", "revenue", "refunds", "cogs", "revenue_without_cost")
    assert store.mart("goods_day", *columns) == [
        ("", "Cup", 0, 0, 0, 20, 0, -20),
        ("North", "Cup", 0, 3, 30, 0, 12, 0),
        ("North", "Pot", 1, 1, 50, 50, 0, 0),
    ]


def test_both_views_of_the_funnel_say_where_a_sale_was_made_and_leads_are_of_no_place(store: Any) -> None:
    store.add("leads", lead_id="1", created="2025-02-27", phone_hash="p", source="google", medium="cpc")
    store.add("sales", order_id="1", sold="2025-03-01", phone_hash="p", location="North", revenue=30)
    store.rebuild()
    assert store.mart("funnel_day", "day", "location", "leads", "orders", "revenue") == [
        ("2025-02-27", "", 1, 0, 0),
        ("2025-03-01", "North", 0, 1, 30),
    ]
    assert store.mart("cohort_day", "day", "location", "leads", "orders", "revenue") == [
        ("2025-02-27", "", 1, 0, 0),
        ("2025-02-27", "North", 0, 1, 30),
    ]


def test_the_first_order_makes_a_customer_new_and_a_year_makes_them_former(store: Any) -> None:
    for number, (sold, phone) in enumerate(
        [("2023-03-01", "p"), ("2024-02-28", "p"), ("2025-03-01", "p"), ("2025-03-01", None), ("2025-03-01", "q")]
    ):
        store.add("sales", order_id=str(number), sold=sold, phone_hash=phone, revenue=10, source="google", medium="cpc")
    store.rebuild()
    assert store.mart("customer_day", "day", "customer", "orders", "revenue") == [
        ("2023-03-01", "new", 1, 10),
        ("2024-02-28", "recent", 1, 10),
        ("2025-03-01", "former", 1, 10),
        ("2025-03-01", "new", 1, 10),
        ("2025-03-01", "unknown", 1, 10),
    ]


def test_an_earlier_order_that_comes_later_makes_the_others_no_longer_the_first(store: Any) -> None:
    store.add("sales", order_id="2", sold="2025-03-01", phone_hash="p", revenue=10)
    store.rebuild()
    store.add("sales", order_id="1", sold="2025-01-01", phone_hash="p", revenue=10, import_id=2)
    store.rebuild_import(2)
    assert store.mart("customer_day", "day", "customer") == [("2025-01-01", "new"), ("2025-03-01", "recent")]
    store.kill("sales", "import_id = 2")
    store.rebuild_import(2)
    assert store.mart("customer_day", "day", "customer") == [("2025-03-01", "new")]
