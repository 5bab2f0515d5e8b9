"""A page that renews itself when new data land, and closes when its viewer may see it no more."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

from dashboard.ui import session

LOOK_EVERY_SECONDS = 20


class Versioned(Protocol):
    """What has a data version that is cheap to ask."""

    def version(self) -> int:
        """The number of the newest snapshot."""


def watch() -> None:
    """Looks now and then whether the viewer may still see what is drawn, and draws the page again when that changed.

    What was taken away goes from a tab that nobody touches, and the page says why.
    """
    drawn = session.standing()

    @st.fragment(run_every=LOOK_EVERY_SECONDS)
    def look() -> None:
        if session.standing() != drawn:
            st.rerun()

    look()


def refresh(namespace: Versioned) -> None:
    """Looks for a newer snapshot now and then, and draws the page again when there is one."""
    drawn = namespace.version()

    @st.fragment(run_every=LOOK_EVERY_SECONDS)
    def look() -> None:
        if namespace.version() != drawn:
            st.rerun()

    look()
