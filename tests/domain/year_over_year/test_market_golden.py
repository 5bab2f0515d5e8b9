"""Demand, prices, ads, stock and lost callers against the worked cases of the method."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.statistics import prob_at_most_given_history
from dashboard.domain.year_over_year.losses import lost_callers_worth, shortage
from dashboard.domain.year_over_year.market import demand_at_price, growth_beside_demand, usual_pull_of_ads

Shared = Callable[[str], Path]


def case(shared: Shared, name: str) -> Any:
    return json.loads(shared(f"golden/{name}.json").read_text(encoding="utf-8"))


def test_growth_beside_demand_is_that_of_case_12(shared: Shared) -> None:
    known = case(shared, "12_demand_did")["demand_adjusted"]
    sales, demand = known["sales"][1] / known["sales"][0], known["demand"][1] / known["demand"][0]
    for elasticity, name in ((0.5, "adjusted_e05"), (1.0, "adjusted_e1"), (1.5, "adjusted_e15")):
        assert growth_beside_demand(sales, demand, elasticity) == pytest.approx(known[name])


def test_prices_and_the_pull_of_ads_are_those_of_case_21(shared: Shared) -> None:
    known = case(shared, "21_stories")
    gaps = known["price_gap"]
    assert [demand_at_price(gap) for gap in gaps["our_price_vs_market"]] == pytest.approx(gaps["demand_factor"])
    ads = known["ad_elasticity"]
    pull = usual_pull_of_ads(ads["spend_ratio"])
    assert pull == pytest.approx((ads["short_run"] - 1, ads["long_run"] - 1))


def test_a_missing_product_costs_what_it_costs_in_case_17(shared: Shared) -> None:
    known = case(shared, "17_oos")
    found = shortage(
        *(Decimal(str(known[name])) for name in ("expected_units_during_oos", "price", "margin", "ad_spend_on_oos")),
        bought_another=Decimal(str(known["substitution_share"])),
    )
    assert [found.revenue, found.profit, found.whole] == [
        known["lost_revenue"], known["lost_gross_profit"], known["total_leak"],
    ]  # fmt: skip


def test_lost_callers_are_worth_what_they_are_in_case_18(shared: Shared) -> None:
    known = case(shared, "18_leaks")["missed_calls"]
    answered = Decimal(1)
    for name in ("target_rate", "close", "aov", "kept", "margin"):
        answered *= Decimal(str(known[name]))
    worth = lost_callers_worth(known["lost"], answered, Decimal(str(known["quality_discount"])))
    assert worth == known["lost_gross_profit"]


def test_no_sale_of_sixty_calls_is_as_unlikely_as_in_case_02(shared: Shared) -> None:
    known = case(shared, "02_proportions")["zero_sales"][2]
    assert prob_at_most_given_history(0, known["n_target_calls"], 4, 36) == pytest.approx(known["prob_zero"])
