"""The answer of a page, in one sentence."""

from __future__ import annotations

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.tone import MARKS, NAMES, Tone


def show(phrase: Phrase | str, tone: Tone = "plain", *, reason: Phrase | str | None = None) -> None:
    """Draws the sentence; `reason` follows in small where the answer is that there is none."""
    draw(markup(phrase, tone, reason=reason))


def markup(phrase: Phrase | str, tone: Tone = "plain", *, reason: Phrase | str | None = None) -> Markup:
    """The sentence as HTML."""
    mark = tag("span", MARKS[tone], cls="sv-mark", role="img", aria_label=_(NAMES[tone])) if MARKS[tone] else None
    more = tag("span", said(reason), cls="sv-reason") if reason else None
    return tag("div", tag("p", mark, said(phrase)), more, cls=f"sv-verdict sv-{tone}", role="status")
