"""What the values of statuses and marks mean: each beside how many rows have it, decided by a person."""

from __future__ import annotations

import streamlit as st

from dashboard.domain.canonical import Kind
from dashboard.i18n import _, current, ngettext
from dashboard.mappings import Outline, TableColumn
from dashboard.ui import mapping_draft, mapping_words, section
from dashboard.ui.mapping_draft import Draft
from dashboard.ui.markup import Markup, draw, tag


def show(draft: Draft, outline: Outline) -> None:
    """Draws the rules for values; nothing where no column has any."""
    chosen = mapping_draft.chosen_values(draft, outline)
    if not chosen:
        return
    section.show(
        _("What the values mean"),
        _("A value that a later file has and this one has not is named before that file is added."),
    )
    for place, (column, meanings) in enumerate(chosen):
        with st.container(key=f"sv-map-values-{place}", gap="small"):
            _column(draft, column, meanings, place)


def _column(draft: Draft, column: TableColumn, meanings: tuple[str, ...], place: int) -> None:
    kind = draft.kind or Kind.ORDERS
    canonical = mapping_draft.meaning_of(draft, column)
    unsaid = mapping_words.unsaid(kind, canonical)
    draw(tag("div", tag("h3", column.name), tag("p", _(unsaid), cls="sv-small"), cls="sv-map-rule"))
    for number, (word, count) in enumerate(column.values):
        left, right = st.columns([5, 6], gap="medium", vertical_alignment="center")
        with left:
            draw(_value(word, count))
        with right:
            said = draft.values.get((kind, meanings, word), "")
            name = f"value-{kind.value}-{canonical}-{place}-{number}-{word}"
            meaning = st.segmented_control(
                _("What “{value}” means").replace("{value}", word),
                meanings,
                format_func=lambda meaning: _(mapping_words.MEANINGS[meaning]),
                key=draft.widget(name, said or None),
                label_visibility="collapsed",
            )
            draft.values[kind, meanings, word] = meaning or ""


def _value(word: str, count: int) -> Markup:
    rows = ngettext("{count} row", "{count} rows", count).replace("{count}", current().number(count))
    said = [tag("b", word[:1].upper() + word[1:]), " ", tag("span", rows, cls="sv-small") if count else None]
    return tag("p", *said, cls="sv-map-value")
