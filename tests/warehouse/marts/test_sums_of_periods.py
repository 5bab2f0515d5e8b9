"""A sum of sales that a book states for a whole month: its money counts, its orders are not known."""

from __future__ import annotations

from typing import Any

SUM = {"sold": "2025-03-31", "sold_to": "2025-03-31", "import_id": 1}


def test_its_revenue_counts_in_its_month_and_no_order_does(store: Any) -> None:
    store.add("sales", order_id="1", revenue=300, refunded=50, **SUM)
    store.add("sales", order_id="2", revenue=20, way="phone", **SUM)
    store.rebuild()
    for mart in ("funnel_day", "cohort_day"):
        assert [store.total(mart, what) for what in ("revenue", "refunds", "orders", "phone_orders")] == [320, 50, 0, 0]
    assert store.mart("lag_day") == [("2025-03-31", "2025-03-31", 0, 320)]


def test_beside_an_order_of_the_same_day_that_one_order_counts(store: Any) -> None:
    store.add("sales", order_id="1", revenue=300, **SUM)
    store.add("sales", order_id="2", sold="2025-03-31", revenue=10)
    store.rebuild()
    assert (store.total("funnel_day", "revenue"), store.total("funnel_day", "orders")) == (310, 1)


def test_a_figure_with_a_sum_in_it_never_looks_surer_than_one_order_would_make_it(store: Any) -> None:
    store.add("sales", order_id="1", revenue=300, **SUM)
    store.rebuild()
    assert store.total("funnel_day", "order_squares") == 300 * 300


def test_it_covers_its_day_under_a_kind_of_its_own_with_its_revenue(store: Any) -> None:
    store.add("sales", order_id="1", revenue=300, **SUM)
    store.add("sales", order_id="2", revenue=20, **SUM)
    store.add("sales", order_id="3", sold="2025-03-31", revenue=10)
    store.rebuild()
    assert store.mart("coverage_day", "day", "kind", "row_count", "unit_count", "amount") == [
        ("2025-03-31", "orders", 1, 1, 10),
        ("2025-03-31", "orders_period", 2, 0, 320),
    ]
