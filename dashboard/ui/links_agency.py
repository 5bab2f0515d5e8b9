"""What a reader is told whose link does not open: the agency's name, and whom to ask."""

from __future__ import annotations

import streamlit as st

from dashboard.access import agency
from dashboard.access.agency import LONGEST, Agency
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.i18n import _
from dashboard.ui import failure, section, session
from dashboard.ui.markup import draw, tag


def show(viewer: Viewer) -> None:
    """Draws what is told, and for an owner the fields to change it."""
    known = agency.of(session.workspace().access)
    section.show(
        _("Whom your readers ask"),
        _("Whoever opens a link that is closed, wrong or over reads this, and so does whoever gets one in a chat."),
    )
    if not viewer.is_owner:
        told = " · ".join(filter(None, (known.name, known.contact)))
        draw(tag("p", told or _("Nothing is said yet."), cls="sv-facts"))
        return
    with st.form("sv-agency-named", border=False):
        name = st.text_input(_("The agency’s name"), known.name, max_chars=LONGEST, width=420)
        contact = st.text_input(
            _("Whom to ask, and how"),
            known.contact,
            max_chars=LONGEST,
            width=420,
            placeholder=_("a name with a phone or an e-mail"),
        )
        if st.form_submit_button(_("Save"), key="sv-agency-save"):
            _save(Agency(name, contact))


def _save(wanted: Agency) -> None:
    now = session.require_owner("links")
    try:
        agency.save(session.workspace().access, wanted, by=session.name_of(now))
    except SverkaError as error:
        failure.show(error)
        return
    st.rerun()
