"""What came of the last thing that was done with the settings, said once when the screen is drawn next."""

from __future__ import annotations

import streamlit as st

from dashboard.domain.phrase import Phrase
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.tone import MARKS

_SAID = "sv-settings-said"


def say_next(phrase: Phrase) -> None:
    """Has something said when the screen is drawn next."""
    st.session_state[_SAID] = phrase


def said_last() -> None:
    """Draws what was to be said, once."""
    last: Phrase | None = st.session_state.pop(_SAID, None)
    if last is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(last), cls="sv-done sv-good", role="status"))
