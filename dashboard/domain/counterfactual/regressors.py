"""The columns that a series is held against: its controls, the days of the week, the time of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from math import pi

import numpy as np

from dashboard.domain.counterfactual.mixture import Floats

_YEAR = 365.25
_PAIRS = 2


class Unit(Enum):
    """The step of a series, in days."""

    DAY = 1
    WEEK = 7

    @property
    def per_year(self) -> float:
        """How many steps a year has."""
        return _YEAR / self.value

    def day(self, first: date, step: int) -> date:
        """The first day of a step."""
        return first + timedelta(days=step * self.value)


def regressors(controls: Sequence[Floats], unit: Unit, first: date, steps: int, before: int) -> Floats:
    """The controls, six days of the week where steps are days, and two yearly pairs of sine and cosine.

    The pairs join from three years before the start on: with less, a placebo's half of it holds one year, and fitting
    that year's shape foretells the next one worse than the controls alone (measured in docs/decisions.md).
    """
    days = [unit.day(first, step) for step in range(steps)]
    columns = list(controls)
    if unit is Unit.DAY:
        columns += [np.array([float(day.weekday() == weekday) for day in days]) for weekday in range(6)]
    if before >= 3 * unit.per_year:
        angles = np.array([2 * pi * day.toordinal() / _YEAR for day in days])
        columns += [wave(pair * angles) for pair in range(1, _PAIRS + 1) for wave in (np.sin, np.cos)]
    return np.column_stack(columns) if columns else np.zeros((steps, 0))


def filled(values: Sequence[float | None]) -> Floats:
    """The values with gaps bridged by straight lines; ends that are not known stay missing (nan)."""
    known = np.array([np.nan if value is None else value for value in values], dtype=float)
    there = np.flatnonzero(np.isfinite(known))
    if not len(there):
        return known
    between = np.arange(there[0], there[-1] + 1)
    known[between] = np.interp(between, there, known[there])
    return known
