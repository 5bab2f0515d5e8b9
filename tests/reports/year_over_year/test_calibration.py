"""Where nothing changed but the calendar and chance, a change is claimed in at most one month of twenty."""

from __future__ import annotations

import pytest
from scipy.stats import binom

from tests.reports.year_over_year.calibration import CLIENTS, SEED, Rates, all_tried

pytestmark = pytest.mark.slow

NOMINAL = 0.05


@pytest.fixture(scope="module")
def rates() -> Rates:
    """Of all simulated clients together."""
    return Rates.of(list(all_tried(CLIENTS, SEED)))


def test_false_alarms_are_at_most_five_in_a_hundred(rates: Rates) -> None:
    # A true rate of 5 % exceeds this bound once in a hundred seeds.
    assert rates.false <= binom.ppf(0.99, rates.months, NOMINAL)


def test_the_naive_figure_would_have_been_news_far_more_often(rates: Rates) -> None:
    assert rates.naive_news > 5 * NOMINAL * rates.months
