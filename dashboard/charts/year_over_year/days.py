"""The same days of two years, one over the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from dashboard.charts import grammar
from dashboard.charts.look import Look
from dashboard.charts.template import day_axis, layout, value_axis
from dashboard.charts.template import figure as put_together
from dashboard.domain.phrase import N_
from dashboard.domain.year_over_year.second_period import months_between
from dashboard.i18n import Language
from dashboard.reports.year_over_year.days import Day
from dashboard.reports.year_over_year.report import YearOverYear

MONTHS_OF_A_YEAR = 12
MOST_BARS = 62  # beyond two months a bar a day is a fence, so weeks are drawn
A_YEAR_BEFORE, THEN = N_("a year before"), N_("then")
BY_DAY, BY_WEEK = N_("Revenue by day, {unit}"), N_("Revenue by seven days, {unit}")


def figure(report: YearOverYear, look: Look, language: Language) -> dict[str, Any]:
    """Revenue of each day (of each seven days in a long period) now as bars, then as a grey line on the same days."""
    now, then = _steps(report.days_now), _steps(report.days_then)
    along = [day.day for day in now]
    matched = [old for _, old in zip_longest(now, then)][: len(now)]
    before = [None if old is None else old.revenue for old in matched]
    said = [_said(new, old, report.currency, language) for new, old in zip(now, matched, strict=True)]
    unit = language.symbol(report.currency)
    named = BY_DAY if len(report.days_now) <= MOST_BARS else BY_WEEK
    bars = grammar.now_bars(look, along, [day.revenue for day in now], said)
    values = [*(day.revenue for day in now), *before]
    return put_together(
        [bars, grammar.then_line(look, along, before, said, name=language.gettext(_then(report)))],
        layout(
            look,
            language,
            language.gettext(named).replace("{unit}", unit),
            x=day_axis(look, language, along),
            y=value_axis(look, language, values),
            height=300,
            room_right=96,
        ),
    )


def _then(report: YearOverYear) -> str:
    pair = report.basis.pair
    return A_YEAR_BEFORE if months_between(pair.now, pair.then) == MONTHS_OF_A_YEAR else THEN


def _steps(days: Sequence[Day]) -> list[Day]:
    if len(days) <= MOST_BARS:
        return list(days)
    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    return [
        Day(
            week[0].day,
            sum((day.revenue for day in week), Decimal(0)),
            sum((day.spend for day in week), Decimal(0)),
        )
        for week in weeks
    ]


def _said(now: Day, then: Day | None, currency: str, language: Language) -> str:
    lines = [f"{language.day(now.day)}: {language.money(now.revenue, currency)}"]
    if then is not None:
        lines.append(f"{language.day(then.day)}: {language.money(then.revenue, currency)}")
    return "\n".join(lines)
