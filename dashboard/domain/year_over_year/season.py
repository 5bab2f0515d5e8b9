"""Whether the season came earlier or later than the year before, by how demand ran over the weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import fsum, log, sqrt

from dashboard.domain.weeks import monday

MOST_WEEKS = 8
WEEKS = 26  # the half year that leads up to the end of the period
_LEAST_WEEKS = 20
_LEAST_FIT = 0.8  # correlation of the two years once they are shifted
_LEAST_GAIN = 0.5  # share of what does not fit at the same dates that the shift must take away
_LEAST_SWING = 0.1  # standard deviation of the logarithm: flatter demand has no season


@dataclass(frozen=True)
class SeasonShift:
    """The season runs so many weeks later than the year before (below 0: earlier); correlations with last year's
    weeks at that shift and at none."""

    weeks: int
    fit: float
    fit_unshifted: float


def season_shift(weekly: Mapping[date, float], last: date, weeks_between: int = 52) -> SeasonShift | None:
    """From Monday → demand (above zero), for the half year up to `last`; None where the season did not move, or
    cannot be seen to."""
    end = monday(last + timedelta(days=1)) - timedelta(days=7)  # the last whole week
    weeks = [end - timedelta(days=7 * back) for back in range(WEEKS)]
    smooth = _smoothed(weekly)
    fits = {shift: _fit(smooth, weeks, weeks_between + shift) for shift in range(-MOST_WEEKS, MOST_WEEKS + 1)}
    known = {shift: fit for shift, fit in fits.items() if fit is not None}
    unshifted = known.get(0)
    if unshifted is None:
        return None
    best = max(known, key=lambda shift: (known[shift], -abs(shift)))
    is_better = 1 - known[best] ** 2 <= (1 - _LEAST_GAIN) * (1 - max(unshifted, 0.0) ** 2)
    if best == 0 or known[best] < _LEAST_FIT or not is_better:
        return None
    return SeasonShift(best, known[best], unshifted)


def _smoothed(weekly: Mapping[date, float]) -> dict[date, float]:
    """The mean logarithm of each week and its neighbours, so that one odd week makes no season."""
    logs = {week: log(value) for week, value in weekly.items() if value > 0}
    found = {}
    for week in logs:
        near = [logs[other] for ahead in (-7, 0, 7) if (other := week + timedelta(days=ahead)) in logs]
        found[week] = fsum(near) / len(near)
    return found


def _fit(smooth: Mapping[date, float], weeks: list[date], back: int) -> float | None:
    """The correlation of these weeks with those so many weeks before."""
    shifted = ((week, week - timedelta(days=7 * back)) for week in weeks)
    pairs = [(smooth[week], smooth[before]) for week, before in shifted if week in smooth and before in smooth]
    if len(pairs) < _LEAST_WEEKS:
        return None
    sides = list(zip(*pairs, strict=True))
    means = [fsum(side) / len(pairs) for side in sides]
    swings = [
        sqrt(fsum((value - mean) ** 2 for value in side) / len(pairs)) for side, mean in zip(sides, means, strict=True)
    ]
    if min(swings) < _LEAST_SWING:
        return None
    together = fsum((now - means[0]) * (then - means[1]) for now, then in pairs) / len(pairs)
    return together / (swings[0] * swings[1])
