"""Counts against counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics import growth_interval, overdispersion, poisson_ratio, prob_count_below


def test_12_sales_against_8_are_50_per_cent_more_and_no_news() -> None:
    found = poisson_ratio(12, 8)
    assert found is not None
    assert found.ratio == 1.5
    assert (found.interval.low, found.interval.high) == pytest.approx((0.5638258000472349, 4.230397418183535))
    assert found.p_value == pytest.approx(0.5034446716308594)
    assert not found.is_distinguishable


def test_120_against_80_is_news() -> None:
    found = poisson_ratio(120, 80)
    assert found is not None
    assert found.is_distinguishable


def test_without_a_base_there_is_no_ratio_and_no_upper_end() -> None:
    found = poisson_ratio(5, 0)
    assert found is not None
    assert found.ratio is None
    assert found.interval.high is None
    assert found.interval.contains(1e9)
    assert found.p_value == pytest.approx(0.0625)  # 2 / 2⁵


def test_nothing_against_nothing_says_nothing() -> None:
    assert poisson_ratio(0, 0) is None


def test_exposure_counts() -> None:
    found = poisson_ratio(22, 25, 20, 22)
    assert found is not None
    assert found.ratio == pytest.approx(0.968)
    assert found.p_value == pytest.approx(1)


def test_even_counts_are_not_overdispersed_and_uneven_ones_are() -> None:
    assert overdispersion([5, 5, 5]) == 1
    assert overdispersion([0, 10]) == 10  # mean 5, squares 25 + 25, over 5
    assert overdispersion([7]) == 1
    assert overdispersion([0, 0]) == 1


def test_a_growth_interval_grows_with_what_each_side_does_not_know() -> None:
    narrow, wide = growth_interval(200, 100, 0.01, 0.01), growth_interval(200, 100, 0.04, 0.04)
    assert narrow is not None
    assert wide is not None
    assert narrow.contains(1)
    assert wide.low < narrow.low
    assert growth_interval(1, 0, 0.1, 0.1) is None


def test_34_of_40_planned_leads_are_83_per_cent_sure_to_be_fewer() -> None:
    assert prob_count_below(34, 40) == pytest.approx(0.8281462081379805)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_ratio(now: int, before: int) -> None:
    found = poisson_ratio(now, before)
    assert found is not None
    assert found.ratio is not None
    assert found.interval.contains(found.ratio)
    assert 0 <= found.p_value <= 1


def test_the_specifications_small_numbers(shared: Callable[[str], Path]) -> None:
    for case in json.loads(shared("golden/15_small_numbers.json").read_text(encoding="utf-8"))["cases"]:
        found = poisson_ratio(case["n1"], case["n0"], case["exposure1"], case["exposure0"])
        assert found is not None
        assert found.ratio == (None if case["ratio"] is None else pytest.approx(case["ratio"]))
        low, high = case["ci95"]
        assert found.interval.low == pytest.approx(low, rel=1e-9)
        assert found.interval.high == (None if high is None else pytest.approx(high, rel=1e-9))
        assert found.p_value == pytest.approx(case["p_two_sided"], rel=1e-9)


def test_ten_thousand_orders_a_year_are_compared_as_quickly_as_ten() -> None:
    many = poisson_ratio(10_100, 10_000)
    assert many is not None
    assert many.p_value == pytest.approx(0.485, abs=0.005)
