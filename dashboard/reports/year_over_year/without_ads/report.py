"""“Without the ads?”: what sales would have been, by what ads cannot move, or why that cannot be told.

It is of the client, not of the days chosen: of the time since the ads began, as far as a third of the time before
reaches. It is made once for each version of the figures and each day, and all reports share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain.counterfactual.answer import Answer, Effect, answer
from dashboard.domain.counterfactual.question import (
    LEAST_DAYS,
    LEAST_WEEKS,
    LONGEST_DAYS,
    TIMES_LONGER,
    Question,
    Refusal,
)
from dashboard.domain.counterfactual.regressors import Unit
from dashboard.domain.period import Period
from dashboard.domain.phrase import say
from dashboard.domain.statistics.interval import Interval
from dashboard.reports.freshness import SourceAge
from dashboard.reports.year_over_year.series import fetch_market
from dashboard.reports.year_over_year.without_ads import words
from dashboard.reports.year_over_year.without_ads.controls import candidates, controls, reaches
from dashboard.reports.year_over_year.without_ads.experiments import claimed, experiments, wanted
from dashboard.reports.year_over_year.without_ads.history import Event, History, Step, are_steadier, fetch_history
from dashboard.reports.year_over_year.without_ads.outcome import Drawn, Figures, Outcome, WithoutAds
from dashboard.reports.year_over_year.without_ads.regions import Regions, fetch_regions
from dashboard.reports.year_over_year.without_ads.start import Start, find_start, is_start

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ENOUGH_BY_DAY = 20  # sales a day, from which on days can be counted
LEAST_SINCE = 4  # weeks; a shorter time since the start is counted by the day where there are sales enough
_RECENT_DAYS = 90


def without_ads(warehouse: Warehouse, ages: Sequence[SourceAge], today: date) -> WithoutAds:
    """The answer for this client, made once for this version of the figures and this day."""
    return warehouse.kept(f"without ads {today}", lambda: made(warehouse, ages, today))


def made(warehouse: Warehouse, ages: Sequence[SourceAge], today: date) -> WithoutAds:
    """The answer, made anew."""
    history = fetch_history(warehouse, ages, today)
    if history is None:
        return _refused(Refusal("no_sales", say("There are no sales by the day to tell from.")))
    if not warehouse.gives(history.first, history.last):
        return _refused(
            Refusal("not_given", say("It takes all days that there are, and only some of them may be shown here."))
        )
    regions = fetch_regions(warehouse, Period(history.first, history.last))
    found = _told(warehouse, history, regions)
    if found.outcome is Outcome.SHOWN:
        return found
    planned = experiments(warehouse, history, regions)
    return replace(found, experiments=planned, wanted=wanted(planned, regions))


def _told(warehouse: Warehouse, history: History, regions: Regions) -> WithoutAds:
    unit, steps, start = _unit(history)
    if start is None:
        return _refused(Refusal("no_start", words.no_start(steps)), steps=_raw(steps, in_orders=False))
    period = Period(history.first, history.last)
    series = fetch_market(warehouse, period.first, period.last)
    treated = regions.named_in(start.event)
    found = candidates(warehouse, series, period)
    if treated:
        found, steps = (*found, regions.without_ads(treated, period)), regions.only(treated, steps)
    steps = steps[start.from_step : start.until_step]
    before = start.step - start.from_step
    horizon = _horizon(unit, steps, before, reaches(found))
    steps = steps[: before + horizon]
    in_orders = are_steadier([step.orders for step in steps[:before]], [step.revenue for step in steps[:before]])
    last = steps[-1].days.last
    question = Question(
        unit=unit,
        first=steps[0].days.first,
        observed=tuple(_amount(step, in_orders) if step.is_known else None for step in steps),
        sales=tuple(step.orders for step in steps),
        before=before,
        controls=controls(found, steps, history.events, start.day, last),
    )
    told = answer(question)
    since = Period(steps[before].days.first, last) if horizon > 0 else None
    if told.effect is None or since is None:
        return _refused(*told.refusals, start=start, window=since, steps=_raw(steps, in_orders=in_orders))
    claim = _claim(warehouse, start, steps, since, "orders" if in_orders else "net_revenue")
    figures = _figures(told.effect, in_orders, claim)
    currency = warehouse.profile.currency
    likeness = regions.likeness(treated, steps, before, in_orders=in_orders) if treated else None
    return WithoutAds(
        outcome=Outcome.SHOWN if told.effect.is_shown else Outcome.NOT_SHOWN,
        text=words.answer_of(figures, start, since, told.effect.is_shown, in_orders, currency),
        notes=(
            *words.regions_of(treated, likeness, in_orders, currency),
            *words.notes_of(figures, start, told, in_orders, currency),
        ),
        start=start,
        window=since,
        in_orders=in_orders,
        figures=figures,
        controls=tuple(control.name for control in question.usable),
        placebos=len(told.placebos.starts) if told.placebos else 0,
        steps=_drawn(steps, told, in_orders, warehouse.profile.provisional_days, history.last),
        also=tuple(_also(history.events, since, start)),
    )


def _refused(*refusals: Refusal, **more: Any) -> WithoutAds:
    return WithoutAds(
        Outcome.REFUSED,
        say("Whether sales would have been other without the ads cannot be told."),
        refusals=refusals,
        **more,
    )


def _unit(history: History) -> tuple[Unit, tuple[Step, ...], Start | None]:
    """Weeks, unless only days leave enough on both sides of the start and there are sales enough to count by them."""
    weeks = history.steps(Unit.WEEK)
    by_week = find_start(weeks, history.events)
    if by_week and by_week.step - by_week.from_step >= LEAST_WEEKS and len(weeks) - by_week.step >= LEAST_SINCE:
        return Unit.WEEK, weeks, by_week
    days = history.steps(Unit.DAY)
    recent = days[-_RECENT_DAYS:]
    if sum(day.orders for day in recent) >= ENOUGH_BY_DAY * len(recent):
        by_day = find_start(days, history.events)
        if by_day and by_day.step - by_day.from_step >= LEAST_DAYS:
            return Unit.DAY, days, by_day
    return Unit.WEEK, weeks, by_week


def _horizon(unit: Unit, steps: Sequence[Step], before: int, known_to: date | None) -> int:
    """As many steps since the start as a third of the time before allows, and as some control reaches."""
    since = min(len(steps) - before, max(1, before // TIMES_LONGER))
    if unit is Unit.DAY:
        since = min(since, LONGEST_DAYS)
    reached = sum(known_to is not None and step.days.last <= known_to for step in steps[before : before + since])
    return reached or since


def _amount(step: Step, in_orders: bool) -> float:
    return float(step.orders) if in_orders else float(step.revenue)


def _exact(amount: float, in_orders: bool) -> Decimal:
    return Decimal(amount).quantize(Decimal(1) if in_orders else Decimal("0.01"))


def _figures(effect: Effect, in_orders: bool, claim: Decimal | None) -> Figures:
    actual, expected = _exact(effect.actual, in_orders), _exact(effect.expected, in_orders)
    low, high = _bounds(effect.expected_range, in_orders)
    return Figures(
        actual=actual,
        expected=expected,
        expected_low=low,
        expected_high=high,
        effect=actual - expected,
        effect_low=actual - high,
        effect_high=actual - low,
        smallest=_exact(effect.smallest, in_orders),
        claim=claim,
    )


def _bounds(interval: Interval, in_orders: bool) -> tuple[Decimal, Decimal]:
    return _exact(interval.low, in_orders), _exact(interval.high or 0.0, in_orders)


def _claim(warehouse: Warehouse, start: Start, steps: Sequence[Step], since: Period, measure: str) -> Decimal:
    """What is credited to the ads since the start, beyond what was credited to those that ran before."""
    now = claimed(warehouse, since, measure)
    if start.was_without:
        return now
    before = Period(steps[0].days.first, since.first - timedelta(days=1))
    return (now - claimed(warehouse, before, measure) * since.days / before.days).quantize(Decimal("0.01"))


def _raw(steps: Sequence[Step], *, in_orders: bool) -> tuple[Drawn, ...]:
    return tuple(
        Drawn(step.days, _exact(_amount(step, in_orders), in_orders) if step.is_known else None) for step in steps
    )


def _drawn(
    steps: Sequence[Step], told: Answer, in_orders: bool, provisional_days: int, last: date
) -> tuple[Drawn, ...]:
    settled = last - timedelta(days=provisional_days)
    before = len(told.fitted)
    found = [
        replace(raw, expected=_exact(fitted, in_orders))
        for raw, fitted in zip(_raw(steps[:before], in_orders=in_orders), told.fitted, strict=True)
    ]
    for raw, step in zip(_raw(steps[before:], in_orders=in_orders), told.steps, strict=True):
        low, high = _bounds(step.range, in_orders)
        so_far_low, so_far_high = _bounds(step.so_far_range, in_orders)
        found.append(
            replace(
                raw,
                expected=_exact(step.expected, in_orders),
                low=low,
                high=high,
                so_far=_exact(step.effect_so_far, in_orders),
                so_far_low=so_far_low,
                so_far_high=so_far_high,
                is_provisional=raw.days.last > settled,
            )
        )
    return tuple(found)


def _also(events: Sequence[Event], since: Period, start: Start) -> Iterator[Event]:
    """What else happened since the start: all of it is in the figure too."""
    for event in events:
        if event.day <= since.last and event.day_to >= since.first and not is_start(event):
            yield event
