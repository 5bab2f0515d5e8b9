"""Adding a client: the few things that every figure rests on; the rest takes the usual values and is changed later."""

from __future__ import annotations

from zoneinfo import available_timezones

import streamlit as st

from dashboard.access.viewer import Viewer
from dashboard.client_settings import changing
from dashboard.domain.agreed import LANGUAGE_NAMES
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import say
from dashboard.i18n import LANGUAGES, _, current
from dashboard.i18n.figures import currencies, currency_name, territories, territory_name
from dashboard.ui import failure, section, session
from dashboard.ui.settings_said import say_next

# What a reader of each language most often needs: currency, time zone, country.
_USUAL = {"ru": ("RUB", "Europe/Moscow", "RU"), "en": ("USD", "America/New_York", "US")}


def show(viewer: Viewer) -> None:
    """Draws the form below another client's settings, for owners alone."""
    if viewer.is_owner:
        section.show(_("Another client"), _("A client has data, settings and links of its own; nothing is shared."))
        form()


def form() -> None:
    """Draws the fields and the button; what was typed stays where something is refused."""
    code = current().code
    coin, zone, country = _USUAL[code]
    zones = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc", "posix")))
    places = sorted(territories(), key=lambda one: territory_name(code, one))
    money = sorted(currencies())
    with st.container(key="sv-client-add"):
        name = st.text_input(_("Name of the client"), key="sv-client-name", width=420, max_chars=200)
        with st.container(horizontal=True, gap="small"):
            chosen = st.selectbox(
                _("Currency"), money, money.index(coin), key="sv-client-currency", width=300,
                format_func=lambda one: f"{one} · {currency_name(code, one)}",
            )  # fmt: skip
            clock = st.selectbox(_("Time zone"), zones, zones.index(zone), key="sv-client-zone", width=260)
            place = st.selectbox(
                _("Country"), places, places.index(country), key="sv-client-country", width=260,
                format_func=lambda one: territory_name(code, one),
            )  # fmt: skip
            language = st.selectbox(
                _("Language of the pages"), list(LANGUAGES), list(LANGUAGES).index(code), key="sv-client-language",
                width=200, format_func=lambda one: _(LANGUAGE_NAMES[one]),
            )  # fmt: skip
        if st.button(_("Add the client"), key="sv-client-yes", type="primary", disabled=not name.strip()):
            _add(ClientProfile("", name.strip(), chosen, place, clock, language))


def _add(profile: ClientProfile) -> None:
    now = session.require_owner("people")  # as people, clients are of the whole workspace: there may be none yet
    try:
        slug = changing.add(session.workspace(), profile, session.name_of(now))
    except SverkaError as error:
        failure.show(error)
        return
    say_next(say("“{name}” is added. Agree on the rest here, then open “Upload”.", name=profile.name))
    st.session_state.pop("sv-client-name", None)
    st.query_params["client"] = slug
    st.rerun()
