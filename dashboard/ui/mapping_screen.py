"""The mapping screen: a table that is not known, told column by column; and the mappings that were saved."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import mappings
from dashboard.access.viewer import Viewer
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import say
from dashboard.domain.reading import Outcome
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.i18n import _
from dashboard.i18n.figures import currencies
from dashboard.mappings import Outline
from dashboard.ui import (
    empty,
    failure,
    frame,
    mapping_columns,
    mapping_draft,
    mapping_options,
    mapping_preview,
    mapping_saved,
    mapping_values,
    section,
    session,
    upload,
)
from dashboard.ui.mapping_draft import Draft
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.plain import plain
from dashboard.uploads.held import HeldFile

_OUTLINES = "sv-mapping-outlines"
_USUAL_CURRENCIES = ("RUB", "USD", "EUR", "KZT", "BYN", "UAH", "GBP")
FILE_PARAM = "file"
MAPPING_PARAM = "mapping"


def show(viewer: Viewer) -> None:
    """Draws the table that the address names, else the saved mapping that it names, else all saved mappings."""
    held = _held(viewer, st.query_params.get(FILE_PARAM))
    standing = _standing(viewer, st.query_params.get(MAPPING_PARAM))
    if held is not None:
        _of_file(viewer, held, standing)
    elif standing is not None:
        _of_saved(viewer, standing)
    else:
        section.show(
            _("Tables that you have explained"),
            _("A file that has the headers of one of these is read by it, whatever their order, case and company."),
        )
        mapping_saved.said_last()
        mapping_saved.show(viewer)


def _of_file(viewer: Viewer, held: HeldFile, standing: SavedMapping | None) -> None:
    client = session.client_of(viewer).slug
    draft = mapping_draft.of(f"{client}-{held.key}", held.file, standing)
    outline = _outline(client, held, draft)
    if outline is None:
        empty.show(_("This file cannot be read as a table"), _("Go back to Upload: it says why."))
        return
    section.show(
        _("Say what the columns of “{file}” are").replace("{file}", plain(held.file)),
        _("Most of it is guessed already: look it over. Nothing is added before you agree to it on Upload."),
    )
    _start_from(viewer, draft, standing)
    _told(draft, outline, session.warehouse(viewer).profile)
    problems = mapping_draft.problems(draft, outline)
    ready = False
    if problems:
        section.show(_("How the rows will be kept"))
        draw(tag("ul", *(tag("li", said(problem)) for problem in problems), cls="sv-messages"))
    else:
        tried = mapping_preview.show(draft, held, client, mapping_draft.mapping(draft, outline))
        ready = tried.reading.outcome in (Outcome.READABLE, Outcome.ASKS)
    _save(draft, outline, held, ready=ready)


def _of_saved(viewer: Viewer, standing: SavedMapping) -> None:
    client = session.client_of(viewer).slug
    draft = mapping_draft.of(f"{client}-saved-{standing.number}-{standing.version}", "", standing)
    outline = mapping_draft.outline_of(mappings.parsed(standing.contents, standing.name))
    section.show(
        _("Correct “{name}”").replace("{name}", standing.name),
        _("To see its rows, drop a file of this layout on Upload."),
    )
    _told(draft, outline, session.warehouse(viewer).profile)
    problems = mapping_draft.problems(draft, outline)
    if problems:
        draw(tag("ul", *(tag("li", said(problem)) for problem in problems), cls="sv-messages"))
    _save(draft, outline, None, ready=not problems)


def _told(draft: Draft, outline: Outline, profile: ClientProfile) -> None:
    """Everything that a person says of the table; each part sees what the one above it says in this same run."""
    mapping_draft.guess(draft, outline)
    mapping_columns.kind(draft)
    mapping_draft.guess(draft, outline)
    mapping_columns.header(draft, outline)
    needs = st.container(key="sv-map-needed")
    mapping_columns.show(draft, outline)
    with needs:
        draw(mapping_columns.needs(draft, outline))
    mapping_draft.guess(draft, outline)
    mapping_values.show(draft, outline)
    usual = dict.fromkeys([profile.currency, *_USUAL_CURRENCIES])
    mapping_options.show(draft, [*usual, *sorted(currencies() - set(usual))])


def _start_from(viewer: Viewer, draft: Draft, standing: SavedMapping | None) -> None:
    """Lets the person begin with a saved mapping instead of the guesses: a layout that changed, say."""
    known = session.warehouse(viewer).mappings()
    if not known:
        return
    names = {one.number: one for one in known}
    chosen = st.selectbox(
        _("Begin with"),
        [0, *names],
        format_func=lambda number: names[number].name if number else _("guesses"),
        key=draft.widget("begin", standing.number if standing else 0),
        width=320,
    )
    now = draft.standing.number if draft.standing else 0
    if chosen != now:
        mapping_draft.drop(draft)
        if chosen:
            st.query_params[MAPPING_PARAM] = str(chosen)
        else:
            st.query_params.pop(MAPPING_PARAM, None)
        st.rerun()


def _save(draft: Draft, outline: Outline, held: HeldFile | None, *, ready: bool) -> None:
    section.show(
        _("Save it for the next files"),
        _("The next file with these headers is then recognised at once, also with more columns or in another order."),
    )
    draft.name = st.text_input(
        _("Name of this table"),
        key=draft.widget("name", draft.name or Path(draft.file).stem[:80]),
        max_chars=80,
        width=480,
    )
    label = _("Save and go back to Upload") if held else _("Save")
    if st.button(label, type="primary", key="sv-map-save", disabled=not ready):
        _keep(draft, outline, held)
    if st.button(_("Back without saving"), type="tertiary", key="sv-map-back"):
        _leave(held)


def _keep(draft: Draft, outline: Outline, held: HeldFile | None) -> None:
    # The source's name stays when the mapping is renamed: its rows are known by it.
    if draft.kind in mapping_options.WITH_SOURCE:
        draft.options.setdefault("platform", " ".join(draft.name.split()))
    contents = mappings.written(mapping_draft.mapping(draft, outline))
    number = draft.standing.number if draft.standing else None
    viewer = session.require_writing("mapping")
    try:
        with session.namespace(viewer).store() as store:
            store.mappings.save(draft.name, contents, session.name_of(viewer), number)
    except SverkaError as error:
        failure.show(error)
        return
    mapping_draft.drop(draft)
    mapping_saved.say_next(say("“{name}” is saved.", name=draft.name))
    if held is not None:
        upload.desk().read_again(held)
    _leave(held)


def _leave(held: HeldFile | None) -> None:
    for param in (FILE_PARAM, MAPPING_PARAM):
        st.query_params.pop(param, None)
    if held is None:
        st.rerun()
    frame.turn_to("upload")


def _held(viewer: Viewer, key: str | None) -> HeldFile | None:
    return next((one for one in upload.held(viewer) if one.key == key), None) if key else None


def _standing(viewer: Viewer, number: str | None) -> SavedMapping | None:
    known = session.warehouse(viewer).mappings() if number else ()
    return next((one for one in known if str(one.number) == number), None)


def _outline(client: str, held: HeldFile, draft: Draft) -> Outline | None:
    signature = (client, held.key, draft.sheet, draft.header_line)
    kept: dict[object, Outline | None] = st.session_state.setdefault(_OUTLINES, {})
    if signature not in kept:
        kept.clear()
        with st.spinner(_("Reading {file}").replace("{file}", plain(held.file))):
            kept[signature] = mappings.outlined(
                session.workspace(),
                client,
                held.arrived.path,
                held.file,
                sheet=draft.sheet,
                header_line=draft.header_line,
            )
    return kept[signature]
