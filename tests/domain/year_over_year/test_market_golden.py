"""Demand, prices, ads, stock and lost callers against the worked cases of the method."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import scipy

from dashboard.domain import metrics
from dashboard.domain.statistics import n_eff, prob_at_most_given_history, prob_rate_below, ratio_of_ratios
from dashboard.domain.year_over_year.losses import if_only, lost_callers_worth, shortage
from dashboard.domain.year_over_year.market import demand_at_price, growth_beside_demand, usual_pull_of_ads

Shared = Callable[[str], Path]


def case(shared: Shared, name: str) -> Any:
    return json.loads(shared(f"golden/{name}.json").read_text(encoding="utf-8"))


def test_growth_beside_demand_is_that_of_case_12(shared: Shared) -> None:
    known = case(shared, "12_demand_did")["demand_adjusted"]
    sales, demand = known["sales"][1] / known["sales"][0], known["demand"][1] / known["demand"][0]
    for elasticity, name in ((0.5, "adjusted_e05"), (1.0, "adjusted_e1"), (1.5, "adjusted_e15")):
        assert growth_beside_demand(sales, demand, elasticity) == pytest.approx(known[name])


def test_a_count_beside_another_is_that_of_case_12_also_where_it_scatters_wider(shared: Shared) -> None:
    case_12 = case(shared, "12_demand_did")
    known = case_12["ratio_of_ratios"]
    counts = [known[name] for name in ("t_post", "t_pre", "c_post", "c_pre")]
    for dispersion, expected in ((1.0, known), (case_12["overdispersed"]["dispersion"], case_12["overdispersed"])):
        found = ratio_of_ratios(*counts, dispersion)
        assert found is not None
        assert found.effect == pytest.approx(known["effect"])
        assert [found.interval.low, found.interval.high] == pytest.approx(expected["ci95"])
        assert found.expected == pytest.approx(known["counterfactual"])
        assert known["t_post"] - found.expected == pytest.approx(known["incremental"])
        assert found.is_distinguishable is (dispersion == 1.0)


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


def test_if_only_one_stage_were_as_planned_is_that_of_case_18(shared: Shared) -> None:
    known = case(shared, "18_leaks")
    plan, fact = ({name: Decimal(str(of[name])) for name in of} for of in (known["plan"], known["fact"]))
    profit = Decimal(str(known["gross_profit_fact"]))
    worth = {stage: if_only(profit, fact[stage], plan[stage]) for stage in plan}
    assert {stage: float(more or 0) for stage, more in worth.items()} == pytest.approx(
        known["if_only_this_stage_fixed"]
    )


def test_a_stage_below_the_plan_is_as_sure_as_in_case_18(shared: Shared) -> None:
    for one in case(shared, "18_leaks")["evidence"]:
        assert prob_rate_below(one["k"], one["n"], one["benchmark"]) == pytest.approx(one["p_below"])


def test_the_best_quarter_of_eight_is_luck_as_in_case_18(shared: Shared) -> None:
    """Why a stage is held against the same days of the year before, and never against the best of its quarters."""
    known = case(shared, "18_leaks")["best_quarter_bias"]
    leads, rate = known["n_per_quarter"], known["true_rate"]
    below = [scipy.stats.binom.cdf(hits, leads, rate) ** known["quarters"] for hits in range(leads)]
    best = sum(1 - all_below for all_below in below) / leads
    assert best == pytest.approx(known["expected_best"])
    assert best / rate - 1 == pytest.approx(known["inflation"])


def test_one_giant_weighs_in_last_years_sum_as_in_case_16(shared: Shared) -> None:
    known = case(shared, "16_outlier_base")
    years = {"last_year": [50] * 19 + [1050], "this_year": [55] * 20}
    for name, orders in years.items():
        year = known[name]
        assert (sum(orders), len(orders), max(orders) / sum(orders)) == (year["sum"], year["n"], year["max_share"])
        assert n_eff(sum(orders), sum(order**2 for order in orders)) == pytest.approx(year["n_eff"])
    then, now = (sorted(orders) for orders in years.values())
    growths = [metrics.growth(*both) for both in ((sum(now), sum(then)), (sum(now[:-1]), sum(then[:-1])))]
    assert growths == [Decimal(str(known["naive_growth"])), Decimal(str(known["growth_without_largest_each"]))]


def test_no_sale_of_sixty_calls_is_as_unlikely_as_in_case_02(shared: Shared) -> None:
    known = case(shared, "02_proportions")["zero_sales"][2]
    assert prob_at_most_given_history(0, known["n_target_calls"], 4, 36) == pytest.approx(known["prob_zero"])
