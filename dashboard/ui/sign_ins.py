"""Where a person is signed in, and ending it there."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from dashboard.access import signed_in
from dashboard.access.signed_in import SignIn
from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import say
from dashboard.i18n import _
from dashboard.ui import devices, imports_list, session, told_once
from dashboard.ui.markup import Markup, draw, said, tag

Screen = Literal["people", "account"]


def show(viewer: Viewer, person: str, screen: Screen) -> None:
    """Draws the sessions of a person, each with a button that ends it: an owner any, everybody else their own."""
    store = session.workspace().access
    found = signed_in.of(store, person)
    if not found:
        draw(tag("p", _("Signed in nowhere."), cls="sv-noted"))
        return
    for one in found:
        own = one.session == viewer.session
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"sv-signed-in-{one.session}"):
            draw(_told(one, own))
            if not own and st.button(_("End"), key=f"sv-end-{one.session}"):
                _end(screen, person, one.session)
    others = [one for one in found if one.session != viewer.session]
    label = _("End all others") if len(others) < len(found) else _("End all")
    if len(others) > 1 and st.button(label, key=f"sv-end-all-{person}"):
        _end(screen, person)


def _end(screen: Screen, person: str, one: str = "") -> None:
    """Ends one session, or all but that of whoever asks, if they may do so now."""
    now = session.require_owner("people") if screen == "people" else session.require("account")
    person = person if now.is_owner else now.person
    store, by, where = session.workspace().access, session.name_of(now), session.came_from()
    if one:
        signed_in.end(store, person, one, by, where)
        told_once.say_next(say("This sign-in has ended."))
    else:
        signed_in.end_all(store, person, by, now.session, where)
        told_once.say_next(say("These sign-ins have ended."))
    st.rerun()


def moment(at: SignIn) -> str:
    """When somebody was seen last, by the reader's own clock."""
    return imports_list.moment(at.last_seen, session.timezone())


def _told(one: SignIn, own: bool) -> Markup:
    since = imports_list.moment(one.since, session.timezone())
    parts = [one.came_from] if one.came_from else []
    parts.append(said(say("since {since}", since=since)) or "")
    parts.append(_("this browser") if own else said(say("seen {moment}", moment=moment(one))) or "")
    return tag("p", tag("b", devices.name_of(one.agent)), tag("span", " · ".join(parts)), cls="sv-sign-in")
