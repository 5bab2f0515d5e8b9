"""Thirteen months of what went into the internet against what was left of it."""

from __future__ import annotations

from typing import Any

from dashboard.charts import grammar
from dashboard.charts.look import Look
from dashboard.charts.template import figure as put_together
from dashboard.charts.template import layout, month_axis, value_axis
from dashboard.i18n import Language
from dashboard.reports.summary import InternetMonth, Summary


def figure(report: Summary, look: Look, language: Language) -> dict[str, Any]:
    """Contribution of each month as bars upwards (the unfinished one hatched), spend with the fee as bars downwards."""
    months = report.months
    along = [month.month for month in months]
    put_in = [-(month.spend + month.fee) for month in months]
    said = [_said(month, report.currency, language) for month in months]
    finished = [None if month.unfinished else month.contribution for month in months]
    young = [month.contribution if month.unfinished else None for month in months]
    below = [min(month.contribution or 0, 0) for month in months]  # a loss stands below zero, and the spend below it
    values = [*(lost + put for lost, put in zip(below, put_in, strict=True)), *(month.contribution for month in months)]
    unit = language.symbol(report.currency)
    title = language.gettext("Contribution and spend by month, {unit}").replace("{unit}", unit)
    spend = grammar.now_bars(look, along, put_in, said)
    spend["base"] = [float(lost) for lost in below]
    spend["marker"] = {"color": look.muted, "line": {"width": 0}}
    return put_together(
        [grammar.now_bars(look, along, finished, said), grammar.unfinished(look, along, young, said), spend],
        layout(
            look,
            language,
            title,
            x=month_axis(look, language, along),
            y=value_axis(look, language, values),
            height=300,
        ),
    )


def _said(month: InternetMonth, currency: str, language: Language) -> str:
    lines = [
        language.month(month.month),
        f"{language.gettext('Spend and fee')}: {language.money(month.spend + month.fee, currency)}",
        f"{language.gettext('Contribution')}: {language.money(month.contribution, currency)}",
    ]
    if month.unfinished:
        lines.append(language.gettext("not finished yet"))
    return "\n".join(lines)
