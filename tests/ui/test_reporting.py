"""A report is built once for each client, data version, selection and day, whoever looks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.access.viewer import Viewer
from dashboard.domain.period import Period
from dashboard.reports.selection import DateView, Selection
from dashboard.ui import reporting, session
from tests.reports.marts import Marts

JUNE = Selection(Period(date(2025, 6, 1), date(2025, 6, 30)))


@pytest.fixture
def viewer() -> Viewer:
    return Viewer(kind="agency", session="a", role="owner", own_clients=None)


@pytest.fixture
def marts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Marts]:
    found = Marts()
    monkeypatch.setattr(session, "warehouse", lambda viewer: found)
    monkeypatch.setattr(session, "days_given", lambda viewer: None)
    monkeypatch.setenv("SVERKA_TODAY", "2025-07-01")
    reporting._kept.clear()
    yield found
    reporting._kept.clear()


def counted(seen: list[Any]) -> Any:
    def build(warehouse: Marts, selection: Selection, today: date) -> int:
        seen.append((warehouse.version, selection, today))
        return len(seen)

    return build


def test_the_same_question_is_answered_from_what_was_kept(marts: Marts, viewer: Viewer) -> None:
    seen: list[Any] = []
    build = counted(seen)
    assert [reporting.report(build, viewer, JUNE) for _ in range(3)] == [1, 1, 1]
    assert seen == [(1, JUNE, date(2025, 7, 1))]


def test_new_data_another_selection_and_another_day_are_built_anew(
    marts: Marts, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    build = counted(seen)
    reporting.report(build, viewer, JUNE)
    marts.version = 2
    reporting.report(build, viewer, JUNE)
    reporting.report(build, viewer, Selection(JUNE.period, view=DateView.SALE))
    monkeypatch.setenv("SVERKA_TODAY", "2025-07-02")
    reporting.report(build, viewer, JUNE)
    assert len(seen) == 4


def test_another_client_never_gets_what_was_kept_for_this_one(marts: Marts, viewer: Viewer) -> None:
    build = counted([])
    reporting.report(build, viewer, JUNE)
    marts.path = Path("other/000001.duckdb")
    assert reporting.report(build, viewer, JUNE) == 2


def test_days_compared_with_that_were_not_given_close_the_screen(
    marts: Marts, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ClosedHere(Exception):
        pass

    def closed() -> None:
        raise ClosedHere

    monkeypatch.setattr(session, "closed", closed)
    monkeypatch.setattr(Marts, "gives", lambda self, first, last: first >= JUNE.period.first)
    asked = Selection(JUNE.period, against=Period(date(2024, 6, 1), date(2024, 6, 30)))
    with pytest.raises(ClosedHere):
        reporting.report(counted([]), viewer, asked)
    assert reporting.report(counted([]), viewer, JUNE) == 1
