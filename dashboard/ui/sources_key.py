"""The key of Google Sheets: whom to share with, how to get a key, and giving, replacing or removing it."""

from __future__ import annotations

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Day, say
from dashboard.i18n import _
from dashboard.sources.keys import LARGEST, Account, Keys
from dashboard.ui import failure, section, session
from dashboard.ui.markup import draw, said, tag

_ROUND = "sv-key-round"


def account() -> Account | None:
    """Whose key is kept; None where none is, or where it cannot be read, which is said."""
    try:
        return Keys(session.workspace()).account()
    except SverkaError as error:
        failure.show(error)
        return None


def show(viewer: Viewer, kept: Account | None) -> None:
    """Draws the key's state, and for an owner the ways to change it: it serves all clients."""
    if kept is None:
        section.show(
            _("First, a key"),
            _(
                "Sverka reads sheets as a service account of Google’s: an address of its own, with which people share "
                "what it may see. One key serves all clients, and is given once."
            ),
        )
        if viewer.is_owner:
            _steps()
            _give()
        else:
            draw(tag("p", _("An owner of the workspace gives the key."), cls="sv-noted"))
        return
    section.show(_("The key"), _("One key serves all clients. It is kept on the server and never shown again."))
    draw(tag("p", _("Share each sheet with this address, to view:"), cls="sv-small"))
    st.code(kept.email, language=None, wrap_lines=True)
    draw(tag("p", said(say("Given on {day}.", day=Day(kept.given_at.date()))), cls="sv-small"))
    if viewer.is_owner:
        with st.expander(_("Another key, or none")):
            _steps()
            _give()
            _remove()


def _steps() -> None:
    draw(
        tag(
            "ol",
            *(
                tag("li", text)
                for text in (
                    _("Open console.cloud.google.com, make a project, and switch the Google Sheets API on in it."),
                    _("Under IAM & Admin → Service accounts create an account. It needs no roles."),
                    _("In the account open Keys → Add key → Create new key → JSON. Google saves a file."),
                    _("Give that file here, and delete it from your computer afterwards."),
                )
            ),
            cls="sv-steps",
        )
    )


def _give() -> None:
    place = st.session_state.get(_ROUND, 0)
    with st.form(f"sv-key-{place}", border=False):
        file = st.file_uploader(_("The key’s JSON file"), type=["json"], key=f"sv-key-file-{place}", max_upload_size=1)
        pasted = st.text_input(
            _("Or its text, pasted whole"), type="password", key=f"sv-key-text-{place}", autocomplete="off", width=480
        )
        if not st.form_submit_button(_("Try and keep the key"), key="sv-key-give"):
            return
    viewer = session.require_owner("sources")
    given = file.getvalue()[: LARGEST + 1].decode("utf-8-sig", errors="replace") if file else pasted
    try:
        with st.spinner(_("Asking Google")):
            Keys(session.workspace()).give(given, by=session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    finally:
        del given
    _anew()


def _remove() -> None:
    with st.popover(_("Remove the key")):
        st.write(_("Sheets are refreshed no more until another key is given. What they brought stays."))
        if st.button(_("Remove it"), key="sv-key-remove", type="primary"):
            viewer = session.require_owner("sources")
            Keys(session.workspace()).remove(by=session.name_of(viewer))
            _anew()


def _anew() -> None:
    """Draws the page again, with fields that hold nothing of what was given."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()
