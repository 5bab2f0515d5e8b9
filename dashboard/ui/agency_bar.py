"""The agency's part of the bar: its screens in groups, on a phone a menu, and the menu of the person's own account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.domain.phrase import N_
from dashboard.i18n import _
from dashboard.ui.markup import draw, tag
from dashboard.ui.plain import plain

if TYPE_CHECKING:
    from dashboard.ui.frame import Screen

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Data"), ("health", "upload", "imports", "mapping", "names", "sources")),
    (N_("Client"), ("links", "settings")),
    (N_("Agency"), ("people", "audit")),
)
ACCOUNT = "account"
"""The screen that stands in the person's own menu, not in a group."""

Links = Callable[..., None]
"""What draws links to screens: the screens, the key of the one shown now, and a prefix for their places."""


@dataclass(frozen=True)
class Person:
    """Whoever is signed in: their name, and their role in the reader's language."""

    name: str
    role: str


def row(own: Sequence[Screen], current_key: str, links: Links) -> None:
    """Draws the groups side by side, for a wide screen."""
    with st.container(key="sv-agency", horizontal=True, vertical_alignment="center", gap="small"):
        for label, screens in grouped(own):
            draw(tag("span", _(label), cls="sv-group"))
            links(screens, current_key)


def menu(own: Sequence[Screen], current_key: str, links: Links, person: Person | None) -> None:
    """Draws the same screens and the account as one menu, for a phone; the style sheet shows this or the row."""
    # Another one on each screen, so that it closes when one is chosen.
    with st.container(key=f"sv-menu-{current_key}", width="content"), st.popover(_("Menu"), type="tertiary"):
        for group, screens in grouped(own):
            draw(tag("p", _(group), cls="sv-group"))
            links(screens, current_key, "sv-menu")
        if person is not None:
            _account(own, current_key, links, person, "sv-menu")


def account(own: Sequence[Screen], current_key: str, links: Links, person: Person) -> None:
    """Draws the person's own menu: who they are here, their account, and the way out."""
    with (
        st.container(key=f"sv-account-{current_key}", width="content"),
        st.popover(plain(person.name), type="tertiary"),
    ):
        _account(own, current_key, links, person, "sv-account")


def grouped(own: Sequence[Screen]) -> list[tuple[str, list[Screen]]]:
    """The groups that have a screen to offer, each with its screens in their order."""
    found = ((label, [screen for screen in own if screen.key in keys]) for label, keys in GROUPS)
    return [(label, screens) for label, screens in found if screens]


def _account(own: Sequence[Screen], current_key: str, links: Links, person: Person, prefix: str) -> None:
    draw(tag("p", tag("b", person.name), tag("span", person.role), cls="sv-who"))
    links([screen for screen in own if screen.key == ACCOUNT], current_key, prefix)
    draw(tag("p", tag("a", _("Sign out"), href="sign-out", target="_self"), cls="sv-sign-out"))
