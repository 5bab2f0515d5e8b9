"""Demand in the market: what a year is beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, december, two_decembers

QUERIES = ("rhinoplasty", "nose job", "nose surgery", "septoplasty", "rhinoplasty price")


def searched(now: int, then: int = 100, queries: tuple[str, ...] = QUERIES, marts: Marts | None = None) -> Marts:
    """The same revenue in both years; each query looked for so often in each December."""
    marts = marts or two_decembers()
    for query in queries:
        for year, count in ((NOW, now), (THEN, then)):
            marts.series("demand", date(year, 12, 1), count, name=query, to=date(year, 12, 31))
    return marts


def test_the_same_revenue_in_a_market_of_four_fifths_is_growth_against_it() -> None:
    said = Said(searched(80))
    assert said.text("Y16") == (
        "Demand in the market changed by −20%. Against such a market revenue changed by +12% to +40%, where the books "
        "show 0%: sales may follow demand half as much, as much, or half as much again."
    )
    assert said.figure("Y16") == pytest.approx(-6917, abs=2)  # 31,000 × ln 0.8, as the bridge's own line
    assert said.one("Y16").line == "demand"


def test_few_orders_may_have_moved_against_the_market_by_chance() -> None:
    marts = Marts()
    for day in (*december(THEN), *december(NOW)):
        marts.sale(day, "organic_search", revenue=1000)
    assert (
        "show 0%: sales may follow demand half as much, as much, or half as much again. Orders: 31 now, 31 then; by "
        "chance alone the change against the market may be anything from −25% to +109%."
    ) in Said(searched(80, marts=marts)).text("Y16")


def test_about_the_same_demand_is_no_reason() -> None:
    assert Said(searched(97)).is_silent("Y16")


def test_a_small_basket_and_the_clients_own_name_are_said() -> None:
    assert "Fewer than five queries are counted" in Said(searched(80, queries=QUERIES[:2])).text("Y16")
    marts = searched(80)
    marts.series("demand", date(NOW, 12, 1), 900, name="nord clinic", to=date(NOW, 12, 31))
    marts.series("demand", date(THEN, 12, 1), 100, name="nord clinic", to=date(THEN, 12, 31))
    text = Said(marts).text("Y16")
    assert text.startswith("Demand in the market changed by −20%.")
    assert text.endswith("1 query with the client's own name, which ads can move, is left out.")


def test_a_query_counted_in_one_year_only_is_no_demand_that_grew() -> None:
    marts = searched(80)
    marts.series("demand", date(NOW, 12, 1), 500, name="profiloplasty", to=date(NOW, 12, 31))
    assert Said(marts).text("Y16").startswith("Demand in the market changed by −20%.")


def test_without_demand_or_with_that_of_one_year_nobody_knows_the_market() -> None:
    assert Said(two_decembers()).upload("Y16") == "demand"
    marts = two_decembers()
    marts.series("demand", date(NOW, 12, 1), 100, name="nose job", to=date(NOW, 12, 31))
    assert Said(marts).upload("Y16") == "demand"


def priced(others_now: int, others_then: int = 100) -> Marts:
    """Boots at 100 in both years, ten pieces a day; what they cost elsewhere in each December."""
    marts = two_decembers()
    for year, price in ((NOW, others_now), (THEN, others_then)):
        for day in december(year):
            marts.goods(day, "Boots", 20, 100)
            marts.insert("goods_day", day=day, product="Laces", orders=1, units=5, revenue=50)
        marts.series("market_price", date(year, 12, 1), price, name="boots", to=date(year, 12, 31))
    return marts


def test_competitors_that_became_cheaper_leave_the_client_dearer() -> None:
    # 100 against 80 is a quarter above: 1.25 ** -2.62 is 0.557.
    assert Said(priced(80)).text("Y17") == (
        "Against competitors' prices the client's stand at +25%, 0% then (1 product). By the mean of published "
        "studies such a move goes with −44% of pieces of these: an order of magnitude, and no measurement."
    )


def test_prices_that_moved_with_the_market_are_no_reason() -> None:
    assert Said(priced(98)).is_silent("Y17")


def test_a_shop_without_competitors_prices_is_told_what_would_tell() -> None:
    marts = two_decembers()
    for year in (NOW, THEN):
        marts.insert("goods_day", day=date(year, 12, 5), product="Boots", orders=1, units=5, revenue=50)
    assert Said(marts).upload("Y17") == "market-prices"
