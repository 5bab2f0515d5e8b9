"""A changed setting is told on the screens whose figures it makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import in_log
from dashboard.domain.period import full_month
from dashboard.reports.caveats_settings import settings_changed
from dashboard.reports.selection import Selection
from dashboard.warehouse.records import SettingsVersion
from tests.reports.marts import CLINIC, Marts

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
LESS = {"margin": Decimal("0.35")}


def told(month: date, *profiles: tuple[str, ClientProfile]) -> list[str]:
    """What is said of a month, the versions saved on these days; the first file came on 1 September."""
    versions = [
        SettingsVersion(number, datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC), "anna", profile)
        for number, (day, profile) in enumerate(profiles, start=1)
    ]
    marts = Marts(profile=versions[-1].profile, versions=tuple(reversed(versions)))
    marts.connection.execute("insert into imports (import_id, imported_at) values (1, '2026-09-01')")
    found = settings_changed(cast(Any, marts), Selection(period=full_month(month)))
    return [in_log(caveat.text) for caveat in found]


def test_a_change_from_a_day_within_the_month_is_told_and_not_of_the_months_beside_it() -> None:
    mid = CLINIC.with_dated(date(2026, 10, 15), **LESS)
    (said,) = told(OCTOBER, ("2026-08-01", CLINIC), ("2026-11-12", mid))
    assert said.startswith("Margin was changed on 2026-11-12: 0.4 → 0.35 from 2026-10-15 on.")
    assert told(NOVEMBER, ("2026-08-01", CLINIC), ("2026-11-12", mid)) == []
    assert told(date(2026, 9, 1), ("2026-08-01", CLINIC), ("2026-11-12", mid)) == []


def test_a_change_for_all_days_is_told_of_every_month_that_had_begun() -> None:
    wrong = ("2026-08-01", CLINIC), ("2026-11-12", CLINIC.with_always(**LESS))
    for month in (OCTOBER, NOVEMBER):
        assert told(month, *wrong) == [
            "Margin was changed on 2026-11-12 for all days: 0.4 → 0.35. Before that day these figures were others."
        ]
    assert told(date(2026, 12, 1), *wrong) == []


@pytest.mark.parametrize(
    "versions",
    [
        [("2026-08-01", CLINIC), ("2026-08-02", CLINIC.with_always(**LESS))],  # before the first file
        [("2026-08-01", CLINIC), ("2026-11-12", CLINIC.with_always(**LESS)), ("2026-11-13", CLINIC)],  # taken back
        [("2026-08-01", CLINIC), ("2026-11-12", replace(CLINIC, accent="#AA0000"))],  # the look alone
    ],
    ids=["settled", "taken back", "look"],
)
def test_what_moved_no_figure_that_anybody_saw_is_not_told(versions: list[tuple[str, ClientProfile]]) -> None:
    assert told(OCTOBER, *versions) == []
