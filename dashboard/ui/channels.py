"""The budget owner's figures, the table of channels, and the grid of products by channel."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.phrase import N_, Money, Number, Percent, Phrase, say, say_n
from dashboard.i18n import _, current
from dashboard.reports.change import FOLLOW_ORDERS, change
from dashboard.reports.channels import Channels
from dashboard.reports.channels_products import REST, Cell, Grid
from dashboard.reports.channels_tiers import TIER_LABELS
from dashboard.ui import ages
from dashboard.ui.cards import Card
from dashboard.ui.markup import Markup, draw, join, said, tag
from dashboard.ui.table import Column, Kind, main_first
from dashboard.ui.tone import Tone

FIGURES = ("spend", "net_revenue", "margin", "contribution", "romi", "cpo")
_TABLE: tuple[tuple[str, Kind], ...] = (
    ("spend", "money"),
    ("net_revenue", "money"),
    ("margin", "money"),
    ("contribution", "money"),
    ("romi", "percent"),
    ("orders", "count"),
    ("phone_orders", "count"),
    ("cpo", "money"),
    ("roas", "ratio"),
    ("break_even_roas", "ratio"),
)
_SHORT = {"phone_orders": N_("By phone"), "break_even_roas": N_("Break-even")}  # the table is wide as it is
_PARTS = {
    "net_revenue": ("revenue", "refunds"),
    "margin": ("net_revenue", "cogs", "refunded_cogs"),
    "contribution": ("margin", "spend"),
    "romi": ("margin", "spend"),
    "cpo": ("spend", "orders"),
}


def figures(report: Channels) -> list[Card]:
    """From spend to what is left of it."""
    return [_card(report, key) for key in FIGURES]


def columns(report: Channels) -> list[Column]:
    """The channels' table; the tier stands in it only where channels are ranked."""
    found = [Column("name", N_("Channel"), width=165)]
    if report.ranked:
        found.append(Column("standing", N_("Standing"), width=145))
    for key, kind in _TABLE:
        described = metrics.described(key)
        found.append(Column(key, _SHORT.get(key, described.label), kind, report.currency, help=described.help))
    share = Column("share", N_("Share"), "percent", help=N_("Of the contribution of all channels."))
    found.insert([column.key for column in found].index("contribution") + 1, share)
    return main_first(found, "contribution")


def rows(report: Channels) -> list[dict[str, Any]]:
    """One row per channel, with the names as this reader reads them."""
    names = {row.channel: (_(row.label), _(TIER_LABELS[row.tier])) for row in report.channels}
    return [{**row, "name": names[row["channel"]][0], "standing": names[row["channel"]][1]} for row in report.rows()]


def grid(found: Grid, currency: str) -> None:
    """Draws products by channels: contribution large, what a lead costs and brings small, orders of leads below."""
    draw(grid_markup(found, currency))


def grid_markup(found: Grid, currency: str) -> Markup:
    """The grid as HTML. A cell without leads, orders and spend stays empty."""
    names = [CHANNELS[key].label if key in CHANNELS else key for key in found.channels]
    head = tag(
        "tr",
        tag("th", _("Product")),
        tag("th", _("All channels"), cls="sv-num"),
        *(tag("th", _(name), cls="sv-num") for name in names),
    )
    lines = [
        tag(
            "tr",
            tag("th", _product(cell.product), scope="row"),
            _cell(cell, currency, costs=False),
            *(_cell(found.cells.get((cell.product, channel)), currency) for channel in found.channels),
        )
        for cell in found.products
    ]
    table = tag("table", tag("thead", head), tag("tbody", *lines), cls="sv-facts-table sv-grid", style="max-width:none")
    return tag("div", table, cls="sv-scrolls", tabindex="0", role="region", aria_label=_("Products by channel"))


def _product(name: str) -> str:
    return _("other products") if name == REST else name or _("no product named")


def _cell(cell: Cell | None, currency: str, *, costs: bool = True) -> Markup:
    """One cell; over all channels without costs: leads that cost nothing would make every product's look cheap."""
    if cell is None:
        return tag("td", "", cls="sv-num")
    language = current()
    contribution = cell.measures["contribution"]
    why = metrics.why_missing("contribution", cell.measures, currency=currency) if contribution is None else None
    small, cost = [], cell.cpl if cell.per_lead is not None else cell.cpo
    if cell.per_lead is not None:
        small.append(say("{amount} a lead", amount=Money(cell.per_lead, currency, short=True)))
    elif cell.per_order is not None:
        small.append(say("{amount} an order", amount=Money(cell.per_order, currency, short=True)))
    if cost is not None and costs:
        small.append(say("costs {amount}", amount=Money(cost, currency, short=True)))
    bought = say_n("{orders} of {count} lead", "{orders} of {count} leads", cell.leads, orders=Number(cell.orders))
    sold = say_n("{count} order", "{count} orders", cell.orders)
    return tag(
        "td",
        tag("span", language.money(contribution, currency, short=True), cls="sv-strong", title=said(why)),
        tag("br"),
        *(join([tag("span", language.say(part), cls="sv-small"), tag("br")]) for part in small),
        tag("span", said(bought if cell.per_lead is not None else sold), cls="sv-small"),
        cls="sv-num sv-below" if contribution is not None and contribution < 0 else "sv-num",
    )


def _card(report: Channels, key: str) -> Card:
    described = metrics.described(key)
    value = report.measures[key] if key in report.measures else report.metrics[key]
    sub, tone = _to_then(report, key)
    parts: Sequence[str] = _PARTS.get(key, (key,))
    return Card(
        label=described.label,
        value=_written(report, key, value),
        sub=sub,
        tone=tone,
        definition=described.help,
        sums=[
            (metrics.described(part).label, _written(report, part, report.measures[part], whole=True)) for part in parts
        ],
        sources=ages.told_by(report.sources, parts, report.selection.view_sentence if key != "spend" else None),
        reason=metrics.why_missing(key, report.measures, currency=report.currency) if value is None else None,
    )


def _written(report: Channels, key: str, value: Decimal | int | None, *, whole: bool = False) -> str:
    language = current()
    match metrics.described(key).unit:
        case "money":
            return language.money(value, report.currency, short=not whole)
        case "percent":
            return language.percent(value)
        case _:
            return language.number(value, short=not whole)


def _to_then(report: Channels, key: str) -> tuple[Phrase | None, Tone]:
    if key == "romi":
        even = report.metrics["break_even_roas"]
        now = report.metrics["roas"]
        if even is None or now is None:
            return None, "plain"
        return say("ROAS {now}, break-even {even}", now=Number(now, 2), even=Number(even, 2)), "plain"
    if report.grows_late and key in FOLLOW_ORDERS:
        return say("young: not comparable yet"), "plain"
    found = change(key, report.measures, report.then_measures)
    if found is None:
        return None, "plain"
    size, then = Percent(found.share, signed=True), report.then.span
    if found.in_noise:
        return say("{size} to {then}: in the noise", size=size, then=then), "unsure"
    tone: Tone = "plain" if found.is_better is None else "good" if found.is_better else "bad"
    return say("{size} to {then}", size=size, then=then), tone
