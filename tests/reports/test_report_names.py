"""The reports' names stand once more where nothing has to be loaded for them."""

from __future__ import annotations

from dashboard.reports.catalogue import REPORTS
from dashboard.reports.report_names import REPORT_NAMES


def test_the_names_are_those_of_the_catalogue() -> None:
    assert sorted(REPORTS) == list(REPORT_NAMES)
