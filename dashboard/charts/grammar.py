"""The marks every chart speaks in: now, then, plan, unfinished, doubt, events. Each means the same everywhere.

All take `along` (days, months or names) and `values`; `horizontal` lays the bars down. `said` are the texts shown on
hover, one for each mark, written by the caller and made plain here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.charts.look import Look
from dashboard.charts.template import LABEL_SIZE, Known, Trace, plain

Along = Sequence[date] | Sequence[str]
Values = Sequence[Known | None]


def now_bars(
    look: Look, along: Along, values: Values, said: Sequence[str] = (), *, horizontal: bool = False,
    labels: Sequence[str] = (), colours: Sequence[str] = (), whiskers: Trace | None = None,
) -> Trace:  # fmt: skip
    """What is: solid bars of the accent. `labels` are written at the bars' ends; `colours` replace the accent."""
    bars = _bars(along, values, said, horizontal)
    bars["marker"] = {"color": list(colours) or look.accent, "line": {"width": 0}}
    if whiskers:
        bars["error_x" if horizontal else "error_y"] = whiskers
    if labels:
        bars.update(
            text=[plain(label) for label in labels],
            textposition="outside",
            cliponaxis=False,
            textfont={"color": look.ink, "size": 13},
            constraintext="none",
        )
    return bars


def then_bars(look: Look, along: Along, values: Values, said: Sequence[str] = (), *, horizontal: bool = False) -> Trace:
    """What was: grey bars, wider and behind."""
    bars = _bars(along, values, said, horizontal)
    bars["marker"] = {"color": look.then, "opacity": 0.55, "line": {"width": 0}}
    return bars


def then_line(look: Look, along: Along, values: Values, said: Sequence[str] = (), *, name: str = "") -> Trace:
    """What was: a grey line, with its name at the end."""
    return _line(along, values, said, {"color": look.then, "width": 2}, look.muted, name)


def now_line(look: Look, along: Along, values: Values, said: Sequence[str] = (), *, name: str = "") -> Trace:
    """What is: a line of the accent, with its name at the end."""
    return _line(along, values, said, {"color": look.accent, "width": 2.5}, look.accent, name)


def plan_line(look: Look, along: Along, values: Values, figure: str = "", said: Sequence[str] = ()) -> Trace:
    """What was agreed: a hairline in steps, with its figure at the end."""
    line = _line(along, values, said, {"color": look.ink, "width": 1, "dash": "dot"}, look.ink, figure)
    line["line"]["shape"] = "hvh"
    return line


def unfinished(
    look: Look, along: Along, values: Values, said: Sequence[str] = (), *, horizontal: bool = False
) -> Trace:
    """What is not complete yet: hatched bars of the accent."""
    bars = _bars(along, values, said, horizontal)
    bars["marker"] = {
        "color": "rgba(0,0,0,0)",
        "line": {"color": look.accent, "width": 1},
        "pattern": {"shape": "/", "fgcolor": look.accent, "bgcolor": look.paper, "size": 6, "solidity": 0.28},
    }
    return bars


def whiskers(look: Look, values: Values, low: Values, high: Values) -> Trace:
    """The doubt about bars: from the low to the high bound of each. An unknown bound gives no whisker."""
    below, above = [], []
    for value, least, most in zip(values, low, high, strict=True):
        if value is None or least is None or most is None:
            below.append(0.0)
            above.append(0.0)
        else:
            below.append(max(float(value) - float(least), 0.0))
            above.append(max(float(most) - float(value), 0.0))
    return {
        "type": "data",
        "symmetric": False,
        "array": above,
        "arrayminus": below,
        "color": look.ink,
        "thickness": 1.2,
        "width": 4,
    }


