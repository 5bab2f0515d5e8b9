"""Every version of a client's settings: who saved it, what it changed, and the way back to an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.client_settings import changing
from dashboard.client_settings.changing import Preview
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Number, Phrase, say
from dashboard.i18n import _, current
from dashboard.ui import failure, section, session, settings_preview
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.people import name_of
from dashboard.ui.settings_said import say_next
from dashboard.warehouse.records import SettingsVersion

SHOWN = 10
_BACK = "sv-settings-back"


def show(viewer: Viewer, versions: Sequence[SettingsVersion]) -> None:
    """Draws the versions, the newest first; each but that one can be returned to."""
    section.show(
        _("History"), _("Every version is kept. Returning to one makes a new version of it; nothing is lost by it.")
    )
    asked: tuple[str, int, Preview] | None = st.session_state.get(_BACK)
    shown = list(versions) if st.session_state.get(f"{_BACK}-all") else list(versions)[:SHOWN]
    for place, version in enumerate(shown):
        older = versions[place + 1] if place + 1 < len(versions) else None
        with st.container(key=f"sv-set-version-{version.number}"):
            _one(version, older)
            if place and session.may_write(viewer):
                label = _("Return to it")
                if st.button(label, key=f"sv-set-back-{version.number}", type="tertiary", help=_title(version)):
                    _try(version.number)
            if asked is not None and asked[:2] == (session.client_of(viewer).slug, version.number):
                settings_preview.show(asked[2], version.profile.currency)
                with st.container(horizontal=True, gap="small"):
                    if st.button(_("Yes, return to it"), key=f"sv-set-back-yes-{version.number}", type="primary"):
                        _return(version.number)
                    if st.button(_("Leave it as it is"), key=f"sv-set-back-no-{version.number}", type="tertiary"):
                        st.session_state.pop(_BACK, None)
                        st.rerun()
    if len(versions) > len(shown) and st.button(_("Show all versions"), key="sv-set-history-all", type="tertiary"):
        st.session_state[f"{_BACK}-all"] = True
        st.rerun()


def _one(version: SettingsVersion, older: SettingsVersion | None) -> None:
    changes = changing.between(older, version)
    draw(
        tag(
            "section",
            tag("p", tag("b", _title(version)), " ", tag("span", said(_by(version)), cls="sv-small")),
            settings_preview.changes_list(changes, version.profile.currency) if changes else None,
        )
    )


def _title(version: SettingsVersion) -> str:
    return said(say("Version {number}", number=Number(version.number))) or ""


def _by(version: SettingsVersion) -> Phrase:
    at = version.saved_at.astimezone(ZoneInfo(version.profile.timezone))
    when = f"{current().day(at.date(), short=True)}, {at:%H:%M}"
    if version.restored is not None:
        return say(
            "{when}, {who}; returns to version {number}",
            when=when,
            who=name_of(version.saved_by),
            number=Number(version.restored),
        )
    return say("{when}, {who}", when=when, who=name_of(version.saved_by))


def _try(number: int) -> None:
    viewer = session.require_writing("settings")
    slug = session.client_of(viewer).slug
    try:
        with st.spinner(_("Counting what changes")):
            seen = changing.restoring(session.workspace(), slug, number)
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_BACK] = (slug, number, seen)
    st.rerun()


def _return(number: int) -> None:
    viewer = session.require_writing("settings")
    try:
        with st.spinner(_("Saving, and making the figures anew")):
            changing.restore(session.workspace(), session.client_of(viewer).slug, number, session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state.pop(_BACK, None)
    say_next(say("The settings are those of version {number} again.", number=Number(number)))
    st.rerun()
