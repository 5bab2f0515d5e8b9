"""Contribution of each channel with its doubt, in tiers: earns, cannot tell, loses, without spend, no source."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any

from dashboard.charts import grammar, template
from dashboard.charts.look import Look
from dashboard.domain.phrase import Money, Number, Percent, Phrase, Term, say
from dashboard.i18n import Language
from dashboard.reports.channels import Channels
from dashboard.reports.channels_row import ChannelRow
from dashboard.reports.channels_tiers import TIER_LABELS, Tier

_ROW_HEIGHT = 44
_GAP = 0.45  # between two bars: a tier's heading has its room there


def figure(report: Channels, look: Look, language: Language) -> dict[str, Any]:
    """Plotly's mapping: one horizontal bar per channel. Without a ranking: by spend, in one colour, without tiers."""
    rows = list(report.channels)
    if not report.ranked:
        rows.sort(key=lambda row: row.measures["spend"] or 0, reverse=True)
    names = [language.gettext(row.label) for row in rows]
    values = [_contribution(row) for row in rows]
    low = [row.interval.low if row.interval else None for row in rows]
    high = [row.interval.high if row.interval else None for row in rows]
    colours = [_colour(row, look, report.ranked) for row in rows]
    bars = grammar.now_bars(
        look,
        names,
        values,
        [language.say(_said(row, report.currency)) for row in rows],
        horizontal=True,
        colours=colours,
        whiskers=grammar.whiskers(look, values, low, high),
    )
    labels = [
        _beside(look, name, row, language.money(_contribution(row), report.currency, short=True))
        for name, row in zip(names, rows, strict=True)
    ]
    dividers = []
    if report.ranked:
        named = zip(names, rows, strict=True)
        for tier, members in groupby(named, key=lambda pair: pair[1].tier):
            dividers.append(grammar.divider(look, next(members)[0], language.gettext(TIER_LABELS[tier])))
    return template.figure(
        [bars],
        template.layout(
            look,
            language,
            language.say(say("Contribution: margin less spend, {unit}", unit=language.symbol(report.currency))),
            x=template.value_axis(look, language, [*values, *low, *high], ticks=2),
            y=template.name_axis(look, names),
            height=88 + _ROW_HEIGHT * max(len(rows), 1),
            room_right=84,
            bargap=_GAP,
        ),
        *labels,
        *dividers,
    )


def _contribution(row: ChannelRow) -> Decimal | None:
    value = row.measures["contribution"]
    return None if value is None else Decimal(value)


def _end_of(row: ChannelRow) -> float:
    """Where the bar with its whisker ends on the right, so that the figure stands free of both."""
    ends = [_contribution(row), row.interval.high if row.interval else None, Decimal(0)]
    return max(float(end) for end in ends if end is not None)


def _beside(look: Look, name: str, row: ChannelRow, text: str) -> dict[str, list[Any]]:
    label = grammar.direct_label(look, _end_of(row), 0, text)
    label["annotations"][0]["y"] = name
    return label


def _colour(row: ChannelRow, look: Look, ranked: bool) -> str:
    if not ranked:
        return look.accent
    return {
        Tier.EARNS: look.good,
        Tier.LOSES: look.bad,
        Tier.CANNOT_TELL: look.then,
        Tier.NO_SPEND: look.accent,
        Tier.NO_SOURCE: look.muted,
    }[row.tier]


def _said(row: ChannelRow, currency: str) -> Phrase:
    def money(amount: Decimal | int | None) -> Money | None:
        return None if amount is None else Money(Decimal(amount), currency, short=True)

    facts = say(
        "{channel}\nspend {spend} · revenue {revenue} · margin {margin}\ncontribution {contribution}",
        channel=Term(row.label),
        spend=money(row.measures["spend"]),
        revenue=money(row.measures["net_revenue"]),
        margin=money(row.measures["margin"]),
        contribution=money(row.measures["contribution"]),
    )
    if row.missing is not None:
        return say("{facts}\n{why}", facts=facts, why=row.missing)
    if row.interval is None:
        return facts
    return say(
        "{facts}, {low} to {high} with the doubt\nROMI {romi} · rests on {deals} orders of even size",
        facts=facts,
        low=money(row.interval.low),
        high=money(row.interval.high),
        romi=Percent(row.metrics["romi"]) if row.metrics["romi"] is not None else None,
        deals=Number(row.deals or 0, decimals=0),
    )
