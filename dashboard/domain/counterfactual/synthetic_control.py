"""Regions with ads against a mixture of regions without: weights that are shares, chosen before the start alone.

Abadie's synthetic control on differences from each region's own mean, as GeoLift computes it. Whether the average
effect is there at all is asked of the signed mean under block permutation (Chernozhukov, Wüthrich and Zhu, 2021): the
mean of absolute errors answers another question, since it also reacts to a fit that merely got worse.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy

from dashboard.domain.counterfactual.mixture import Floats

FEWEST_REGIONS = 8
SURE = 0.05


@dataclass(frozen=True)
class SyntheticControl:
    """What the treated regions did against their likeness, per region and step.

    `weights` of the regions without ads sum to 1. `imbalance` is the norm of the misfit before the start, which
    flatters itself; `held_out` is the mean error of totals over horizons that the weights had not seen, as a share,
    None where the time before is too short for one. `probability` is how often a block as long as the time since the
    start lies as far from zero where nothing began.
    """

    weights: tuple[float, ...]
    expected: Floats
    att: float
    total: float
    lift: float
    imbalance: float
    held_out: float | None
    probability: float

    @property
    def is_shown(self) -> bool:
        """Whether so large an average effect is too rare by chance."""
        return self.probability <= SURE


def compare(treated: Floats, untreated: Floats, before: int) -> SyntheticControl:
    """Treated regions (steps × m) against untreated ones (steps × r), both from `before` steps before the start on.

    Raises ValueError for fewer than eight untreated regions, or no step on either side of the start.
    """
    if untreated.shape[1] < FEWEST_REGIONS:
        raise ValueError("fewer than eight regions without ads are too few to mix a likeness from")
    if not 0 < before < len(treated):
        raise ValueError("there must be steps before the start and since")
    mean = treated.mean(axis=1)
    weights, expected = _likeness(mean, untreated, before)
    apart = mean - expected
    since = apart[before:]
    return SyntheticControl(
        weights=tuple(float(weight) for weight in weights),
        expected=expected,
        att=float(since.mean()),
        total=float(since.sum()) * treated.shape[1],
        lift=float(since.sum() / expected[before:].sum()),
        imbalance=float(np.linalg.norm(apart[:before])),
        held_out=_held_out(mean, untreated, before),
        probability=block_permutation(mean, untreated, before),
    )


def block_permutation(mean: Floats, untreated: Floats, before: int) -> float:
    """How often a block's signed mean is as far from zero, with weights from all steps, as if nothing began."""
    left = mean - _likeness(mean, untreated, len(mean))[1]
    means = [abs(float(np.roll(left, turn)[before:].mean())) for turn in range(len(left))]
    return sum(other >= means[0] * (1 - 1e-9) for other in means) / len(means)


def _likeness(mean: Floats, untreated: Floats, fitted: int) -> tuple[Floats, Floats]:
    """The weights, from the first `fitted` steps, and the treated mean that they let expect at every step."""
    middle, own = mean[:fitted].mean(), untreated[:fitted].mean(axis=0)
    weights = _on_simplex((untreated - own)[:fitted], (mean - middle)[:fitted])
    expected: Floats = middle + (untreated - own) @ weights
    return weights, expected


def _on_simplex(columns: Floats, target: Floats) -> Floats:
    """Shares that bring the columns nearest to the target, exactly: non-negative least squares of the differences.

    With a row of ones asked to give 1, the solution is the constrained one but for a factor.
    """
    apart = columns - target[:, None]
    size = float(np.abs(apart).max()) or 1.0
    found, _ = scipy.optimize.nnls(
        np.vstack([apart / size, np.ones(apart.shape[1])]), np.append(np.zeros(len(target)), 1.0)
    )
    weights: Floats = found / found.sum()
    return weights


def _held_out(mean: Floats, untreated: Floats, before: int) -> float | None:
    """The mean error of totals, as a share, over up to eight horizons before the start that the weights did not see."""
    horizon = len(mean) - before
    first, last = before // 2, before - horizon
    if last < first or first < 2:
        return None
    errors = []
    for start in sorted({round(place) for place in np.linspace(first, last, FEWEST_REGIONS)}):
        expected = _likeness(mean[: start + horizon], untreated[: start + horizon], start)[1][start:].sum()
        came = mean[start : start + horizon].sum()
        errors.append(abs(came - expected) / abs(came) if came else float("inf"))
    return float(np.mean(errors))
