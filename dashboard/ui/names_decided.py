"""What was decided about names: by whom and when, to be taken back, and what was taken back already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import names
from dashboard.access.viewer import Viewer
from dashboard.domain.channels import CHANNELS
from dashboard.domain.errors import SverkaError
from dashboard.domain.naming import NameDecision
from dashboard.domain.phrase import Money, Phrase, say
from dashboard.i18n import _, current
from dashboard.reports.names import Met, Names
from dashboard.ui import failure, names_screen, people, section, session
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.tone import MARKS

ON_A_PAGE = 20


def show(viewer: Viewer) -> None:
    """Draws the decisions in force, the newest first, and below them those that were taken back."""
    found = names_screen.read(viewer)
    if not found.decisions:
        return
    zone = ZoneInfo(found.profile.timezone)
    section.show(_("What was decided"), _("Taking a decision back brings every figure to what it was before."))
    if not found.in_force:
        draw(tag("p", _("Nothing is in force."), cls="sv-small"))
    for one in _shown(sorted(found.in_force, key=lambda one: one.number not in found.contested)):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"sv-decided-{one.number}"):
            draw(_told(one, _by(one.decided_at, one.decided_by, zone), _warning(found, one)))
            if st.button(_("Take back"), key=f"sv-names-back-{one.number}", help=one.name.text):
                _withdraw(one)
    if found.withdrawn:
        with st.expander(_("Taken back")):
            for one in found.withdrawn[:ON_A_PAGE]:
                draw(_told(one, _by(one.withdrawn_at or one.decided_at, one.withdrawn_by, zone)))


def _shown(decisions: Sequence[NameDecision]) -> Sequence[NameDecision]:
    if len(decisions) <= ON_A_PAGE:
        return decisions
    asked = st.text_input(
        _("Find a name"),
        key="sv-names-find-decided",
        placeholder=_("Find a name"),
        label_visibility="collapsed",
        width=280,
    )
    words = asked.casefold().split()
    return [one for one in decisions if all(word in f"{one.name.text} {one.meaning}".casefold() for word in words)][
        :ON_A_PAGE
    ]


def _warning(found: Names, one: NameDecision) -> Markup | None:
    met: Met | None = found.contested.get(one.number)
    if met is None:
        return None
    spend = Money(met.spend, found.profile.currency, short=True)
    phrase = say(
        "It has ads of its own by now, {amount} of spend, yet its leads stand with “{meaning}”. If it is another "
        "campaign, take the decision back.",
        amount=spend,
        meaning=one.meaning,
    )
    return tag("span", tag("span", MARKS["caution"], cls="sv-mark"), " ", said(phrase), cls="sv-small sv-caution")


def _told(one: NameDecision, by: Phrase, warning: Markup | None = None) -> Markup:
    where = [_(CHANNELS[one.name.channel].label)] if one.name.channel else [_("product")]
    meaning = one.meaning or _("one of its own")
    return tag(
        "p",
        tag("b", one.name.text),
        " → ",
        meaning,
        tag("br"),
        tag("span", " · ".join([*where, said(by) or ""]), cls="sv-small"),
        tag("br") if warning else None,
        warning,
        cls="sv-decided",
    )


def _by(at: datetime, who: str, zone: ZoneInfo) -> Phrase:
    local = at.astimezone(zone)
    when = f"{current().day(local.date(), short=True)}, {local:%H:%M}"
    return say("{when} by {who}", when=when, who=people.name_of(who))


def _withdraw(one: NameDecision) -> None:
    viewer = session.require_writing("names")
    try:
        with st.spinner(_("Bringing the figures back")):
            names.withdraw(session.workspace(), session.client_of(viewer).slug, one.number, session.name_of(viewer))
    except SverkaError as error:
        failure.show(error)
        return
    names_screen.say_next(say("“{name}” stands on its own row again.", name=one.name.text))
    st.rerun()
