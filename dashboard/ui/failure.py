"""What a page says when something went wrong: what happened and what was left unchanged, never a traceback."""

from __future__ import annotations

import logging

from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import _
from dashboard.ui.markup import Markup, draw, said, tag

log = logging.getLogger("sverka.ui")

UNEXPECTED = say(
    "Something went wrong on our side, and this part of the page could not be drawn. Nothing was changed. "
    "Reload the page; if it happens again, tell the agency which page it was and when."
)


def show(error: BaseException) -> None:
    """Draws what happened. An error of the product's own speaks for itself; any other goes to the log."""
    if not isinstance(error, SverkaError):
        log.error("a screen failed", exc_info=error)
    draw(markup(error))


def markup(error: BaseException) -> Markup:
    """The notice as HTML."""
    phrase: Phrase = error.phrase if isinstance(error, SverkaError) else UNEXPECTED
    return tag(
        "section", tag("h2", _("This could not be done")), tag("p", said(phrase)), cls="sv-failure", role="alert"
    )
