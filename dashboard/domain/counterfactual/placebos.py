"""Placebos in time: what the model says of starts at which nothing began, and what its intervals are worth by that."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from dashboard.domain.counterfactual.level_regression import LEVEL, SdPrior, expect_total
from dashboard.domain.counterfactual.mixture import Floats

FEWEST = 8
USUAL = 12


@dataclass(frozen=True)
class Placebos:
    """What came of the pseudo-starts; each was foretold over the same horizon from what lay before it alone.

    `held_out` is the mean error of the totals as a share, `covered` the share of 95 % intervals that held what came,
    `inflation` what every standard deviation is multiplied by: the root mean square of their z, at least 1.
    """

    starts: tuple[int, ...]
    held_out: float
    covered: float
    inflation: float


def pseudo_starts(before: int, horizon: int, count: int = USUAL) -> tuple[int, ...]:
    """Up to `count` steps of the second half from which a horizon still ends before the true start, evenly spread."""
    first, last = ceil(before / 2), before - horizon
    if last < first:
        return ()
    return tuple(sorted({round(place) for place in np.linspace(first, last, count)}))


def run(observed: Floats, controls: Floats, before: int, horizon: int, level: SdPrior = LEVEL) -> Placebos | None:
    """Every pseudo-start, foretold and met. None where the time before holds fewer than eight."""
    starts = pseudo_starts(before, horizon)
    if len(starts) < FEWEST:
        return None
    scores, errors, covered = [], [], 0
    for start in starts:
        end = start + horizon
        expected = expect_total(observed[:end], controls[:end], start, level)
        came = float(np.nansum(observed[start:end]))
        mean, sd = float(expected.mean[0]), float(expected.sd[0])
        scores.append((came - mean) / sd)
        errors.append(abs(came - mean) / abs(came) if came else float("inf"))
        covered += 0.025 <= float(expected.below(np.array([came]))[0]) <= 0.975
    return Placebos(
        starts=starts,
        held_out=sum(errors) / len(errors),
        covered=covered / len(starts),
        inflation=max(1.0, sqrt(sum(score**2 for score in scores) / len(scores))),
    )
