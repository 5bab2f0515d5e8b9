"""The calendar of coverage: one strip for each source, what of its days is there, missing, young, or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.charts.look import Look, faded
from dashboard.charts.template import LABEL_SIZE, Trace, layout, plain, plain_axis
from dashboard.charts.template import figure as put_together
from dashboard.domain.coverage import DayState
from dashboard.domain.phrase import N_
from dashboard.i18n import Language
from dashboard.reports.health import Health

ROW_PIXELS = 46
_LAST_LABELLED = 12  # a first day later than this would be written over the month that follows
STATE_NAMES = {
    DayState.COMPLETE: N_("complete"),
    DayState.PROVISIONAL: N_("may still change"),
    DayState.PARTIAL: N_("not whole"),
    DayState.QUIET: N_("nothing, as is usual on such days"),
    DayState.MISSING: N_("missing"),
    DayState.AWAITED: N_("not uploaded yet"),
}
_WIDTH = {DayState.MISSING: 0.62, DayState.AWAITED: 0.3}


def figure(report: Health, names: Sequence[str], look: Look, language: Language) -> dict[str, Any]:
    """The strips of the sources in use, in order, under their written `names`, over the report's period."""
    days = list(report.selection.period)
    sources = report.in_use
    traces = [
        _strip(look, language, days, place, state, [one is state for one in source.states])
        for place, source in enumerate(sources)
        for state in STATE_NAMES
        if state in source.states
    ]
    labels = [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": place - 0.5,
            "yanchor": "middle",
            "text": plain(name),
            "showarrow": False,
            "font": {"size": LABEL_SIZE + 1, "color": look.ink},
        }
        for place, name in enumerate(names)
    ]
    starts = [place for place, day in enumerate(days) if day.day == 1 or (place == 0 and day.day <= _LAST_LABELLED)]
    return put_together(
        traces,
        layout(
            look,
            language,
            x=plain_axis(
                look,
                range=[0, len(days)],
                tickvals=starts,
                ticktext=[language.day(days[place], year=False, short=True) for place in starts],
                tickangle=0,
                ticklabelposition="outside right",
            ),
            y=plain_axis(look, range=[max(len(sources), 1) - 0.5, -0.8], showticklabels=False),
            height=64 + ROW_PIXELS * max(len(sources), 1),
        ),
        {"annotations": labels},
    )


def _strip(
    look: Look, language: Language, days: Sequence[date], place: int, state: DayState, here: Sequence[bool]
) -> Trace:
    runs = _runs(here)
    said = [
        f"{language.span(days[start], days[start + length - 1])}: {language.gettext(STATE_NAMES[state])}"
        for start, length in runs
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place] * len(runs),
        "x": [length for _, length in runs],
        "base": [start for start, _ in runs],
        "width": _WIDTH.get(state, 0.42),
        "marker": _marker(look, state),
        "hoverinfo": "text",
        "hovertext": [plain(text) for text in said],
    }


def _marker(look: Look, state: DayState) -> dict[str, Any]:
    """Now is solid, unfinished is hatched, missing is an empty frame: never by colour alone."""
    nothing = "rgba(0,0,0,0)"
    match state:
        case DayState.COMPLETE:
            return {"color": look.accent, "line": {"width": 0}}
        case DayState.PROVISIONAL | DayState.PARTIAL:
            pattern = {"shape": "/", "fgcolor": look.accent, "bgcolor": look.paper, "size": 6, "solidity": 0.28}
            return {"color": nothing, "line": {"color": look.accent, "width": 1}, "pattern": pattern}
        case DayState.MISSING:
            return {"color": look.paper, "line": {"color": look.bad, "width": 2}}
        case DayState.AWAITED:
            return {"color": nothing, "line": {"color": look.caution, "width": 1}}
        case _:
            return {"color": faded(look.accent, 0.22), "line": {"width": 0}}


def _runs(here: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of days as (first place, length)."""
    found: list[tuple[int, int]] = []
    for place, is_here in enumerate(here):
        if not is_here:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
