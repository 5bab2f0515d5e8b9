"""What Streamlit runs for each viewer: who looks, in which language, at which screens. No data."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.access.screens import AGENCY_SCREENS
from dashboard.domain.phrase import N_
from dashboard.i18n import _
from dashboard.ui import frame, live, media, session

PAGES = Path(__file__).resolve().parent.parent / "pages"
TITLES = {
    "campaigns": N_("Campaigns"),
    "channels": N_("Channels"),
    "summary": N_("Summary"),
    "year_over_year": N_("Year over year"),
    "health": N_("Health"),
    "upload": N_("Upload"),
    "imports": N_("Imports"),
    "mapping": N_("Own tables"),
    "names": N_("Names"),
    "sources": N_("Sources"),
    "links": N_("Links"),
    "settings": N_("Settings"),
    "people": N_("People"),
    "audit": N_("Record"),
    "account": N_("Your account"),
}

session.begin()
viewer = session.viewer()
client = session.settle(viewer)
frame.choose_language(session.language_of(viewer, client))
screens = [
    frame.Screen(
        key,
        TITLES[key],
        st.Page(
            PAGES / ("agency" if key in AGENCY_SCREENS else "client") / f"{key}.py",
            title=_(TITLES[key]),
            url_path=key,
        ),
    )
    for key in (session.screens_of(viewer) if viewer else ())
]


def door() -> None:
    """Where an address leads that names no screen of the viewer: on to their first screen, or to a closed door."""
    if not screens:
        session.closed()
    st.switch_page(screens[0].page, query_params=st.query_params.to_dict())


# Called before anything is drawn, also for strangers: without it Streamlit would look for screens by itself.
home = st.Page(door, title="Sverka", url_path="closed", default=True, visibility="hidden")
page = st.navigation([home, *(screen.page for screen in screens)], position="hidden")
st.set_page_config(page_title=f"{page.title} · Sverka" if screens else "Sverka", layout="wide")
frame.show(
    screens,
    client=client.name if client else "",
    current_key=page.url_path,
    clients=[(known.slug, known.name) for known in session.clients_of(viewer)] if viewer and client else [],
    accent=session.accent_of(viewer) if viewer and client else "",
    logo=session.logo_of(viewer) if viewer and client else "",
    person=session.person_of(viewer) if viewer else None,
)
media.drawn_for(viewer, client.slug if client else "", page.url_path)
if viewer:
    live.watch()
page.run()
