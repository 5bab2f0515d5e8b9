"""Own prices: matched goods (golden 10), an index that was uploaded, and what cannot be told without either."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.telling import both, found, report, said, unknown

THEN, NOW = date(2024, 12, 5), date(2025, 12, 5)


@pytest.fixture
def shop() -> Marts:
    """Golden 10: A and B in both years, C then only, D now only."""
    marts = Marts()
    for _ in both(marts):
        pass
    for product, then, now in (
        ("A", (100, 10), (90, 12)),
        ("B", (50, 20), (60, 20)),
        ("C", (30, 5), None),
        ("D", None, (40, 6)),
    ):
        for day, sold in ((THEN, then), (NOW, now)):
            if sold:
                marts.pieces(day, product, sold[0], sold[0] * sold[1], orders=5)
    return marts


def test_growth_of_goods_sold_in_both_years_is_told_at_the_earlier_prices(shop: Marts) -> None:
    told = report(shop)
    (reason,) = found(told, "Y13")
    assert said(reason) == (
        "Prices of the goods that were sold in both periods changed by +9.3%. Revenue of these goods, 90% of all, "
        "changed by +14.0%; at the earlier prices that is +4.3%."
    )
    assert (reason.line, reason.caveat.figure) == ("price", Decimal("189.52"))


def test_the_bridge_holds_prices_and_goods_of_one_year_only_as_case_10_does(shop: Marts) -> None:
    bridge = report(shop).bridge
    assert bridge is not None
    assert {line.key: line.amount for line in bridge.lines if line.key in ("new_goods", "ended_goods", "price")} == {
        "new_goods": 240, "ended_goods": -150, "price": Decimal("189.52"),
    }  # fmt: skip
    assert bridge.like_for_like.growth == Decimal("0.14")


def test_goods_of_one_year_only_are_named_beside_the_growth_of_the_others(shop: Marts) -> None:
    (reason,) = found(report(shop), "Y20")
    assert said(reason) == (
        "On goods that were sold in both periods revenue changed by +14%. New ones brought ₽240 (D), those no longer "
        "sold had brought ₽150 (C)."
    )
    assert reason.caveat.figure == 90


def test_goods_that_are_rarely_sold_are_neither_new_nor_gone(shop: Marts) -> None:
    shop.pieces(date(2025, 11, 20), "C", 1, 5)  # still sold six weeks ago
    shop.pieces(date(2024, 6, 1), "D", 1, 6)  # sold before them
    assert not found(report(shop), "Y20")


@pytest.fixture
def two_years() -> Marts:
    """An order of 200 a day then, of 210 now: +5 %."""
    marts = Marts()
    for day, is_now in both(marts):
        marts.sale(day, "google_ads", revenue=210 if is_now else 200, count=10)
    return marts


def test_an_uploaded_index_gives_real_growth_as_a_ratio(two_years: Marts) -> None:
    for first, last, value in (
        (date(2024, 12, 1), date(2024, 12, 31), 100),
        (date(2025, 12, 1), date(2025, 12, 31), 108),
    ):
        two_years.insert("series_span", kind="price_index", name="CPI", day=first, day_to=last, value=value)
    told = report(two_years)
    (reason,) = found(told, "Y13")
    assert said(reason) == (
        "Prices changed by +8.0% by the index that was uploaded. Revenue changed by +5.0%; at the earlier prices that "
        "is −2.8%."
    )
    assert told.bridge is not None
    line = told.bridge.line("price")
    assert line is not None
    assert (reason.line, reason.caveat.figure) == ("price", line.amount)


def test_without_pieces_or_an_index_nobody_can_tell(two_years: Marts) -> None:
    (reason,) = unknown(report(two_years), "Y13")
    assert reason.upload == "price-index"
    two_years.happened(date(2025, 3, 1), "price", "New price list")
    assert "The log says of 1 March 2025: “New price list”." in said(unknown(report(two_years), "Y13")[0])


def test_deals_of_one_piece_each_have_sizes_and_no_prices(two_years: Marts) -> None:
    for day, amount in ((THEN, 3100), (NOW, 6200)):
        two_years.insert("goods_day", day=day, product="Implant", orders=2, units=2, revenue=amount)
    assert not found(report(two_years), "Y13")


def test_a_price_that_only_postage_moved_is_no_line_and_an_index_of_other_peoples_prices_gives_way_to_it() -> None:
    marts = Marts()
    for day, is_now in both(marts):
        marts.pieces(day, "Boots", 2, 2004 if is_now else 2000)
        marts.insert("series_span", kind="price_index", name="CPI", day=day, day_to=day, value=108 if is_now else 100)
    told = report(marts)
    assert told.bridge is not None
    assert told.bridge.line("price") is None
    assert not found(told, "Y13")
