"""Both periods in tables: line by line, by month, week, channel and product."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from dashboard.domain.caveats import Severity
from dashboard.domain.channels import CHANNELS
from dashboard.domain.comparison import Change
from dashboard.domain.metrics import described
from dashboard.domain.period import full_month
from dashboard.domain.phrase import N_, Phrase, say
from dashboard.i18n import _, current
from dashboard.reports.year_over_year.report import YearOverYear
from dashboard.reports.year_over_year.slices import ChannelChange, ProductChange, Slice
from dashboard.ui import section, table
from dashboard.ui.markup import Markup, draw, said, tag
from dashboard.ui.table import Column, Row, main_first

NO_PRODUCT = N_("no product named")
MONTHS, WEEKS, OF_CHANNELS, OF_PRODUCTS = N_("Months"), N_("Weeks"), N_("Channels"), N_("Products")
_ONE_OF = {MONTHS: N_("Month"), WEEKS: N_("Week"), OF_CHANNELS: N_("Channel"), OF_PRODUCTS: N_("Product")}
_UNITS = {"spend": "money", "net_revenue": "money", "margin": "money", "contribution": "money"}


def show(report: YearOverYear) -> None:
    """Draws the lines of both periods, then the cut that is chosen, each with both periods, difference and change."""
    section.show(_("Both periods, line by line"))
    draw(lines_markup(report))
    cuts = [cut for cut, found in _cuts(report).items() if found]
    if not cuts:
        return
    section.show(_("What moved"), _("Revenue net of refunds by the day of the sale, the same days of both periods."))
    key = f"yoy-cut-{current().code}"
    chosen = st.segmented_control(
        _("By"), cuts, default=cuts[0], format_func=_, key=key, label_visibility="collapsed", required=True
    )
    if chosen == OF_CHANNELS and (blocked := channels_blocked(report)):
        draw(tag("p", said(blocked), cls="sv-gaps"))
        return
    table.show(
        _columns(report, chosen or cuts[0]),
        _cuts(report)[chosen or cuts[0]],
        key=f"yoy-{chosen}",
        search=chosen == OF_PRODUCTS,
        description=_("Both periods with their difference, line by line."),
    )


def channels_blocked(report: YearOverYear) -> Phrase | None:
    """Why channels may not be compared; None where they may."""
    found = (reason for reason in report.reasons if reason.severity is Severity.BLOCKER and reason.of_channels)
    return next((say("Channels cannot be compared, only the totals can. {why}", why=one.text) for one in found), None)


def _cuts(report: YearOverYear) -> dict[str, list[Row]]:
    return {
        OF_CHANNELS: [_row(_(CHANNELS[line.channel].label), line) for line in report.channels],
        OF_PRODUCTS: [_row(line.product or _(NO_PRODUCT), line) for line in report.products],
        MONTHS: [_row(_month(one), one) for one in report.months],
        WEEKS: [_row(current().span(one.now.first, one.now.last, year=False, short=True), one) for one in report.weeks],
    }


def _month(one: Slice) -> str:
    name = current().month(one.now.first, short=True)
    if one.now == full_month(one.now.first):
        return name
    return current().span(one.now.first, one.now.last, short=True)


def _row(name: str, line: ChannelChange | ProductChange | Slice) -> Row:
    return {
        "name": name,
        "then": line.revenue.base,
        "now": line.revenue.now,
        "difference": line.revenue.difference,
        "share": line.revenue.share,
        "orders_then": line.orders.base,
        "orders_now": line.orders.now,
        "spend_then": line.spend.base,
        "spend_now": line.spend.now,
    }


def _columns(report: YearOverYear, cut: str) -> list[Column]:
    currency = report.currency
    columns = [
        Column("name", _ONE_OF[cut], width=190, pinned=True),
        Column("then", N_("Revenue then"), "money", currency),
        Column("now", N_("Revenue now"), "money", currency),
        Column("difference", N_("Difference"), "money", currency, signed=True),
        Column("share", N_("Change"), "percent", signed=True),
        Column("orders_then", N_("Orders then"), "count"),
        Column("orders_now", N_("Orders now"), "count"),
        Column("spend_then", N_("Spend then"), "money", currency),
        Column("spend_now", N_("Spend now"), "money", currency),
    ]
    return main_first(columns, "difference", "share")


def lines_markup(report: YearOverYear) -> Markup:
    """Both periods line by line: money, counts, working days, and what is still to come."""
    basis, language = report.basis, current()
    pair = basis.pair
    head = tag(
        "tr",
        tag("th", tag("span", _("Measure"), cls="sv-unseen")),
        tag("th", language.span(pair.then.first, pair.then.last, short=True), cls="sv-num", scope="col"),
        tag("th", language.span(pair.now.first, pair.now.last, short=True), cls="sv-num", scope="col"),
        tag("th", _("Difference"), cls="sv-num", scope="col"),
        tag("th", _("Change"), cls="sv-num", scope="col"),
    )
    lines = [_line(_(described(key).label), change, key, report.currency) for key, change in report.changes.items()]
    lines.append(_plain(_("Working days"), language.number(basis.working_then), language.number(basis.working_now)))
    if report.immature:
        share = language.percent(report.immature.share)
        lines.append(_plain(_("Orders of these leads still to come"), language.percent(Decimal(0)), share))
    made = tag("table", tag("thead", head), tag("tbody", *lines), cls="sv-facts-table")
    return tag("div", made, cls="sv-scrolls", tabindex="0", role="region", aria_label=_("Both periods, line by line"))


def _line(label: str, change: Change, key: str, currency: str) -> Markup:
    language, is_money = current(), _UNITS.get(key) == "money"

    def written(value: Decimal | None, signed: bool = False) -> str:
        if is_money:
            return language.money(value, currency, decimals=0, signed=signed)
        return language.number(value, signed=signed)

    figures = (
        written(change.base),
        written(change.now),
        written(change.difference, signed=True),
        language.percent(change.share, signed=True),
    )
    return tag("tr", tag("th", label, scope="row"), *(tag("td", text, cls="sv-num") for text in figures))


def _plain(label: str, then: str, now: str) -> Markup:
    cells = [tag("td", text, cls="sv-num") for text in (then, now, "", "")]
    return tag("tr", tag("th", label, scope="row"), *cells)
