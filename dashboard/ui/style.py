"""The style sheet and the reader's colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.charts.look import Look, look_of
from dashboard.i18n import _

_ACCENT = "sv-accent"
_SHEET = Path(__file__).with_name("style.css")


def look(accent: str | None = None) -> Look:
    """The look for charts: the theme this reader sees now, and the client's accent (None: the one of this page)."""
    return look_of(st.context.theme.type, st.session_state.get(_ACCENT, "") if accent is None else accent)


def on_phone() -> bool:
    """Whether the browser says that it runs on a phone."""
    return "Mobi" in (st.context.headers.get("user-agent") or "")


def show(accent: str = "") -> None:
    """Puts the style sheet on the page, with a client's accent made readable on both papers."""
    st.session_state[_ACCENT] = accent
    st.html(f"<style>{written(accent)}\n{_around(st.context.theme.type)}</style>")


def written(accent: str = "") -> str:
    """The style sheet with its colours."""
    light, dark = look_of("light", accent), look_of("dark", accent)
    own = f"--sv-accent: light-dark({light.accent}, {dark.accent}); --sv-choose-key: {_quoted(_('Choose the file'))};"
    return f":root {{ {own} }}\n{_sheet()}"


def _around(theme: str | None) -> str:
    """What opens above the page, such as a menu, stands outside of what Streamlit tells the theme to."""
    return f"body {{ color-scheme: {'dark' if theme == 'dark' else 'light'}; }}"


def _quoted(text: str) -> str:
    """A text as a CSS string, which may not end it or the style element."""
    return '"' + "".join(letter for letter in text if letter not in '"\\<>') + '"'


@cache
def _sheet() -> str:
    return f":root {{ {_tokens()} }}\n{_SHEET.read_text(encoding='utf-8')}"


def _tokens() -> str:
    light, dark = look_of("light"), look_of("dark")
    names = ("paper", "surface", "ink", "muted", "hairline", "good", "bad", "caution", "then")
    return " ".join(f"--sv-{name}: light-dark({getattr(light, name)}, {getattr(dark, name)});" for name in names)
