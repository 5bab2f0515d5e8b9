"""Every metric is defined once, proven on worked numbers, and explained."""

from __future__ import annotations

import pytest

from dashboard.domain.metrics import MEASURES, METRICS
from tests.rules.source import ROOT


@pytest.mark.parametrize("key", sorted({*METRICS, *MEASURES}))
def test_a_metric_has_its_line_in_the_docs(key: str) -> None:
    assert f"`{key}`" in (ROOT / "docs/metrics.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", sorted(METRICS))
def test_a_metric_has_a_golden_test(key: str) -> None:
    assert f'"{key}"' in (ROOT / "tests/domain/test_metrics_golden.py").read_text(encoding="utf-8")
