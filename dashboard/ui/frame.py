"""The bar above every screen: whose report it is, the screens this viewer may open, and the other language.

The agency's own screens stand in a quieter row below the client's, in groups; on a phone they are a menu, since the
client's fill the width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import streamlit as st

from dashboard.access.screens import AGENCY_SCREENS
from dashboard.i18n import LANGUAGES, Language, _, best_of, current, use
from dashboard.ui import agency_bar, style
from dashboard.ui.agency_bar import Person
from dashboard.ui.markup import draw, tag

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

LANGUAGE_PARAM = "lang"
CLIENT_PARAM = "client"
PERIOD_PARAM = "period"
THEN_PARAM = "then"
_PAGES = "sv-pages"
KEPT_PARAMS = (CLIENT_PARAM, PERIOD_PARAM, THEN_PARAM, LANGUAGE_PARAM)  # a link to another screen keeps these


@dataclass(frozen=True)
class Screen:
    """A screen the viewer may open: its key, its name (an English text that has a translation), Streamlit's page."""

    key: str
    label: str
    page: Page


def choose_language(*wishes: str | None) -> Language:
    """Makes the page's language the one in its address, else the first wish that is one of ours, else the browser's."""
    for wish in (st.query_params.get(LANGUAGE_PARAM), *wishes):
        if wish in LANGUAGES:
            return use(wish)
    return use(best_of(st.context.locale))


def show(
    screens: Sequence[Screen],
    *,
    client: str,
    current_key: str = "",
    clients: Sequence[tuple[str, str]] = (),
    accent: str = "",
    logo: str = "",
    person: Person | None = None,
) -> None:
    """Draws the bar, and the style sheet with the client's `accent`.

    `client` is the name to show. Several `clients` (slug, name) make it a choice; the slug chosen is put into the
    address as `client`. With one screen there are no links to screens. `person` is whoever is signed in.
    """
    style.show(accent)
    st.session_state[_PAGES] = {screen.key: screen.page for screen in screens}
    reports = [screen for screen in screens if screen.key not in AGENCY_SCREENS]
    own = [screen for screen in screens if screen.key in AGENCY_SCREENS]
    with st.container(key="sv-frame", gap=None):
        with st.container(key="sv-bar", horizontal=True, vertical_alignment="center", gap="small"):
            if logo:
                draw(tag("img", src=f"data:image/png;base64,{logo}", alt=client, cls="sv-logo"))
            if len(clients) > 1:
                _client_choice(clients, client)
            else:
                draw(tag("span", client or "Sverka", cls="sv-name"))
            if len(screens) > 1:
                with st.container(key="sv-screens", horizontal=True, vertical_alignment="center", gap="small"):
                    _links(reports, current_key)
            if own:
                agency_bar.menu(own, current_key, _links, person)
            _language_switch()
            if person is not None:
                agency_bar.account(own, current_key, _links, person)
        if own:
            agency_bar.row(own, current_key, _links)


def _links(screens: Sequence[Screen], current_key: str, prefix: str = "sv") -> None:
    for screen in screens:
        place = "here" if screen.key == current_key else "screen"
        with st.container(key=f"{prefix}-{place}-{screen.key}", width="content"):
            st.page_link(screen.page, label=_(screen.label), query_params=kept_params())


def title_of(key: str) -> str:
    """What a screen that this viewer may open is called, in their language; of any other, its key."""
    pages: dict[str, Page] = st.session_state.get(_PAGES, {})
    return pages[key].title if key in pages else key


def turn_to(key: str, **params: str) -> NoReturn:
    """Goes on to another screen that this viewer may open, with these parameters in its address."""
    st.switch_page(st.session_state[_PAGES][key], query_params={**kept_params(), **params})


def kept_params() -> dict[str, str]:
    """What the address says that a link to another screen keeps."""
    return {name: st.query_params[name] for name in KEPT_PARAMS if name in st.query_params}


def _client_choice(clients: Sequence[tuple[str, str]], client: str) -> None:
    names = dict(clients)
    slugs = list(names)
    shown = next((slug for slug in slugs if names[slug] == client), slugs[0])
    key = f"sv-client-{shown}"
    st.selectbox(
        _("Client"),
        slugs,
        index=slugs.index(shown),
        format_func=lambda slug: names[slug],
        key=key,
        label_visibility="collapsed",
        on_change=_choose_client,
        args=(key,),
        width=240,
    )


def _choose_client(key: str) -> None:
    st.query_params[CLIENT_PARAM] = st.session_state[key]


def _language_switch() -> None:
    other = next(code for code in LANGUAGES if code != current().code)
    st.button(LANGUAGES[other], key="sv-language", type="tertiary", on_click=_choose_language, args=(other,))


def _choose_language(code: str) -> None:
    st.query_params[LANGUAGE_PARAM] = code
