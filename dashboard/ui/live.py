"""A page that renews itself when new data land."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

LOOK_EVERY_SECONDS = 20


class Versioned(Protocol):
    """What has a data version that is cheap to ask."""

    def version(self) -> int:
        """The number of the newest snapshot."""


def refresh(namespace: Versioned) -> None:
    """Looks for a newer snapshot now and then, and draws the page again when there is one."""
    drawn = namespace.version()

    @st.fragment(run_every=LOOK_EVERY_SECONDS)
    def look() -> None:
        if namespace.version() != drawn:
            st.rerun()

    look()
