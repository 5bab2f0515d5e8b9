"""The days that an import changes: grey bars for what they were, the accent for what they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.charts import grammar, template
from dashboard.charts.look import Look
from dashboard.domain.phrase import Money, Number, Term, say
from dashboard.i18n import Language
from dashboard.reports.import_changes import LABELS, Series

MOST_BARS = 92  # beyond it, months

_Pair = tuple[Decimal, Decimal]


def figure(series: Series, look: Look, language: Language) -> dict[str, Any]:
    """Plotly's mapping: one pair of bars for each day that changes, or for each month where there are many days."""
    days = {change.day: (Decimal(change.before or 0), Decimal(change.after or 0)) for change in reversed(series.days)}
    monthly = len(days) > MOST_BARS
    pairs = _by_month(days) if monthly else days
    along = [day.isoformat() for day in pairs]
    written = [_written(language, series, day, pair, monthly) for day, pair in pairs.items()]
    before, after = [pair[0] for pair in pairs.values()], [pair[1] for pair in pairs.values()]
    then, now = grammar.then_bars(look, along, before, written), grammar.now_bars(look, along, after, written)
    then["width"], now["width"] = 0.72, 0.4
    axis = template.month_axis(look, language, list(pairs)) if monthly else _day_axis(look, language, list(pairs))
    return template.figure(
        [then, now],
        template.layout(
            look,
            language,
            _title(language, series, monthly),
            x=axis,
            y=template.value_axis(look, language, [*before, *after]),
            height=220,
        ),
    )


def _by_month(days: Mapping[date, _Pair]) -> dict[date, _Pair]:
    months: dict[date, _Pair] = {}
    for day, (before, after) in days.items():
        had = months.get(day.replace(day=1), (Decimal(0), Decimal(0)))
        months[day.replace(day=1)] = (had[0] + before, had[1] + after)
    return months


def _day_axis(look: Look, language: Language, days: Sequence[date]) -> template.Axis:
    """Only the days that change stand side by side, so the axis is one of names."""
    axis = template.day_axis(look, language, days)
    return {**axis, "type": "category"}


def _title(language: Language, series: Series, monthly: bool) -> str:
    measure = Term(LABELS.get(series.measure, series.measure))
    if series.is_money:
        unit = language.symbol(series.currency)
        if monthly:
            return language.say(say("{measure} by month, {unit}: then (grey) and after", measure=measure, unit=unit))
        return language.say(say("{measure} by day, {unit}: then (grey) and after", measure=measure, unit=unit))
    if monthly:
        return language.say(say("{measure} by month: then (grey) and after", measure=measure))
    return language.say(say("{measure} by day: then (grey) and after", measure=measure))


def _written(language: Language, series: Series, day: date, pair: _Pair, monthly: bool) -> str:
    def amount(value: Decimal) -> Money | Number:
        return Money(value, series.currency) if series.is_money else Number(value)

    when = language.month(day) if monthly else language.day(day)
    return language.say(
        say("{when}\nthen {before}\nafter {after}", when=when, before=amount(pair[0]), after=amount(pair[1]))
    )
