"""What a person has said so far of a table: kept apart from the widgets, so that no rerun and no language loses it."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from dashboard import mappings
from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import Phrase, Term, say
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.i18n import current
from dashboard.mappings import REQUIRED, VALUES, Look, Mapping, Option, Outline, TableColumn
from dashboard.ui import mapping_words

_DRAFTS = "sv-mapping-drafts"
AMOUNTS = ("revenue", "unit_price", "order_total", "refunded")


@dataclass
class Draft:
    """The draft of one mapping. `key` tells it from others of this tab; `standing` is what is being corrected."""

    key: str
    file: str = ""
    standing: SavedMapping | None = None
    name: str = ""
    kind: Kind | None = None
    sheet: str = ""
    header_line: int | None = None
    columns: dict[tuple[Kind, str], str] = field(default_factory=dict)  # kind, folded header → canonical column or ''
    values: dict[tuple[Kind, tuple[str, ...], str], str] = field(default_factory=dict)  # …, meanings, word → meaning
    options: dict[str, Option] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of the mapping that is being corrected

    def widget(self, name: str, value: object) -> str:
        """The key of a widget that shows `value` when it is first drawn, in this language or after another."""
        key = f"sv-mapping-{self.key}-{current().code}-{name}"
        if key not in st.session_state:
            st.session_state[key] = value
        return key


def of(key: str, file: str = "", standing: SavedMapping | None = None) -> Draft:
    """The draft of that key in this tab, begun if there is none: empty, or with what a saved mapping says."""
    drafts: dict[str, Draft] = st.session_state.setdefault(_DRAFTS, {})
    if key not in drafts:
        drafts[key] = Draft(key, file)
        if standing is not None:
            fill(drafts[key], standing)
    return drafts[key]


def drop(draft: Draft) -> None:
    """Forgets a draft."""
    drafts: dict[str, Draft] = st.session_state.setdefault(_DRAFTS, {})
    drafts.pop(draft.key, None)


def fill(draft: Draft, standing: SavedMapping) -> None:
    """Begins a draft with what a saved mapping says. Raises SettingsInvalid where a newer program wrote it."""
    mapping = mappings.parsed(standing.contents, standing.name)
    kind = mapping.kind
    draft.standing, draft.name, draft.kind = standing, standing.name, kind
    draft.sheet, draft.header_line = mapping.sheet, mapping.header_line
    for column, headers in mapping.columns.items():
        for header in headers:
            draft.columns[kind, mappings.folded(header)] = column
    draft.options = dict(mapping.options)
    draft.words = dict(mapping.words)
    for meanings in VALUES.get(kind, {}).values():
        for meaning in meanings:
            for word in mapping.words.get(meaning, ()):
                draft.values[kind, meanings, word] = meaning


def outline_of(mapping: Mapping) -> Outline:
    """The table that a mapping tells of, as far as the mapping alone shows it."""
    columns = []
    for header in mapping.headers:
        column = next(name for name, headers in mapping.columns.items() if header in headers)
        meanings = VALUES.get(mapping.kind, {}).get(column, ())
        words = tuple((word, 0) for meaning in meanings for word in mapping.words.get(meaning, ()))
        columns.append(TableColumn(header, Look.TEXT, (), words))
    return Outline((), "", (), mapping.header_line or 1, tuple(columns), 0, whole=True)


def guess(draft: Draft, outline: Outline) -> None:
    """Fills what the person has not said with guesses; says again nothing that they have said."""
    if draft.kind is None:
        draft.kind = mappings.guessed_kind([column.guessed_from for column in outline.columns])
    kind = draft.kind
    told = {header for of_kind, header in draft.columns if of_kind is kind}
    if draft.standing is None or kind is not mappings.parsed(draft.standing.contents, "").kind:
        guessed = mappings.guessed_columns([column.guessed_from for column in outline.columns], kind)
    else:
        guessed = {}
    taken = {column for (of_kind, _), column in draft.columns.items() if of_kind is kind and column}
    for place, column in enumerate(outline.columns):
        header = mappings.folded(column.name)
        if header not in told:
            found = guessed.get(place, "")
            draft.columns[kind, header] = "" if found in taken else found
    for column, meanings in chosen_values(draft, outline):
        canonical = meaning_of(draft, column)
        for word, _ in column.values:
            if (kind, meanings, word) not in draft.values:
                draft.values[kind, meanings, word] = mappings.guessed_meaning(kind, canonical, word) or ""


def meaning_of(draft: Draft, column: TableColumn) -> str:
    """The canonical column that a column of the table is said to be; '' for none."""
    return draft.columns.get((draft.kind or Kind.ORDERS, mappings.folded(column.name)), "")


def chosen_values(draft: Draft, outline: Outline) -> list[tuple[TableColumn, tuple[str, ...]]]:
    """The columns whose values a person says the meaning of, with the meanings there are, each set once per word."""
    rules = VALUES.get(draft.kind or Kind.ORDERS, {})
    return [
        (column, rules[canonical])
        for column in outline.columns
        if (canonical := meaning_of(draft, column)) in rules and column.values
    ]


def missing(draft: Draft, outline: Outline) -> list[str]:
    """The needed canonical columns that no column of the table is said to be."""
    there = {meaning_of(draft, column) for column in outline.columns}
    return [column for column in REQUIRED[draft.kind or Kind.ORDERS] if column not in there]


def problems(draft: Draft, outline: Outline) -> list[Phrase]:
    """What keeps the table from being read, in the person's words."""
    kind = draft.kind or Kind.ORDERS
    names = tuple(Term(mapping_words.name_of(kind, column)) for column in missing(draft, outline))
    found = [say("Not said yet: {columns}.", columns=names)] if names else []
    there = [meaning_of(draft, column) for column in outline.columns]
    if kind is Kind.ORDERS and not set(there) & set(AMOUNTS):
        amounts = tuple(Term(mapping_words.name_of(kind, column)) for column in AMOUNTS[:3])
        found.append(say("Say which column has the money: {columns}.", columns=amounts))
    if there.count("spend") > 1:
        found.append(say("Two columns cannot both be the spend: choose the one without value-added tax."))
    return found


def mapping(draft: Draft, outline: Outline) -> Mapping:
    """The mapping that the draft says. It can be read by only where there are no `problems`."""
    kind = draft.kind or Kind.ORDERS
    columns: dict[str, tuple[str, ...]] = {}
    for column in outline.columns:
        canonical = meaning_of(draft, column)
        if canonical:
            columns[canonical] = (*columns.get(canonical, ()), column.name)
    words = {key: list(held) for key, held in draft.words.items()}
    for column, meanings in chosen_values(draft, outline):
        for word, _ in column.values:
            said = draft.values.get((kind, meanings, word), "")
            for meaning in meanings:
                held = words.setdefault(meaning, [])
                if word in held:
                    held.remove(word)
            if said:
                words[said].append(word)
    options = {key: value for key, value in draft.options.items() if value not in ("", None)}
    return Mapping(kind, columns, options, {key: tuple(held) for key, held in words.items() if held})
