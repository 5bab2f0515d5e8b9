"""Counts against counts: 12 sales against 8 is "+50 %", and no news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

import numpy as np
import scipy  # which loads `special` when a figure first needs it: no command waits for it

from dashboard.domain.statistics.interval import Z95, Interval


@dataclass(frozen=True)
class CountRatio:
    """How many times more often something happened. `ratio` is None without a base; `p_value` is two-sided."""

    ratio: float | None
    interval: Interval
    p_value: float

    @property
    def is_distinguishable(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return not self.interval.contains(1.0)


def poisson_ratio(now: int, before: int, exposure_now: float = 1.0, exposure_before: float = 1.0) -> CountRatio | None:
    """The ratio of two rates of independent events, each per exposure (days, say); None where nothing ever happened.

    Exact conditional test: given the sum, `now` is binomial. Interval by Clopper and Pearson; the p-value adds the
    outcomes that are not more likely than the one observed.
    """
    events = now + before
    if events == 0:
        return None
    odds = exposure_before / exposure_now
    low = 0.0 if now == 0 else float(scipy.special.betaincinv(now, before + 1, 0.025))
    high = None if before == 0 else float(scipy.special.betaincinv(now + 1, before, 0.975))
    share = exposure_now / (exposure_now + exposure_before)
    return CountRatio(
        ratio=None if before == 0 else now / before * odds,
        interval=Interval(low / (1 - low) * odds, None if high is None else high / (1 - high) * odds),
        p_value=_two_sided(now, events, share),
    )


def _two_sided(k: int, n: int, share: float) -> float:
    outcomes = np.arange(n + 1)
    ways = scipy.special.gammaln(n + 1) - scipy.special.gammaln(outcomes + 1) - scipy.special.gammaln(n - outcomes + 1)
    logs = ways + outcomes * log(share) + (n - outcomes) * log(1 - share)
    tolerance = 1e-7  # equally likely outcomes must not part ways over the last bit
    return min(1.0, float(np.exp(logs[logs <= logs[k] + tolerance]).sum()))


def overdispersion(counts: Sequence[int]) -> float:
    """Pearson's chi-squared per degree of freedom of counts around their mean (weekly ones, say), not below 1."""
    if len(counts) < 2 or sum(counts) == 0:
        return 1.0
    mean = sum(counts) / len(counts)
    return max(1.0, fsum((count - mean) ** 2 for count in counts) / mean / (len(counts) - 1))


def log_prob_none(expected: float, phi: float = 1.0) -> float:
    """The logarithm of the probability that nothing happens where so much was expected, with overdispersion phi."""
    return -expected if phi <= 1 else -expected * log(phi) / (phi - 1)


def growth_interval(now: float, before: float, v_now: float, v_before: float) -> Interval | None:
    """The 95 % interval of now / before − 1, each with its squared relative error.

    That is phi / n for a count with overdispersion phi, and 1 / n_eff for money. None where either is not above zero.
    """
    if now <= 0 or before <= 0:
        return None
    spread = Z95 * sqrt(v_now + v_before)
    return Interval(now / before * exp(-spread) - 1, now / before * exp(spread) - 1)


def prob_count_below(count: int, expected: float) -> float:
    """The probability that the mean behind a count is below what was expected: mean ~ Gamma(count + 1/2, 1)."""
    return float(scipy.special.gammainc(count + 0.5, max(0.0, expected)))


@dataclass(frozen=True)
class Beside:
    """By how much more a count changed than another beside it, as a share, with its 95 % interval.

    `expected` is what would have come, had the count changed as the other did.
    """

    effect: float
    interval: Interval
    expected: float

    @property
    def is_distinguishable(self) -> bool:
        """Whether chance alone would hardly make it."""
        return not self.interval.contains(0.0)


def ratio_of_ratios(
    now: float, before: float, other_now: float, other_before: float, dispersion: float = 1.0
) -> Beside | None:
    """A count of two periods beside another of the same periods, which what is asked about could not move.

    `dispersion` is how much wider than chance the counts scatter. None where any of them is not above zero.
    """
    if min(now, before, other_now, other_before) <= 0:
        return None
    expected = before * other_now / other_before
    spread = Z95 * sqrt(max(dispersion, 1.0) * fsum(1 / count for count in (now, before, other_now, other_before)))
    ratio = now / expected
    return Beside(ratio - 1, Interval(ratio * exp(-spread) - 1, ratio * exp(spread) - 1), expected)
