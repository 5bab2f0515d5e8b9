"""What makes the two periods unlike, as cards: how we know, what it is worth, whose it is, what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import Phrase, say_n
from dashboard.domain.templates import TEMPLATES
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.facts import Reason
from dashboard.reports.year_over_year.reasons.catalogue import CATALOGUE
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui import caveats, frame, session, upload_templates
from dashboard.ui.caveats import Detailed
from dashboard.ui.markup import Markup, draw, join, said, tag

SHOWN = 6  # of which the first are those that forbid the comparison, then those worth most; the rest is a tap away


def show(report: YearOverYear, viewer: Viewer) -> None:
    """Draws the cards; nothing where nothing makes the periods unlike. Whoever may upload is led to the template."""
    draw(markup(cards_of(report.reasons, report.currency, offers=_offers(viewer))))


def markup(cards: Sequence[Detailed]) -> Markup:
    """The cards as HTML, those that matter less folded and numbered on."""
    if not cards:
        return Markup()
    heading = _("What makes them unlike")
    shown = max(SHOWN, sum(card.blocks for card in cards))
    if len(cards) <= shown + 1:
        return tag("div", caveats.markup(cards, heading), cls="sv-reasons")
    more = say_n("{count} more, worth less", "{count} more, worth less", len(cards) - shown)
    folded = tag(
        "details",
        tag("summary", tag("h3", said(more))),
        caveats.markup(cards[shown:], ""),
        cls="sv-fold",
        style=f"counter-reset: caveat {shown}",
    )
    return tag("div", caveats.markup(cards[:shown], heading), folded, cls="sv-reasons")


def show_unknown(report: YearOverYear, viewer: Viewer) -> None:
    """Draws what cannot be told, folded, each with what to upload to know."""
    draw(unknown_markup(report.unknown, offers=_offers(viewer)))


def cards_of(reasons: Iterable[Reason], currency: str, *, offers: bool) -> list[Detailed]:
    """The reasons as caveat cards."""
    found = []
    for reason in reasons:
        figure = reason.caveat.figure
        facts: list[tuple[Phrase | str, Phrase | str]] = [
            (_("How we know"), reason.known_by),
            (_("Whose it is"), _(reason.owner)),
        ]
        if settled := _settled(reason, offers=offers):
            facts.append((_("What would settle it"), settled))
        found.append(
            Detailed(
                title=_(CATALOGUE[reason.id].name),
                text=reason.text,
                figure="" if figure is None else current().money(figure, currency, short=True, signed=True),
                facts=facts,
                blocks=reason.blocks,
            )
        )
    return found


def unknown_markup(reasons: Iterable[Reason], *, offers: bool) -> Markup:
    """The reasons that cannot be told as HTML."""
    items = [
        tag(
            "li",
            tag("b", _(CATALOGUE[reason.id].name)),
            tag("p", said(reason.text), " ", _settled(reason, offers=offers)),
        )
        for reason in reasons
    ]
    if not items:
        return Markup()
    count = tag("span", current().number(len(items)), cls="sv-tag")
    summary = tag("summary", tag("h2", _("What cannot be told")), count)
    return tag("details", summary, tag("ul", *items, cls="sv-rests sv-unknown-reasons"), cls="sv-fold")


def _settled(reason: Reason, *, offers: bool) -> Markup:
    link = template_link(reason.upload) if offers and reason.upload else None
    return join([said(reason.settled_by), " " if link and reason.settled_by else None, link])


def template_link(name: str) -> Markup:
    """A link to where the table is uploaded and its template is offered."""
    label = next((template.label for template in TEMPLATES if template.name == name), "")
    if not label:
        return tag("a", frame.title_of("upload"), href=upload_templates.link(), target="_self")
    text = _("template “{name}”").replace("{name}", _(label))
    return tag("a", text, href=upload_templates.link(name), target="_self")


def _offers(viewer: Viewer) -> bool:
    return session.may_write(viewer)
