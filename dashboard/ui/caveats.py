"""What to keep in mind: one card for each, numbered, the ones that hold a verdict back first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.phrase import Phrase
from dashboard.i18n import _
from dashboard.reports.report import Caveat
from dashboard.ui.markup import Markup, draw, said, tag


@dataclass(frozen=True)
class Detailed:
    """A caveat with its own headline, figure and facts, such as («how we know», «call log, 1–30 November»)."""

    title: Phrase | str
    text: Phrase | str | None = None
    figure: str = ""
    facts: Sequence[tuple[Phrase | str, Phrase | str]] = ()
    blocks: bool = False


def show(caveats: Iterable[Caveat | Detailed | Phrase], title: str | None = None) -> None:
    """Draws the caveats; nothing where there is none. `title` None is «Keep in mind», '' none."""
    draw(markup(caveats, title))


def markup(caveats: Iterable[Caveat | Detailed | Phrase], title: str | None = None) -> Markup:
    """The caveats as HTML."""
    found = sorted((_detailed(caveat) for caveat in caveats), key=lambda caveat: not caveat.blocks)
    if not found:
        return Markup()
    heading = _("Keep in mind") if title is None else title
    items = tag("ol", *(_card(caveat) for caveat in found), cls="sv-caveats")
    return tag("section", tag("h2", heading) if heading else None, items)


def _detailed(caveat: Caveat | Detailed | Phrase) -> Detailed:
    if isinstance(caveat, Detailed):
        return caveat
    if isinstance(caveat, Phrase):
        return Detailed(title=caveat)
    return Detailed(title=caveat.text, blocks=caveat.blocks)


def _card(caveat: Detailed) -> Markup:
    head = tag("p", said(caveat.title), cls="sv-strong" if caveat.text or caveat.facts else "")
    figure = tag("p", caveat.figure, cls="sv-figure") if caveat.figure else None
    text = tag("p", said(caveat.text)) if caveat.text else None
    facts = [
        part
        for label, fact in caveat.facts
        for part in (tag("dt", said(label)), tag("dd", fact if isinstance(fact, Markup) else said(fact)))
    ]
    body = tag("dl", *facts) if facts else None
    return tag("li", head, figure, text, body, cls="sv-blocks" if caveat.blocks else "")
