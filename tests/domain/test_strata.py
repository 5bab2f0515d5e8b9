"""A rate within like groups: what moved when the mix is left out."""

from __future__ import annotations

import pytest

from dashboard.domain.statistics import Trials, log_prob_none, prob_at_most_given_history, shift_within


def test_a_rate_that_rose_in_every_group_rose_though_the_whole_fell() -> None:
    # The clinic's own case: cheap leads 9 of 300 and 24 of 700, dear ones 20 of 40 and 16 of 30.
    found = shift_within([Trials(24, 700, 9, 300), Trials(16, 30, 20, 40)])
    assert found is not None
    assert found.gained == pytest.approx(24 - 21 + 16 - 15)
    assert found.then_rate == pytest.approx(36 / 730)
    assert found.sure < 0.95


def test_half_the_rate_is_sure_with_many_and_unsure_with_few() -> None:
    many, few = shift_within([Trials(50, 500, 100, 500)]), shift_within([Trials(1, 10, 2, 10)])
    assert many is not None
    assert few is not None
    assert many.sure > 0.99
    assert few.sure < 0.95
    assert many.gained == -50


def test_groups_of_one_year_tell_nothing() -> None:
    assert shift_within([Trials(1, 10, 0, 0)]) is None
    assert shift_within([]) is None
    assert shift_within([Trials(0, 10, 0, 10)]) is None


def test_no_sale_of_sixty_target_calls_is_rare_at_a_tenth_and_less_so_where_the_tenth_is_unsure() -> None:
    assert prob_at_most_given_history(0, 60, 4, 36) == pytest.approx(0.0218498365)
    assert prob_at_most_given_history(60, 60, 4, 36) == pytest.approx(1.0)
    assert prob_at_most_given_history(1, 2, 1, 1) == pytest.approx(2 / 3)  # 0, 1 and 2 are equally likely


def test_nothing_is_likelier_where_counts_scatter() -> None:
    assert log_prob_none(9.0) == -9.0
    assert log_prob_none(9.0, 2.0) == pytest.approx(-6.238, abs=0.001)
