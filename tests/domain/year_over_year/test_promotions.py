"""What a promotion brought above what its days usually bring."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.domain.period import Period
from dashboard.domain.year_over_year.promotions import uplift

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
KNOWN = Period(date(2026, 5, 1), date(2026, 7, 31))
SALE = [date(2026, 6, 13), date(2026, 6, 14)]  # a Saturday and a Sunday


def weight(day: date) -> float:
    return 0.5 if day.weekday() >= 5 else 1.0


def test_days_of_a_promotion_are_set_against_the_same_weekdays_around() -> None:
    brought = {day: 100 * weight(day) for day in KNOWN} | dict.fromkeys(SALE, 80.0)
    found = uplift(brought, SALE, JUNE, KNOWN, weight)
    assert found is not None
    assert (found.days, found.brought, found.usual, found.gain, found.se) == (2, 160, pytest.approx(100), 60, 0)


def test_another_promotion_nearby_is_not_the_usual() -> None:
    brought = dict.fromkeys(KNOWN, 100.0) | dict.fromkeys(SALE, 300.0) | {date(2026, 7, 1): 900.0}
    found = uplift(brought, [*SALE, date(2026, 7, 1)], JUNE, KNOWN)
    assert found is not None
    assert (found.days, found.gain) == (2, pytest.approx(400))


def test_without_promotion_days_or_ordinary_ones_around_there_is_nothing_to_say() -> None:
    assert uplift({}, [], JUNE, KNOWN) is None
    assert uplift({}, SALE, Period(date(2026, 5, 1), date(2026, 5, 31)), KNOWN) is None
    assert uplift({}, SALE, JUNE, Period(date(2026, 6, 5), date(2026, 6, 16))) is None


def test_the_error_is_what_chance_makes_it() -> None:
    chance, gains, errors = np.random.default_rng(1), [], []
    for _ in range(200):
        found = uplift({day: float(chance.poisson(20 * weight(day))) for day in KNOWN}, SALE, JUNE, KNOWN, weight)
        assert found is not None
        gains.append(found.gain)
        errors.append(found.se)
    assert abs(sum(gains) / 200) < 3 * stdev(gains) / 200**0.5
    assert stdev(gains) == pytest.approx(sum(errors) / 200, rel=0.15)


@given(some.floats(0.1, 1000), some.lists(some.integers(0, 50), min_size=92, max_size=92))
def test_another_currency_scales_the_gain(times: float, amounts: list[int]) -> None:
    days = [KNOWN.first + timedelta(days=ahead) for ahead in range(92)]
    one, many = (
        uplift({day: of * amount for day, amount in zip(days, amounts, strict=True)}, SALE, JUNE, KNOWN, weight)
        for of in (1.0, times)
    )
    assert one is not None
    assert many is not None
    assert many.gain == pytest.approx(times * one.gain, rel=1e-6, abs=1e-6 * times)
    assert many.se == pytest.approx(times * one.se, rel=1e-6, abs=1e-6 * times)
