"""A new link: for whom, and then what such a reader usually needs, to be changed or made as it is."""

from __future__ import annotations

import streamlit as st

from dashboard.access import links
from dashboard.access.link import Options
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.period_policy import ANY_DAYS, Published
from dashboard.domain.phrase import N_
from dashboard.i18n import _
from dashboard.ui import failure, links_fields, links_shown, links_words, reporting, section, session
from dashboard.ui.markup import draw, tag

_OTHER = "other"
READERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "marketing": (N_("Marketing manager"), ("campaigns",)),
    "budget": (N_("Budget owner"), ("channels", "summary")),
    "owner": (N_("Business owner"), ("summary", "year_over_year")),
    _OTHER: (N_("Somebody else"), ()),
}
_TURN = "sv-link-turn"


def show(viewer: Viewer) -> None:
    """Draws the form; a button makes the link and shows its address, this once."""
    if not session.may_write(viewer):
        return
    section.show(
        _("A new link"),
        _("Choose who it is for: the rest is filled in as such a reader usually needs it."),
    )
    turn = st.session_state.get(_TURN, 0)
    with st.container(key="sv-link-new"):
        reader = (
            st.pills(
                _("Who it is for"),
                list(READERS),
                default="marketing",
                format_func=lambda key: _(READERS[key][0]),
                key=f"sv-link-reader-{turn}",
                label_visibility="collapsed",
            )
            or _OTHER
        )
        profile = session.warehouse(viewer).profile
        today = reporting.today(viewer)
        wanted = links_fields.ask(
            f"sv-link-{session.client_of(viewer).slug}-{reader}-{turn}",
            _usual(viewer, reader, profile.language),
            until=links_fields.usual_end(today),
            today=today,
            timezone=profile.timezone,
            folded=_("Screens, days, language, end, password"),
        )
        promise = links_words.promise(
            wanted.options, wanted.until, profile.timezone, has_password=bool(wanted.password)
        )
        draw(tag("p", promise, cls="sv-gives"))
        if st.button(_("Make the link"), type="primary", key="sv-link-make", disabled=not wanted.options.screens):
            _make(wanted)


def _usual(viewer: Viewer, reader: str, language: str) -> Options:
    """What such a reader usually gets. An owner reads months that were published, once there are any."""
    published = any(month.withdrawn_at is None for month in session.warehouse(viewer).months())
    period = Published() if reader == "owner" and published else ANY_DAYS
    return Options(READERS[reader][1], period, language or None)


def _make(wanted: links_fields.Wanted) -> None:
    now = session.require_writing("links")
    client = session.client_of(now)
    try:
        made = links.add(
            session.workspace().access,
            client=client.slug,
            screens=wanted.options.screens,
            period=wanted.options.period,
            language=wanted.options.language,
            until=wanted.until,
            password=wanted.password or "",
            most_opens=wanted.options.most_opens,
            note=wanted.options.note,
            writes_notes=wanted.options.writes_notes,
            by=session.name_of(now),
        )
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    links_shown.keep(client.slug, made)
    st.rerun()
