"""The few figures that carry the answer: the naive one struck through beside those that set like against like."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.comparison import Alignment
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Money, Percent, Phrase, say
from dashboard.domain.statistics.interval import Interval
from dashboard.domain.year_over_year.verdict import VerdictKind
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.facts import Compared
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.tone import Tone

TONES: dict[VerdictKind, Tone] = {
    VerdictKind.NOT_COMPARABLE: "caution",
    VerdictKind.NOT_DISTINGUISHABLE: "unsure",
    VerdictKind.CHANGED: "plain",
}
WHOLE = N_("The same days, as reported")
WAYS: dict[Alignment, str] = {
    Alignment.NAIVE: N_("As reported"),
    Alignment.SAME_ELAPSED: N_("The same days"),
    Alignment.WEEKDAY_ALIGNED: N_("The same weekdays"),
}


def show(report: YearOverYear) -> None:
    """Draws the figures side by side."""
    draw(markup(report))


def markup(report: YearOverYear) -> Markup:
    """The figures as HTML: as reported, then what sets like against like, the surest first."""
    naive, *others = _worth_showing(report)
    same = [way for way in others if way.pair.alignment is Alignment.SAME_ELAPSED]
    rest = [way for way in others if way not in same]
    shown = [_way(way, report) for way in (naive, *same)]
    shown += [*_like_for_like(report), *_same_age(report), *(_way(way, report) for way in rest)]
    return tag("div", *shown, cls=f"sv-cards sv-of-{len(shown)}", role="list", aria_label=_("Ways to compare"))


def _worth_showing(report: YearOverYear) -> list[Compared]:
    """The ways to compare, without one that sets the same days against each other as another does."""
    found: dict[tuple[Period, Period], Compared] = {}
    for way in report.compared:
        found.setdefault((way.pair.now, way.pair.then), way)
    return list(found.values())


def _like_for_like(report: YearOverYear) -> list[Markup]:
    if report.bridge is None or report.bridge.like_for_like.growth is None:
        return []
    years = report.bridge.like_for_like
    known = say("nothing is known of its range") if report.like_for_like is None else range_of(report.like_for_like)
    lines = [known, _amounts(years.now, years.then, report.currency), say("what is alike in both periods")]
    return [_card(_("Like for like"), tag("b", _written(years.growth)), lines)]


def _same_age(report: YearOverYear) -> list[Markup]:
    growth = report.immature.growth if report.immature else None
    if report.immature is None or growth is None:
        return []
    amounts = _amounts(report.immature.seen_now, report.immature.seen_then, report.currency)
    lines = [amounts, say("what the leads of these days had brought when they were as old, before refunds")]
    return [_card(_("At the same age"), _written(growth), lines)]


def _way(way: Compared, report: YearOverYear) -> Markup:
    change, alike, language = way.revenue, report.alike, current()
    label = WAYS[way.pair.alignment]
    value = tag("span", _written(change.share))
    if way.pair.alignment is Alignment.NAIVE and alike is not None:
        if (way.pair.now, way.pair.then) == (alike.pair.now, alike.pair.then):
            label = WHOLE
            if report.bridge is not None and report.bridge.like_for_like.growth != report.bridge.reported.growth:
                value = _struck(change.share, _("not all of it is alike in both periods"))
        elif change.share != alike.revenue.share:
            value = _struck(change.share, _("unlike days are set against each other"))
    amounts = (
        change.phrase(report.currency) if change.share is None else _amounts(change.now, change.then, report.currency)
    )
    spans = [language.span(of.first, of.last, short=True) for of in (way.pair.now, way.pair.then)]
    lines = [amounts, say("{now} against {then}", now=spans[0], then=spans[1])]
    if way.pair.alignment is Alignment.WEEKDAY_ALIGNED:  # of the others the traits below say it
        lines.append(say("working days: {now} against {then}", now=way.working_now, then=way.working_then))
    return _card(_(label), value, lines)


def _struck(share: Decimal | None, why: str) -> Markup:
    """A figure that is not to be taken as it stands, said to whoever cannot see the line through it too."""
    return tag("span", tag("s", _written(share), title=why), tag("span", f" ({why})", cls="sv-unseen"))


def _card(label: str, value: Markup | str, lines: list[Phrase]) -> Markup:
    body = [tag("span", said(line), cls="sv-sub") for line in lines]
    face = tag("div", tag("span", label, cls="sv-label"), tag("span", value, cls="sv-value"), *body, cls="sv-face")
    return tag("div", face, cls="sv-card sv-plain", role="listitem")


def _written(share: Decimal | None) -> str:
    return current().percent(share, signed=True, decimals=1)


def _amounts(now: Decimal | None, then: Decimal | None, currency: str) -> Phrase:
    return say(
        "{now} against {then}",
        now=Money(now or Decimal(0), currency, short=True),
        then=Money(then or Decimal(0), currency, short=True),
    )


def range_of(interval: Interval) -> Phrase:
    """The ends of an interval of growth, as they stand behind a figure."""
    high = say("no upper end") if interval.high is None else Percent(interval.high, signed=True)
    return say("between {low} and {high}", low=Percent(interval.low, signed=True), high=high)
