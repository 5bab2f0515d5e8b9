"""Rates of counts: k of n.

Wilson (1927) for one rate, Newcombe (1998) for a difference, and exact comparisons of Beta(1 + k, 1 + n − k).
"""

from __future__ import annotations

from math import exp, fsum, lgamma, log, sqrt

import scipy

from dashboard.domain.statistics.interval import Z95, Interval


def wilson(k: int, n: int) -> Interval | None:
    """The 95 % interval of the rate k / n (shares from 0 to 1); None without a trial."""
    if n <= 0:
        return None
    rate = k / n
    spread = Z95 * sqrt(rate * (1 - rate) / n + Z95**2 / (4 * n**2))
    middle = rate + Z95**2 / (2 * n)
    whole = 1 + Z95**2 / n
    return Interval(
        0.0 if k <= 0 else (middle - spread) / whole,
        1.0 if k >= n else (middle + spread) / whole,
    )


def newcombe(k1: int, n1: int, k2: int, n2: int) -> Interval | None:
    """The 95 % interval of the difference k1 / n1 − k2 / n2; None where either has no trial."""
    first, second = wilson(k1, n1), wilson(k2, n2)
    if first is None or second is None or first.high is None or second.high is None:
        return None
    rate1, rate2 = k1 / n1, k2 / n2
    difference = rate1 - rate2
    return Interval(
        difference - sqrt((rate1 - first.low) ** 2 + (second.high - rate2) ** 2),
        difference + sqrt((first.high - rate1) ** 2 + (rate2 - second.low) ** 2),
    )


def prob_b_better(k_a: int, n_a: int, k_b: int, n_b: int) -> float:
    """The probability that B's true rate is above A's, both known only by their counts and a flat prior.

    The closed form for whole parameters: a sum over B's successes, without draws.
    """
    a_hits, a_misses, b_hits, b_misses = 1 + k_a, 1 + n_a - k_a, 1 + k_b, 1 + n_b - k_b
    return min(
        1.0,
        fsum(
            exp(
                _log_beta(a_hits + i, a_misses + b_misses)
                - log(b_misses + i)
                - _log_beta(1 + i, b_misses)
                - _log_beta(a_hits, a_misses)
            )
            for i in range(b_hits)
        ),
    )


def prob_rate_below(k: int, n: int, benchmark: float) -> float:
    """The probability that the true rate behind k of n is below the benchmark (a share), with a flat prior."""
    return float(scipy.special.betainc(1 + k, 1 + n - k, benchmark))


def prob_zero(n: int, rate: float) -> float:
    """How likely no success at all is among n, at this rate."""
    return (1.0 - rate) ** n


def prob_zero_given_history(n: int, successes: float, failures: float) -> float:
    """The same where the rate itself is known only from earlier successes and failures (beta-binomial)."""
    return exp(_log_beta(successes, failures + n) - _log_beta(successes, failures))


def prob_at_most_given_history(k: int, n: int, successes: float, failures: float) -> float:
    """How likely k or fewer successes are among n, where the rate is known only from earlier ones (beta-binomial)."""
    whole = _log_beta(successes, failures)
    return min(
        1.0,
        fsum(
            exp(
                lgamma(n + 1)
                - lgamma(hits + 1)
                - lgamma(n - hits + 1)
                + _log_beta(successes + hits, failures + n - hits)
                - whole
            )
            for hits in range(k + 1)
        ),
    )


def rate_upper_bound(n: int) -> float | None:
    """The rate that n trials without a success rule out at 95 % (about 3 / n); None without a trial."""
    return None if n <= 0 else 1.0 - 0.05 ** (1 / n)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
