"""The table to check the page by: said column by column, figures as the reader writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd
import streamlit as st

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _, current
from dashboard.i18n.figures import UNKNOWN
from dashboard.ui import style
from dashboard.ui.markup import draw, said, tag

Kind = Literal["text", "money", "percent", "count", "ratio", "bar", "spark", "day"]
Row = Mapping[str, Any]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FIGURES = ("money", "percent", "count", "ratio", "day")
_DECIMALS = {"ratio": 2}
_BROWSERS_FORMAT = {"percent": "percent"}

ROW_HEIGHT = 36
MOST_ROWS_SEEN = 14
MOST_ROWS_WRITTEN = 60
_FIGURE_PIXELS, _CELL_PADDING = 7, 20
PHONE_PINNED_WIDTH = 160  # a wider pinned column is let go by Streamlit where it takes most of the screen


@dataclass(frozen=True)
class Column:
    """One column: the key in the rows, its label (an English text), and what it holds.

    money (with `currency`), percent (a share, 0.14), count, ratio (two decimals), text, day, bar (an amount as a bar
    from zero, with its figure), spark (a sequence of numbers). `width` in pixels. The first column is pinned. `signed`
    writes a plus before what is above zero.
    """

    key: str
    label: Phrase | str
    kind: Kind = "text"
    currency: str = ""
    width: int | None = None
    pinned: bool = False
    help: Phrase | str | None = None
    decimals: int | None = None
    signed: bool = False


def show(
    columns: Sequence[Column],
    rows: Sequence[Row],
    key: str,
    *,
    search: bool = True,
    sort_by: str | None = None,
    groups: Mapping[str, Sequence[Row]] | None = None,
    group_key: str = "",
    group_columns: Sequence[Column] = (),
    picks: bool = False,
    description: Phrase | str | None = None,
) -> Row | None:
    """Draws the table, sorted by `sort_by` (the largest first) where given; gives the row that was picked, if any.

    A click on a header sorts, the search finds text in every text column. With `groups` (rows by the `group_key` of
    their parent) picking a row unfolds its rows below the table, in `group_columns`, else in the same columns; with
    `picks` alone a row can be picked, and what follows is the caller's.
    """
    shown = ordered(rows, sort_by)
    if search and len(shown) > MOST_ROWS_SEEN // 2:
        asked = st.text_input(
            _("Find"), key=f"{key}-find", placeholder=_("Find in the table"), label_visibility="collapsed", width=280
        )
        shown = found(columns, shown, asked)
    if not shown:
        draw(tag("p", _("Nothing found."), cls="sv-small"))
        return None
    picks = picks or groups is not None
    state = st.dataframe(
        frame(columns, shown),
        key=key,
        hide_index=True,
        width="stretch",
        height=ROW_HEIGHT * (min(len(shown), MOST_ROWS_SEEN) + 1) + 3,
        row_height=ROW_HEIGHT,
        column_config=_config(columns, shown),
        placeholder=UNKNOWN,
        on_select="rerun" if picks else "ignore",
        selection_mode="single-row",
        alt=said(description),
    )
    if not picks:
        return None
    chosen: list[int] = list(cast(Any, state)["selection"]["rows"])
    row = shown[chosen[0]] if chosen and chosen[0] < len(shown) else None
    if groups is not None:
        _unfold(columns, group_columns or columns, row, groups, group_key, key)
    return row


def main_first(columns: Sequence[Column], *main: str) -> list[Column]:
    """The columns as they are; on a phone what the page is about stands right after the name."""
    if not style.on_phone():
        return list(columns)
    name, *rest = columns
    return [name, *sorted(rest, key=lambda column: main.index(column.key) if column.key in main else len(main))]


def ordered(rows: Sequence[Row], sort_by: str | None) -> list[Row]:
    """The rows by one column, the largest first and the unknown last; as they came where there is none."""
    if sort_by is None:
        return list(rows)
    known = [row for row in rows if row.get(sort_by) is not None]
    unknown = [row for row in rows if row.get(sort_by) is None]
    return [*sorted(known, key=lambda row: row[sort_by], reverse=True), *unknown]


def found(columns: Sequence[Column], rows: Sequence[Row], asked: str) -> list[Row]:
    """The rows that have every asked word in some text column, in any case."""
    words = asked.casefold().split()
    keys = [column.key for column in columns if column.kind == "text"]
    return [
        row for row in rows if all(any(word in str(row.get(key) or "").casefold() for key in keys) for word in words)
    ]


def frame(columns: Sequence[Column], rows: Sequence[Row]) -> Any:
    """The rows as a frame whose numbers sort as numbers and read in the reader's own writing.

    Writing each cell costs the server about half a millisecond a row, so a longer table leaves it to the browser,
    which writes figures by its own locale.
    """
    written = is_written(rows)
    made = pd.DataFrame(
        {column.key: [_cell(column, row.get(column.key), written) for row in rows] for column in columns}
    )
    if not written:
        return made
    styled = made.style.format(
        {column.key: _writer(column) for column in columns if column.kind in _FIGURES}, na_rep=UNKNOWN
    )
    # A pinned column is drawn at 60 % strength; from pure black or white that can still be read as ink.
    return styled.set_properties(subset=[columns[0].key], color="#FFFFFF" if style.look().dark else "#000000")


def is_written(rows: Sequence[Row]) -> bool:
    """Whether the cells of so many rows are written here, in the page's language, or by the browser."""
    return len(rows) <= MOST_ROWS_WRITTEN


