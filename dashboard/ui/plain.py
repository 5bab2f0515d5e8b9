"""Text that somebody typed, or that came in a file, where Streamlit expects Markdown: a label, a tooltip, a notice.

Nothing of it becomes a link, a picture, a formula, a colour or an icon. Text between tags goes through `markup`.
"""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What Streamlit looks for after Markdown was read: :icons:, arrows, dashes. A word joiner is seen by nobody.
_JOINED = re.compile(r"(\\[:<>~\-])")
_BREAKS = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def plain(text: str) -> str:
    """The Markdown that shows a text as it was typed, on one line."""
    escaped = _PUNCTUATION.sub(r"\\\1", _BREAKS.sub(" ", text))
    return _JOINED.sub("\\1\u2060", escaped)
