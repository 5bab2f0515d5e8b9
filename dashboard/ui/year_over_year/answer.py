"""The few figures that carry the answer: the naive one struck through beside those that set like against like."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.comparison import Alignment, VerdictKind
from dashboard.domain.phrase import N_, Money, Percent, Phrase, say
from dashboard.domain.statistics.interval import Interval
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
WAYS: dict[Alignment, str] = {
    Alignment.NAIVE: N_("As reported"),
    Alignment.SAME_ELAPSED: N_("The same days"),
    Alignment.WEEKDAY_ALIGNED: N_("The same weekdays"),
}


def show(report: YearOverYear) -> None:
    """Draws the figures side by side."""
    draw(markup(report))


def markup(report: YearOverYear) -> Markup:
    """The figures as HTML."""
    shown = [_way(way, report) for way in _worth_showing(report)]
    if report.bridge is not None and report.bridge.like_for_like.growth is not None:
        years = report.bridge.like_for_like
        known = say("nothing is known of its range") if report.like_for_like is None else range_of(report.like_for_like)
        lines = [known, _amounts(years.now, years.then, report.currency), say("what is alike in both periods")]
        shown.append(_card(_("Like for like"), tag("b", _written(years.growth)), lines))
    if report.immature and (growth := metrics.growth(report.immature.seen_now, report.immature.seen_then)) is not None:
        amounts = _amounts(report.immature.seen_now, report.immature.seen_then, report.currency)
        lines = [amounts, say("what the leads of these days had brought when they were as old")]
        shown.append(_card(_("At the same age"), _written(growth), lines))
    return tag("div", *shown, cls=f"sv-cards sv-of-{len(shown)}")


def _worth_showing(report: YearOverYear) -> list[Compared]:
    """The ways to compare, without one that sets the same days against each other as another does."""
    found: dict[tuple[object, object], Compared] = {}
    for way in report.compared:
        found.setdefault((way.pair.now, way.pair.then), way)
    return list(found.values())


def _way(way: Compared, report: YearOverYear) -> Markup:
    share, honest = way.revenue.share, report.alike.revenue.share if report.alike else None
    struck = way.pair.alignment is Alignment.NAIVE and report.alike is not None and way.pair != report.alike.pair
    value = (
        tag("s", _written(share), title=_("unlike days are set against each other"))
        if struck and (share != honest)
        else tag("span", _written(share))
    )
    change = way.revenue
    amounts = change.phrase(report.currency) if share is None else _amounts(change.now, change.then, report.currency)
    lines = [
        amounts,
        say("{now} against {then}", now=way.pair.now.span, then=way.pair.then.span),
        say("working days: {now} against {then}", now=way.working_now, then=way.working_then),
    ]
    return _card(_(WAYS[way.pair.alignment]), value, lines)


def _card(label: str, value: Markup | str, lines: list[Phrase]) -> Markup:
    body = [tag("span", said(line), cls="sv-sub") for line in lines]
    face = tag("div", tag("span", label, cls="sv-label"), tag("span", value, cls="sv-value"), *body, cls="sv-face")
    return tag("div", face, cls="sv-card sv-plain")


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
