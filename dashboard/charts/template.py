"""One template for every chart: the sheet, its axes, and how a figure is put together.

The marks that carry meaning (now, then, plan, unfinished, doubt) are in `dashboard.charts.grammar`. All are plain
mappings in Plotly's own words; labels are written here, in the reader's language, because Plotly knows English only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from math import floor, log10
from textwrap import wrap
from typing import Any, Literal

from dashboard.charts.look import Look
from dashboard.i18n import Language, days

Axis = dict[str, Any]
Trace = dict[str, Any]
Kind = Literal["number", "percent"]
Known = Decimal | float | int

TITLE_SIZE = 14
LABEL_SIZE = 12
AXIS_PIXELS = 28  # about what the labels below an axis take
LETTER_PIXELS = 6.6  # about the width of a letter of a label
MARGIN_LETTERS = 14  # a longer name in the margin takes another line
_LEAST_REACH = 1e-9  # less than any figure shows: an axis of nothing
_STEPS = (1, 2, 2.5, 5, 10)


def figure(traces: Iterable[Trace | None], layout: dict[str, Any], *marks: dict[str, list[Any]]) -> dict[str, Any]:
    """A figure from its traces, its layout, and marks that lie on it (`shapes`, `annotations`).

    The names that lines carry are written in the right margin, kept from covering each other.
    """
    drawn = [trace for trace in traces if trace is not None]
    whole = dict(layout)
    names = [_wrapped(trace["meta"]) for trace in drawn if "label" in trace.get("meta", {})]
    if names:
        widest = max(len(line) for name in names for line in name["lines"])
        whole["margin"] = {**layout["margin"], "r": max(layout["margin"]["r"], 12 + round(widest * LETTER_PIXELS))}
    for part in ("shapes", "annotations"):
        added = [item for mark in (_in_margin(names, whole), *marks) for item in mark.get(part, ())]
        if added:
            whole[part] = [*whole.get(part, ()), *added]
    return {"data": drawn, "layout": whole}


def _wrapped(name: dict[str, Any]) -> dict[str, Any]:
    """A line's name on as many lines as the margin needs."""
    return {**name, "lines": wrap(name["label"], MARGIN_LETTERS) or [""]}


def _in_margin(names: Sequence[dict[str, Any]], layout: dict[str, Any]) -> dict[str, list[Any]]:
    """The names of lines, each beside its end, the lower ones pushed down where two would touch."""
    low, high = layout["yaxis"].get("range", (0.0, 1.0))
    margin = layout["margin"]
    pixels = (layout["height"] - margin["t"] - margin["b"] - AXIS_PIXELS) / ((high - low) or 1.0)
    labels, above = [], float("inf")
    for name in sorted(names, key=lambda name: -name["at"]):
        half = LABEL_SIZE * 0.65 * len(name["lines"])
        placed = min(name["at"] * pixels, above - half)
        above = placed - half
        labels.append(
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "left",
                "xshift": 4,
                "y": name["at"],
                "yanchor": "middle",
                "yshift": round(placed - name["at"] * pixels),
                "text": "<br>".join(plain(line) for line in name["lines"]),
                "align": "left",
                "showarrow": False,
                "font": {"size": LABEL_SIZE, "color": name["colour"]},
            }
        )
    return {"annotations": labels}


def layout(
    look: Look,
    language: Language,
    title: str = "",
    *,
    x: Axis | None = None,
    y: Axis | None = None,
    height: int = 320,
    room_right: int = 16,
    room_left: int = 0,
    **more: Any,
) -> dict[str, Any]:
    """The sheet: transparent, without legend or tools. `title` holds the unit, as in «Spend by day, ₽».

    `room_right` and `room_left` are pixels kept for labels beyond the axes.
    """
    sheet: dict[str, Any] = {
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": look.font, "size": LABEL_SIZE, "color": look.muted},
        "colorway": [look.accent, look.then, look.ink],
        "separators": language.separators,
        "margin": {"l": room_left, "r": room_right, "t": 44 if title else 16, "b": 8, "pad": 4},
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0.28,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": look.surface,
            "bordercolor": look.hairline,
            "font": {"family": look.font, "size": 13, "color": look.ink},
            "align": "left",
        },
        "xaxis": x or plain_axis(look),
        "yaxis": y or plain_axis(look),
        **more,
    }
    if title:
        sheet["title"] = {
            "text": plain(title),
            "font": {"family": look.font, "size": TITLE_SIZE, "color": look.ink, "weight": 600},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 8, "l": 0},
        }
    return sheet


