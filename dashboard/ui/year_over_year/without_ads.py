"""“Without the ads?” on the page: the answer, what it rests on, its picture; else why not, and what would tell."""

from __future__ import annotations

from dashboard.access.viewer import Viewer
from dashboard.charts.year_over_year import without_ads as figures
from dashboard.domain.phrase import Phrase, say
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.reports.year_over_year.without_ads.outcome import Outcome, WithoutAds
from dashboard.ui import chart, section, session, style
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.year_over_year import reasons

TEMPLATES = {"no_control": "demand", "no_start": "events"}  # what to upload where this is why nothing can be told


def show(report: YearOverYear, viewer: Viewer) -> None:
    """Draws the section."""
    found, look = report.without_ads, style.look(report.profile.accent)
    section.show(_("Without the ads?"))
    draw(answer_markup(found, offers=session.may_write(viewer)))
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
    draw(experiments_markup(found))


def answer_markup(found: WithoutAds, *, offers: bool) -> Markup:
    """The answer and what must be known beside it, or every reason why there is none, as HTML."""
    items = [*(said(note) for note in found.notes), *_reasons(found, offers=offers)]
    also = found.also
    if also:
        happened = (tag("li", tag("b", current().span(event.day, event.day_to)), " ", event.text) for event in also)
        items.append(join([_("Also since then:"), tag("ul", *happened)]))
    notes = tag("ul", *(tag("li", item) for item in items), cls="sv-rests") if items else None
    return tag("div", tag("p", said(found.text), cls="sv-strong"), notes, cls="sv-without-ads")


def experiments_markup(found: WithoutAds) -> Markup:
    """Which experiment would tell, as HTML; nothing where none is planned."""
    if not found.experiments:
        return Markup()
    plans = [
        tag("li", *(tag("p", said(part)) for part in (one.text, one.worth, one.cost) if part is not None))
        for one in found.experiments
    ]
    return tag("section", tag("h3", _("What would tell")), tag("ul", *plans, cls="sv-rests"), cls="sv-without-ads")


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
