"""The address of a link just made, the only time that it can be seen, and words to send with it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboard import settings
from dashboard.access import links
from dashboard.access.links import NewLink
from dashboard.access.viewer import Viewer
from dashboard.i18n import LANGUAGES, Language, _, current
from dashboard.ui import links_words, section, session

_SHOWN = "sv-link-shown"


@dataclass(frozen=True)
class _Shown:
    client: str
    public_id: str
    address: str


def keep(client: str, made: NewLink) -> None:
    """Has the address shown at the top of the screen until the person has it."""
    st.session_state[_SHOWN] = _Shown(client, made.public_id, f"{settings.address()}{made.path}")


def show(viewer: Viewer) -> None:
    """Draws the address and the message, each with its button to copy; nothing where none was made."""
    shown: _Shown | None = st.session_state.get(_SHOWN)
    if shown is None:
        return
    link = links.of_id(session.workspace().access, shown.client, shown.public_id)
    if link is None or link.revoked_at or shown.client != session.client_of(viewer).slug:
        del st.session_state[_SHOWN]
        return
    with st.container(key="sv-link-made"):
        section.show(
            _("The link is made"),
            _("Copy it now: it is shown this once, and nobody can look it up later. A new address can be given."),
        )
        st.code(shown.address, language=None, wrap_lines=True)
        until = links_words.last_day(link.expires_at, session.warehouse(viewer).profile.timezone)
        code = link.options.language
        language = Language(code) if code in LANGUAGES else current()
        section.show(_("Words to send with it"))
        message = links_words.message(shown.address, until, language, has_password=link.has_password)
        st.code(message, language=None, wrap_lines=True)
        st.button(_("I have it"), key="sv-link-have", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_SHOWN, None)
