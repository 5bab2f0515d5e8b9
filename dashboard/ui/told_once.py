"""What was done, said once; and an address that is shown until its reader has passed it on."""

from __future__ import annotations

import streamlit as st

from dashboard import settings
from dashboard.domain.phrase import Phrase
from dashboard.i18n import _
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.tone import MARKS

_SAID, _SHOWN = "sv-told-said", "sv-told-shown"


def say_next(phrase: Phrase) -> None:
    """Has something said when the screen is drawn next."""
    st.session_state[_SAID] = phrase


def show_next(phrase: Phrase, token: str) -> None:
    """Has the one-time address of a token shown from the next drawing on; the phrase says for whom it is."""
    st.session_state[_SHOWN] = (phrase, f"{settings.address()}/enter/{token}")


def show() -> None:
    """Draws what waits to be said or shown."""
    done: Phrase | None = st.session_state.pop(_SAID, None)
    if done is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(done), cls="sv-done sv-good", role="status"))
    shown: tuple[Phrase, str] | None = st.session_state.get(_SHOWN)
    if shown is None:
        return
    with st.container(border=True, key="sv-address"):
        draw(tag("p", said(shown[0]), cls="sv-noted"))
        st.code(shown[1], language=None, wrap_lines=True)
        if st.button(_("I have passed it on"), key="sv-address-passed", type="primary"):
            del st.session_state[_SHOWN]
            st.rerun()
