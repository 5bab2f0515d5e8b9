"""Uploading: dropped files are read and compared, held until a person agrees, and only then taken in."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import intake
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Day, Phrase, say
from dashboard.domain.reading import Outcome
from dashboard.i18n import _, current
from dashboard.intake import Mapping, Offered, load_mapping
from dashboard.ui import failure, session
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.tone import MARKS
from dashboard.warehouse.records import ImportRecord

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

KINDS = ["csv", "tsv", "txt", "xlsx", "xls", "parquet", "zip", "toml"]
_HELD = "sv-held"
_DONE = "sv-done"
_SAVED = "sv-saved"
_ROUND = "sv-upload-round"


@dataclass(frozen=True)
class Held:
    """A dropped file that was read, waiting for a person's word; `error` where it could not be dealt with at all."""

    file: str
    key: str
    offered: Offered | None
    error: SverkaError | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether there is something to take in that would change anything."""
        offered = self.offered
        return offered is not None and offered.preview is not None and not offered.preview.changes_nothing


@dataclass(frozen=True)
class Done:
    """What came of one file."""

    file: str
    record: ImportRecord | None
    error: SverkaError | None = None


def drop(viewer: Viewer) -> list[Held]:
    """Draws the place to drop files; gives what was read of those that lie there now."""
    client = session.client_of(viewer).slug
    dropped = st.file_uploader(
        _("Drop the exports here, as the platforms gave them"),
        type=KINDS,
        accept_multiple_files=True,
        key=f"sv-upload-{client}-{st.session_state.get(_ROUND, 0)}",
        help=_(
            "CSV, TSV, XLSX, XLS, Parquet, or a ZIP of these. "
            "A .toml file among them is the mapping for tables that are not recognised."
        ),
    )
    held: dict[str, list[Held]] = st.session_state.setdefault(_HELD, {})
    mapping_files = [file for file in dropped if file.name.lower().endswith(".toml")]
    wanted = {_key(client, file, mapping_files): file for file in dropped if file not in mapping_files}
    for gone in [key for key in held if key not in wanted]:
        for one in held.pop(gone):
            _discard(one)
    mapping = _mapping(mapping_files)
    for key, file in wanted.items():
        if key not in held:
            with st.spinner(_("Reading {file}").replace("{file}", file.name)):
                held[key] = _read(client, key, file, mapping)
    return [one for key in wanted for one in held[key]]


def take(viewer: Viewer, held: Sequence[Held]) -> None:
    """Takes the files in, one after the other, each by itself, and keeps what came of them for the next run."""
    client = session.client_of(viewer).slug
    done: list[Done] = []
    progress = st.progress(0.0)
    for place, one in enumerate(held):
        progress.progress(place / len(held), _("Adding {file}").replace("{file}", one.file))
        done.append(_take(client, one, viewer))
        _discard(one)
    st.session_state[_DONE] = done
    st.session_state[_HELD] = {}
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def last_done() -> list[Done]:
    """What came of the files that were added last in this tab."""
    done: list[Done] = st.session_state.get(_DONE, [])
    return done


def undo(viewer: Viewer, import_id: int) -> None:
    """Takes an import back, and shows the page anew."""
    try:
        with session.namespace(viewer).store() as store:
            store.undo(import_id, by=_who(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_DONE] = []
    st.rerun()


def rate_form(viewer: Viewer, own_currency: str) -> None:
    """Lets people type a day's rate; what was typed stays until it is saved."""
    saved: Phrase | None = st.session_state.pop(_SAVED, None)
    with (
        st.expander(_("Daily rates of other currencies"), expanded=saved is not None),
        st.form("sv-rate", border=False),
    ):
        if saved is not None:
            draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(saved), cls="sv-done sv-good"))
        day = st.date_input(_("Day"), format="DD.MM.YYYY" if current().code == "ru" else "YYYY-MM-DD")
        currency = st.text_input(_("Currency"), placeholder="USD", max_chars=3)
        rate = st.text_input(_("What one unit costs, in {currency}").replace("{currency}", own_currency))
        if not st.form_submit_button(_("Save the rate")):
            return
        _save_rate(viewer, day, currency.strip().upper(), rate)


def _save_rate(viewer: Viewer, day: object, currency: str, text: str) -> None:
    written = text.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not (len(currency) == 3 and currency.isalpha() and isinstance(day, date)):
        st.error(_("A currency is three letters, such as USD. Nothing was saved."))
        return
    if not written.replace(".", "", 1).isdigit():
        st.error(_("“{text}” is not a number. Nothing was saved.").replace("{text}", text))
        return
    try:
        with session.namespace(viewer).store() as store:
            store.save_rate(day, currency, Decimal(written), by=_who(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_SAVED] = say("Saved: {day}, {currency} = {rate}.", day=Day(day), currency=currency, rate=written)
    st.rerun()


def _read(client: str, key: str, file: UploadedFile, mapping: Mapping | None) -> list[Held]:
    """What a dropped file holds: one, or as many as are in a ZIP. Each stands or falls alone."""
    # Written to disk first: reading works on files, and the widget's copy in memory is then the only one there.
    with tempfile.TemporaryDirectory(prefix="dropped-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(file.getbuffer())
        try:
            parts = intake.unpacked(path, file.name, Path(folder))
        except SverkaError as error:
            return [Held(file.name, key, None, error)]
        return [_read_part(client, f"{key}-{number}", part, mapping) for number, part in enumerate(parts)]


def _read_part(client: str, key: str, part: intake.Part, mapping: Mapping | None) -> Held:
    workspace = session.workspace()
    try:
        offered = intake.offer(workspace, client, part.path, name=part.name)
        if mapping is not None and offered.reading.outcome is Outcome.NEEDS_MAPPING:
            offered.discard()
            offered = intake.offer(workspace, client, part.path, name=part.name, mapping=mapping)
    except SverkaError as error:
        return Held(part.name, key, None, error)
    return Held(part.name, key, offered)


def _take(client: str, one: Held, viewer: Viewer) -> Done:
    if one.offered is None:
        return Done(one.file, None, one.error)
    try:
        return Done(one.file, intake.accept(session.workspace(), client, one.offered, by=_who(viewer)))
    except SverkaError as error:
        return Done(one.file, None, error)


def _mapping(files: Sequence[UploadedFile]) -> Mapping | None:
    if not files:
        return None
    with tempfile.TemporaryDirectory(prefix="mapping-") as folder:
        path = Path(folder) / "mapping.toml"
        path.write_bytes(files[-1].getbuffer())
        try:
            return load_mapping(path)
        except SverkaError as error:
            failure.show(error)
            return None


def _key(client: str, file: UploadedFile, mapping_files: Sequence[UploadedFile]) -> str:
    marks = [client, file.file_id, *(mapping.file_id for mapping in mapping_files)]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def _discard(held: Held) -> None:
    if held.offered is not None:
        held.offered.discard()


def _who(viewer: Viewer) -> str:
    return f"agency session {viewer.session}"
