"""The people of the agency: who they are, what they may, where they are signed in, and ending it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from dashboard.access import entries, people, second_factor, signed_in
from dashboard.access.people import Person
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import say
from dashboard.i18n import _, current
from dashboard.ui import failure, imports_list, people_forms, section, session, sign_ins, told_once
from dashboard.ui.markup import Markup, draw, said, tag


def show(viewer: Viewer) -> None:
    """Draws everybody, the form of an invitation, and the rule for all."""
    told_once.show()
    store = session.workspace().access
    waiting = entries.waiting(store, "invitation")
    for person in people.all(store):
        with st.container(key=f"sv-person-{person.id}"):
            draw(_head(person, viewer, waiting))
            _actions(viewer, person, waiting)
    section.show(
        _("Invite somebody"),
        _("You get an address to pass on; nothing is mailed. By it they choose a password: once, within seven days."),
    )
    people_forms.invite()
    _rule(people.all(store))


def _head(person: Person, viewer: Viewer, waiting: Mapping[str, datetime]) -> Markup:
    parts = [person.email]
    if person.clients is not None:
        parts.append(current().listed(people_forms.names_of(person.clients)) or _("no client yet"))
    if person.hears_recordings:
        parts.append(_("hears recordings"))
    if person.has_second_factor:
        parts.append(_("second factor"))
    parts.append(_came(person, waiting))
    mine = tag("span", _("you"), cls="sv-tag") if person.id == viewer.person else None
    role = tag("span", _(session.ROLES[person.role]), cls="sv-tag")
    return tag(
        "section", tag("h3", person.name, role, mine), tag("p", " · ".join(parts), cls="sv-facts"), cls="sv-file"
    )


def _came(person: Person, waiting: Mapping[str, datetime]) -> str:
    seen = signed_in.of(session.workspace().access, person.id)
    if seen:
        return said(say("seen {moment}", moment=sign_ins.moment(seen[0]))) or ""
    if person.id in waiting:
        until = imports_list.moment(waiting[person.id], session.timezone())
        return said(say("invited, the address is good until {moment}", moment=until)) or ""
    return _("signed in nowhere") if person.has_password else _("has no password yet")


def _actions(viewer: Viewer, person: Person, waiting: Mapping[str, datetime]) -> None:
    with st.container(horizontal=True, gap="small", key=f"sv-person-actions-{person.id}"):
        with st.popover(_("Role and clients")):
            people_forms.change(person)
        if person.id in waiting or not person.has_password:
            _invitation(person, withdraws=person.id in waiting)
        else:
            with st.popover(_("New password")):
                _reset(person)
        with st.popover(_("Sign-ins")):
            sign_ins.show(viewer, person.id, "people")
        with st.popover(_("End access")):
            _end(person)


def _invitation(person: Person, *, withdraws: bool) -> None:
    if st.button(_("New invitation"), key=f"sv-renew-{person.id}"):
        _address(person, "invitation")
    if withdraws and st.button(_("Withdraw the invitation"), key=f"sv-withdraw-{person.id}"):
        people_forms.withdraw(person)


def _reset(person: Person) -> None:
    st.write(_("You get an address to pass on, good once, for a day. The old password is good until then."))
    if st.button(_("Make the address"), key=f"sv-reset-{person.id}", type="primary"):
        _address(person, "reset")
    if person.has_second_factor:
        st.write(_("Is the phone lost? Then take the second factor away; they set up another in their account."))
        if st.button(_("Take the second factor away"), key=f"sv-factor-{person.id}"):
            people_forms.done(
                lambda by: second_factor.remove(session.workspace().access, person.id, by, session.came_from())
            )


def _address(person: Person, kind: entries.Kind) -> None:
    by = session.name_of(session.require_owner("people"))
    try:
        token = entries.issue(
            session.workspace().access, by, kind=kind, person=person.id, came_from=session.came_from()
        )
    except SverkaError as error:
        failure.show(error)
        return
    told_once.show_next(people_forms.pass_on(person.name, kind), token)
    st.rerun()


def _end(person: Person) -> None:
    st.write(
        _(
            "They are signed out everywhere at once and cannot come back. What they did stays in the record. "
            "Links that they made go on opening: look through them."
        )
    )
    if st.button(_("End access"), key=f"sv-end-person-{person.id}", type="primary"):
        people_forms.done(lambda by: people.end(session.workspace().access, person.id, by, session.came_from()))


def _rule(known: tuple[Person, ...]) -> None:
    store = session.workspace().access
    required = second_factor.is_required(store)
    without = [person.name for person in known if person.has_password and not person.has_second_factor]
    section.show(
        _("Second factor"),
        _("A code of an app beside the password, so that a stolen password alone opens nothing."),
    )
    state = _("Required of everybody who signs in with a password.") if required else _("Left to each person.")
    draw(tag("p", tag("b", state), cls="sv-noted"))
    if without:
        draw(tag("p", said(say("Without one: {names}.", names=tuple(without))), cls="sv-small"))
    if not required:
        draw(tag("p", _("Whoever has none sets it up at their next sign-in, before anything opens."), cls="sv-small"))
    label = _("Leave it to each person") if required else _("Require it of everybody")
    if st.button(label, key="sv-factor-rule"):
        people_forms.done(lambda by: second_factor.require(store, not required, by, session.came_from()))
