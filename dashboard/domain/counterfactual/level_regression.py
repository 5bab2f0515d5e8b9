"""A regression on controls with a level that wanders: what a series would have done after a day, from before it.

y = x′b + μ + ε with μ a random walk, b ~ N(0, 1) on what is standardised before the start, and a walk that may begin
anywhere. The two standard deviations lie on a grid, each point weighed by its likelihood and its priors, and everything
else is solved exactly, so there are no draws and the same series gives the same figures. It is the model of R's
CausalImpact (Brodersen and others, 2015) without its sampler and its choice of controls.

A random walk's covariance min(s, t) has known eigenvectors, sines. In their basis every point of the grid is a diagonal
matrix and a few columns, so a whole grid costs milliseconds, and nothing large is inverted.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
import scipy
from numpy.typing import NDArray

from dashboard.domain.counterfactual.mixture import Floats, Mixture

GRID = 25


@dataclass(frozen=True)
class SdPrior:
    """A standard deviation thought to be about `guess`, held as firmly as by `weight` observations."""

    guess: float
    weight: float

    def grid(self, low: float, high: float) -> Floats:
        """Values from `low` to `high` times the guess, even in their logarithms."""
        return self.guess * np.exp(np.linspace(np.log(low), np.log(high), GRID))

    def log_density(self, sd: Floats) -> Floats:
        """The logarithm of its density over log(sd), but for a constant: inverse gamma in the variance."""
        density: Floats = -self.weight * (np.log(sd) + self.guess**2 / (2 * sd**2))
        return density


LEVEL = SdPrior(0.1, 32)  # R's own default of 0.01 finds effects where there are none in a third of the cases
OBSERVATIONS = SdPrior(sqrt(0.2), 50)
_LEVEL_REACH, _OBSERVATIONS_REACH = (0.2, 20.0), (0.3, 2.5)
_LARGEST_LEVEL = 1.0  # the walk's step is never thought larger than the spread of the whole series


@dataclass(frozen=True, eq=False)
class Expected:
    """What was to be expected after the start, in the unit of the series.

    `total` is the sum over all steps, `steps` each step, `running` the sum up to each step, all with the noise of what
    is observed; steps that are missing count in no sum. `fitted` is the level and the controls before the start.
    """

    total: Mixture
    steps: Mixture
    running: Mixture
    fitted: Floats


def expect(observed: Floats, controls: Floats, start: int, level: SdPrior = LEVEL) -> Expected:
    """What the series should have been from step `start` on, from its steps before and from the controls (steps × k).

    Steps may be missing (nan); of those after the start nothing else is looked at. Controls are known throughout.
    """
    solved, known = _Solved(observed, controls, start, level), np.isfinite(observed[start:]).astype(float)
    running = np.tril(np.ones((len(known), len(known)))) * known
    return Expected(
        total=solved.sums(known[None]),
        steps=solved.sums(np.eye(len(known))),
        running=solved.sums(running),
        fitted=solved.fitted(),
    )


def expect_total(observed: Floats, controls: Floats, start: int, level: SdPrior = LEVEL) -> Mixture:
    """The sum over the known steps from `start` on, alone."""
    return _Solved(observed, controls, start, level).sums(np.isfinite(observed[start:]).astype(float)[None])


class _Solved:
    """The grid, weighed, with the regression solved at each of its points."""

    def __init__(self, observed: Floats, controls: Floats, start: int, level: SdPrior) -> None:
        seen = np.flatnonzero(np.isfinite(observed[:start]))
        self.start = start
        self.middle = float(observed[seen].mean())
        self.spread = float(observed[seen].std(ddof=1)) or 1.0
        self.design = np.column_stack([np.ones(len(observed)), _standardised(controls, seen)])
        self.places = seen + 1
        self.values, self.vectors = _walk(self.places)
        self.columns = self.vectors.T @ self.design[seen]
        self.target = self.vectors.T @ ((observed[seen] - self.middle) / self.spread)
        self._weigh(level)

    def _weigh(self, level: SdPrior) -> None:
        walks, noises = np.meshgrid(level.grid(*_LEVEL_REACH), OBSERVATIONS.grid(*_OBSERVATIONS_REACH), indexing="ij")
        self.walk, self.noise = walks.ravel(), noises.ravel()
        variances = self.noise[:, None] ** 2 + self.walk[:, None] ** 2 * self.values
        self.precisions = 1 / variances
        prior = np.eye(self.columns.shape[1])
        prior[0, 0] = 0.0  # where the walk begins is not known at all
        products = (self.columns[:, :, None] * self.columns[:, None, :]).reshape(len(self.columns), -1)
        self.matrices = (self.precisions @ products).reshape(-1, *prior.shape) + prior
        right = self.precisions @ (self.columns * self.target[:, None])
        self.betas = np.linalg.solve(self.matrices, right[:, :, None])[:, :, 0]
        misfit = self.precisions @ self.target**2 - np.einsum("gk,gk->g", right, self.betas)
        factors = np.linalg.cholesky(self.matrices)
        determinants = np.log(variances).sum(axis=1) + 2 * np.log(np.einsum("gkk->gk", factors)).sum(axis=1)
        likely = -0.5 * (determinants + misfit) + level.log_density(self.walk) + OBSERVATIONS.log_density(self.noise)
        likely[self.walk > max(_LARGEST_LEVEL, level.guess)] = -np.inf
        weights = np.exp(likely - likely.max())
        self.weights = weights / weights.sum()

    def sums(self, shares: Floats) -> Mixture:
        """The sums of the steps after the start that `shares` (sums × steps) weigh."""
        count = shares.sum(axis=1)
        last = self.places @ self.vectors  # how far the walk at the start goes along with the walk at each place
        gain = self.walk[:, None] ** 2 * self.precisions * last
        known = gain @ self.target
        columns = shares @ self.design[self.start :]
        loads = columns[None] - count[None, :, None] * (gain @ self.columns)[:, None, :]
        means = np.einsum("gsk,gk->gs", loads, self.betas) + count * known[:, None]
        solved = np.linalg.solve(self.matrices, loads.transpose(0, 2, 1)).transpose(0, 2, 1)
        of_coefficients = np.einsum("gsk,gsk->gs", loads, solved)
        of_level = self.walk**2 * (self.start - gain @ last)
        later = np.cumsum(shares[:, ::-1], axis=1)[:, ::-1]  # a step of the walk stays in all that follow
        variances = (
            of_coefficients
            + count**2 * of_level[:, None]
            + self.walk[:, None] ** 2 * (later**2).sum(axis=1)
            + self.noise[:, None] ** 2 * (shares**2).sum(axis=1)
        )
        return Mixture(
            self.weights,
            self.middle * count + self.spread * means,
            self.spread * np.sqrt(np.maximum(variances, 0.0)),
        )

    def fitted(self) -> Floats:
        """The level and the controls at each step before the start, on average over the grid."""
        left = self.target - self.betas @ self.columns.T
        pulls = self.vectors @ ((self.weights * self.walk**2) @ (self.precisions * left))
        level = np.minimum.outer(np.arange(1, self.start + 1), self.places) @ pulls
        fitted: Floats = self.design[: self.start] @ (self.weights @ self.betas) + level
        return self.middle + self.spread * fitted


def _standardised(controls: Floats, seen: NDArray[np.intp]) -> Floats:
    before = controls[seen]
    spread = before.std(axis=0, ddof=1)
    spread[spread < 1e-12 * np.maximum(1.0, np.abs(before).max(axis=0, initial=0.0))] = (
        np.inf
    )  # what never moves tells nothing
    standardised: Floats = (controls - before.mean(axis=0)) / spread
    return standardised


def _walk(places: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Eigenvalues and eigenvectors of min(s, t) at these places (from 1): sines where no place is missing."""
    count = len(places)
    if places[-1] == count:
        angles = (2 * np.arange(1, count + 1) - 1) * np.pi / (2 * count + 1)
        vectors = sqrt(4 / (2 * count + 1)) * np.sin(np.outer(places, angles))
        return 1 / (4 * np.sin(angles / 2) ** 2), vectors
    values, vectors = scipy.linalg.eigh(np.minimum.outer(places, places).astype(float))
    return values, vectors
