"""One rate against another within like groups, so that a change of the groups' sizes does not pass for one of the rate.

Cochran (1954), Mantel and Haenszel (1959): in each group the successes are set against those that both years together
would let expect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, sqrt

from dashboard.domain.statistics.interval import NORMAL


@dataclass(frozen=True)
class Trials:
    """So many successes of so many, now and then, of one group."""

    hits_now: int
    of_now: int
    hits_then: int
    of_then: int


@dataclass(frozen=True)
class Shift:
    """`sure` is the probability that the rate moved the way it seems to; `gained` the successes more than at then's
    rates, below zero for fewer; `then_rate` what then's rates would have given, as a share."""

    sure: float
    gained: float
    then_rate: float
    now_rate: float


def shift_within(strata: Iterable[Trials]) -> Shift | None:
    """How the rate moved within the groups; None where no group has trials in both years, or nothing varied."""
    kept = [group for group in strata if group.of_now > 0 and group.of_then > 0]
    spread = fsum(_variance(group) for group in kept)
    if spread <= 0:
        return None
    surprise = fsum(group.hits_now - _expected(group) for group in kept)
    at_then_rates = fsum(group.of_now * group.hits_then / group.of_then for group in kept)
    hits, of = sum(group.hits_now for group in kept), sum(group.of_now for group in kept)
    return Shift(NORMAL.cdf(abs(surprise) / sqrt(spread)), hits - at_then_rates, at_then_rates / of, hits / of)


def _expected(group: Trials) -> float:
    return group.of_now * (group.hits_now + group.hits_then) / (group.of_now + group.of_then)


def _variance(group: Trials) -> float:
    whole, hits = group.of_now + group.of_then, group.hits_now + group.hits_then
    return group.of_now * group.of_then * hits * (whole - hits) / whole**2 / (whole - 1) if whole > 1 else 0.0
