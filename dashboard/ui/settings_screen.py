"""A client's settings: read, changed as a draft, shown with what it moves, and only then saved."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from dashboard import settings
from dashboard.access.viewer import Viewer
from dashboard.client_settings import changing, logo
from dashboard.client_settings.changing import Draft, Preview
from dashboard.domain.errors import SettingsChangedMeanwhile, SettingsInvalid, SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import _
from dashboard.ui import (
    failure,
    reporting,
    session,
    settings_form,
    settings_history,
    settings_preview,
    settings_reading,
)
from dashboard.ui.ages import source_name
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.settings_said import said_last, say_next
from dashboard.warehouse.records import SettingsVersion

_STATE = "sv-settings"


@dataclass
class _Editing:
    """One tab's draft of one client: the version it began from, what stood in the fields, and what was last shown."""

    client: str
    base: SettingsVersion
    at_first: dict[str, Any]
    round: int = 0
    touched: frozenset[str] = frozenset()
    drafted: Draft | None = None
    shown: Preview | None = None
    problem: Phrase | None = None

    def begin(self, base: SettingsVersion, at_first: Mapping[str, Any]) -> None:
        """Starts the fields anew over a version."""
        self.base, self.at_first, self.round = base, dict(at_first), self.round + 1
        self.drafted = self.shown = None


def show(viewer: Viewer) -> None:
    """Draws the settings, what a draft of them changes, and their history."""
    client = session.client_of(viewer)
    warehouse = session.warehouse(viewer)
    versions = warehouse.settings_versions()
    sources = _sources(viewer)
    editing = _editing(client.slug, versions[0], [key for key, _label in sources])
    locked = not session.may_write(viewer)
    said_last()
    fields = settings_form.Fields(f"sv-set-{client.slug}-{editing.round}", editing.at_first, locked=locked)
    sent, without = settings_form.draw_fields(
        fields, editing.base.profile, sources, has_amounts=bool(reporting.sources(viewer))
    )
    if not locked:
        _draft(editing, fields, sent, without=without)
    settings_history.show(viewer, versions)


def _sources(viewer: Viewer) -> list[tuple[str, str]]:
    """The sources that have data, as keys of the agreed ages, with their names."""
    found = {
        f"{one.kind.removesuffix('_period')}/{one.platform}": source_name(one) for one in reporting.sources(viewer)
    }
    return sorted(found.items(), key=lambda one: one[1].casefold())


def _editing(slug: str, newest: SettingsVersion, sources: Sequence[str]) -> _Editing:
    editing: _Editing | None = st.session_state.get(_STATE)
    if editing is None or editing.client != slug:
        editing = _Editing(slug, newest, settings_reading.filled(newest.profile, sources))
        st.session_state[_STATE] = editing
    elif editing.base.number != newest.number and not editing.touched:
        editing.begin(newest, settings_reading.filled(newest.profile, sources))
    return editing


def _draft(editing: _Editing, fields: settings_form.Fields, sent: bytes | None, *, without: bool) -> None:
    profile = editing.base.profile
    picture, wanted = None, settings_reading.wanted(fields.typed, profile, None)
    if sent is not None:
        try:
            picture = logo.made(sent)
        except SverkaError as error:
            wanted.problems["logo"] = error.phrase
    since = None
    if settings_reading.is_dated(wanted.settings):
        since = _since(fields, profile.timezone)
        wanted = settings_reading.wanted(fields.typed, profile, since)
    if picture is not None or without:
        sha256 = hashlib.sha256(picture).hexdigest() if picture is not None else ""
        if sha256 != profile.logo:
            wanted.settings["logo"] = sha256
    editing.touched = frozenset(wanted.settings) | frozenset(wanted.problems)
    draft = Draft(editing.base.number, wanted.settings, since, picture)
    if draft != editing.drafted:
        editing.shown = None
    if editing.problem is not None:
        failure.show(SettingsInvalid(editing.problem))
        editing.problem = None
    for phrase in wanted.problems.values():
        draw(tag("p", said(phrase), cls="sv-done sv-bad", role="alert"))
    if editing.shown is not None:
        settings_preview.show(editing.shown, profile.currency)
    _buttons(editing, draft, fields, may_look=bool(wanted.settings) and not wanted.problems)


def _since(fields: settings_form.Fields, timezone: str) -> date | None:
    """Asks from when the new values hold; None: for all days."""
    options = {
        True: _("from a day on; the days before keep what they had"),
        False: _("for all days, because it was wrong"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="sv-set-since"):
        from_day = st.radio(
            _("What is changed here holds"), list(options), format_func=options.__getitem__, key=fields.key("dated")
        )
        if not from_day:
            return None
        first = settings.today(timezone).replace(day=1)
        return st.date_input(
            _("From"), first, key=fields.key("since"), width=180, format="YYYY-MM-DD",
            help=_("A fee holds for whole months: from the first of this day’s month."),
        )  # fmt: skip


def _buttons(editing: _Editing, draft: Draft, fields: settings_form.Fields, *, may_look: bool) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="sv-set-buttons"):
        if editing.shown is None:
            looked = st.button(_("See what changes"), key="sv-set-look", type="primary", disabled=not may_look)
            if not may_look and not editing.touched:
                draw(tag("p", _("Nothing is changed yet."), cls="sv-small"))
        else:
            looked = False
            if st.button(_("Save"), key="sv-set-save", type="primary"):
                _save(editing, draft, fields)
        if editing.touched and st.button(_("Put back what was"), key="sv-set-drop", type="tertiary"):
            _renew(editing, {})
            st.rerun()
    if looked:
        _look(editing, draft, fields)


def _look(editing: _Editing, draft: Draft, fields: settings_form.Fields) -> None:
    session.require_writing("settings")
    try:
        with st.spinner(_("Counting what changes")):
            editing.shown = changing.preview(session.workspace(), editing.client, draft)
            editing.drafted = draft
    except SettingsChangedMeanwhile as error:
        _meanwhile(editing, fields, error)
    except SverkaError as error:
        editing.problem = error.phrase
    st.rerun()


def _save(editing: _Editing, draft: Draft, fields: settings_form.Fields) -> None:
    viewer = session.require_writing("settings")
    try:
        with st.spinner(_("Saving, and making the figures anew")):
            changing.save(session.workspace(), editing.client, draft, session.name_of(viewer))
    except SettingsChangedMeanwhile as error:
        _meanwhile(editing, fields, error)
        st.rerun()
    except SverkaError as error:
        editing.problem = error.phrase
        st.rerun()
    say_next(say("The settings are saved. Every open page shows the new figures by itself."))
    editing.touched = frozenset()
    _renew(editing, {})
    st.rerun()


def _meanwhile(editing: _Editing, fields: settings_form.Fields, error: SettingsChangedMeanwhile) -> None:
    """Goes on over the version that somebody saved meanwhile; what was typed here stays in its fields."""
    own = {name: typed for name, typed in fields.typed.items() if typed != editing.at_first.get(name)}
    _renew(editing, own)
    editing.problem = error.phrase


def _renew(editing: _Editing, own: Mapping[str, Any]) -> None:
    newest = changing.history(session.workspace(), editing.client)[0]
    sources = [
        name.removeprefix(settings_reading.AGE) for name in editing.at_first if name.startswith(settings_reading.AGE)
    ]
    editing.begin(newest, {**settings_reading.filled(newest.profile, sources), **own})
