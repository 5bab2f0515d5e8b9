"""A season that came earlier or later, told by how demand ran."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

import numpy as np
import pytest

from dashboard.domain.year_over_year.season import season_shift

LAST = date(2026, 8, 2)  # a Sunday
MONDAYS = [date(2026, 7, 27) - timedelta(days=7 * back) for back in range(104)]
PEAK = date(2026, 6, 1)


def demand(shift_weeks: int, height: float = 2.0) -> dict[date, float]:
    """A season of some three months with its peak in June 2025, and so many weeks later in 2026."""
    found = {}
    for week in MONDAYS:
        now = week >= date(2025, 8, 4)
        peak = PEAK + timedelta(days=7 * shift_weeks) if now else PEAK - timedelta(days=364)
        found[week] = 100 * (1 + height * exp(-(((week - peak).days / 35) ** 2)))
    return found


@pytest.mark.parametrize("weeks", [-5, -2, 2, 3, 6])
def test_a_season_that_moved_is_found_with_its_weeks(weeks: int) -> None:
    found = season_shift(demand(weeks), LAST)
    assert found is not None
    assert found.weeks == weeks
    assert found.fit == pytest.approx(1, abs=0.02)
    assert found.fit > found.fit_unshifted


def test_a_season_at_its_usual_weeks_has_not_moved_however_much_higher_it_is() -> None:
    assert season_shift(demand(0), LAST) is None
    higher = {week: value * (2 if week > date(2025, 8, 3) else 1) for week, value in demand(0).items()}
    assert season_shift(higher, LAST) is None


def test_flat_demand_has_no_season() -> None:
    assert season_shift(demand(3, height=0.1), LAST) is None


def test_too_few_weeks_tell_nothing() -> None:
    assert season_shift({}, LAST) is None
    assert season_shift({week: value for week, value in demand(3).items() if week > date(2025, 5, 1)}, LAST) is None


def test_noise_seldom_looks_like_a_shift() -> None:
    chance = np.random.default_rng(4)
    alarms = 0
    for height in (0.0, 0.6, 2.0):
        for _ in range(100):
            noisy = {week: value * exp(0.15 * chance.normal()) for week, value in demand(0, height).items()}
            alarms += season_shift(noisy, LAST) is not None
    assert alarms <= 9  # of 300
