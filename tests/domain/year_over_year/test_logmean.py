"""The logarithmic mean: a factor's worth in money, exactly."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.comparison import Change
from dashboard.domain.year_over_year.logmean import logarithmic_mean, worth_of_factor

D = Decimal


def test_a_factor_is_worth_its_logarithm_times_the_logarithmic_mean() -> None:
    assert logarithmic_mean(5, 5) == 5
    assert logarithmic_mean(5, 0) == 0
    assert worth_of_factor(Change(D(200), D(100)), D(2)) == 100  # the whole change
    assert worth_of_factor(Change(D(200), D(100)), D(1)) == 0
    assert worth_of_factor(Change(D(200), None), D(2)) == 0


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(0.2, 5))
def test_factors_that_make_up_the_growth_add_up_to_the_change(now: int, then: int, one: float) -> None:
    assume(now != then)
    change = Change(D(now), D(then))
    worth = worth_of_factor(change, one) + worth_of_factor(change, now / then / one)
    assert abs(worth - (now - then)) <= D("0.02")
