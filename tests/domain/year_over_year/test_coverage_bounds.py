"""What may be said of a growth where the source of a part is unknown, or days are missing (golden 14)."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.year_over_year.coverage_bounds import (
    Sourced,
    growth_bounds,
    growth_per_covered_day,
    sources_are_alike,
)


def sourced(internet: int, elsewhere: int, unknown: int) -> Sourced:
    return Sourced(Decimal(internet), Decimal(elsewhere), Decimal(unknown))


def test_growth_lies_between_none_of_the_unknown_and_all_of_it(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/14_coverage_bounds.json").read_text(encoding="utf-8"))
    bounds = growth_bounds(sourced(600_000, 300_000, 400_000), sourced(900_000, 450_000, 100_000))
    assert bounds is not None
    assert float(bounds.credited) == golden["naive_growth"] == 0.5
    assert float(bounds.low) == pytest.approx(golden["bounds"]["low"])
    assert float(bounds.high or 0) == pytest.approx(golden["bounds"]["high"])
    assert float(bounds.like_the_known or 0) == pytest.approx(golden["known_source_mix"]["alloc_growth"])
    assert bounds.has_both_signs


def test_where_every_source_is_known_there_is_one_growth() -> None:
    bounds = growth_bounds(sourced(100, 50, 0), sourced(120, 60, 0))
    assert bounds is not None
    assert bounds.credited == bounds.low == bounds.high == Decimal("0.2")
    assert not bounds.has_both_signs


@pytest.mark.parametrize(
    ("then", "now", "orders", "alike"),
    [
        (10, 14, 1000, True),  # four points are no matter, however sure
        (10, 16, 1000, False),
        (10, 16, 100, True),  # six points of a hundred orders each are chance
        (10, 35, 100, False),
        (10, 35, None, False),  # of sums without orders chance is not known
    ],
)
def test_sources_differ_from_five_points_on_that_chance_does_not_make(
    then: int, now: int, orders: int | None, alike: bool
) -> None:
    def of(share: int) -> Sourced:
        each = 100 / orders if orders else 0
        return Sourced(Decimal(100 - share), Decimal(0), Decimal(share), (100 - share) * each, share * each)

    assert sources_are_alike(of(then), of(now)) is sources_are_alike(of(now), of(then)) is alike
    assert orders is None or of(20).unknown_share_se == pytest.approx((0.2 * 0.8 / orders) ** 0.5)


def test_without_anything_credited_then_there_is_no_growth() -> None:
    assert growth_bounds(sourced(0, 50, 10), sourced(120, 60, 0)) is None


def test_missing_days_are_counted_by_the_covered_day(shared: Callable[[str], Path]) -> None:
    golden = json.loads(shared("golden/14_coverage_bounds.json").read_text(encoding="utf-8"))["missing_days"]
    assert float(growth_per_covered_day(252, 24, 300, 30) or 0) == golden["per_covered_day"] == 0.05
    assert growth_per_covered_day(252, 24, 300, 0) is None
