"""The bridge from then to now: a table whose bars are its chart, so that whoever cannot see it reads the same."""

from __future__ import annotations

from decimal import Decimal

from dashboard.charts.year_over_year.bridge import Bar, Kind, Steps, steps
from dashboard.domain.phrase import N_, Money, Percent, Phrase, say
from dashboard.domain.year_over_year.bridge import PROVEN, Bridge, Certainty, Group, Line, Owner, Years
from dashboard.domain.year_over_year.line_names import GROUP_NAMES, LINE_MEANINGS, LINE_NAMES, OWNER_NAMES
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.ui.markup import Markup, draw, said, tag

_LEFT = {str(Group.COMPARABILITY): N_("Comparable"), str(Group.SCOPE): N_("Like for like")}


def show(report: YearOverYear) -> None:
    """Draws the bridge of revenue, and that of profit folded below it; nothing where there is none."""
    if report.bridge is None:
        return
    title = _("From then to now, in revenue")
    draw(markup(report.bridge, report.currency, _periods(report), title))
    if report.profit_bridge is not None and report.profit_bridge.lines:
        table = markup(
            report.profit_bridge, report.currency, _periods(report), _("From then to now, in profit"), head=False
        )
        draw(tag("details", tag("summary", tag("h2", _("From then to now, in profit"))), table, cls="sv-fold"))


def _periods(report: YearOverYear) -> tuple[str, str]:
    pair, language = report.basis.pair, current()
    return (
        language.span(pair.then.first, pair.then.last, short=True),
        language.span(pair.now.first, pair.now.last, short=True),
    )


def markup(bridge: Bridge, currency: str, periods: tuple[str, str], title: str, *, head: bool = True) -> Markup:
    """The bridge as HTML. `periods` are the written days of then and of now."""
    found = steps(bridge)
    heads = (_("Line"), _("Bar"), _("Amount"), _("Doubt"))
    columns = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in heads), role="row")
    rows: list[Markup] = []
    group: Group | None = None
    for bar in found.bars:
        if bar.line is not None and bar.line.group is not group:
            group = bar.line.group
            rows.append(_group(group))
        rows.append(_row(bar, found, currency, periods))
    made = tag(
        "table",
        tag("caption", title, cls="sv-unseen"),
        tag("thead", columns, cls="sv-unseen", role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        cls="sv-bridge",
        role="table",
    )
    if not head:
        return tag("div", _reading(), made)
    return tag("section", tag("h2", title), _reading(), made, cls="sv-section")


def _reading() -> Markup:
    said = _(
        "Each bar begins where the one above it ends. Hatched bars are within the noise. Beside a name: whose it is."
    )
    return tag("p", said, cls="sv-facts")


def _group(group: Group) -> Markup:
    name = tag("th", _(GROUP_NAMES[group]), scope="rowgroup", colspan=4, role="rowheader")
    return tag("tr", name, cls="sv-bridge-group", role="row")


def _row(bar: Bar, found: Steps, currency: str, periods: tuple[str, str]) -> Markup:
    cells = (
        tag("th", *_name(bar, periods), scope="row", role="rowheader", cls="sv-bridge-name"),
        tag("td", _drawn(bar, found), cls="sv-bridge-track", role="cell"),
        tag("td", _amount(bar, currency), cls="sv-bridge-amount sv-num", role="cell"),
        tag("td", said(_doubt(bar, currency)), cls="sv-bridge-doubt sv-num", role="cell"),
    )
    return tag("tr", *cells, cls=f"sv-bridge-{bar.kind} {_tone(bar)}".strip(), role="row")


def _name(bar: Bar, periods: tuple[str, str]) -> tuple[Markup | str, ...]:
    match bar.kind:
        case Kind.THEN:
            return (periods[0],)
        case Kind.NOW:
            return (periods[1],)
        case Kind.LEFT:
            return (_(_LEFT[bar.key]),)
    owner = bar.line.owner if bar.line else Owner.NOBODY
    whose = "" if owner is Owner.NOBODY else tag("span", f"· {_(OWNER_NAMES[owner])}", cls="sv-small")
    name = tag("span", _(LINE_NAMES[bar.key]), title=_(LINE_MEANINGS[bar.key]))
    return (name, " ", whose) if whose else (name,)


def _drawn(bar: Bar, found: Steps) -> Markup:
    """The bar, its whisker, and the places of then and now behind it."""
    left, right = sorted((bar.start, bar.end))
    parts = [
        tag("i", cls="sv-at-then", style=f"left:{_share(found.then)}"),
        tag("i", cls="sv-at-now", style=f"left:{_share(found.now)}"),
        tag("b", style=f"left:{_share(left)};width:{_share(right - left)}"),
    ]
    if bar.whisker:
        low, high = bar.whisker
        cls = "sv-whisker sv-cut" if bar.is_cut else "sv-whisker"
        parts.append(tag("u", cls=cls, style=f"left:{_share(low)};width:{_share(high - low)}"))
    return tag("span", *parts, aria_hidden="true")


def _share(place: float) -> str:
    return f"{place * 100:.2f}%"


def _tone(bar: Bar) -> str:
    if bar.line is None:
        return ""
    if bar.line.se is None:
        return "sv-stated"
    if bar.line.certainty is Certainty.IN_NOISE:
        return "sv-unproven"
    return "sv-up" if bar.line.amount > 0 else "sv-down"


def _amount(bar: Bar, currency: str) -> str:
    language = current()
    if bar.kind is Kind.THEN:
        return language.money(bar.amount, currency, short=True)
    if bar.kind is Kind.NOW and bar.years is not None:
        return language.money(bar.years.now, currency, short=True)
    return language.money(bar.amount, currency, short=True, signed=True)


def _doubt(bar: Bar, currency: str) -> Phrase | None:
    """What stands behind the amount: the growth of what is left, else how far chance alone may carry the line."""
    if bar.kind is Kind.NOW and bar.years is not None:
        return _grown(bar.years, currency, with_difference=True)
    if bar.kind is Kind.LEFT and bar.years is not None:
        return _grown(bar.years, currency)
    return None if bar.line is None else _of_line(bar.line, currency)


def _grown(years: Years, currency: str, *, with_difference: bool = False) -> Phrase | None:
    if years.growth is None:
        return None
    growth = Percent(years.growth, signed=True, decimals=1)
    if with_difference:
        return say("{difference}, {growth}", difference=_short(years.difference, currency, signed=True), growth=growth)
    return say(
        "{growth}: {then} → {now}",
        growth=growth,
        then=_short(years.then, currency),
        now=_short(years.now, currency),
    )


def _of_line(line: Line, currency: str) -> Phrase | None:
    if line.se is None:
        return None
    if line.certainty is Certainty.COUNTED:
        return say("counted")
    doubt = _short(Decimal(PROVEN * line.se), currency)
    return say("± {doubt}", doubt=doubt) if line.proven else say("± {doubt}, not proven", doubt=doubt)


def _short(amount: Decimal, currency: str, *, signed: bool = False) -> Money:
    return Money(amount, currency, short=True, signed=signed)
