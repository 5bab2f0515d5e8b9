"""The level regression: what others published, an independent twin, and laws."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.counterfactual.level_regression import (
    LEVEL,
    OBSERVATIONS,
    SdPrior,
    expect,
    expect_total,
)
from dashboard.domain.counterfactual.mixture import Floats
from tests.domain.counterfactual.published import BEFORE, series

RS_OWN = SdPrior(0.01, 32)
# R CausalImpact's cumulative effect with its 95 % interval, as published
PUBLISHED = {
    "arma": (26.67, 7.99, 44.4),
    "basque": (-16.75, -30.0, -4.3),
    "comparison": (-11_831, -37_371, 14_971),
    "google": (804, 539, 1_073),
    "volks": (-3_496, -4_338, -2_571),
}


def effect(observed: Floats, controls: Floats, start: int, level: SdPrior) -> tuple[float, float, float, float]:
    """The effect, its interval, and its standard deviation."""
    expected, came = expect_total(observed, controls, start, level), float(observed[start:].sum())
    low, high = (came - float(expected.quantile(share)[0]) for share in (0.975, 0.025))
    return came - float(expected.mean[0]), low, high, float(expected.sd[0])


@pytest.mark.parametrize("name", PUBLISHED)
def test_at_r_s_own_prior_it_meets_what_r_published(shared: Callable[[str], Path], name: str) -> None:
    observed, controls = series(shared, name)
    published, width = PUBLISHED[name], PUBLISHED[name][2] - PUBLISHED[name][1]
    found = effect(observed, controls, BEFORE[name], RS_OWN)
    assert found[:3] == pytest.approx(published, abs=0.1 * width)


def test_every_figure_of_the_golden_case_holds(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/13_counterfactual.json").read_text(encoding="utf-8"))
    for name, case in golden["public"].items():
        expected, allowed = case["local_level_regression"], case["tolerance"]
        found = effect(*series(shared, name), case["n_pre"], RS_OWN)
        assert found[0] == pytest.approx(expected["cum_effect"], abs=allowed["effect_in_sd"] * expected["sd"]), name
        bounds = pytest.approx((expected["lo"], expected["hi"]), abs=allowed["bounds_in_sd"] * expected["sd"])
        assert found[1:3] == bounds, name
    own = golden["own_series"]
    with shared(f"golden/{own['file']}").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    observed = np.array([float(row["y"]) for row in rows])
    weekdays = [[float(int(row["t"]) % 7 == day) for day in range(6)] for row in rows]
    controls = np.column_stack([[float(row["x"]) for row in rows], weekdays])
    for case, level, start, end in (
        ("prior_level_sd=0.01", RS_OWN, 90, 120),
        ("prior_level_sd=0.1", LEVEL, 90, 120),
        ("placebo_T0=60_prior0.1", LEVEL, 60, 90),
    ):
        expected = own["expected"][case]
        found = effect(observed[:end], controls[:end], start, level)
        wanted = (expected["effect"], expected["lo"], expected["hi"], expected["sd"])
        assert found == pytest.approx(wanted, abs=own["tolerance_in_sd"] * expected["sd"]), case


def wandering(seed: int, steps: int) -> tuple[Floats, Floats]:
    chance = np.random.default_rng(seed)
    controls = chance.normal(10, 2, (steps, 2))
    return 50 + controls @ (2.0, -1.0) + np.cumsum(chance.normal(0, 0.4, steps)) + chance.normal(0, 1, steps), controls


def test_every_figure_is_that_of_dense_matrices() -> None:
    """The same model without any of its short cuts: covariances of all steps written out, conditioned as they stand."""
    observed, controls = wandering(3, 40)
    start, steps = 30, 40
    spread, middle = observed[:start].std(ddof=1), observed[:start].mean()
    scaled = (controls - controls[:start].mean(axis=0)) / controls[:start].std(axis=0, ddof=1)
    target = (observed[:start] - middle) / spread
    places = np.arange(1, steps + 1)
    walk, regression, anywhere = np.minimum.outer(places, places), scaled @ scaled.T, 1e5 * np.ones((steps, steps))
    weights, totals, variances = [], [], []
    for level in LEVEL.grid(0.2, 20):
        for noise in OBSERVATIONS.grid(0.3, 2.5):
            if level > 1:
                continue
            whole = anywhere + regression + level**2 * walk + noise**2 * np.eye(steps)
            factor = np.linalg.cholesky(whole[:start, :start])
            white = np.linalg.solve(factor, target)
            across = np.linalg.solve(factor, whole[:start, start:].sum(axis=1))
            likely = -np.log(np.diag(factor)).sum() - white @ white / 2
            weights.append(likely + sum(map(float, (LEVEL.log_density(level), OBSERVATIONS.log_density(noise)))))
            totals.append(across @ white)
            variances.append(whole[start:, start:].sum() - across @ across)
    shares = np.exp(np.array(weights) - max(weights))
    shares /= shares.sum()
    mean = shares @ np.array(totals)
    sd = np.sqrt(shares @ (np.array(variances) + (np.array(totals) - mean) ** 2))
    found = expect(observed, controls, start)
    assert found.total.mean[0] == pytest.approx(middle * 10 + spread * mean, rel=1e-5)
    assert found.total.sd[0] == pytest.approx(spread * sd, rel=1e-4)
    assert found.running.mean[-1] == pytest.approx(found.total.mean[0])
    assert found.steps.mean.sum() == pytest.approx(found.total.mean[0])


@settings(max_examples=15)
@given(st.integers(0, 1000), st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_another_unit_or_origin_of_the_series_scales_and_moves_what_was_to_be_expected(
    seed: int, times: float, more: float
) -> None:
    observed, controls = wandering(seed, 30)
    expected, other = expect_total(observed, controls, 22), expect_total(times * observed + more, controls, 22)
    assert other.mean[0] == pytest.approx(times * expected.mean[0] + 8 * more, rel=1e-6, abs=1e-6 * times)
    assert other.sd[0] == pytest.approx(times * expected.sd[0], rel=1e-6)


@settings(max_examples=15)
@given(st.integers(0, 1000), st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_the_unit_origin_and_order_of_controls_say_nothing(seed: int, times: float, more: float) -> None:
    observed, controls = wandering(seed, 30)
    expected, other = expect_total(observed, controls, 22), expect_total(observed, times * controls[:, ::-1] + more, 22)
    assert other.mean[0] == pytest.approx(expected.mean[0], rel=1e-6)
    assert other.sd[0] == pytest.approx(expected.sd[0], rel=1e-6)


def test_what_came_after_the_start_changes_nothing_that_was_to_be_expected() -> None:
    observed, controls = wandering(5, 30)
    later = np.concatenate([observed[:22], observed[22:] + 100])
    assert expect_total(observed, controls, 22).mean == pytest.approx(expect_total(later, controls, 22).mean)


def test_a_control_that_never_moved_changes_nothing() -> None:
    observed, controls = wandering(6, 30)
    with_flat = np.column_stack([controls, np.full(30, 7.0)])
    assert expect_total(observed, with_flat, 22).mean == pytest.approx(expect_total(observed, controls, 22).mean)


def test_missing_steps_widen_the_range_and_count_in_no_sum() -> None:
    observed, controls = wandering(7, 40)
    whole = expect_total(observed, controls, 30)
    gaps = observed.copy()
    gaps[[5, 6, 20]] = np.nan
    assert expect_total(gaps, controls, 30).sd[0] > whole.sd[0]
    gaps = observed.copy()
    gaps[33:] = np.nan
    assert expect_total(gaps, controls, 30).mean == pytest.approx(expect_total(observed[:33], controls[:33], 30).mean)
