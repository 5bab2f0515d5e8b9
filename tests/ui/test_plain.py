"""A text becomes Markdown that shows it as it was typed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.ui.plain import plain


@given(st.text())
def test_nothing_is_lost_and_no_mark_stands_alone(text: str) -> None:
    shown = plain(text)
    assert re.sub(r"\\(.)", r"\1", shown).replace("\u2060", "").split() == text.replace("\u2060", "").split()
    assert re.search(r"[!-/:-@\[-`{-~]", re.sub(r"\\.", "", shown)) is None


def test_what_streamlit_looks_for_after_markdown_is_broken_up() -> None:
    assert plain(":red[x] a -> b") == "\\:\u2060red\\[x\\] a \\-\u2060\\>\u2060 b"
    assert plain("one\r\n# two") == "one \\# two"
