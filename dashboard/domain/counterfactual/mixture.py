"""A mixture of normal distributions: its mean, its spread, and its quantiles found as roots, without draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_HALVINGS = 48  # twenty standard deviations halved so often are far below any figure that is shown
_LIGHTEST = 1e-9  # parts of the mixture below this weight move no quantile that is shown


@dataclass(frozen=True, eq=False)
class Mixture:
    """Amounts known only as mixtures: `weights` (g), and `means` and `sds` (g × amounts)."""

    weights: Floats
    means: Floats
    sds: Floats

    @property
    def mean(self) -> Floats:
        """The mean of each amount."""
        return self.weights @ self.means

    @property
    def sd(self) -> Floats:
        """The standard deviation of each amount."""
        squares: Floats = self.weights @ (self.sds**2 + (self.means - self.mean) ** 2)
        return np.sqrt(squares)

    def below(self, amounts: Floats) -> Floats:
        """How much of each amount's distribution lies below the one given."""
        shares: Floats = self.weights @ scipy.special.ndtr((amounts - self.means) / self.sds)
        return shares

    def quantile(self, share: float) -> Floats:
        """The value of each amount that this share of its distribution lies below."""
        heavy = self.weights > _LIGHTEST * self.weights.max()
        weights, means, sds = self.weights[heavy], self.means[heavy], self.sds[heavy]
        weights = weights / weights.sum()
        middle, spread = self.mean, self.sd
        low, high = middle - 10 * spread, middle + 10 * spread
        for _ in range(_HALVINGS):
            tried = (low + high) / 2
            below = weights @ scipy.special.ndtr((tried - means) / sds) < share
            low, high = np.where(below, tried, low), np.where(below, high, tried)
        return (low + high) / 2
