"""The columns of a table beside their first values: what each of them means, chosen by a person."""

from __future__ import annotations

import streamlit as st

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.i18n import _, current
from dashboard.mappings import REQUIRED, Outline, TableColumn, columns_of, folded
from dashboard.ui import mapping_draft, mapping_words
from dashboard.ui.mapping_draft import Draft
from dashboard.ui.markup import Markup, draw, join, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS

_CELL_SHOWN = 24
_LINES_SHOWN = 12


def kind(draft: Draft) -> None:
    """Lets the person say what the table is about."""
    kinds = list(mapping_words.KINDS)
    chosen = st.pills(
        _("The table is about"),
        kinds,
        format_func=lambda kind: _(mapping_words.KINDS[kind][0]),
        key=draft.widget("kind", draft.kind),
    )
    if chosen is not None:
        draft.kind = chosen
    if draft.kind is not None:
        draw(tag("p", _(mapping_words.KINDS[draft.kind][1]), cls="sv-small"))


def header(draft: Draft, outline: Outline) -> None:
    """Lets the person say which sheet and which line has the headers."""
    if not outline.lines:
        return
    label = _("The headers are in line {line}").replace("{line}", current().number(outline.header_line))
    with st.expander(label):
        if len(outline.sheets) > 1:
            sheet = st.selectbox(_("Sheet"), outline.sheets, key=draft.widget("sheet", outline.sheet), width=320)
            if sheet != outline.sheet:
                draft.sheet, draft.header_line = sheet, None
                st.rerun()
        lines = dict(outline.lines[:_LINES_SHOWN])
        line = st.radio(
            _("Line with the headers"),
            list(dict.fromkeys([*lines, outline.header_line])),
            format_func=lambda line: f"{line}\u2003{plain(_shortened(lines.get(line, ())))}",
            key=draft.widget(f"line-{outline.sheet}", outline.header_line),
        )
        if line != outline.header_line:
            draft.header_line = line
            st.rerun()


def show(draft: Draft, outline: Outline) -> None:
    """Draws every column of the table, with the choice of what it means."""
    of_kind = draft.kind or Kind.ORDERS
    needed = REQUIRED[of_kind]
    options = ["", *needed, *(column for column in columns_of(of_kind) if column not in needed)]

    def written(canonical: str) -> str:
        if not canonical:
            return _("Leave out")
        name = _(mapping_words.name_of(of_kind, canonical))
        return _("{name} — needed").replace("{name}", name) if canonical in needed else name

    with st.container(key="sv-map-columns", gap=None):
        for place, column in enumerate(outline.columns):
            # A place of the table is a widget of its own under each kind and each line of headers.
            name = f"column-{of_kind.value}-{outline.sheet}-{outline.header_line}-{place}"
            key = draft.widget(name, mapping_draft.meaning_of(draft, column))
            state = "said" if st.session_state[key] else "left"
            with st.container(key=f"sv-map-{state}-{place}"):
                left, right = st.columns([5, 6], gap="medium")
                with left:
                    draw(_column(column, seen=outline.rows > 0))
                with right:
                    chosen = st.selectbox(
                        _("What “{header}” means").replace("{header}", column.name),
                        options,
                        format_func=written,
                        key=key,
                        label_visibility="collapsed",
                    )
                    if chosen:
                        draw(tag("p", _(mapping_words.sentence_of(of_kind, chosen)), cls="sv-small"))
            draft.columns[of_kind, folded(column.name)] = chosen


def needs(draft: Draft, outline: Outline) -> Markup:
    """What such a table needs, and which column of it each is said to be."""
    of_kind = draft.kind or Kind.ORDERS
    wanted: list[tuple[str, tuple[str, ...]]] = [
        (mapping_words.name_of(of_kind, canonical), (canonical,)) for canonical in REQUIRED[of_kind]
    ]
    if of_kind is Kind.ORDERS:
        wanted.append((N_("Money"), mapping_draft.AMOUNTS))
    lines = []
    for name, canonicals in wanted:
        headers = [column.name for column in outline.columns if mapping_draft.meaning_of(draft, column) in canonicals]
        mark, cls = (MARKS["good"], "sv-good") if headers else (MARKS["caution"], "sv-caution")
        said = ", ".join(headers) if headers else _("not said yet")
        lines.append(
            tag("li", tag("span", mark, cls="sv-mark"), " ", tag("b", _(name)), " ", tag("span", said), cls=cls)
        )
    return tag("ul", *lines, cls="sv-map-needs")


def _column(column: TableColumn, *, seen: bool) -> Markup:
    samples = [tag("li", sample) for sample in column.samples] or [tag("li", _("no values"))]
    return tag("div", tag("b", column.name), tag("ul", join(samples)) if seen else None, cls="sv-map-column")


def _shortened(cells: tuple[str, ...]) -> str:
    shown = [cell.strip()[:_CELL_SHOWN] for cell in cells if cell.strip()]
    more = " …" if len(shown) > 6 else ""
    return " · ".join(shown[:6]) + more
