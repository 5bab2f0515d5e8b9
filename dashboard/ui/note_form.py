"""The form for a note on a month: the agency writes its own and the client's, a link that may write, the client's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

import streamlit as st

from dashboard import ledger
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.i18n import LANGUAGES, Language, _, current
from dashboard.ui import failure, session
from dashboard.ui.note import AGENCY, CLIENT

_LONGEST = 4000


class Note(Protocol):
    """What somebody wrote about a month."""

    @property
    def author(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def next_steps(self) -> str: ...


def show(viewer: Viewer, screen: str, month: date, notes: Iterable[Note]) -> None:
    """Draws the form for whoever may write; what was typed stays in it until it is saved."""
    authors = [AGENCY, CLIENT] if session.may_write(viewer) else [CLIENT]
    if not _may_note(viewer, screen):
        return
    known = tuple(notes)
    title = _("Write the note of this month") if AGENCY in authors else _("Write your note on this month")
    with st.expander(title, key="sv-note-write"):
        author = authors[0]
        if len(authors) > 1:
            author = st.segmented_control(
                _("Whose note"),
                authors,
                default=AGENCY,
                format_func=_,
                key=f"sv-note-author-{month}-{current().code}",
                required=True,
            )
        kept = by_author(known, author)
        with st.form(f"note-{month}-{author}", border=False):
            text = st.text_area(_("What happened"), kept.text if kept else "", max_chars=_LONGEST, height=160)
            steps = st.text_area(_("What comes next"), kept.next_steps if kept else "", max_chars=_LONGEST, height=110)
            if st.form_submit_button(_("Save the note")):
                _save(screen, month, author, kept, (text.strip(), steps.strip()))


def by_author(notes: Iterable[Note], author: str) -> Note | None:
    """The note of the agency or of the client, which may have come in by a file in either language."""
    names = {Language(code).gettext(author) for code in LANGUAGES}
    return next((note for note in notes if note.author in names), None)


def _save(screen: str, month: date, author: str, kept: Note | None, written: tuple[str, str]) -> None:
    viewer = session.require_writing(screen) if author == AGENCY else session.require(screen)
    if not _may_note(viewer, screen):
        session.closed()
    if written == ((kept.text, kept.next_steps) if kept else ("", "")):
        return
    name = kept.author if kept else author
    client = session.client_of(viewer).slug
    try:
        ledger.write_note(session.workspace(), client, month, (name, *written), by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.rerun()


def _may_note(viewer: Viewer, screen: str) -> bool:
    return viewer.may_note(session.client_of(viewer).slug, screen)
