"""Demand, prices and the usual pull of ads: what the market alone makes of a year."""

from __future__ import annotations

from decimal import Decimal
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.market import (
    DEMAND_ELASTICITIES,
    Bought,
    click_prices,
    demand_at_price,
    growth_beside_demand,
    usual_pull_of_ads,
)

clicks = st.integers(1, 10_000)
money = st.decimals(1, 100_000, places=2)
years = st.lists(st.tuples(st.builds(Bought, clicks, money), st.builds(Bought, clicks, money)), min_size=1, max_size=6)


def test_the_same_sales_in_a_market_of_four_fifths_are_growth_beside_it() -> None:
    beside = [growth_beside_demand(1.0, 0.8, elasticity) for elasticity in DEMAND_ELASTICITIES]
    assert beside == pytest.approx([0.1180339887, 0.25, 0.3975424859])
    assert growth_beside_demand(1.0, 0.0) is None


def test_prices_far_above_the_market_leave_a_fraction_of_the_demand() -> None:
    assert [demand_at_price(gap) for gap in (0.1, 0.3, 0.5)] == pytest.approx([0.7790246, 0.5028847, 0.3456535])


def test_twice_the_spend_is_not_twice_the_sales() -> None:
    assert usual_pull_of_ads(2.0) == pytest.approx((0.0867349, 0.1809927))
    assert usual_pull_of_ads(0.0) is None


def test_clicks_at_twice_the_price_are_all_price() -> None:
    # 100 clicks at 10 and 100 at 20; then at 5 and 10.
    found = click_prices(
        [
            (Bought(100, Decimal(1000)), Bought(100, Decimal(500))),
            (Bought(100, Decimal(2000)), Bought(100, Decimal(1000))),
        ]
    )
    assert found is not None
    assert (found.volume, found.mix, found.price) == pytest.approx((0, 0, 1500))
    assert found.ratio == pytest.approx(2.0)


def test_dearer_kinds_of_clicks_are_no_dearer_clicks() -> None:
    # The prices stay at 10 and 20; 100 clicks of each become 50 and 150.
    found = click_prices(
        [
            (Bought(50, Decimal(500)), Bought(100, Decimal(1000))),
            (Bought(150, Decimal(3000)), Bought(100, Decimal(2000))),
        ]
    )
    assert found is not None
    assert (found.volume, found.price, found.ratio) == pytest.approx((0, 0, 1))
    assert found.mix == pytest.approx(500)


def test_a_campaign_of_one_year_says_nothing_of_prices() -> None:
    assert click_prices([(Bought(100, Decimal(1000)), Bought(0, Decimal(0)))]) is None


@given(years)
def test_the_parts_of_the_cost_add_up_and_turn_round_with_the_years(pairs: list[tuple[Bought, Bought]]) -> None:
    found, back = click_prices(pairs), click_prices([(then, now) for now, then in pairs])
    assert found is not None
    assert back is not None
    difference = float(sum(now.spend - then.spend for now, then in pairs))
    assert found.volume + found.mix + found.price == pytest.approx(difference, abs=1e-4, rel=1e-9)
    assert found.price == pytest.approx(-back.price, abs=1e-6, rel=1e-9)
    assert prod((found.ratio, back.ratio)) == pytest.approx(1.0)
