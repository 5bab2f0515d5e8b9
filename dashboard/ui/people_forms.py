"""What an owner fills in about somebody: the invitation, and another role or other clients."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from dashboard.access import accounts, people
from dashboard.access.people import ROLES, Person
from dashboard.access.viewer import Role
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import N_, Phrase, say
from dashboard.i18n import _
from dashboard.ui import failure, session, told_once
from dashboard.ui.markup import draw, tag

Change = Callable[[str], object]
"""What changes something; it is given who does it, as the record names them."""

_ROUND = "sv-invite-round"
_MAY: dict[Role, str] = {
    "owner": N_("Everything, for all clients: people, the record, keys and settings too."),
    "manager": N_("Adds data, makes links and changes settings, for the clients chosen."),
    "analyst": N_("Reads the reports, health and imports of the clients chosen; changes nothing."),
}


def invite() -> None:
    """Draws the form of an invitation; what was typed stays where it cannot be made."""
    place = f"new-{st.session_state.get(_ROUND, 0)}"
    name = st.text_input(_("Name and surname"), key=f"sv-name-{place}", max_chars=120, autocomplete="off", width=360)
    email = st.text_input(_("E-mail address"), key=f"sv-email-{place}", max_chars=250, autocomplete="off", width=360)
    role, clients, hears = _what("analyst", (), False, place)
    if not st.button(_("Invite"), key=f"sv-invite-{place}", type="primary"):
        return
    by = session.name_of(session.require_owner("people"))
    try:
        person, token = accounts.invite(
            session.workspace().access,
            email=email,
            name=name,
            role=role,
            clients=clients,
            hears_recordings=hears,
            by=by,
            came_from=session.came_from(),
        )
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    told_once.show_next(pass_on(person.name, "invitation"), token)
    st.rerun()


def change(person: Person) -> None:
    """Draws what a person may, to be changed."""
    role, clients, hears = _what(person.role, person.clients or (), person.hears_recordings, person.id)
    if st.button(_("Save"), key=f"sv-save-{person.id}", type="primary"):
        done(
            lambda by: people.change(
                session.workspace().access,
                person.id,
                name=person.name,
                role=role,
                clients=clients,
                hears_recordings=hears,
                by=by,
                came_from=session.came_from(),
            )
        )


def withdraw(person: Person) -> None:
    """Takes a person's invitation back."""
    done(lambda by: accounts.withdraw(session.workspace().access, person.id, by, session.came_from()))


def done(change: Change) -> None:
    """Asks whether this is an owner still, changes it, and draws the screen anew; or says why it could not be done."""
    by = session.name_of(session.require_owner("people"))
    try:
        change(by)
    except SverkaError as error:
        failure.show(error)
        return
    told_once.say_next(say("Done: it holds from now on."))
    st.rerun()


def pass_on(name: str, kind: str) -> Phrase:
    """What to do with an address that was just made for somebody."""
    if kind == "invitation":
        return say("Pass this address on to {name}. It is good once, for seven days, and not shown again.", name=name)
    return say("Pass this address on to {name}. It is good once, for a day, and not shown again.", name=name)


def names_of(slugs: Iterable[str]) -> list[str]:
    """Clients by their names."""
    names = {client.slug: client.name for client in session.workspace().clients()}
    return [names.get(slug, slug) for slug in slugs]


def _what(role: Role, clients: tuple[str, ...], hears: bool, place: str) -> tuple[Role, list[str], bool]:
    chosen = st.selectbox(
        _("Role"),
        ROLES,
        index=ROLES.index(role),
        format_func=lambda one: _(session.ROLES[one]),
        key=f"sv-role-{place}",
        width=360,
    )
    draw(tag("p", _(_MAY[chosen]), cls="sv-small"))
    theirs: list[str] = []
    if chosen != "owner":
        names = {client.slug: client.name for client in session.workspace().clients()}
        theirs = st.multiselect(
            _("Clients"),
            list(names),
            default=[slug for slug in clients if slug in names],
            format_func=lambda slug: names[slug],
            placeholder=_("Choose"),
            key=f"sv-clients-{place}",
            width=480,
        )
    listens = st.checkbox(_("Hears recordings of calls"), value=hears, key=f"sv-hears-{place}")
    return chosen, theirs, listens
