"""What was sold against what would have been without the ads, and the effect summed up since they began."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.charts import grammar
from dashboard.charts.look import Look
from dashboard.charts.template import day_axis, layout, value_axis
from dashboard.charts.template import figure as put_together
from dashboard.domain.phrase import N_
from dashboard.i18n import Language
from dashboard.reports.year_over_year.without_ads.outcome import Drawn, WithoutAds

WITHOUT, SOLD = N_("without the ads"), N_("sold")
STAYED = N_("as before")
REVENUE, ORDERS = N_("Revenue by week, {unit}"), N_("Orders by week")
REVENUE_BY_DAY, ORDERS_BY_DAY = N_("Revenue by day, {unit}"), N_("Orders by day")
SO_FAR, SO_FAR_ORDERS = N_("The effect summed up, {unit}"), N_("The effect summed up, orders")
EFFECT = N_("effect")


def observed(found: WithoutAds, currency: str, look: Look, language: Language) -> dict[str, Any]:
    """Each step sold as a line, what was to be expected in grey with its range; steps still growing are hatched.

    Where nothing can be told, what was sold alone.
    """
    steps = found.steps
    along = [step.days.first for step in steps]
    hover = [_said(step, found, currency, language) for step in steps]
    values = [step.observed for step in steps]
    expected = [step.expected for step in steps]
    growing = [step.observed if step.is_provisional else None for step in steps]
    known = [*values, *expected, *(step.high for step in steps), *(step.low for step in steps)]
    by_day = bool(steps) and steps[0].days.days == 1
    titles = (ORDERS_BY_DAY if by_day else ORDERS) if found.in_orders else (REVENUE_BY_DAY if by_day else REVENUE)
    named = STAYED if found.start and not found.start.was_without else WITHOUT
    told = any(value is not None for value in expected)
    return put_together(
        [
            grammar.band(look, along, [step.low for step in steps], [step.high for step in steps]) if told else None,
            grammar.unfinished(look, along, growing) if any(value is not None for value in growing) else None,
            grammar.then_line(look, along, expected, name=language.gettext(named)) if told else None,
            grammar.now_line(look, along, values, hover, name=language.gettext(SOLD)),
        ],
        layout(
            look,
            language,
            _titled(titles, currency, language),
            x=day_axis(look, language, along),
            y=value_axis(look, language, known),
            height=300,
        ),
        _flag(found, look),
    )


def so_far(found: WithoutAds, currency: str, look: Look, language: Language) -> dict[str, Any]:
    """The effect summed up from the start on, with its range; zero is a line."""
    steps = [step for step in found.steps if step.so_far is not None]
    along = [step.days.first for step in steps]
    hover = [
        f"{language.span(step.days.first, step.days.last)}: "
        f"{_amount(step.so_far, found.in_orders, currency, language, signed=True)}"
        for step in steps
    ]
    low, high = [step.so_far_low for step in steps], [step.so_far_high for step in steps]
    return put_together(
        [
            grammar.band(look, along, low, high),
            grammar.now_line(look, along, [step.so_far for step in steps], hover, name=language.gettext(EFFECT)),
        ],
        layout(
            look,
            language,
            _titled(SO_FAR_ORDERS if found.in_orders else SO_FAR, currency, language),
            x=day_axis(look, language, along),
            y=value_axis(look, language, [*low, *high]),
            height=220,
        ),
    )


def _flag(found: WithoutAds, look: Look) -> dict[str, list[Any]]:
    return grammar.event_flags(look, [found.window.first]) if found.window else {}


def _titled(title: str, currency: str, language: Language) -> str:
    return language.gettext(title).replace("{unit}", language.symbol(currency))


def _said(step: Drawn, found: WithoutAds, currency: str, language: Language) -> str:
    days = language.day(step.days.first) if step.days.days == 1 else language.span(step.days.first, step.days.last)
    lines = [f"{days}: {_amount(step.observed, found.in_orders, currency, language)}"]
    if step.low is not None:
        bounds = [_amount(value, found.in_orders, currency, language) for value in (step.expected, step.low, step.high)]
        lines.append(f"{language.gettext(WITHOUT)}: {bounds[0]} ({bounds[1]} … {bounds[2]})")
    return "\n".join(lines)


def _amount(amount: Decimal | None, in_orders: bool, currency: str, language: Language, *, signed: bool = False) -> str:
    if in_orders or amount is None:
        return language.number(amount, 0, signed=signed)
    return language.money(amount, currency, short=True, signed=signed)
