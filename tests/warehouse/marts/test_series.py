"""Series of what explains sales from outside, as reports read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

NOW = datetime.fromisoformat("2025-04-01")


def test_a_value_is_of_its_days_and_a_price_in_the_money_of_the_client(store: Any) -> None:
    store.add("series", day="2025-03-03", day_to="2025-03-09", name="cups", value=70)
    store.add("series", day="2025-03-03", kind="market_price", name="Cup", place="Shop", value=2, currency="USD")
    store.add("series", day="2025-03-04", kind="market_price", name="Cup", place="Shop", value=2, currency="USD")
    store.add("series", day="2025-03-03", kind="stock", name="Cup", value=4, live=False)
    store.add("rates", day="2025-03-03", currency="USD", rate=90)
    store.rebuild()
    assert store.mart("series_span") == [
        ("2025-03-03", "2025-03-03", "market_price", "Cup", "Shop", 180),
        ("2025-03-03", "2025-03-09", "demand", "cups", "", 70),
    ]


def test_products_stand_under_their_agreed_names_and_queries_as_they_are(store: Any) -> None:
    for kind in ("stock", "demand"):
        store.add("series", day="2025-03-03", kind=kind, name="Implant A", value=1)
    store.add("series", day="2025-03-03", kind="stock", name="implant B", value=2)
    store.rebuild()
    assert store.mart("series_span", "kind", "name", "value") == [("demand", "Implant A", 1), ("stock", "Implants", 3)]


def test_an_import_makes_the_days_of_its_own_series_anew(store: Any) -> None:
    store.add("series", day="2025-03-03", name="cups", value=70)
    store.add("series", day="2025-03-10", name="cups", value=80, import_id=2)
    store.rebuild()
    store.kill("series", "import_id = 2")
    assert store.touched(2) == ["2025-03-10"]
    store.rebuild_import(2)
    assert store.mart("series_span", "value") == [(70,)]


def test_a_decision_about_a_product_reaches_its_stock(store: Any) -> None:
    store.add("series", day="2025-03-03", kind="stock", name="cup", value=1)
    store.rebuild()
    store.connection.table("name_decisions").insert([1, "product", "", "Cup", "Mug", NOW, "anna", None, None])
    assert store.touched(0) == ["2025-03-03"]
    store.rebuild_import(0)
    assert store.mart("series_span", "name") == [("Mug",)]
