"""The calendar of coverage: each state has its own mark, and every day stands where it belongs."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboard.charts import source_coverage
from dashboard.charts.look import DARK, LIGHT, Look
from dashboard.domain.coverage import DayState
from dashboard.domain.period import Period
from dashboard.i18n import Language

C, M, P = DayState.COMPLETE, DayState.MISSING, DayState.PROVISIONAL


def drawn(states: tuple[DayState, ...], look: Look = LIGHT) -> dict[str, Any]:
    period = Period(date(2026, 11, 1), date(2026, 11, len(states)))
    report = SimpleNamespace(selection=SimpleNamespace(period=period), in_use=(SimpleNamespace(states=states),))
    return source_coverage.figure(cast(Any, report), ["Google <Ads>"], look, Language("en"))


def test_runs_of_days_are_bars_that_begin_on_their_day() -> None:
    complete, provisional, missing = drawn((C, C, M, M, C, P))["data"]
    assert (complete["base"], complete["x"]) == ([0, 4], [2, 1])
    assert (missing["base"], missing["x"]) == ([2], [2])
    assert " ".join(missing["hovertext"][0].split()) == "3–4 November 2026: missing"
    assert provisional["base"] == [5]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_missing_is_an_empty_frame_and_what_may_change_is_hatched(look: Look) -> None:
    complete, provisional, missing = drawn((C, M, P), look)["data"]
    assert complete["marker"]["color"] == look.accent
    assert provisional["marker"]["pattern"]["shape"] == "/"
    assert (missing["marker"]["color"], missing["marker"]["line"]["color"]) == (look.paper, look.bad)
    assert missing["width"] > complete["width"]


def test_days_to_come_leave_the_strip_empty_and_a_name_is_plain_text() -> None:
    figure = drawn((C, DayState.FUTURE))
    assert len(figure["data"]) == 1
    assert figure["layout"]["xaxis"]["range"] == [0, 2]
    assert figure["layout"]["annotations"][0]["text"] == "Google &lt;Ads&gt;"
