"""What a page says while there is nothing to show, and what to do about it."""

from __future__ import annotations

from typing import Protocol

from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import _
from dashboard.ui.markup import Markup, draw, said, tag


class Looker(Protocol):
    """Whoever looks: owners and managers may upload, others can only ask."""

    @property
    def role(self) -> str | None:
        """'owner', 'manager', 'analyst'; None for a link."""

    @property
    def is_limited(self) -> bool:
        """Whether only some days were given to them."""


def no_data(viewer: Looker) -> None:
    """Nothing was imported for this client yet, or nothing of the days that the viewer was given."""
    if viewer.role in ("owner", "manager"):
        show(
            _("No data yet"),
            say("Open “Upload” and drop the exports of the ads, calls and sales: this page fills by itself."),
        )
    elif viewer.is_limited:
        no_day()
    else:
        show(_("No data yet"), say("The agency has not added any data. This page fills by itself when it does."))


def no_day() -> None:
    """A link gives days, and none of them can be shown now."""
    show(_("This link shows no day yet"), _("Its days are still to come, or no month is published now."))


def nothing_in(period: Period, covered: Period | None = None) -> None:
    """There is data, but none in these days."""
    if covered:
        text = say("The data covers {covered}: choose days within it.", covered=covered.span)
    else:
        text = say("Choose other days.")
    show(say("Nothing in {period}", period=period.span), text)


def show(title: Phrase | str, text: Phrase | str) -> None:
    """Draws a quiet notice in place of the page's figures."""
    draw(markup(title, text))


def markup(title: Phrase | str, text: Phrase | str) -> Markup:
    """The notice as HTML."""
    return tag("section", tag("h2", said(title)), tag("p", said(text)), cls="sv-empty", role="status")