def plain_axis(look: Look, **more: Any) -> Axis:
    """An axis without grid, ticks or numbers of its own."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"color": look.muted, "size": LABEL_SIZE},
        **more,
    }


def value_axis(
    look: Look, language: Language, values: Iterable[Known | None], *, kind: Kind = "number", zero: bool = True,
    ticks: int = 4, room: float = 0.08,
) -> Axis:  # fmt: skip
    """The axis of amounts: a few hairlines at round figures. `zero` must stay True wherever there are bars.

    `values` is everything that must fit, whiskers included; `room` is the share left free beyond the largest.
    """
    known = [float(value) for value in values if value is not None] or [0.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < _LEAST_REACH:
        high, marks = low + 1.0, [low]  # an axis of nothing has no other figure to show
    else:
        marks = round_marks(low, high, ticks)
    reach = high - low
    below = 0.0 if zero and low == 0 else reach * room
    texts = [language.percent(mark) if kind == "percent" else language.number(mark, short=True) for mark in marks]
    return plain_axis(
        look,
        tickangle=0,
        range=[low - below, high + (reach * room if high else 0.0)],
        tickvals=marks,
        ticktext=texts,
        showgrid=True,
        gridcolor=look.hairline,
        gridwidth=1,
        zeroline=low < 0 < high or (zero and low == 0),
        zerolinecolor=look.muted,
        zerolinewidth=1,
    )


def round_marks(low: float, high: float, count: int) -> list[float]:
    """Round figures between two ends, about `count` of them."""
    raw = (high - low) / max(count, 1)
    size = 10 ** floor(log10(raw))
    step = next(part * size for part in _STEPS if part * size >= raw * 0.999)
    first = -floor(-low / step * (1 + 1e-12)) if low > 0 else -floor(-low / step)
    marks = [round((first + place) * step, 12) for place in range(floor((high - first * step) / step + 1e-9) + 1)]
    return [mark + 0.0 for mark in marks]


def day_axis(look: Look, language: Language, days: Sequence[date], *, labels: int = 6) -> Axis:
    """The axis of days: about `labels` of them written, the month where it begins and at the first."""
    if not days:
        return plain_axis(look)
    step = max(1, -(-len(days) // labels))
    shown = list(days)[::step]
    texts = []
    last_month: tuple[int, int] | None = None
    for day in shown:
        month = (day.year, day.month)
        texts.append(str(day.day) if month == last_month else language.day(day, year=False, short=True))
        last_month = month
    return plain_axis(look, type="date", tickvals=[day.isoformat() for day in shown], ticktext=texts, tickangle=0)


def month_axis(look: Look, language: Language, months: Sequence[date], *, labels: int = 7) -> Axis:
    """The axis of months as categories: short names, the year below the first of each."""
    step = max(1, -(-len(months) // labels))
    texts, year = [], 0
    for place, month in enumerate(months):
        if place % step:
            texts.append("")
            continue
        name = days.month(language.code, month, year=False, short=True)
        texts.append(f"{name}<br>{month.year}" if month.year != year else name)
        year = month.year
    return plain_axis(
        look, type="category", tickvals=[month.isoformat() for month in months], ticktext=texts, tickangle=0
    )


def name_axis(look: Look, names: Sequence[str], *, longest: int = 28) -> Axis:
    """The axis of names for horizontal bars, the first on top; long names are cut in the middle of the sheet's room."""
    cut = [name if len(name) <= longest else name[: longest - 1].rstrip() + "…" for name in names]
    return plain_axis(
        look,
        type="category",
        categoryorder="array",
        categoryarray=list(names),
        autorange="reversed",
        tickvals=list(names),
        ticktext=[plain(name) for name in cut],
        tickfont={"color": look.ink, "size": 13},
    )


def plain(text: str) -> str:
    """A text that Plotly draws as it is: its labels know some HTML, and a campaign's name must not become any."""
    return escape(text, quote=False)
