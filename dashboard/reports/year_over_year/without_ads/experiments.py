"""Which experiment would tell: from the client's own weeks, spend and margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from dashboard.domain import metrics
from dashboard.domain.counterfactual.mixture import Floats
from dashboard.domain.counterfactual.planner import FEWEST_REGIONS, Design, Plan, Stakes, regional, switchback
from dashboard.domain.counterfactual.regressors import Unit
from dashboard.domain.maturity import LagCurve
from dashboard.domain.period import Period
from dashboard.domain.phrase import Money, Number, Percent, Phrase, PhraseValue, say, say_n
from dashboard.reports.year_over_year.without_ads.history import History, Step, are_steadier
from dashboard.reports.year_over_year.without_ads.regions import Regions

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

RECENT_WEEKS = 8  # what the ads cost and bring now
_HISTORY_WEEKS = 104
_MOST_COME = Decimal("0.8")  # of the orders: what still sells after that is too little to hide an effect
_LAG_DAYS = 540


@dataclass(frozen=True)
class Experiment:
    """A plan, what it rests on, and both in words: what to do, from where the ads pay, what it may cost
    (None where it would not be worth doing).

    `wait` is how many weeks after the last turn the orders of its leads take; 0 where they come within days.
    """

    plan: Plan
    stakes: Stakes
    wait: int
    text: Phrase
    worth: Phrase
    cost: Phrase | None


def experiments(warehouse: Warehouse, history: History, regions: Regions) -> tuple[Experiment, ...]:
    """What could be done; () where nothing is spent now, or too few weeks are known."""
    weeks = [step for step in history.steps(Unit.WEEK) if step.is_known][-_HISTORY_WEEKS:]
    recent = weeks[-RECENT_WEEKS:]
    spend = sum((week.spend for week in recent), Decimal(0)) / RECENT_WEEKS
    if len(recent) < RECENT_WEEKS or spend <= 0:
        return ()
    period = Period(recent[0].days.first, recent[-1].days.last)
    stakes = Stakes(spend, claimed(warehouse, period) / RECENT_WEEKS, _margin(warehouse, history, period))
    wait = _wait(warehouse, period)
    sold = regions.matrix(regions.names, weeks)
    plans = (
        switchback(_weekly(warehouse, weeks, wait), stakes, 0),
        regional(sold, stakes, wait) if len(regions.names) >= FEWEST_REGIONS else None,
    )
    currency = warehouse.profile.currency
    return tuple(
        _experiment(plan, stakes, wait, tuple(regions.names[place] for place in plan.regions), currency)
        for plan in plans
        if plan is not None
    )


def _experiment(plan: Plan, stakes: Stakes, wait: int, regions: tuple[str, ...], currency: str) -> Experiment:
    tells_claim = plan.is_enough or plan.smallest <= stakes.claimed
    return Experiment(
        plan,
        stakes,
        wait,
        _text(plan, stakes, wait, regions, currency) if tells_claim else _too_coarse(plan, currency),
        _worth(stakes, currency),
        _cost(plan, currency) if tells_claim else None,
    )


def wanted(planned: Sequence[Experiment], regions: Regions) -> Phrase | None:
    """What would let a test by regions be planned; None where one is, or nothing can be withheld."""
    if not planned or len(regions.names) >= FEWEST_REGIONS:
        return None
    return say("A test in half of the regions could be planned if the sales named the region, store or branch of each.")


def claimed(warehouse: Warehouse, period: Period, measure: str = "net_revenue") -> Decimal:
    """What is credited to paid channels, on the days of the sales."""
    rows = warehouse.fetch("reports/month_channel_sums", date_from=period.first, date_to=period.last)
    return metrics.value_of(measure, metrics.total(metrics.paid_rows(rows))) or Decimal(0)


def weeks_of(count: int) -> Phrase:
    """So many weeks, as they stand behind «for»."""
    return say_n("{count} week", "{count} weeks", count)


def _margin(warehouse: Warehouse, history: History, period: Period) -> Decimal | None:
    sums = metrics.total(row for day, row in history.sums.items() if day in period)
    known = metrics.compute(sums, "margin_rate")["margin_rate"]
    return known if known is not None else warehouse.profile.margin


def _weekly(warehouse: Warehouse, weeks: Sequence[Step], wait: int) -> Floats:
    """Net revenue of each week, on the days of the sales; where those come late, on the days of their leads.

    Ads bring leads within days, so counted by their leads no turn has to wait for the sales of the one before. Where
    orders scatter less than money does, they are counted, each for what an order brings on average.
    """
    orders, revenue = [week.orders for week in weeks], [week.revenue for week in weeks]
    if wait:
        mature = [week for week in weeks if week.days.last <= weeks[-1].days.last - timedelta(weeks=wait)]
        if not mature:
            return np.zeros(0)
        reached = {"date_from": mature[0].days.first, "date_to": mature[-1].days.last}
        rows = {row["day"]: row for row in warehouse.fetch("reports/day_sums_by_lead", **reached)}
        found = [metrics.total(rows[day] for day in week.days if day in rows) for week in mature]
        orders = [int(sums["orders"] or 0) for sums in found]
        revenue = [metrics.value_of("net_revenue", sums) or Decimal(0) for sums in found]
    if sum(orders) and are_steadier(orders, revenue):
        return np.array(orders) * float(sum(revenue) / sum(orders))
    return np.array([float(amount) for amount in revenue])


def _wait(warehouse: Warehouse, period: Period) -> int:
    """The weeks until four fifths of the orders of a lead have come; 0 where they come within days."""
    last = period.first - timedelta(days=1)
    rows = warehouse.fetch("reports/lag_ages", date_from=last - timedelta(days=_LAG_DAYS), date_to=last)
    curve = LagCurve.of({row["age"]: row["orders"] for row in rows})
    if not curve.is_enough:
        return 0
    age = next((age for age, _ in curve.by_age if (curve.complete_at(age) or 0) >= _MOST_COME), 0)
    return ceil(max(0, age - 2) / 7)  # two days are within a week's own blur


def _text(plan: Plan, stakes: Stakes, wait: int, regions: tuple[str, ...], currency: str) -> Phrase:
    values: dict[str, PhraseValue] = {
        "block": say_n("{count} week at a time", "{count} weeks at a time", plan.block),
        "weeks": weeks_of(plan.weeks),
        "smallest": Money(plan.smallest, currency, short=True),
        "claimed": Money(stakes.claimed, currency, short=True),
        "wait": weeks_of(wait),
        "regions": regions,
    }
    if plan.design is Design.REGIONS and wait:
        steps = say(
            "Switch the ads off in these regions alone, {regions}, for {weeks}, and do not count the first {wait}, in "
            "which earlier leads still buy.",
            **values,
        )
    elif plan.design is Design.REGIONS:
        steps = say("Switch the ads off in these regions alone, {regions}, for {weeks}.", **values)
    elif wait:
        steps = say(
            "Switch the ads off and on by turns, {block}, for {weeks}; count each order in the week of its lead, and "
            "wait {wait} more for the last of them.",
            **values,
        )
    else:
        steps = say("Switch the ads off and on by turns, {block}, for {weeks}.", **values)
    if plan.is_enough:
        return say(
            "{steps} That would show an effect of {smallest} a week or more in four cases of five.",
            steps=steps,
            **values,
        )
    return say(
        "{steps} That would show an effect of {smallest} a week or more: enough to tell whether the ads bring what is "
        "credited to them ({claimed} a week), too coarse to tell whether they pay.",
        steps=steps,
        **values,
    )


def _too_coarse(plan: Plan, currency: str) -> Phrase:
    if plan.design is Design.REGIONS:
        return say(
            "No test by regions would tell: even after {weeks} of it an effect of less than {smallest} a week would "
            "not be seen.",
            weeks=weeks_of(plan.weeks),
            smallest=Money(plan.smallest, currency, short=True),
        )
    return say(
        "No switching off and on would tell: even after {weeks} of it an effect of less than {smallest} a week would "
        "not be seen.",
        weeks=weeks_of(plan.weeks),
        smallest=Money(plan.smallest, currency, short=True),
    )


def _worth(stakes: Stakes, currency: str) -> Phrase:
    values: dict[str, PhraseValue] = {
        "spend": Money(stakes.spend, currency, short=True),
        "worth": Money(stakes.worth_knowing, currency, short=True),
        "share": Percent(stakes.break_even or 0),
    }
    if stakes.margin is None:
        return say(
            "The ads cost {spend} a week; what part of revenue is kept is not known, so they pay from more than that "
            "on.",
            **values,
        )
    if stakes.break_even is None:
        return say(
            "The ads cost {spend} a week and pay if they bring {worth} a week that would not have come otherwise.",
            **values,
        )
    if stakes.break_even > 1:
        return say(
            "The ads cost {spend} a week and pay from {worth} a week on: more than all that is credited to them.",
            **values,
        )
    return say(
        "The ads cost {spend} a week and pay if they bring {worth} a week that would not have come otherwise: {share} "
        "of what is credited to them.",
        **values,
    )


def _cost(plan: Plan, currency: str) -> Phrase:
    values: dict[str, PhraseValue] = {
        "off": Number(plan.off),
        "withheld": Money(plan.withheld, currency, short=True),
        "cost": Money(abs(plan.cost or Decimal(0)), currency, short=True),
    }
    if plan.cost is None:
        return say("It withholds {withheld} of spend; what it may cost cannot be told without a margin.", **values)
    if plan.cost <= 0:
        return say(
            "It withholds {withheld} of spend and costs nothing: even if all that is credited to the ads came from "
            "them, it would save {cost}.",
            **values,
        )
    return say(
        "It withholds {withheld} of spend and costs {cost} of profit at most: that much if all that is credited to the "
        "ads came from them.",
        **values,
    )
