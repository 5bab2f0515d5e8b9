"""Adding a sheet: its address, its tab, the same look at it as at an upload, and only then yes and a schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.domain.reading import Outcome
from dashboard.i18n import _
from dashboard.sources import sheets
from dashboard.sources.google_sheets import Document, Tab
from dashboard.sources.refresh import connect
from dashboard.sources.registry import Source
from dashboard.sources.schedule import Schedule
from dashboard.sources.sheet_address import SheetAddress, parse
from dashboard.sources.sheets import OfferedSheet
from dashboard.ui import failure, section, session, upload_questions, upload_report
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS

_LOOKED = "sv-sheet-looked"
_ADDED = "sv-sheet-added"
_ROUND = "sv-sheet-round"
DAILY, HOURLY, BY_HAND = "daily", "hourly", "hand"
MORNING = time(7, 30)


@dataclass
class _Looked:
    """The document that is looked at in this tab, and what was read of it."""

    client: str
    document: Document
    tab: int | None
    sheet: OfferedSheet | None = None
    again: Source | None = None

    def forget_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.offered.discard()
        self.sheet = None


def show(viewer: Viewer) -> None:
    """Draws the address field and, of what is looked at, its tabs, its preview and the way to say yes."""
    client = session.client_of(viewer)
    section.show(
        _("Add a sheet"),
        _("It is read and compared first, as an upload is. Nothing is written before you agree."),
    )
    added: Phrase | None = st.session_state.pop(_ADDED, None)
    if added is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(added), cls="sv-done sv-good"))
    with st.form(f"sv-sheet-{client.slug}-{st.session_state.get(_ROUND, 0)}", border=False):
        address = st.text_input(
            _("Address of the Google sheet"), placeholder="https://docs.google.com/spreadsheets/d/…", width=640
        )
        if st.form_submit_button(_("Open the sheet"), key="sv-sheet-open"):
            _forget()
            _open(client.slug, address)
    looked: _Looked | None = st.session_state.get(_LOOKED)
    if looked is not None and looked.client != client.slug:
        _forget()
    elif looked is not None and looked.again is None:
        _show_looked(viewer, looked)


def show_again(viewer: Viewer, source: Source) -> None:
    """Draws what is looked at, if it is this source that a person looks at again."""
    looked: _Looked | None = st.session_state.get(_LOOKED)
    if looked is not None and looked.again is not None and looked.again.id == source.id:
        _show_looked(viewer, looked)


def look_again(client: str, source: Source) -> None:
    """Opens a sheet that is no longer what was agreed, so that a person can agree to it as it is now."""
    _forget()
    _open(client, SheetAddress(source.document, source.tab).written(), again=source)


def choose_schedule(key: str, now: Schedule | None = None) -> Schedule:
    """Lets a person choose when a sheet is refreshed; times are the client's."""
    names = {
        DAILY: _("Each day at a time"),
        HOURLY: _("Every hour"),
        BY_HAND: _("Only by hand"),
    }
    standing = DAILY if now is None or now.at else HOURLY if now.hourly else BY_HAND
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            _("When to refresh it"),
            list(names),
            index=list(names).index(standing),
            format_func=names.__getitem__,
            key=f"{key}-when",
            width=300,
        )
        if chosen == DAILY:
            at = st.time_input(
                _("At, by the client’s clock"), now.at if now and now.at else MORNING, key=f"{key}-at", width=180
            )
            return Schedule(at=at.replace(second=0, microsecond=0) if at else MORNING)
    return Schedule(hourly=chosen == HOURLY)


def _open(client: str, address: str, again: Source | None = None) -> None:
    session.require_writing("sources")
    try:
        found = parse(address)
        with st.spinner(_("Asking Google")):
            document = connect(session.workspace()).document(found.document)
    except SverkaError as error:
        failure.show(error)
        return
    known = [tab.id for tab in document.tabs]
    tab = found.tab if found.tab in known else known[0] if len(known) == 1 else None
    st.session_state[_LOOKED] = _Looked(client, document, tab, again=again)


def _show_looked(viewer: Viewer, looked: _Looked) -> None:
    tabs = sorted(looked.document.tabs, key=lambda tab: not tab.visible)
    draw(tag("h3", looked.document.title, cls="sv-sheet-name"))
    chosen = st.selectbox(
        _("Tab"),
        tabs,
        index=next((place for place, tab in enumerate(tabs) if tab.id == looked.tab), None),
        format_func=_tab_name,
        placeholder=_("Choose the tab with the table"),
        key=f"sv-sheet-tab-{looked.document.id}",
        width=320,
    )
    if chosen is None:
        return
    if looked.sheet is None or looked.sheet.tab.id != chosen.id:
        looked.forget_sheet()
        _read(looked, chosen)
    if looked.sheet is None:
        return
    sheet = looked.sheet
    reading, key = sheet.offered.reading, f"sheet-{sheet.tab.id}"
    upload_report.show_offered(sheet.offered, key)
    if reading.outcome is Outcome.NEEDS_MAPPING:
        draw(
            tag(
                "p",
                _(
                    "Download this tab as CSV, drop it on “Upload” and say there once what its columns are. That is "
                    "found again by the headers: then open the sheet here anew."
                ),
                cls="sv-noted",
            )
        )
    if reading.outcome is Outcome.ASKS:
        given = upload_questions.asked(reading, key)
        if given is not None:
            looked.forget_sheet()
            _read(looked, chosen, {**sheet.answers, **given})
            st.rerun()
    _say_yes(viewer, looked, sheet)


def _tab_name(tab: Tab) -> str:
    return tab.title if tab.visible else _("{tab} (hidden)").replace("{tab}", tab.title)


def _read(looked: _Looked, tab: Tab, answers: dict[str, str] | None = None) -> None:
    session.require_writing("sources")
    try:
        with st.spinner(_("Reading {file}").replace("{file}", plain(tab.title))):
            google = connect(session.workspace())
            document = google.document(looked.document.id)
            tab = document.tab(tab.id)
            looked.sheet = sheets.offer(session.workspace(), looked.client, google, document, tab, answers)
    except SverkaError as error:
        failure.show(error)


def _say_yes(viewer: Viewer, looked: _Looked, sheet: OfferedSheet) -> None:
    client = session.client_of(viewer)
    schedule = Schedule()
    if sheet.can_be_agreed:
        schedule = choose_schedule("sv-sheet", looked.again.schedule if looked.again else None)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        label = _("Agree to it as it is now") if looked.again else _("Add for {client} and keep it fresh")
        yes = sheet.can_be_agreed and st.button(
            label.replace("{client}", client.name), type="primary", key="sv-sheet-yes"
        )
        no = st.button(_("Put it away"), key="sv-sheet-no", type="tertiary")
    if yes:
        _agree(looked, sheet, schedule)
    if no:
        _forget()
        st.rerun()


def _agree(looked: _Looked, sheet: OfferedSheet, schedule: Schedule) -> None:
    viewer = session.require_writing("sources")
    try:
        with st.spinner(_("Adding {file}").replace("{file}", plain(sheet.tab.title))):
            source, _record = sheets.agree(
                session.workspace(), looked.client, sheet, schedule, by=session.name_of(viewer)
            )
    except SverkaError as error:
        failure.show(error)
        return
    _forget()
    st.session_state[_ADDED] = say("“{sheet}” is in, and is one of the sources now.", sheet=source.name)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _forget() -> None:
    looked: _Looked | None = st.session_state.pop(_LOOKED, None)
    if looked is not None:
        looked.forget_sheet()
