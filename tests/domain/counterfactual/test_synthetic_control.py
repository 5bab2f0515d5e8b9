"""Regions with ads against a likeness of those without."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.counterfactual.mixture import Floats
from dashboard.domain.counterfactual.synthetic_control import compare

TREATED = ("chicago", "portland")


def markets(shared: Callable[[str], Path]) -> tuple[dict[str, Floats], list[str]]:
    sums: dict[str, list[float]] = {}
    with shared("data/geolift/GeoLift_Test.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            sums.setdefault(row["location"], []).append(float(row["Y"]))
    return {name: np.array(values) for name, values in sums.items()}, sorted(set(sums) - set(TREATED))


def test_it_meets_what_geolift_published(shared: Callable[[str], Path]) -> None:
    sums, others = markets(shared)
    found = compare(
        np.column_stack([sums[name] for name in TREATED]), np.column_stack([sums[name] for name in others]), 90
    )
    assert round(found.att, 3) == 155.556
    assert round(found.total) == 4667
    assert round(100 * found.lift, 1) == 5.4
    assert round(found.imbalance, 3) == 909.489
    golden = json.loads(shared("golden/13_counterfactual.json").read_text(encoding="utf-8"))["geolift"]
    weights = dict(zip(others, found.weights, strict=True))
    assert {name: round(weights[name], 4) for name in golden["published"]["weights"]} == golden["published"]["weights"]
    reference = golden["reference"]
    assert (found.att, found.total, found.lift, found.imbalance) == pytest.approx(
        (reference["att"], reference["incremental"], reference["lift"], reference["l2"]), rel=1e-6
    )


def test_its_published_effect_is_not_shown_by_the_signed_mean(shared: Callable[[str], Path]) -> None:
    sums, others = markets(shared)
    found = compare(
        np.column_stack([sums[name] for name in TREATED]), np.column_stack([sums[name] for name in others]), 90
    )
    assert found.probability == pytest.approx(0.1143, abs=0.00005)
    assert not found.is_shown
    assert found.held_out is not None
    assert 0.005 < found.held_out < 0.1


def regions(seed: int) -> Floats:
    chance = np.random.default_rng(seed)
    season = np.sin(np.arange(40) / 5)
    return 100 + 10 * np.outer(season, chance.uniform(0.5, 1.5, 9)) + chance.normal(0, 2, (40, 9))


@settings(max_examples=20)
@given(st.integers(0, 1000), st.floats(0.01, 100))
def test_weights_are_shares_and_another_unit_scales_the_effect(seed: int, times: float) -> None:
    sums = regions(seed)
    found, scaled = compare(sums[:, :1], sums[:, 1:], 30), compare(times * sums[:, :1], times * sums[:, 1:], 30)
    assert min(found.weights) >= 0
    assert sum(found.weights) == pytest.approx(1)
    assert scaled.att == pytest.approx(times * found.att, rel=1e-6, abs=1e-9 * times)
    assert scaled.probability == found.probability


def test_a_region_among_its_likes_is_found_again() -> None:
    sums = regions(1)
    found = compare(sums[:, [1]] + 5, sums[:, 1:], 30)
    assert found.weights[0] == pytest.approx(1)
    assert found.att == pytest.approx(0, abs=1e-9)  # what was there before the start too is no effect


def test_few_regions_or_no_time_before_are_refused() -> None:
    sums = regions(1)
    with pytest.raises(ValueError, match="eight"):
        compare(sums[:, :1], sums[:, 1:8], 30)
    with pytest.raises(ValueError, match="before"):
        compare(sums[:, :1], sums[:, 1:], 0)
