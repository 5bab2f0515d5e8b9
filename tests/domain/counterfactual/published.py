"""The public series with the steps before their start, as CausalImpact's users publish them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np

from dashboard.domain.counterfactual.mixture import Floats

# file, column of the series, columns of the controls, what stands between two cells
FILES = {
    "arma": ("arma_data.csv", "y", ("X",), ","),
    "basque": ("basque.csv", "Basque", ("another",), ","),
    "comparison": ("comparison_data.csv", "CHANGED", ("NOT_CHANGED_1", "NOT_CHANGED_2", "NOT_CHANGED_3"), ","),
    "google": ("google_data.csv", "y", ("x1", "x2"), ","),
    "volks": ("volks_data.csv", "VolksWagen", ("BMW", "Allianz"), " "),
}
BEFORE = {"arma": 70, "basque": 21, "comparison": 90, "google": 61, "volks": 246}


def series(shared: Callable[[str], Path], name: str) -> tuple[Floats, Floats]:
    """The series and its controls. The vignette adds an effect of 1 to what it makes by an ARMA process."""
    file, observed, controls, mark = FILES[name]
    with shared(f"data/causalimpact/{file}").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter=mark))
    values = np.array([float(row[observed]) for row in rows])
    if name == "arma":
        values[BEFORE[name] :] += 1
    return values, np.array([[float(row[control]) for control in controls] for row in rows])
