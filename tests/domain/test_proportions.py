"""Rates of counts, and how sure they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics import (
    Interval,
    newcombe,
    prob_b_better,
    prob_rate_below,
    prob_zero,
    prob_zero_given_history,
    rate_upper_bound,
    wilson,
)

counts = st.integers(0, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
some = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def near(interval: Interval | None, low: float, high: float) -> bool:
    return interval is not None and (interval.low, interval.high) == pytest.approx((low, high), rel=1e-10)


def test_three_of_twenty_is_between_5_and_36_per_cent() -> None:
    assert near(wilson(3, 20), 0.052368745896216595, 0.36041886474075696)


def test_none_and_all_end_at_the_ends() -> None:
    assert near(wilson(0, 10), 0.0, 0.2775327998628892)
    assert near(wilson(100, 100), 0.9630065017930143, 1.0)


def test_nothing_tried_says_nothing() -> None:
    assert wilson(0, 0) is None
    assert newcombe(1, 2, 0, 0) is None
    assert rate_upper_bound(0) is None


def test_30_of_120_and_2_of_18_cannot_be_told_apart() -> None:
    interval = newcombe(30, 120, 2, 18)
    assert near(interval, -0.08867918241281891, 0.2552501425825965)
    assert interval is not None
    assert interval.contains(0)


def test_the_probability_that_b_is_better_is_exact() -> None:
    assert prob_b_better(0, 0, 0, 0) == pytest.approx(0.5)
    assert prob_b_better(0, 1, 1, 1) == pytest.approx(5 / 6)  # Beta(1, 2) against Beta(2, 1)
    assert prob_b_better(30, 120, 2, 18) == pytest.approx(0.12161932554227484, rel=1e-10)


def test_no_sale_of_60_calls_is_a_surprise_at_ten_per_cent() -> None:
    assert prob_zero(2, 0.5) == 0.25
    assert prob_zero(60, 0.1) == pytest.approx(0.001797010299914431)
    assert prob_zero_given_history(1, 1, 1) == pytest.approx(0.5)
    assert prob_zero_given_history(60, 4, 36) == pytest.approx(0.021849836466920413, rel=1e-10)
    assert rate_upper_bound(60) == pytest.approx(0.04870291331009746)


def test_ten_of_fifty_does_not_prove_a_rate_below_a_quarter_but_a_hundred_of_five_hundred_does() -> None:
    assert prob_rate_below(10, 50, 0.25) == pytest.approx(0.76, abs=0.01)
    assert prob_rate_below(100, 500, 0.25) > 0.99


@given(some)
def test_an_interval_holds_its_rate(count: tuple[int, int]) -> None:
    interval = wilson(*count)
    assert interval is not None
    assert interval.high is not None
    assert 0 <= interval.low <= count[0] / count[1] <= interval.high <= 1


@given(some, some)
def test_one_of_two_is_better(a: tuple[int, int], b: tuple[int, int]) -> None:
    assert prob_b_better(*a, *b) + prob_b_better(*b, *a) == pytest.approx(1, abs=1e-9)


@given(some, some)
def test_a_difference_turns_its_sign_with_its_order(a: tuple[int, int], b: tuple[int, int]) -> None:
    one, other = newcombe(*a, *b), newcombe(*b, *a)
    assert one is not None
    assert other is not None
    assert one.high is not None
    assert (one.low, one.high) == pytest.approx((-(other.high or 0), -other.low), abs=1e-12)


def test_the_specifications_proportions(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/02_proportions.json").read_text(encoding="utf-8"))
    for case in golden["wilson"]:
        interval = wilson(case["k"], case["n"])
        assert interval is None if case["expected"] is None else near(interval, *case["expected"]), case
    for case in golden["newcombe"]:
        assert near(newcombe(case["k1"], case["n1"], case["k2"], case["n2"]), *case["expected"]), case
    for case in golden["prob_b_better"]:
        found = prob_b_better(case["ka"], case["na"], case["kb"], case["nb"])
        assert found == pytest.approx(case["expected"], rel=1e-9), case
    for case in golden["zero_sales"]:
        n = case["n_target_calls"]
        if "benchmark_rate" in case:
            assert prob_zero(n, case["benchmark_rate"]) == pytest.approx(case["prob_zero"], rel=1e-12)
        elif "prior" in case:
            assert prob_zero_given_history(n, 4, 36) == pytest.approx(case["prob_zero"], rel=1e-10)
        else:
            assert rate_upper_bound(n) == pytest.approx(case["upper95_exact"], rel=1e-12)
