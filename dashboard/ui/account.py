"""A person's own account: name, password, second factor, and where they are signed in."""

from __future__ import annotations

import streamlit as st

from dashboard.access import accounts, people
from dashboard.access.doors import attempts
from dashboard.access.people import Person
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SettingsInvalid, SverkaError
from dashboard.domain.phrase import say, say_n
from dashboard.i18n import _, current
from dashboard.ui import account_factor, failure, people_forms, section, session, sign_ins, told_once
from dashboard.ui.markup import draw, tag

_ROUND = "sv-password-round"
_TRIED = "own password"  # how the limit on trying calls what is tried here


def show(viewer: Viewer) -> None:
    """Draws the account of whoever looks."""
    person = people.of_id(session.workspace().access, viewer.person)
    if person is None:
        session.closed()
    told_once.show()
    draw(tag("p", _facts(person), cls="sv-facts"))
    _name(person)
    _password(person)
    account_factor.show(person)
    section.show(_("Where you are signed in"), _("End what you do not know, then change the password."))
    sign_ins.show(viewer, person.id, "account")
    draw(tag("p", tag("a", _("Sign out"), href="sign-out", target="_self"), cls="sv-sign-out"))


def _facts(person: Person) -> str:
    clients = _("all clients") if person.clients is None else current().listed(people_forms.names_of(person.clients))
    return " · ".join(part for part in (person.email, _(session.ROLES[person.role]), clients) if part)


def _name(person: Person) -> None:
    section.show(_("Your name"), _("So the others see you."))
    with st.form("sv-own-name", border=False):
        name = st.text_input(
            _("Your name"), person.name, max_chars=120, autocomplete="name", label_visibility="collapsed", width=360
        )
        if not st.form_submit_button(_("Save"), key="sv-own-name-save"):
            return
    now = session.require("account")
    try:
        people.rename(session.workspace().access, now.person, name, by=session.name_of(now))
    except SverkaError as error:
        failure.show(error)
        return
    told_once.say_next(say("Done: it holds from now on."))
    st.rerun()


def _password(person: Person) -> None:
    if not person.has_password:
        section.show(_("Password"), _("You have none. An owner of the workspace can make an address to choose one by."))
        return
    section.show(_("Password"), _("With another password all your other sign-ins end."))
    place = st.session_state.get(_ROUND, 0)
    with st.form(f"sv-own-password-{place}", border=False):
        old, new, again = (
            st.text_input(label, type="password", key=f"sv-{key}-{place}", autocomplete=kind, max_chars=200, width=360)
            for label, key, kind in (
                (_("Password now"), "old", "current-password"),
                (_("New password"), "new", "new-password"),
                (_("The same again"), "again", "new-password"),
            )
        )
        if not st.form_submit_button(_("Change the password"), key="sv-own-password-save"):
            return
    try:
        if new != again:
            raise SettingsInvalid(say("The two passwords are not the same. Type the same one twice."))
        _change(old, new)
    except SverkaError as error:
        failure.show(error)
        return
    st.session_state[_ROUND] = place + 1
    told_once.say_next(say("The password is changed, and all your other sign-ins have ended."))
    st.rerun()


def _change(old: str, new: str) -> None:
    now = session.require("account")
    store, where = session.workspace().access, session.came_from()
    if seconds := attempts.too_many(store, _TRIED, where, now.person):
        raise SettingsInvalid(
            say_n("Too many tries. Wait {count} second.", "Too many tries. Wait {count} seconds.", seconds)
        )
    try:
        accounts.change_password(store, now.person, old=old, new=new, session=now.session, came_from=where)
    except accounts.PasswordWrong:
        attempts.failed(store, _TRIED, where, now.person)
        raise
    except SettingsInvalid:  # of the new one: the old was right
        attempts.succeeded(store, _TRIED, where, now.person)
        raise
    attempts.succeeded(store, _TRIED, where, now.person)
