"""A change of a product of factors as a sum of parts, one for each factor (the additive LMDI-I of Ang & Liu 2007).

The parts add up to the change exactly, do not depend on any order, and change sign when the years are swapped. Segments
add: a factor's part is the sum of its parts in all segments. Method B3 and golden 08, 24.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, prod, sqrt

from dashboard.domain.year_over_year.bridge import Part
from dashboard.domain.year_over_year.logmean import logarithmic_mean
from dashboard.domain.year_over_year.shapley import of_product


@dataclass(frozen=True)
class Factor:
    """A factor in both years, with the variance of ln(now / then), None where nobody knows how sure it is.

    `shared` is a factor that is one and the same in all segments, such as the calendar: its errors do not cancel out;
    nor does `common`, the part of another factor's variance that is one and the same in all of them.
    """

    key: str
    then: float
    now: float
    variance: float | None = 0.0
    shared: bool = False
    common: float = 0.0


@dataclass(frozen=True)
class Segment:
    """An amount that is the product of its factors in both years.

    `cv2` is the sum of both years' squared coefficients of variation of the amount itself, Σx²/(Σx)².
    """

    factors: tuple[Factor, ...]
    cv2: float = 0.0

    @property
    def then(self) -> float:
        """The amount a year before."""
        return prod(factor.then for factor in self.factors)

    @property
    def now(self) -> float:
        """The amount now."""
        return prod(factor.now for factor in self.factors)


def parts(segments: Iterable[Segment]) -> list[Part]:
    """What each factor is worth over all segments, in the order in which the factors are first met.

    A part whose factor has no known variance in any segment has no standard error. Lines are taken as independent.
    """
    added = Added()
    for segment in segments:
        weight = logarithmic_mean(segment.now, segment.then)
        for factor, worth in zip(segment.factors, _worths(segment), strict=True):
            known = factor.variance is not None
            variance = weight**2 * ((factor.variance or 0.0) + _of_weight(factor, segment.cv2))
            added.add(factor, worth, variance if known else None, weight**2 * factor.common)
    return added.parts()


class Added:
    """Parts of several segments, added up by factor with their errors."""

    def __init__(self) -> None:
        self._amounts: dict[str, float] = {}
        self._own: dict[str, float] = {}  # variances, which add
        self._shared: dict[str, float] = {}  # standard errors, which add where they are those of one figure
        self._unknown: set[str] = set()

    def add(self, factor: Factor, worth: float, variance: float | None, common: float = 0.0) -> None:
        """What the factor is worth in one segment, and the variance of that, None where nobody knows it; `common` is
        what comes to it from an error that all segments share."""
        key = factor.key
        self._amounts[key] = self._amounts.get(key, 0.0) + worth
        if variance is None:
            self._unknown.add(key)
        elif factor.shared:
            self._shared[key] = self._shared.get(key, 0.0) + sqrt(variance)
        else:
            self._own[key] = self._own.get(key, 0.0) + variance
        self._shared[key] = self._shared.get(key, 0.0) + sqrt(common)

    def parts(self) -> list[Part]:
        """One for each factor, in the order in which they were first met."""
        return [Part(key, amount, self._error(key)) for key, amount in self._amounts.items()]

    def _error(self, key: str) -> float | None:
        if key in self._unknown:
            return None
        return sqrt(self._own.get(key, 0.0) + self._shared.get(key, 0.0) ** 2)


def _worths(segment: Segment) -> Sequence[float]:
    factors = segment.factors
    if all(factor.then > 0 and factor.now > 0 for factor in factors):
        weight = logarithmic_mean(segment.now, segment.then)
        return [weight * log(factor.now / factor.then) for factor in factors]
    gone = [bool(factor.then) != bool(factor.now) for factor in factors]
    if sum(gone) == 1 and all(factor.then >= 0 and factor.now >= 0 for factor in factors):
        # The limit of ever smaller values: the factor that is nothing in one year takes the whole change.
        return [segment.now - segment.then if is_gone else 0.0 for is_gone in gone]
    units = of_product([(factor.then, factor.now) for factor in factors])
    return [unit * (factor.now - factor.then) for unit, factor in zip(units, factors, strict=True)]


def _of_weight(factor: Factor, cv2: float) -> float:
    """The logarithmic mean itself is uncertain; this is its share in the line (golden 24)."""
    if factor.then <= 0 or factor.now <= 0:
        return 0.0
    return float(log(factor.now / factor.then) ** 2 * cv2 / 4)


def of_count(count: float, dispersion: float = 1.0) -> float:
    """The variance of a count's logarithm; `dispersion` is how much wider than chance alone counts scatter (≥ 1)."""
    return max(dispersion, 1.0) / count if count > 0 else 0.0


def of_rate(hits: float, of: float) -> float:
    """The variance of a share's logarithm: (1 − p)/(n p). A ratio above 1 is taken as a count."""
    if hits <= 0 or of <= 0:
        return 0.0
    return (1 - hits / of) / hits if hits <= of else 1 / hits


def of_mean(total: float, squares: float, count: float) -> float:
    """The variance of a mean's logarithm: s²/(n m²), from the sum and the sum of squares of `count` amounts."""
    if count <= 0 or total <= 0:
        return 0.0
    mean = total / count
    return max(squares / count - mean**2, 0.0) / (count * mean**2)
