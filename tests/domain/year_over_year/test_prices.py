"""Prices of the goods that both years sold; what is new or gone has no second price."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.prices import Goods, Sold, prices, real_growth
from tests.domain.year_over_year.golden import Shared, golden

sold = st.builds(Sold, st.floats(1, 1000), st.floats(1, 10000))
goods = st.lists(st.tuples(sold, sold), min_size=1, max_size=5).map(
    lambda both: Goods(
        {str(place): then for place, (then, _) in enumerate(both)},
        {str(place): now for place, (_, now) in enumerate(both)},
    )
)


def test_goods_a_tenth_dearer_make_an_index_of_a_tenth_whatever_else_was_sold() -> None:
    found = prices(Goods({"a": Sold(10, 100), "b": Sold(5, 100)}, {"a": Sold(20, 220), "b": Sold(5, 110)}))
    assert found is not None
    assert (found.fisher, found.tornqvist) == pytest.approx((1.1, 1.1))
    # The index of the money line shifts a little with quantities; in return its money adds up.
    assert found.montgomery_vartia == pytest.approx(1.1, abs=0.002)


def test_without_goods_of_both_years_there_is_no_index() -> None:
    once = Goods({"a": Sold(10, 100)}, {"b": Sold(5, 110), "a": Sold(0, 0)})
    assert prices(once) is None
    assert (once.entered, once.left) == (110, 0)


@given(goods)
def test_prices_and_quantities_make_up_the_change_of_the_money(given: Goods) -> None:
    found = prices(given)
    assert found is not None
    change = sum(now.amount - then.amount for then, now in given.matched)
    assert found.price_worth + found.quantity_worth == pytest.approx(change, rel=1e-9, abs=1e-6)


@given(goods)
def test_swapped_years_turn_every_index_upside_down(given: Goods) -> None:
    there, back = prices(given), prices(Goods(given.now, given.then))
    assert there is not None
    assert back is not None
    assert back.fisher * there.fisher == pytest.approx(1)
    assert back.tornqvist * there.tornqvist == pytest.approx(1)
    assert back.montgomery_vartia * there.montgomery_vartia == pytest.approx(1)


@given(goods, st.floats(0.1, 100))
def test_another_currency_leaves_the_indices_and_scales_the_money(given: Goods, rate: float) -> None:
    def paid(side: dict[str, Sold]) -> dict[str, Sold]:
        return {name: Sold(one.quantity, one.amount * rate) for name, one in side.items()}

    plain, scaled = prices(given), prices(Goods(paid(dict(given.then)), paid(dict(given.now))))
    assert plain is not None
    assert scaled is not None
    assert scaled.fisher == pytest.approx(plain.fisher)
    assert scaled.price_worth == pytest.approx(plain.price_worth * rate, rel=1e-9, abs=1e-6)


def test_the_golden_case_of_four_products(shared: Shared) -> None:
    case = golden(shared, "10_price_index")
    years = [
        {
            name: Sold(one[year]["qty"], one[year]["qty"] * one[year]["price"])
            for name, one in case["products"].items()
            if one[year]
        }
        for year in ("base", "current")
    ]
    given = Goods(*years)
    found = prices(given)
    assert found is not None
    for index in ("laspeyres", "paasche", "fisher", "tornqvist"):
        assert getattr(found, index) == pytest.approx(case[index])
    parts = case["decomposition"]
    assert found.price_worth == pytest.approx(parts["price_effect_lmdi"])
    assert found.quantity_worth == pytest.approx(parts["quantity_effect_lmdi"])
    assert (-given.left, given.entered) == (parts["exits"], parts["entries"])
    assert found.price_worth + found.quantity_worth - given.left + given.entered == pytest.approx(case["delta"])
    assert real_growth(case["like_for_like_nominal"], found.fisher - 1) == pytest.approx(case["like_for_like_real"])
    inflation = case["cpi_example"]
    assert real_growth(inflation["nominal_growth"], inflation["inflation"]) == pytest.approx(inflation["real_growth"])
