"""A heading within a page, with a line that says how to read what follows."""

from __future__ import annotations

from dashboard.domain.phrase import Phrase
from dashboard.ui.markup import Markup, draw, said, tag


def show(title: Phrase | str, text: Phrase | str | None = None) -> None:
    """Draws the heading."""
    draw(markup(title, text))


def markup(title: Phrase | str, text: Phrase | str | None = None) -> Markup:
    """The heading as HTML."""
    return tag("section", tag("h2", said(title)), tag("p", said(text)) if text else None, cls="sv-section")
