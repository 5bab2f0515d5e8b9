"""The register of reasons: thirty-five and no thirty-sixth, each found, silent or unknown, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.period import Period
from dashboard.domain.phrase import say
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.facts import CLIENTS, Reason
from dashboard.reports.year_over_year.reasons.catalogue import CATALOGUE, Standing, cannot_be_told, standings
from dashboard.reports.year_over_year.reasons.found import DETECTORS
from tests.reports.marts import Marts

DECEMBER = Selection(Period(date(2025, 12, 1), date(2025, 12, 31)))
TODAY = date(2026, 1, 20)


def test_the_register_holds_the_thirty_five_of_the_method(shared: Callable[[str], Path]) -> None:
    method = json.loads(shared("golden/yoy_catalogue.json").read_text(encoding="utf-8"))
    assert list(CATALOGUE) == [row["id"] for row in method]
    assert len(CATALOGUE) == 35


def test_every_reason_has_a_name_and_its_needs_in_both_languages() -> None:
    english, russian = Language("en"), Language("ru")
    for entry in CATALOGUE.values():
        for text in (entry.name, entry.needs, entry.owner):
            assert english.gettext(text) == text
            assert russian.gettext(text) not in ("", text)


def test_every_reason_has_a_detector_that_says_so() -> None:
    assert {(detect.__doc__ or "")[:3] for detect in DETECTORS} == set(CATALOGUE)


def test_each_of_them_is_found_silent_or_unknown() -> None:
    marts = Marts()
    for year in (2024, 2025):
        for ahead in range(31):
            marts.sale(date(year, 12, 1) + timedelta(days=ahead), "google_ads", revenue=100 if year == 2024 else 200)
    report = year_over_year.build(marts, DECEMBER, TODAY)
    standing = standings(report.reasons, report.unknown)
    assert list(standing) == list(CATALOGUE)
    assert {reason.id for reason in report.reasons} == {id for id, of in standing.items() if of is Standing.FOUND}
    assert {reason.id for reason in report.unknown} == {id for id, of in standing.items() if of is Standing.UNKNOWN}


def test_what_cannot_be_told_says_what_to_upload() -> None:
    unknown = cannot_be_told("Y16", say("Nothing is known."), upload="demand")
    assert (unknown.is_unknown, unknown.upload, unknown.caveat.figure) == (True, "demand", None)
    assert Language("en").say(unknown.known_by) == "To know it, these are needed: a demand index by week."
    assert standings([], [unknown])["Y16"] is Standing.UNKNOWN


def test_a_thirty_sixth_is_refused() -> None:
    unheard = Reason(Caveat("Y36", Severity.LOW, say("Nothing is known.")), say("Nothing is known."), CLIENTS)
    with pytest.raises(KeyError):
        standings([unheard], [])
    with pytest.raises(KeyError):
        standings([], [replace(unheard, is_unknown=True)])
