"""Parts of a change: they add up, do not depend on an order, and say how sure each is (golden 08, 24)."""

from __future__ import annotations

from math import isclose, prod, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.year_over_year.lmdi import Factor, Segment, of_count, of_mean, of_rate, parts
from dashboard.domain.year_over_year.shapley import shapley
from tests.domain.year_over_year.golden import Shared, golden

positive = st.floats(0.01, 100)
pairs = st.lists(st.tuples(positive, positive), min_size=3, max_size=3)


def segment(values: list[tuple[float, float]]) -> Segment:
    return Segment(tuple(Factor(key, *both) for key, both in zip("abc", values, strict=True)))


def worth(*segments: Segment) -> dict[str, float]:
    return {part.key: part.amount for part in parts(segments)}


@given(st.lists(pairs, min_size=1, max_size=4))
def test_the_parts_add_up_to_the_change(many: list[list[tuple[float, float]]]) -> None:
    segments = [segment(values) for values in many]
    change = sum(one.now - one.then for one in segments)
    moved = sum(map(abs, worth(*segments).values()))
    assert isclose(sum(worth(*segments).values()), change, rel_tol=1e-9, abs_tol=1e-9 * max(moved, 1))


@given(pairs)
def test_swapped_years_change_every_sign(values: list[tuple[float, float]]) -> None:
    there, back = worth(segment(values)), worth(segment([(now, then) for then, now in values]))
    assert all(isclose(there[key], -back[key], rel_tol=1e-9, abs_tol=1e-9) for key in there)


@given(pairs)
def test_a_segment_in_two_equal_halves_changes_nothing(values: list[tuple[float, float]]) -> None:
    (then, now), *rest = values
    half = segment([(then / 2, now / 2), *rest])
    whole, halves = worth(segment(values)), worth(half, half)
    assert all(isclose(whole[key], halves[key], rel_tol=1e-9, abs_tol=1e-9) for key in whole)


@given(pairs, positive)
def test_another_currency_scales_every_part(values: list[tuple[float, float]], rate: float) -> None:
    (then, now), *rest = values
    plain, scaled = worth(segment(values)), worth(segment([(then * rate, now * rate), *rest]))
    assert all(isclose(plain[key] * rate, scaled[key], rel_tol=1e-9, abs_tol=1e-6) for key in plain)


@given(pairs)
def test_a_segment_of_nothing_changes_nothing(values: list[tuple[float, float]]) -> None:
    assert worth(segment(values), segment([(0, 0), (0, 0), (0, 0)])) == worth(segment(values))


def test_a_factor_that_was_nothing_takes_the_whole_change() -> None:
    values = [(10.0, 12.0), (0.0, 0.25), (100.0, 110.0)]
    assert worth(segment(values)) == {"a": 0.0, "b": 330.0, "c": 0.0}
    assert shapley(prod, values) == pytest.approx([80 / 3, 3470 / 12, 170 / 12])


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=1, max_size=6))
def test_shapley_adds_up_for_any_function_and_any_sign(values: list[tuple[float, float]]) -> None:
    def profit(given: list[float]) -> float:
        return sum(given) - given[0] * given[-1]

    change = profit([now for _, now in values]) - profit([then for then, _ in values])
    assert isclose(sum(shapley(profit, values)), change, rel_tol=1e-9, abs_tol=1e-6)


def test_a_line_is_as_sure_as_its_counts() -> None:
    # 100 leads became 100 leads, each with 10 % by chance: the line's error is 14 % of the amount.
    leads = Factor("leads", 100, 100, of_count(100) + of_count(100))
    (part, _) = parts([Segment((leads, Factor("value", 10, 10)))])
    assert part.se == pytest.approx(1000 * sqrt(0.02))
    assert of_count(100, dispersion=4) == 4 * of_count(100)


def test_an_error_that_all_segments_share_does_not_cancel_out_in_them() -> None:
    def part(times: int, own: float, common: float) -> float:
        close = Factor("close", 0.2, 0.2, own, common=common)
        (found, _) = parts([Segment((close, Factor("rest", 500 / times, 500 / times))) for _ in range(times)])
        return found.se or 0.0

    assert part(1, 0.0, 0.01) == pytest.approx(part(4, 0.0, 0.01)) == pytest.approx(10)
    assert part(4, 0.01, 0.0) == pytest.approx(part(1, 0.01, 0.0) / 2) == pytest.approx(5)
    assert part(1, 0.03, 0.01) == pytest.approx(20)


def test_what_nobody_knows_the_error_of_has_none() -> None:
    (part,) = parts([Segment((Factor("demand", 1.0, 2.0, None),))])
    assert (part.amount, part.se) == (1.0, None)


def test_the_funnel_of_the_golden_case(shared: Shared) -> None:
    case = golden(shared, "08_lmdi_shapley")
    funnel = case["funnel"]
    both = {key: (funnel["base"][key], funnel["current"][key]) for key in funnel["base"]}
    found = worth(Segment(tuple(Factor(key, *values) for key, values in both.items())))
    assert found == pytest.approx(funnel["lmdi"], rel=1e-9, abs=1e-6)
    assert dict(zip(both, shapley(prod, list(both.values())), strict=True)) == pytest.approx(funnel["shapley"])
    channels = case["by_channel"]["channels"].values()
    by_channel = worth(
        *(Segment(tuple(Factor(key, one["base"][key], one["current"][key]) for key in one["base"])) for one in channels)
    )
    assert by_channel == pytest.approx(case["by_channel"]["lmdi"])


def test_the_profit_of_the_golden_case(shared: Shared) -> None:
    profit = golden(shared, "08_lmdi_shapley")["profit"]
    keys = list(profit["base"])

    def of(given: list[float]) -> float:
        leads, close, aov, margin, cpl = given
        return leads * close * aov * margin - leads * cpl

    found = shapley(of, [(profit["base"][key], profit["current"][key]) for key in keys])
    assert dict(zip(keys, found, strict=True)) == pytest.approx(profit["shapley"])


def test_the_errors_of_the_golden_case(shared: Shared) -> None:
    case = golden(shared, "24_lmdi_uncertainty")
    then, now = case["base"], case["current"]
    years = (then, now)

    def factor(key: str, then: float, now: float, variance: float) -> Factor:
        return Factor(key, then, now, variance)

    segment = Segment(
        (
            factor("leads", then["leads"], now["leads"], sum(of_count(year["leads"]) for year in years)),
            factor(
                "answered",
                then["answered"] / then["leads"],
                now["answered"] / now["leads"],
                sum(of_rate(year["answered"], year["leads"]) for year in years),
            ),
            factor(
                "close",
                then["sales"] / then["answered"],
                now["sales"] / now["answered"],
                sum(of_rate(year["sales"], year["answered"]) for year in years),
            ),
            factor(
                "aov",
                then["revenue"] / then["sales"],
                now["revenue"] / now["sales"],
                sum(of_mean(year["revenue"], year["sumsq"], year["sales"]) for year in years),
            ),
        ),
        cv2=sum(year["sumsq"] / year["revenue"] ** 2 for year in years),
    )
    found = parts([segment])
    assert {part.key: part.amount for part in found} == pytest.approx(case["lines"])
    assert {part.key: part.se for part in found} == pytest.approx(case["se"])