def _cell(column: Column, value: Any, written: bool) -> Any:
    if column.kind == "spark":
        return [0.0 if part is None else float(part) for part in value or ()]
    if value is None:
        return None
    match column.kind:
        case "text":
            return said(value) if isinstance(value, Phrase) else _written_text(value)
        case "bar":
            return max(round(float(value)), 0)
        case "day":
            return value if written else current().day(value, short=True)
        case "percent":
            return float(value) if written else round(float(value), 3)
        case _:
            return float(value) if written else round(float(value), column.decimals or _DECIMALS.get(column.kind, 0))


def _written_text(value: Any) -> Any:
    """A text no spreadsheet computes: a table can be copied, and given out as CSV, by a button of Streamlit's own."""
    return f"\u2060{value}" if isinstance(value, str) and value[:1] in _FORMULA_STARTS else value


def _writer(column: Column) -> Callable[[Any], str]:
    language = current()
    match column.kind:
        case "money":
            return lambda value: language.money(
                value, column.currency, signed=column.signed, decimals=column.decimals or 0
            )
        case "percent":
            return lambda value: language.percent(value, column.signed, decimals=column.decimals)
        case "ratio":
            return lambda value: language.number(value, decimals=2 if column.decimals is None else column.decimals)
        case "day":
            return lambda value: language.day(value, short=True)
        case _:
            return lambda value: language.number(value, decimals=column.decimals or 0)


def _config(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, Any]:
    kinds, accent = st.column_config, style.look().accent
    config: dict[str, Any] = {}
    for place, column in enumerate(columns):
        label, more = said(column.label), said(column.help)
        pinned = column.pinned or place == 0
        width = column.width
        if pinned and style.on_phone():
            width = min(width or PHONE_PINNED_WIDTH, PHONE_PINNED_WIDTH)
        if column.kind == "spark":
            config[column.key] = kinds.BarChartColumn(
                label, width=width, help=more, pinned=pinned, y_min=0, color=accent
            )
        elif column.kind == "bar":
            most = max((float(row[column.key]) for row in rows if row.get(column.key) is not None), default=0.0)
            config[column.key] = kinds.ProgressColumn(
                label,
                width=width,
                help=more,
                pinned=pinned,
                format="localized",
                max_value=most or 1.0,
                color=accent,
            )
        elif column.kind in ("text", "day"):
            config[column.key] = kinds.TextColumn(label, width=width, help=more, pinned=pinned)
        else:
            width = width or _written_width(column, rows)
            browsers = None if is_written(rows) else _BROWSERS_FORMAT.get(column.kind, "localized")
            if browsers and column.kind == "money":
                label = f"{label}, {current().symbol(column.currency)}"
            config[column.key] = kinds.NumberColumn(label, width=width, help=more, pinned=pinned, format=browsers)
    return config


def _written_width(column: Column, rows: Sequence[Row]) -> int | None:
    """The width of the longest figure where it is longer than the header, which Streamlit measures by few cells."""
    if not is_written(rows):
        return None
    write = _writer(column)
    longest = max((len(write(row[column.key])) for row in rows if row.get(column.key) is not None), default=0)
    return longest * _FIGURE_PIXELS + _CELL_PADDING if longest >= len(said(column.label) or "") else None


def _unfold(
    columns: Sequence[Column],
    inside: Sequence[Column],
    row: Row | None,
    groups: Mapping[str, Sequence[Row]],
    by: str,
    key: str,
) -> None:
    if row is None:
        draw(tag("p", _("Pick a row to unfold it."), cls="sv-small"))
        return
    inner = groups.get(row[by], ())
    with st.container(key=f"sv-unfold-{key}", gap="xsmall"):
        draw(tag("h3", str(row[columns[0].key])))
        if inner:
            show(inside, inner, f"{key}-inner", search=False)
