"""What a lead of each product brings, large, over what it costs, small: cheap is not the same as good."""

from __future__ import annotations

from typing import Any

from dashboard.charts import grammar, template
from dashboard.charts.look import Look
from dashboard.domain.phrase import Money, Number, say, say_n
from dashboard.i18n import Language
from dashboard.reports.channels import Channels
from dashboard.reports.channels_products import Cell

_ROW_HEIGHT = 40


def figure(report: Channels, look: Look, language: Language) -> dict[str, Any]:
    """Plotly's mapping: a horizontal bar per product with leads, the most contribution per lead on top."""
    cells = report.grid.by_lead
    names = [cell.product for cell in cells]
    brings = [cell.per_lead for cell in cells]
    costs = [cell.cpl for cell in cells]
    said = [_said(cell, name, report.currency, language) for cell, name in zip(cells, names, strict=True)]
    cost_bars = grammar.then_bars(look, names, costs, said, horizontal=True)
    cost_bars["width"] = 0.2
    cost_bars["marker"] = {"color": look.then, "line": {"color": look.paper, "width": 1}}  # it lies on what is brought
    texts = [language.money(cell.per_lead, report.currency, short=True) for cell in cells]
    ends = [max(brought or 0, cost or 0, 0) for brought, cost in zip(brings, costs, strict=True)]
    labels = [
        grammar.direct_label(look, float(end), place, text)
        for place, (end, text) in enumerate(zip(ends, texts, strict=True))
    ]
    return template.figure(
        [grammar.now_bars(look, names, brings, said, horizontal=True), cost_bars],
        template.layout(
            look,
            language,
            language.say(say("Contribution per paid lead, with its cost in grey, {unit}",
                             unit=language.symbol(report.currency))),
            x=template.value_axis(look, language, [*brings, *costs]),
            y=template.name_axis(look, names),
            height=72 + _ROW_HEIGHT * max(len(cells), 1),
            room_right=84,
        ),
        *labels,
    )  # fmt: skip


def _said(cell: Cell, name: str, currency: str, language: Language) -> str:
    lines = [
        name,
        language.say(say("contribution per lead {amount}", amount=_money(cell, currency))),
        language.say(
            say_n("{orders} of {count} lead bought", "{orders} of {count} leads bought", cell.leads,
                  orders=Number(cell.orders))
        ),
    ]  # fmt: skip
    if cell.cpl is not None:
        lines.insert(2, language.say(say("a lead costs {amount}", amount=Money(cell.cpl, currency, short=True))))
    return "\n".join(lines)


def _money(cell: Cell, currency: str) -> Money | None:
    return None if cell.per_lead is None else Money(cell.per_lead, currency, short=True)
