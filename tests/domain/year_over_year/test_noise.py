"""What a change must exceed before it is news."""

from __future__ import annotations

from math import exp, log, sqrt

import pytest

from dashboard.domain.year_over_year.noise import Noise, Source, Takings, noise

HUNDRED_ORDERS = Takings(1000, 100 * 10**2)


def test_a_hundred_even_orders_each_year_hide_a_rise_of_a_third() -> None:
    found = noise(HUNDRED_ORDERS, HUNDRED_ORDERS)
    assert found is not None
    assert (found.sd, found.source) == (pytest.approx(sqrt(0.02)), Source.ORDERS)
    assert (found.rise, found.fall) == pytest.approx((0.319, -0.242), abs=0.001)
    assert found.interval(0.0).contains(0.3)
    assert not found.interval(0.33).contains(0.0)


def test_counts_that_scatter_four_times_as_wide_double_the_noise() -> None:
    plain, wide = noise(HUNDRED_ORDERS, HUNDRED_ORDERS), noise(HUNDRED_ORDERS, HUNDRED_ORDERS, 4.0)
    assert plain is not None
    assert wide is not None
    assert wide.sd == pytest.approx(2 * plain.sd)
    assert noise(HUNDRED_ORDERS, HUNDRED_ORDERS, 0.2) == plain


def test_earlier_windows_alone_say_how_far_growth_scatters_where_there_are_enough() -> None:
    windows = [(100.0, 100 * exp(0.3 * side)) for side in (-1, 1)] * 4
    found = noise(HUNDRED_ORDERS, HUNDRED_ORDERS, earlier=windows)
    assert found == Noise(pytest.approx(0.3 * sqrt(8 / 7)), Source.EARLIER_WINDOWS, 8)
    assert found.reach == pytest.approx(2.3646 * found.sd, rel=1e-4)  # Student's, of seven degrees of freedom
    assert noise(HUNDRED_ORDERS, HUNDRED_ORDERS, earlier=windows[:7]) == noise(HUNDRED_ORDERS, HUNDRED_ORDERS)
    calm = noise(HUNDRED_ORDERS, HUNDRED_ORDERS, earlier=[(100.0, 101.0)] * 8)
    assert calm is not None
    assert calm.sd == pytest.approx(0)


def test_steady_growth_is_no_scatter() -> None:
    few = Takings(1000, 10.0)
    found = noise(few, few, earlier=[(100.0, 130.0 + place / 100) for place in range(8)])
    assert found is not None
    assert found.sd < log(1.01)


def test_what_was_estimated_widens_the_noise_of_the_orders() -> None:
    found = noise(HUNDRED_ORDERS, Takings(1000, HUNDRED_ORDERS.squares, 3 * HUNDRED_ORDERS.squares))
    assert found is not None
    assert found.sd == pytest.approx(sqrt(0.05))


def test_a_year_without_revenue_has_no_noise() -> None:
    assert noise(Takings(0, 0), HUNDRED_ORDERS) is None
