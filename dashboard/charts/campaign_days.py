"""The days of a period: bars now, a grey line for the days before, the plan as a hairline, flags for events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dashboard.charts import grammar, template
from dashboard.charts.look import Look
from dashboard.domain import metrics
from dashboard.domain.phrase import N_, Day, Money, Number, say
from dashboard.i18n import Language
from dashboard.reports import campaigns_plan
from dashboard.reports.campaigns import Campaigns
from dashboard.reports.campaigns_days import DaySums

MEASURES = ("spend", "clicks", "leads", "target_leads", "orders", "net_revenue")
_MOST_BARS = 100  # beyond it, weeks

_TITLES_BY_DAY = {
    "spend": N_("Spend by day, {unit}"),
    "clicks": N_("Clicks by day"),
    "leads": N_("Leads by day"),
    "target_leads": N_("Target leads by day"),
    "orders": N_("Orders by day"),
    "net_revenue": N_("Revenue by day, {unit}"),
}
_TITLES_BY_WEEK = {
    "spend": N_("Spend by week, {unit}"),
    "clicks": N_("Clicks by week"),
    "leads": N_("Leads by week"),
    "target_leads": N_("Target leads by week"),
    "orders": N_("Orders by week"),
    "net_revenue": N_("Revenue by week, {unit}"),
}
_PLAN = {"net_revenue": "revenue"}


def figure(report: Campaigns, look: Look, language: Language, measure: str = "spend") -> dict[str, Any]:
    """Plotly's mapping for one measure of MEASURES. A period of more than a hundred days is drawn by week."""
    weekly = report.selection.period.days > _MOST_BARS
    known_to = min(report.selection.period.last, report.data_as_of or report.selection.period.last)
    now = _steps(_by_day(report.days, measure, report.selection.period.first, known_to), weekly)
    days_then = _by_day(report.then_days, measure, report.then.first, report.then.last) if report.then_days else {}
    then = list(_steps(days_then, weekly).items())
    steps = list(now)
    before: list[Decimal | None] = [value for _, value in then[: len(steps)]]
    before += [None] * (len(steps) - len(before))
    money = metrics.MEASURES[measure].unit == "money"
    written = [_said(language, report, step, now[step], place, then, money) for place, step in enumerate(steps)]
    open_from = report.provisional_from
    unsure = [step for step in steps if open_from and _last(step, weekly) >= open_from]
    plan = _plan(report, measure, steps, weekly)

    traces = [
        grammar.now_bars(look, steps, [None if step in unsure else now[step] for step in steps], written),
        grammar.unfinished(look, steps, [now[step] if step in unsure else None for step in steps], written)
        if unsure
        else None,
        grammar.then_line(look, steps, before, name=_short_span(language, report)) if any(before) else None,
        grammar.plan_line(look, steps, plan, _plan_figure(language, report, measure, plan)) if any(plan) else None,
    ]
    title = say((_TITLES_BY_WEEK if weekly else _TITLES_BY_DAY)[measure], unit=language.symbol(report.currency))
    flags = [max(event.day, steps[0]) for event in report.events] if steps else []
    return template.figure(
        traces,
        template.layout(
            look,
            language,
            language.say(title),
            x=template.day_axis(look, language, steps),
            y=template.value_axis(look, language, [*now.values(), *before, *plan]),
            room_right=72 if any(plan) or any(before) else 16,
        ),
        grammar.event_flags(look, flags),
    )


def _by_day(days: Sequence[DaySums], measure: str, first: date, last: date) -> dict[date, Decimal]:
    """Every day from first to last; one without rows is zero, for its sources were read past it."""
    values = {day.day: Decimal(day.measures[measure] or 0) for day in days}
    return {
        day: values.get(day, Decimal(0)) for day in (first + timedelta(days=i) for i in range((last - first).days + 1))
    }


def _steps(days: Mapping[date, Decimal], weekly: bool) -> dict[date, Decimal]:
    if not weekly:
        return dict(days)
    weeks: dict[date, Decimal] = {}
    for day, value in days.items():
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, Decimal(0)) + value
    return weeks


def _last(step: date, weekly: bool) -> date:
    return step + timedelta(days=6) if weekly else step


def _plan(report: Campaigns, measure: str, steps: Sequence[date], weekly: bool) -> list[Decimal | None]:
    line = report.plan_of(_PLAN.get(measure, measure))
    if line is None:
        return [None] * len(steps)
    spread = _steps(campaigns_plan.daily(line, report.profile.country, report.selection.period), weekly)
    return [spread.get(step) for step in steps]


def _plan_figure(language: Language, report: Campaigns, measure: str, plan: Sequence[Decimal | None]) -> str:
    """What the plan asks of the last step, to stand at the line's end."""
    last = next(value for value in reversed(plan) if value is not None)
    money = metrics.described(measure).unit == "money"
    return language.say(
        say("plan {amount}", amount=Money(last, report.currency, short=True) if money else Number(round(last)))
    )


def _short_span(language: Language, report: Campaigns) -> str:
    return language.span(report.then.first, report.then.last, year=False, short=True)


def _said(
    language: Language,
    report: Campaigns,
    step: date,
    value: Decimal,
    place: int,
    then: Sequence[tuple[date, Decimal]],
    money: bool,
) -> str:
    def amount(of: Decimal) -> Money | Number:
        return Money(of, report.currency, short=True) if money else Number(of)

    if place >= len(then):
        return language.say(say("{day}: {amount}", day=Day(step), amount=amount(value)))
    day, before = then[place]
    return language.say(
        say(
            "{day}: {amount}\n{then}: {before}",
            day=Day(step),
            amount=amount(value),
            then=Day(day),
            before=amount(before),
        )
    )
