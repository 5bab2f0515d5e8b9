"""What a page rests on: its sources and their ages, the rule of credit, and whatever else a reader may ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _
from dashboard.reports.freshness import SourceAge
from dashboard.ui import ages as age_list
from dashboard.ui.markup import Markup, draw, said, tag


def show(
    ages: Sequence[SourceAge],
    *,
    rule: Phrase | str | None = None,
    notes: Iterable[Phrase | str] = (),
    opened: bool = False,
) -> None:
    """Draws the section, closed until asked for."""
    draw(markup(ages, rule=rule, notes=notes, opened=opened))


def markup(
    ages: Sequence[SourceAge],
    *,
    rule: Phrase | str | None = None,
    notes: Iterable[Phrase | str] = (),
    opened: bool = False,
) -> Markup:
    """The section as HTML."""
    written = [tag("li", said(note)) for note in notes]
    parts = [
        tag("h3", _("Sources")) if ages else None,
        age_list.markup(ages),
        tag("h3", _("How a sale is credited")) if rule else None,
        tag("p", said(rule)) if rule else None,
        tag("h3", _("Notes")) if written else None,
        tag("ul", *written, cls="sv-notes") if written else None,
    ]
    late = sum(age.stale for age in ages)
    mark = tag("b", "!", cls="sv-mark", title=_("older than agreed")) if late else None
    summary = tag("summary", tag("h2", _("What this rests on")), " ", mark)
    return tag("details", summary, tag("div", *parts, cls="sv-rests"), cls="sv-fold", open=opened)
