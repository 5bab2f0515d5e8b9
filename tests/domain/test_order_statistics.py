"""Money from few orders: how sure a ROAS is, and what it does to a contribution."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics import (
    MoneyInterval,
    bootstrap,
    bootstrap_ranking,
    contribution_interval,
    n_eff,
    prob_a_better,
    prob_above,
    roas_interval,
    roas_ratio_interval,
    standard_error,
)

EVEN = [100, 120, 80, 100, 100, 90, 110, 100]
GIANT = [20, 20, 20, 20, 720]
orders = st.lists(st.integers(1, 10**6), min_size=1, max_size=50)


def squares(amounts: list[int]) -> int:
    return sum(amount * amount for amount in amounts)


def test_equal_orders_count_whole_and_a_giant_counts_for_all() -> None:
    assert n_eff(400, squares([100] * 4)) == 4
    assert n_eff(sum(EVEN), squares(EVEN)) == pytest.approx(7.901234567901234)
    assert n_eff(sum(GIANT), squares(GIANT)) == pytest.approx(1.2307692307692308)


def test_nothing_earned_rests_on_nothing() -> None:
    assert n_eff(0, 0) is None
    assert n_eff(None, 5) is None
    assert roas_interval(0, 0, 100) is None
    assert roas_interval(100, 100, 0) is None


def test_the_same_roas_is_sure_on_even_orders_and_open_on_a_giant() -> None:
    even, giant = roas_interval(800, squares(EVEN), 200), roas_interval(800, squares(GIANT), 200)
    assert even is not None
    assert giant is not None
    assert (even.low, even.high) == pytest.approx((1.9917725078958999, 8.03304591090191))
    assert (giant.low, giant.high) == pytest.approx((0.6835924994316414, 23.40575710427318))


def test_the_error_of_a_sum_is_the_root_of_the_squares() -> None:
    assert standard_error(squares([3, 4])) == 5


def test_a_contribution_has_the_doubt_of_its_orders() -> None:
    found = contribution_interval(Decimal(800), squares(EVEN), Decimal("0.5"), Decimal(200))
    assert found == MoneyInterval(Decimal("-0.82"), Decimal("603.30"))
    assert found.contains(Decimal(200))
    assert contribution_interval(Decimal(800), squares(EVEN), None, Decimal(200)) is None


def test_equal_channels_are_even_and_break_even_is_a_threshold() -> None:
    assert prob_a_better(4, 8, 4, 2) == 0.5
    assert prob_above(4, 10, 4) == 0.5
    assert prob_above(4, 40, 2.5) > 0.99
    ratio = roas_ratio_interval(4, 7.901234567901234, 4, 1.2307692307692308)
    assert (ratio.low, ratio.high) == pytest.approx((0.14967219415780436, 6.68126772395457))


def test_two_orders_have_four_resamples() -> None:
    assert bootstrap([1, 3], 1).values == (2, 4, 4, 6)
    assert bootstrap([1, 3], 1).mean == 4
    assert bootstrap([1, 3], 1).quantile(0.5) == 4
    assert bootstrap_ranking(bootstrap([1], 1), bootstrap([1], 1)) == (0, 1)


def test_a_list_of_orders_too_long_to_resample_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="more than seven"):
        bootstrap([1] * 8, 1)


@given(orders)
def test_orders_never_count_for_more_than_they_are(amounts: list[int]) -> None:
    rests_on = n_eff(sum(amounts), squares(amounts))
    assert rests_on is not None
    assert 1 - 1e-9 <= rests_on <= len(amounts) + 1e-9


@given(orders, st.integers(1, 10**6))
def test_a_roas_lies_in_its_interval(amounts: list[int], spend: int) -> None:
    interval = roas_interval(sum(amounts), squares(amounts), spend)
    assert interval is not None
    assert interval.contains(sum(amounts) / spend)


def test_the_specifications_uncertain_channels(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/03_roas_uncertainty.json").read_text(encoding="utf-8"))
    for case in golden["channels"].values():
        total, of_squares = sum(case["orders"]), squares(case["orders"])
        assert n_eff(total, of_squares) == pytest.approx(case["n_eff"], rel=1e-12)
        assert standard_error(of_squares) == pytest.approx(case["se"], rel=1e-12)
        interval = roas_interval(total, of_squares, case["spend"])
        assert interval is not None
        assert (interval.low, interval.high) == pytest.approx(tuple(case["roas_ci95_log"]), rel=1e-9)
    exact = golden["exact_bootstrap"]
    resamples = bootstrap(exact["orders"], exact["spend"])
    assert len(resamples.values) == exact["n_resamples"]
    assert resamples.mean == pytest.approx(exact["mean"])
    assert resamples.sd == pytest.approx(exact["sd"])
    for name, of in (("q025", 0.025), ("q05", 0.05), ("q50", 0.5), ("q95", 0.95), ("q975", 0.975)):
        assert resamples.quantile(of) == pytest.approx(exact[name]), name
    rank = golden["exact_rank"]
    above, equal = bootstrap_ranking(
        bootstrap(rank["orders_a"], rank["spend_a"]), bootstrap(rank["orders_b"], rank["spend_b"])
    )
    assert (above, equal) == pytest.approx((rank["p_a_gt_b"], rank["p_tie"]))
    limit = golden["poisson_bootstrap_limit"]
    assert standard_error(squares(limit["orders"])) / limit["spend"] == pytest.approx(limit["sd"])
