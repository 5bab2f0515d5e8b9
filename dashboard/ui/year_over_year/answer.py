"""How two years are set against each other on the screen: the ways to compare, the facts of both, the channels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain.caveats import Severity
from dashboard.domain.channels import CHANNELS
from dashboard.domain.comparison import Alignment, Change, VerdictKind
from dashboard.domain.metrics import described
from dashboard.domain.phrase import N_, Money, Phrase, Term, say
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.facts import Compared, Reason
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui.caveats import Detailed
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.table import Column, Row, main_first
from dashboard.ui.tone import Tone

TONES: dict[VerdictKind, Tone] = {
    VerdictKind.NOT_COMPARABLE: "caution",
    VerdictKind.NOT_DISTINGUISHABLE: "unsure",
    VerdictKind.CHANGED: "plain",
}
WAYS: dict[Alignment, str] = {
    Alignment.NAIVE: N_("As reported, day count ignored"),
    Alignment.SAME_ELAPSED: N_("The same days"),
    Alignment.WEEKDAY_ALIGNED: N_("The same weekdays (364 days before)"),
}
UNITS = {"spend": "money", "net_revenue": "money", "margin": "money", "contribution": "money"}


def ways(report: YearOverYear) -> None:
    """Draws the ways to compare side by side; the naive figure is struck through wherever it is not the honest one."""
    draw(ways_markup(report))


def ways_markup(report: YearOverYear) -> Markup:
    """The ways as HTML."""
    honest = report.alike.revenue.share if report.alike else None
    shown = [_way(way, report.currency, honest) for way in report.compared]
    return tag("div", *shown, cls=f"sv-cards sv-of-{len(shown)}")


def _way(way: Compared, currency: str, honest: Decimal | None) -> Markup:
    share = current().percent(way.revenue.share, signed=True, decimals=1)
    struck = way.pair.alignment is Alignment.NAIVE and way.revenue.share != honest
    value = tag("s", share, title=_("unlike days are set against each other")) if struck else tag("span", share)
    lines = [
        way.revenue.phrase(currency) if way.revenue.share is None else _amounts(way, currency),
        say("{now} against {then}", now=way.pair.now.span, then=way.pair.then.span),
        say("working days: {now} against {then}", now=way.working_now, then=way.working_then),
    ]
    body = [tag("span", said(line), cls="sv-sub") for line in lines]
    label = tag("span", _(WAYS[way.pair.alignment]), cls="sv-label")
    face = tag("div", label, tag("span", value, cls="sv-value"), *body, cls="sv-face")
    return tag("div", face, cls="sv-card sv-plain")


def _amounts(way: Compared, currency: str) -> Phrase:
    return say(
        "{now} against {then}",
        now=Money(way.revenue.now or Decimal(0), currency, short=True),
        then=Money(way.revenue.then or Decimal(0), currency, short=True),
    )


def facts(report: YearOverYear) -> None:
    """Draws both years line by line: money, counts, working days, coverage, and what is still to come."""
    draw(facts_markup(report))


def facts_markup(report: YearOverYear) -> Markup:
    """The lines as an HTML table that scrolls within itself."""
    basis = report.alike or report.compared[0]
    language = current()
    head = tag(
        "tr",
        tag("th", ""),
        tag("th", language.span(basis.pair.then.first, basis.pair.then.last, short=True), cls="sv-num"),
        tag("th", language.span(basis.pair.now.first, basis.pair.now.last, short=True), cls="sv-num"),
        tag("th", _("Change"), cls="sv-num"),
    )
    lines = [_line(_(described(key).label), change, key, report.currency) for key, change in report.changes.items()]
    lines.append(_plain(_("Working days"), str(basis.working_then), str(basis.working_now)))
    lines += [
        _plain(
            said(say("Days with data: {source}", source=Term(PLATFORM_NAMES.get(source.platform, source.platform))))
            or "",
            f"{source.days_then} / {source.of_then}",
            f"{source.days_now} / {source.of_now}",
        )
        for source in report.coverage
    ]
    immature = language.percent(report.immature.share) if report.immature else language.percent(None)
    lines.append(_plain(_("Orders of these leads still to come"), language.percent(Decimal(0)), immature))
    table = tag("table", tag("thead", head), tag("tbody", *lines), cls="sv-facts-table")
    return tag("div", table, cls="sv-scrolls", tabindex="0", role="region", aria_label=_("Both years, line by line"))


def _line(label: str, change: Change, key: str, currency: str) -> Markup:
    language = current()

    def written(value: Decimal | None) -> str:
        return language.money(value, currency, decimals=0) if UNITS.get(key) == "money" else language.number(value)

    return tag(
        "tr",
        tag("th", label, scope="row"),
        tag("td", written(change.base), cls="sv-num"),
        tag("td", written(change.now), cls="sv-num"),
        tag("td", language.percent(change.share, signed=True), cls="sv-num"),
    )


def _plain(label: str, then: str, now: str) -> Markup:
    cells = [tag("td", text, cls="sv-num") for text in (then, now, "")]
    return tag("tr", tag("th", label, scope="row"), *cells)


def cards_of(reasons: Iterable[Reason], currency: str) -> list[Detailed]:
    """The reasons as caveat cards: what it is worth, how we know, whose it is."""
    found = []
    for reason in reasons:
        figure = reason.caveat.figure
        found.append(
            Detailed(
                title=reason.text,
                figure="" if figure is None else current().money(figure, currency, short=True, signed=True),
                facts=((_("How we know"), reason.known_by), (_("Whose it is"), _(reason.owner))),
                blocks=reason.severity is Severity.BLOCKER,
            )
        )
    return found


def channel_columns(currency: str) -> list[Column]:
    """The columns of the table of channels."""
    columns = [
        Column("channel", N_("Channel"), width=180, pinned=True),
        Column("then", N_("Revenue then"), "money", currency),
        Column("now", N_("Revenue now"), "money", currency),
        Column("difference", N_("Difference"), "money", currency, signed=True),
        Column("share", N_("Change"), "percent", signed=True),
        Column("spend_then", N_("Spend then"), "money", currency),
        Column("spend_now", N_("Spend now"), "money", currency),
        Column("orders_then", N_("Orders then"), "count"),
        Column("orders_now", N_("Orders now"), "count"),
    ]
    return main_first(columns, "difference", "share")


def channel_rows(report: YearOverYear) -> list[Row]:
    """One row for each channel of either year."""
    return [
        {
            "channel": _(CHANNELS[line.channel].label),
            "then": line.revenue.base,
            "now": line.revenue.now,
            "difference": line.revenue.difference,
            "share": line.revenue.share,
            "spend_then": line.spend.base,
            "spend_now": line.spend.now,
            "orders_then": line.orders.base,
            "orders_now": line.orders.now,
        }
        for line in report.channels
    ]


def source_names(report: YearOverYear) -> Sequence[tuple[tuple[str, str], str]]:
    """The sources of the coverage picture, with the names that they are known by."""
    return [((source.kind, source.platform), _(_name(source.platform))) for source in report.coverage]


def happenings(report: YearOverYear) -> None:
    """Draws what happened in either year."""
    if not report.happenings:
        return
    items = (
        tag("li", tag("b", current().span(event.day, event.day_to)), " ", event.text) for event in report.happenings
    )
    draw(tag("section", tag("h2", _("What happened")), join([tag("ul", *items, cls="sv-events")])))


def _name(platform: str) -> str:
    return PLATFORM_NAMES.get(platform, platform)
