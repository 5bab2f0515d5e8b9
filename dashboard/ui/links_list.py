"""The links of a client: what each gives, how it stands and is used; and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.access import links, moments
from dashboard.access.link import Link, State
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Day, Phrase, say, say_n
from dashboard.i18n import _
from dashboard.ui import failure, links_fields, links_shown, links_words, reporting, section, session, verdict
from dashboard.ui.markup import draw, said, tag
from dashboard.ui.tone import MARKS

_SAID = "sv-link-said"
_TURN = "sv-link-list-turn"


def answer(viewer: Viewer) -> None:
    """Draws, in a sentence, how many links are open, and what was done just now."""
    known = _of(viewer)
    verdict.show(_sentence(viewer, known), "caution" if any(_ends(link) for link in known) else "plain")
    done: Phrase | None = st.session_state.pop(_SAID, None)
    if done is not None:
        draw(tag("p", tag("span", MARKS["good"], cls="sv-mark"), " ", said(done), cls="sv-done sv-good", role="status"))


def show(viewer: Viewer) -> None:
    """Draws the links, the dead ones folded away below."""
    known = _of(viewer)
    alive = [link for link in known if link.state() not in links_words.DEAD]
    dead = [link for link in known if link.state() in links_words.DEAD]
    if alive:
        section.show(_("Links that open"))
        for link in alive:
            with st.container(key=f"sv-link-one-{link.public_id}"):
                _one(viewer, link)
    if dead:
        with st.expander(said(say_n("{count} closed link", "{count} closed links", len(dead))) or ""):
            for link in dead:
                _one(viewer, link)


def _of(viewer: Viewer) -> tuple[Link, ...]:
    return links.of_client(session.workspace().access, session.client_of(viewer).slug)


def _ends(link: Link) -> bool:
    return link.state() in (State.ENDS_SOON, State.USED_UP)


def _sentence(viewer: Viewer, known: Sequence[Link]) -> Phrase:
    alive = [link for link in known if link.state() not in links_words.DEAD]
    if not alive:
        return say("No link is open: nobody outside the agency sees this client’s figures.")
    told = say_n("{count} link is open.", "{count} links are open.", len(alive))
    soon = [link for link in alive if link.state() is State.ENDS_SOON]
    if not soon:
        return told
    timezone = session.warehouse(viewer).profile.timezone
    first = min(links_words.last_day(link.expires_at, timezone) for link in soon)
    ends = say_n("One ends on {day}.", "{count} end soon, the first on {day}.", len(soon), day=Day(first))
    return say("{told} {ends}", told=told, ends=ends)


def _one(viewer: Viewer, link: Link) -> None:
    timezone = session.warehouse(viewer).profile.timezone
    tone = links_words.TONES[link.state()]
    mark = tag("span", MARKS[tone], cls="sv-mark") if MARKS[tone] else None
    told = said(links_words.state(link, timezone))
    standing = tag("span", mark, " " if mark else None, told, cls=f"sv-small sv-{tone}")
    draw(
        tag(
            "section",
            tag("h3", link.note or _("without a note"), " ", standing),
            tag("p", links_words.gives(link.options), cls="sv-gives"),
            tag("p", f"{links_words.use(link, timezone)} · {link.public_id}", cls="sv-facts"),
            cls="sv-file sv-link",
        )
    )
    if link.revoked_at or not session.may_write(viewer):
        return
    key = f"{link.public_id}-{st.session_state.get(_TURN, 0)}"
    with st.container(horizontal=True, gap="small", key=f"sv-link-does-{link.public_id}"):
        if link.state() in (State.ENDS_SOON, State.EXPIRED):
            more = said(say_n("{count} more day", "{count} more days", links.DAYS)) or ""
            if st.button(more, type="primary", key=f"sv-link-extend-{key}"):
                _extend(viewer, link)
        changing = st.popover(_("Change it"), key=f"sv-link-change-{key}", on_change="rerun")
        if changing.open:  # the fields of fifty links would take their time to draw
            with changing:
                _change(viewer, link, key, timezone)
        with st.popover(_("New address"), key=f"sv-link-rotate-{key}"):
            draw(
                tag(
                    "p",
                    _("The old address dies at once, also where it is open. Everybody needs the new one."),
                    cls="sv-small",
                )
            )
            if st.button(_("Give it a new address"), type="primary", key=f"sv-link-rotate-yes-{key}"):
                _rotate(link)
        with st.popover(_("Revoke"), key=f"sv-link-revoke-{key}"):
            draw(tag("p", _("It closes for good, also where it is open, and cannot be opened again."), cls="sv-small"))
            if st.button(_("Revoke the link"), type="primary", key=f"sv-link-revoke-yes-{key}"):
                _revoke(link)


def _change(viewer: Viewer, link: Link, key: str, timezone: str) -> None:
    today = reporting.today(viewer)
    standing = links_words.last_day(link.expires_at, timezone)
    wanted = links_fields.ask(
        f"sv-link-edit-{key}",
        link.options,
        until=max(standing, today),
        today=today,
        timezone=timezone,
        has_password=link.has_password,
    )
    draw(tag("p", _("What it no longer gives closes where it is open, within seconds."), cls="sv-small"))
    if not st.button(_("Save"), type="primary", key=f"sv-link-save-{key}", disabled=not wanted.options.screens):
        return
    now = session.require_writing("links")
    try:
        links.edit(
            session.workspace().access,
            session.client_of(now).slug,
            link.public_id,
            wanted.options,
            until=wanted.until if links_words.last_day(wanted.until, timezone) != standing else None,
            password=wanted.password,
            by=session.name_of(now),
        )
    except SverkaError as error:
        failure.show(error)
        return
    _say_next(say("The link is changed. Its address is the same."))


def _extend(viewer: Viewer, link: Link) -> None:
    now = session.require_writing("links")
    until = moments.end_of(links_fields.usual_end(reporting.today(viewer)), session.warehouse(now).profile.timezone)
    try:
        links.extend(
            session.workspace().access, session.client_of(now).slug, link.public_id, until, by=session.name_of(now)
        )
    except SverkaError as error:
        failure.show(error)
        return
    _say_next(say("The link opens until {day}.", day=Day(links_fields.usual_end(reporting.today(viewer)))))


def _rotate(link: Link) -> None:
    now = session.require_writing("links")
    client = session.client_of(now).slug
    try:
        made = links.rotate(session.workspace().access, client, link.public_id, by=session.name_of(now))
    except SverkaError as error:
        failure.show(error)
        return
    links_shown.keep(client, made)
    _say_next(say("The old address is dead."))


def _revoke(link: Link) -> None:
    now = session.require_writing("links")
    client = session.client_of(now).slug
    links.revoke(session.workspace().access, link.public_id, by=session.name_of(now), client=client)
    _say_next(say("The link is revoked. Whoever has it open sees nothing within seconds."))


def _say_next(phrase: Phrase) -> None:
    st.session_state[_SAID] = phrase
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1  # an open popover belongs to what was
    st.rerun()
