"""Parts of a change of margin: they add up whatever its sign, and agree with Shapley's own definition."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.lmdi import Factor, Segment, of_count
from dashboard.domain.year_over_year.profit import Earned, margin_parts
from dashboard.domain.year_over_year.shapley import of_product, shapley
from tests.domain.year_over_year.golden import Shared, golden

numbers = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)
pairs = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6)


@given(pairs)
def test_a_product_has_the_same_parts_as_any_other_function(values: list[tuple[float, float]]) -> None:
    units = of_product(values)
    parts = [unit * (now - then) for unit, (then, now) in zip(units, values, strict=True)]
    whole = max(abs(prod(pair[side] for pair in values)) for side in (0, 1))
    assert parts == pytest.approx(shapley(prod, values), rel=1e-6, abs=1e-6 * (1 + whole))


def test_twice_the_leads_at_a_lower_margin() -> None:
    # 10 leads brought 100 and left 40; 20 brought 200 and left 60: half of 20 × 0.35 × 10, and of 15 × 10 × −0.1.
    segment = Segment((Factor("leads", 10, 20, of_count(10) + of_count(20)), Factor("order_value", 10, 10)))
    found = {part.key: part for part in margin_parts([Earned(segment, 40.0, 60.0)])}
    assert {key: part.amount for key, part in found.items()} == pytest.approx(
        {"leads": 35.0, "order_value": 0.0, "margin": -15.0}
    )
    assert found["leads"].se == pytest.approx((3.5**2 * 200 * 0.15) ** 0.5)


def test_a_margin_that_no_revenue_carries_is_in_the_line_of_the_margin() -> None:
    nothing_kept = Segment((Factor("orders", 1, 1), Factor("order_value", 100, 0)))
    found = {part.key: part.amount for part in margin_parts([Earned(nothing_kept, 40.0, -60.0)])}
    assert found == pytest.approx({"orders": 0.0, "order_value": -40.0, "margin": -60.0})


@given(pairs, numbers, numbers)
def test_the_parts_add_up_to_the_change_of_the_margin(
    values: list[tuple[float, float]], then: float, now: float
) -> None:
    segment = Segment(tuple(Factor(str(place), *pair) for place, pair in enumerate(values)))
    found = margin_parts([Earned(segment, then, now)])
    scale = 1 + sum(abs(part.amount) for part in found)
    assert sum(part.amount for part in found) == pytest.approx(now - then, abs=1e-6 * scale)


def test_the_profit_of_the_golden_case_with_what_the_leads_cost_as_a_sum(shared: Shared) -> None:
    case = golden(shared, "08_lmdi_shapley")["profit"]
    then, now = case["base"], case["current"]
    revenue = Segment(tuple(Factor(key, then[key], now[key]) for key in ("leads", "close", "aov")))
    left = [year["leads"] * year["close"] * year["aov"] * year["margin"] for year in (then, now)]
    cost = [year["leads"] * year["cpl"] for year in (then, now)]
    parts = {part.key: part.amount for part in margin_parts([Earned(revenue, *left)])}
    assert {key: parts[key] for key in ("close", "aov", "margin")} == pytest.approx(
        {key: case["shapley"][key] for key in ("close", "aov", "margin")}
    )
    assert sum(parts.values()) - (cost[1] - cost[0]) == pytest.approx(case["delta"])
    # The case takes the price of a lead by itself; what more leads cost is then in the line of the leads.
    dearer = shapley(lambda both: -both[0] * both[1], [(then["leads"], now["leads"]), (then["cpl"], now["cpl"])])
    assert parts["leads"] + dearer[0] == pytest.approx(case["shapley"]["leads"])
    assert dearer[1] == pytest.approx(case["shapley"]["cpl"])
