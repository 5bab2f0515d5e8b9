"""HTML built from parts: whatever is not markup already is escaped, so no name from a file can become a tag."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard.domain.phrase import Phrase
from dashboard.i18n import current

_VOID = {"br", "hr", "img"}
_SPAN = re.compile(r"(\d)–(\d)")


class Markup(str):
    """Text that is HTML already; made by `tag` and `join` alone."""

    __slots__ = ()


Part = Markup | str | None


def tag(name: str, /, *children: Part, cls: str = "", **attributes: str | int | bool | None) -> Markup:
    """An element. `aria_label` becomes aria-label; an attribute of None or False is left out, True stands alone."""
    written = [f' class="{escape(cls)}"'] if cls else []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        written.append(f" {label}" if value is True else f' {label}="{escape(str(value))}"')
    opening = f"<{name}{''.join(written)}>"
    return Markup(opening if name in _VOID else f"{opening}{join(children)}</{name}>")


def join(parts: Iterable[Part]) -> Markup:
    """Parts one after another; plain text among them is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else _text(part) for part in parts if part is not None))


def _text(text: str) -> str:
    """Escaped, and a span of days or figures («1–18») kept on one line."""
    return _SPAN.sub("\\1–\u2060\\2", escape(text))


def said(text: Phrase | str | None) -> str | None:
    """A phrase or a text of the product in the reader's language; nothing stays nothing."""
    return None if text is None else current().say(text)


def draw(markup: Markup) -> None:
    """Puts the markup on the page."""
    if markup:
        st.html(markup)