def band(look: Look, along: Along, low: Values, high: Values) -> Trace:
    """The doubt about a line: a pale area between its bounds; days without bounds are left out."""
    known = [
        (place, least, most)
        for place, least, most in zip(_places(along), low, high, strict=True)
        if least is not None and most is not None
    ]
    forth = [(place, float(most)) for place, _, most in known]
    back = [(place, float(least)) for place, least, _ in reversed(known)]
    return {
        "type": "scatter",
        "x": [place for place, _ in forth + back],
        "y": [value for _, value in forth + back],
        "fill": "toself",
        "fillcolor": look.band,
        "line": {"width": 0},
        "mode": "lines",
        "hoverinfo": "skip",
    }


def event_flags(look: Look, days: Sequence[date]) -> dict[str, list[Any]]:
    """Small numbered flags over the time axis, 1, 2, 3 in order; the list of what they mean stands below the chart."""
    shapes = [
        {
            "type": "line",
            "x0": day.isoformat(),
            "x1": day.isoformat(),
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"color": look.muted, "width": 1, "dash": "dot"},
            "layer": "below",
        }
        for day in days
    ]
    annotations = [
        {
            "x": day.isoformat(),
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "text": str(number),
            "showarrow": False,
            "font": {"size": 10, "color": look.ink},
            "bgcolor": look.paper,
            "bordercolor": look.muted,
            "borderwidth": 1,
            "borderpad": 2,
        }
        for number, day in enumerate(days, start=1)
    ]
    return {"shapes": shapes, "annotations": annotations}


def direct_label(
    look: Look, x: date | str | float, y: float, text: str, *, colour: str = "", anchor: str = "left", above: int = 0
) -> dict[str, list[Any]]:
    """A name written beside the mark it belongs to, in the mark's colour (ink where none is given)."""
    return {
        "annotations": [
            {
                "x": x.isoformat() if isinstance(x, date) else x,
                "y": y,
                "text": plain(text),
                "showarrow": False,
                "xanchor": anchor,
                "yanchor": "middle",
                "xshift": 6 if anchor == "left" else -6 if anchor == "right" else 0,
                "yshift": above,
                "font": {"size": LABEL_SIZE, "color": colour or look.ink},
            }
        ]
    }


def divider(look: Look, before: str, text: str) -> dict[str, list[Any]]:
    """A quiet heading inside a chart of horizontal bars, over the name it stands before (tiers: «earns», «loses»)."""
    return {
        "annotations": [
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "right",
                "y": before,
                "yanchor": "bottom",
                "yshift": 12,
                "text": plain(text),
                "showarrow": False,
                "font": {"size": LABEL_SIZE, "color": look.muted},
            }
        ]
    }


def _bars(along: Along, values: Values, said: Sequence[str], horizontal: bool) -> Trace:
    places, amounts = _places(along), _amounts(values)
    bars: Trace = {
        "type": "bar",
        "x": amounts if horizontal else places,
        "y": places if horizontal else amounts,
        "orientation": "h" if horizontal else "v",
    }
    return {**bars, **_hover(said)}


def _line(along: Along, values: Values, said: Sequence[str], line: dict[str, Any], ink: str, name: str) -> Trace:
    amounts = _amounts(values)
    trace: Trace = {"type": "scatter", "mode": "lines", "x": _places(along), "y": amounts, "line": line, **_hover(said)}
    if len(amounts) == 1:  # one day has no way to go: a stroke at its height
        trace["mode"] = "markers"
        trace["marker"] = {"symbol": "line-ew", "size": 64, "line": {"color": line["color"], "width": line["width"]}}
    last = next((amount for amount in reversed(amounts) if amount is not None), None)
    if name and last is not None:
        trace["meta"] = {"label": name, "at": last, "colour": ink}  # `template.figure` writes it in the margin
    return trace


def _places(along: Along) -> list[str]:
    return [place.isoformat() if isinstance(place, date) else place for place in along]


def _amounts(values: Values) -> list[float | None]:
    return [None if value is None else float(value) for value in values]


def _hover(said: Sequence[str]) -> Trace:
    if not said:
        return {"hoverinfo": "skip"}
    return {
        "hovertext": [plain(text).replace("\n", "<br>") for text in said],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
