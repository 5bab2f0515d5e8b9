"""What Streamlit runs for each viewer: who looks, in which language, at which screens. No data."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.access.screens import AGENCY_SCREENS
from dashboard.domain.phrase import N_
from dashboard.i18n import _
from dashboard.ui import session

PAGES = Path(__file__).resolve().parent.parent / "pages"
TITLES = {
    "campaigns": N_("Campaigns"),
    "channels": N_("Channels"),
    "summary": N_("Summary"),
    "year_over_year": N_("Year over year"),
    "upload": N_("Upload"),
}

viewer = session.viewer()
session.use_language(viewer)
screens = session.screens_of(viewer) if viewer else ()
pages = [
    st.Page(
        PAGES / ("agency" if key in AGENCY_SCREENS else "client") / f"{key}.py",
        title=_(TITLES[key]),
        url_path=key,
    )
    for key in screens
]


def door() -> None:
    """Where an address leads that names no screen of the viewer: on to their first screen, or to a closed door."""
    if not pages:
        session.closed()
    st.switch_page(pages[0], query_params=st.query_params.to_dict())


# Called before anything is drawn, also for strangers: without it Streamlit would look for screens by itself.
home = st.Page(door, title="Sverka", url_path="closed", default=True, visibility="hidden")
page = st.navigation([home, *pages], position="top")
st.set_page_config(page_title=f"{page.title} · Sverka" if viewer else "Sverka", layout="wide")
page.run()
