"""The bar above every screen: whose report it is, the screens this viewer may open, and the other language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.i18n import LANGUAGES, Language, _, best_of, current, use
from dashboard.ui import style
from dashboard.ui.markup import draw, tag

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

LANGUAGE_PARAM = "lang"
CLIENT_PARAM = "client"
PERIOD_PARAM = "period"
KEPT_PARAMS = (CLIENT_PARAM, PERIOD_PARAM, LANGUAGE_PARAM)  # a link to another screen keeps these


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
) -> None:
    """Draws the bar, and the style sheet with the client's `accent`.

    `client` is the name to show. `clients` (slug, name) lets an agency's person change to another; the slug is kept in
    the address as `client`. With one screen there are no links to screens.
    """
    style.show(accent)
    with st.container(key="sv-frame", horizontal=True, vertical_alignment="center", gap="small"):
        if len(clients) > 1:
            _client_choice(clients)
        else:
            draw(tag("span", client, cls="sv-name"))
        if len(screens) > 1:
            with st.container(key="sv-screens", horizontal=True, vertical_alignment="center", gap="small"):
                for screen in screens:
                    _screen_link(screen, screen.key == current_key)
        _language_switch()


def kept_params() -> dict[str, str]:
    """What the address says that a link to another screen keeps."""
    return {name: st.query_params[name] for name in KEPT_PARAMS if name in st.query_params}


def _screen_link(screen: Screen, is_current: bool) -> None:
    with st.container(key=f"sv-screen-{screen.key}-{'here' if is_current else 'there'}"):
        st.page_link(screen.page, label=_(screen.label), query_params=kept_params())


def _client_choice(clients: Sequence[tuple[str, str]]) -> None:
    names = dict(clients)
    slugs = list(names)
    asked = st.query_params.get(CLIENT_PARAM)
    st.selectbox(
        _("Client"),
        slugs,
        index=slugs.index(asked) if asked in names else 0,
        format_func=lambda slug: names[slug],
        key="sv-client",
        label_visibility="collapsed",
        on_change=_choose_client,
        width=240,
    )


def _choose_client() -> None:
    st.query_params[CLIENT_PARAM] = st.session_state["sv-client"]


def _language_switch() -> None:
    other = next(code for code in LANGUAGES if code != current().code)
    st.button(LANGUAGES[other], key="sv-language", type="tertiary", on_click=_choose_language, args=(other,))


def _choose_language(code: str) -> None:
    st.query_params[LANGUAGE_PARAM] = code
