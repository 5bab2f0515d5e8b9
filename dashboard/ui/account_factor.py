"""A person's own second factor: set up with a picture, renewed and removed with a code."""

from __future__ import annotations

import streamlit as st

from dashboard.access import second_factor
from dashboard.access.doors import attempts
from dashboard.access.people import Person
from dashboard.domain.errors import SettingsInvalid, SverkaError
from dashboard.domain.phrase import say, say_n
from dashboard.i18n import _
from dashboard.ui import failure, section, session, told_once
from dashboard.ui.markup import draw, said, tag

_KEY, _CODES = "sv-factor-key", "sv-factor-codes"
_TRIED = "code"  # as at signing in: the same limit for both


def show(person: Person) -> None:
    """Draws the state of the factor, and the way to another."""
    section.show(
        _("Second factor"),
        _("A code of an app beside the password, so that a stolen password alone opens nothing."),
    )
    codes: tuple[str, ...] | None = st.session_state.get(_CODES)
    if codes:
        _show_codes(codes)
    elif person.has_second_factor:
        _kept(person)
    elif _KEY in st.session_state:
        _set_up(person, st.session_state[_KEY])
    elif st.button(_("Set it up"), key="sv-factor-begin"):
        session.require("account")
        st.session_state[_KEY] = second_factor.new_key()
        st.rerun()


def _set_up(person: Person, key: str) -> None:
    steps = (
        _("Open an authenticator app on your phone, or a password manager that shows codes."),
        _("Scan the picture, or type the key below it."),
        _("Type the code of six digits that the app shows."),
    )
    draw(tag("ol", *(tag("li", step) for step in steps), cls="sv-steps"))
    draw(tag("img", src=second_factor.picture(key, person.email), alt=_("QR code of the key below"), cls="sv-qr"))
    st.code(" ".join(key[place : place + 4] for place in range(0, len(key), 4)), language=None, wrap_lines=True)
    with st.form("sv-factor-set", border=False):
        code = st.text_input(_("Code of six digits"), autocomplete="one-time-code", max_chars=12, width=200)
        if not st.form_submit_button(_("Set it up"), key="sv-factor-set-button", type="primary"):
            return
    now = session.require("account")
    workspace = session.workspace()
    try:
        typed = "".join(code.split())
        codes = second_factor.enrol(workspace.access, now.person, workspace.sealing, key, typed, session.came_from())
    except SverkaError as error:
        failure.show(error)
        return
    del st.session_state[_KEY]
    st.session_state[_CODES] = codes
    st.rerun()


def _show_codes(codes: tuple[str, ...]) -> None:
    draw(
        tag(
            "p",
            _(
                "Each signs you in once, without your phone. Print them or keep them in a password manager: "
                "not shown again."
            ),
            cls="sv-noted",
        )
    )
    st.code("\n".join(codes), language=None)
    if st.button(_("I have kept them"), key="sv-factor-codes-kept", type="primary"):
        del st.session_state[_CODES]
        told_once.say_next(say("The second factor is set up."))
        st.rerun()


def _kept(person: Person) -> None:
    store = session.workspace().access
    left = say_n(
        "It is set up. {count} recovery code is left.",
        "It is set up. {count} recovery codes are left.",
        second_factor.codes_left(store, person.id),
    )
    draw(tag("p", said(left), cls="sv-noted"))
    with st.form("sv-factor-kept", border=False):
        code = st.text_input(_("A code that the app shows now"), autocomplete="one-time-code", max_chars=40, width=240)
        with st.container(horizontal=True, gap="small"):
            renews = st.form_submit_button(_("New recovery codes"), key="sv-factor-renew")
            removes = st.form_submit_button(_("Remove the second factor"), key="sv-factor-remove")
    if not renews and not removes:
        return
    now = session.require("account")
    try:
        _check(code)
        if renews:
            st.session_state[_CODES] = second_factor.renew_codes(store, now.person, by=session.name_of(now))
        else:
            second_factor.remove(store, now.person, by=session.name_of(now), came_from=session.came_from())
            told_once.say_next(say("The second factor is removed."))
    except SverkaError as error:
        failure.show(error)
        return
    st.rerun()


def _check(code: str) -> None:
    person = session.require("account").person
    workspace, where = session.workspace(), session.came_from()
    store = workspace.access
    if seconds := attempts.too_many(store, _TRIED, where, person):
        raise SettingsInvalid(
            say_n("Too many tries. Wait {count} second.", "Too many tries. Wait {count} seconds.", seconds)
        )
    if not second_factor.check(store, person, workspace.sealing, code, where):
        attempts.failed(store, _TRIED, where, person)
        raise SettingsInvalid(say("This code is not right, or was used already. Nothing was changed."))
    attempts.succeeded(store, _TRIED, where, person)
