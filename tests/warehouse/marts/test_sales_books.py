"""The law of books: with one of them chosen every figure of sales is that book's alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.warehouse.marts.conftest import CLINIC, Rows

OF_SALES = ("funnel_day", "cohort_day", "refund_day", "attribution", "lag_day", "unconverted_day")


def filled(queries: Path, *books: str, counting: tuple[str, ...] = ()) -> Rows:
    store: Any = Rows(queries, replace(CLINIC, sales_books=counting))
    store.add("calls", call_id="1", started="2025-03-01 10:00", phone_hash="p1", source="google", medium="cpc")
    store.add("leads", platform="amocrm", lead_id="9", created="2025-03-02", phone_hash="p1", status="won")
    if "amocrm" in books:
        store.add("sales", platform="amocrm", order_id="9", sold="2025-03-05", phone_hash="p1", revenue=100)
    if "shopify" in books:
        store.add(
            "sales", platform="shopify", order_id="71", sold="2025-03-05", phone_hash="p1", revenue=90, refunded=5
        )
        store.add("sales", platform="shopify", order_id="72", sold="2025-03-07", revenue=30, currency="USD")
    store.rebuild()
    return store


def test_with_one_book_chosen_every_figure_is_that_book_alone(root: Path) -> None:
    for book in ("amocrm", "shopify"):
        chosen = filled(root / "queries", "amocrm", "shopify", counting=(book,))
        alone = filled(root / "queries", book)
        assert {name: chosen.mart(name) for name in OF_SALES} == {name: alone.mart(name) for name in OF_SALES}


def test_undecided_and_both_chosen_are_the_same_sums(root: Path) -> None:
    undecided = filled(root / "queries", "amocrm", "shopify")
    both = filled(root / "queries", "amocrm", "shopify", counting=("amocrm", "shopify"))
    assert undecided.marts() == both.marts()
    assert both.total("funnel_day", "revenue") == 190


def test_the_book_left_out_still_gives_its_leads(root: Path) -> None:
    chosen = filled(root / "queries", "amocrm", "shopify", counting=("shopify",))
    assert chosen.total("funnel_day", "leads") == 1
    assert chosen.total("funnel_day", "revenue") == 90


def test_a_later_import_of_the_book_left_out_adds_nothing(root: Path) -> None:
    store = filled(root / "queries", "amocrm", "shopify", counting=("shopify",))
    store.add("sales", platform="amocrm", order_id="10", sold="2025-03-06", revenue=40, import_id=2)
    store.add_import(2, "orders")
    store.rebuild_import(2)
    assert store.total("funnel_day", "revenue") == 90
