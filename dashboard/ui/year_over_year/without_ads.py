"""“Without the ads?” on the page: the answer, what it rests on, its picture; else why not, and what would tell."""

from __future__ import annotations

from decimal import Decimal

from dashboard.access.viewer import Viewer
from dashboard.charts.year_over_year import without_ads as figures
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.reports.year_over_year.without_ads.outcome import Figures, Outcome, WithoutAds
from dashboard.ui import cards, chart, section, session, style
from dashboard.ui.cards import Card
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.tone import Tone
from dashboard.ui.year_over_year import reasons

TEMPLATES = {"no_control": "demand", "no_start": "events"}  # what to upload where this is why nothing can be told


def show(report: YearOverYear, viewer: Viewer) -> None:
    """Draws the section."""
    found, look = report.without_ads, style.look(report.profile.accent)
    section.show(_("Without the ads?"))
    draw(tag("div", tag("p", said(found.text), cls="sv-strong"), cls="sv-without-ads"))
    if found.figures is not None:
        cards.row(cards_of(found, found.figures, report.currency))
    draw(notes_markup(found, offers=session.may_write(viewer)))
    if found.steps:
        chart.show(
            figures.observed(found, report.currency, look, current()),
            key="without-ads",
            description=found.text,
            caption=_caption(found),
        )
    if found.outcome is not Outcome.REFUSED:
        chart.show(
            figures.so_far(found, report.currency, look, current()),
            key="without-ads-so-far",
            description=say("The effect of the ads summed up from their start on, with its range."),
        )
    draw(experiments_markup(found, offers=session.may_write(viewer)))


def cards_of(found: WithoutAds, figures: Figures, currency: str) -> list[Card]:
    """The figures that carry the answer, each with its range."""

    def amount(value: Decimal, *, signed: bool = False) -> str:
        if found.in_orders:
            return current().number(value, 0, signed=signed)
        return current().money(value, currency, short=True, signed=signed)

    def between(low: Decimal, high: Decimal, *, signed: bool = False) -> str:
        return f"{amount(low, signed=signed)} … {amount(high, signed=signed)}"

    stayed = found.start is not None and not found.start.was_without
    made = [
        Card(_("Orders") if found.in_orders else _("Net revenue"), amount(figures.actual)),
        Card(
            _("Had the ads stayed as before") if stayed else _("Without the ads"),
            amount(figures.expected),
            between(figures.expected_low, figures.expected_high),
        ),
        Card(
            _("Effect"),
            amount(figures.effect, signed=True),
            between(figures.effect_low, figures.effect_high, signed=True),
        ),
        Card(_("Smallest effect that would show"), amount(figures.smallest)),
    ]
    if figures.claim is not None:
        where = _("outside the range") if figures.contradicts else _("within the range")
        tone: Tone = "caution" if figures.contradicts else "plain"
        made.append(Card(_("Credited to the ads"), amount(figures.claim), where, tone))
    return made


def notes_markup(found: WithoutAds, *, offers: bool) -> Markup:
    """What must be known beside the answer, or every reason why there is none, as HTML."""
    items = [*(said(note) for note in found.notes), *_reasons(found, offers=offers)]
    if found.also:
        happened = (
            tag("li", tag("b", current().span(event.day, event.day_to)), " ", event.text) for event in found.also
        )
        items.append(join([_("Also since then:"), tag("ul", *happened)]))
    if not items:
        return Markup()
    listed = tag("ul", *(tag("li", item) for item in items))
    if found.outcome is not Outcome.REFUSED:  # the figures above carry the answer
        listed = tag("details", tag("summary", tag("h3", _("What to know of it"))), listed, cls="sv-fold")
    return tag("div", listed, cls="sv-without-ads")


def experiments_markup(found: WithoutAds, *, offers: bool) -> Markup:
    """Which experiment would tell, as HTML; nothing where none is planned."""
    if not found.experiments:
        return Markup()
    plans = []
    for one in found.experiments:
        parts = (tag("p", said(part)) for part in (one.text, one.worth, one.cost) if part is not None)
        plans.append(tag("div", *parts, cls="sv-plan"))
    if found.wanted:
        link = join([" ", reasons.template_link("locations")]) if offers else None
        plans.append(tag("div", tag("p", said(found.wanted), link), cls="sv-plan"))
    return tag("section", tag("h3", _("What would tell")), *plans, cls="sv-without-ads")


def _reasons(found: WithoutAds, *, offers: bool) -> list[Markup | str | None]:
    listed: list[Markup | str | None] = []
    for refusal in found.refusals:
        template = TEMPLATES.get(refusal.key) if offers else None
        link = reasons.template_link(template) if template else None
        listed.append(join([said(refusal.text), " " if link else None, link]))
    return listed


def _caption(found: WithoutAds) -> Phrase | None:
    if found.start is None or found.window is None:
        return None
    if found.start.event:
        return say("1: {event}", event=found.start.event)
    return say("1: the first day with ads")
