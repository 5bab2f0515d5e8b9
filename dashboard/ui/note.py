"""What the agency, or the client, writes about a month."""

from __future__ import annotations

from dashboard.domain.phrase import N_, Phrase
from dashboard.i18n import LANGUAGES, Language, _
from dashboard.ui.markup import Markup, draw, said, tag

AGENCY, CLIENT = N_("Agency"), N_("Client")  # the authors under whom notes written here are kept


def show(text: str, next_steps: str = "", *, author: str = "", when: Phrase | str | None = None) -> None:
    """Draws the note and the next steps as they were written; nothing where neither was."""
    draw(markup(text, next_steps, author=author, when=when))


def markup(text: str, next_steps: str = "", *, author: str = "", when: Phrase | str | None = None) -> Markup:
    """The note as HTML; the author's own line breaks are kept."""
    if not text.strip() and not next_steps.strip():
        return Markup()
    signed = " · ".join(part for part in (author, said(when)) if part)
    parts = [
        part
        for heading, body in ((_writes(author), text), (_("What comes next"), next_steps))
        if body.strip()
        for part in (tag("h2", heading), tag("p", body.strip(), cls="sv-written"))
    ]
    return tag("section", *parts, tag("p", signed, cls="sv-small") if signed else None, cls="sv-note")


def named(author: str) -> str:
    """An author in the reader's language: the agency and the client also where a file in another one named them."""
    for known in (AGENCY, CLIENT):
        if author in {Language(code).gettext(known) for code in LANGUAGES}:
            return _(known)
    return author


def _writes(author: str) -> str:
    return _("The client writes") if named(author) == _(CLIENT) else _("The agency writes")
