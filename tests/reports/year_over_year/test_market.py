"""Demand in the market: what a year is beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.marts import Marts
from tests.reports.year_over_year.years import NOW, THEN, Said, two_decembers

QUERIES = ("rhinoplasty", "nose job", "nose surgery", "septoplasty", "rhinoplasty price")


def searched(now: int, then: int = 100, queries: tuple[str, ...] = QUERIES) -> Marts:
    """The same revenue in both years; each query looked for so often in each December."""
    marts = two_decembers()
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


def test_about_the_same_demand_is_no_reason() -> None:
    assert Said(searched(97)).is_silent("Y16")


def test_a_small_basket_and_the_clients_own_name_are_said() -> None:
    assert "Fewer than five queries are counted" in Said(searched(80, queries=QUERIES[:2])).text("Y16")
    assert "1 of the queries holds the client's own name" in Said(searched(80, queries=(*QUERIES, "nord clinic"))).text(
        "Y16"
    )


def test_without_demand_or_with_that_of_one_year_nobody_knows_the_market() -> None:
    assert Said(two_decembers()).upload("Y16") == "demand"
    marts = two_decembers()
    marts.series("demand", date(NOW, 12, 1), 100, name="nose job", to=date(NOW, 12, 31))
    assert Said(marts).upload("Y16") == "demand"
