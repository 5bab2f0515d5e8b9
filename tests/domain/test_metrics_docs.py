"""docs/metrics.md says what the code computes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.domain.metrics import MEASURES, METRICS

UNITS = {"money": "money", "percent": "per cent", "ratio": "ratio", "count": "count"}
BETTER = {"higher": "↑", "lower": "↓", "none": "·"}


@pytest.fixture(scope="module")
def lines(root: Path) -> dict[str, list[str]]:
    """The cells of each line of the page's tables, by the key they begin with."""
    page = (root / "docs/metrics.md").read_text(encoding="utf-8")
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if "|" in line)
    return {found[1]: row[1:] for row in cells if (found := re.fullmatch(r"`(\w+)`", row[0]))}


@pytest.mark.parametrize("key", METRICS)
def test_a_metrics_line_has_its_formula_unit_and_direction(key: str, lines: dict[str, list[str]]) -> None:
    metric = METRICS[key]
    assert lines[key][:3] == [f"`{metric.formula}`", UNITS[metric.unit], BETTER[metric.better]]


@pytest.mark.parametrize("key", MEASURES)
def test_a_measures_line_has_its_formula_unit_and_direction(key: str, lines: dict[str, list[str]]) -> None:
    measure = MEASURES[key]
    said = [f"`{measure.formula}`"] if measure.formula else []
    assert lines[key][: len(said) + 2] == [*said, UNITS[measure.unit], BETTER[measure.better]]


def test_the_page_has_no_line_for_what_is_not_there(lines: dict[str, list[str]]) -> None:
    assert set(lines) == {*METRICS, *MEASURES}
