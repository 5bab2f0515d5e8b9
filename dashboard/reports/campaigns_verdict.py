"""The answer in one sentence: how spend stands to its plan, and what is furthest off it, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Money, Percent, Phrase, Term, say, say_n
from dashboard.reports.campaigns_plan import PlanLine
from dashboard.reports.report import Measures

_SUBJECTS = {
    "spend": N_("spend"),
    "clicks": N_("clicks"),
    "leads": N_("leads"),
    "target_leads": N_("target leads"),
    "orders": N_("orders"),
    "revenue": N_("revenue"),
}
_SUBJECTS_OF_CHANNEL = {
    "spend": N_("spend in {channel}"),
    "clicks": N_("clicks from {channel}"),
    "leads": N_("leads from {channel}"),
    "target_leads": N_("target leads from {channel}"),
    "orders": N_("orders from {channel}"),
    "revenue": N_("revenue from {channel}"),
}
_SINGULAR = ("spend", "revenue")
_WEIGHT = {"red": 3, "amber": 2, "too_few_data": 1}


def verdict(
    plan: Sequence[PlanLine], measures: Measures, then_measures: Measures, then: Period, currency: str,
    *, empty: bool, has_leads: bool = True,
) -> Phrase:  # fmt: skip
    """The sentence that opens the page. Says aloud where there is no plan, or too little to judge by it."""
    if empty:
        return say("Nothing was spent and no lead came in this period.")
    judged = [line for line in plan if line.status in ("ok", *_WEIGHT)]
    if not judged:
        if not has_leads:
            return say(
                "{spend} was spent; what came of it is unknown: no calls, leads or sales have been uploaded.",
                spend=Money(Decimal(measures["spend"] or 0), currency, short=True),
            )
        return _without_plan(measures, then_measures, then, currency)
    spend = next((line for line in judged if line.measure == "spend" and not line.channel), None)
    rest = [line for line in judged if line is not spend]
    if spend is None:
        return say("{what}.", what=_worst(rest))
    if not rest:
        return say("{what}.", what=_stands(spend))
    return say("{spend}; {rest}.", spend=_stands(spend), rest=_worst(rest))


def subject(line: PlanLine) -> Phrase:
    """What the line is about: «leads from Yandex Direct»."""
    if not line.channel:
        return say(_SUBJECTS[line.measure])
    label = CHANNELS[line.channel].label if line.channel in CHANNELS else line.channel
    return say(_SUBJECTS_OF_CHANNEL[line.measure], channel=Term(label))


def _stands(line: PlanLine) -> Phrase:
    if line.status == "ok" or not line.deviation:
        template = N_("{what} is on plan") if line.measure in _SINGULAR else N_("{what} are on plan")
        return say(template, what=subject(line))
    return _off(line)


def _off(line: PlanLine) -> Phrase:
    size = Percent(abs(line.deviation or Decimal(0)))
    one = line.measure in _SINGULAR
    if (line.deviation or 0) < 0:
        template = N_("{what} is {size} under plan") if one else N_("{what} are {size} under plan")
    else:
        template = N_("{what} is {size} over plan") if one else N_("{what} are {size} over plan")
    return say(template, what=subject(line), size=size)


def _worst(lines: Iterable[PlanLine]) -> Phrase:
    """The line that is furthest off its plan, shortfalls before surpluses, with how sure we are."""
    off = [line for line in lines if line.status in _WEIGHT]
    if not off:
        return say("everything else that has a plan is on it")
    line = max(off, key=_urgency)
    if line.measure == "spend":
        return _off(line)
    return say("{off}, and {evidence}", off=_off(line), evidence=_evidence(line, line.events or 0))


def _urgency(line: PlanLine) -> tuple[int, int, Decimal]:
    """A shortfall that is known comes before any surplus, and both before what is too little to know."""
    deviation, weight = line.deviation or Decimal(0), _WEIGHT[line.status]
    return weight if deviation < 0 and weight > 1 else 0, weight, abs(deviation)


def _evidence(line: PlanLine, count: int) -> Phrase:
    if line.measure in ("leads", "target_leads"):
        if line.status == "red":
            return say_n("{count} lead is enough to say so", "{count} leads are enough to say so", count)
        if line.status == "amber":
            return say_n(
                "{count} lead makes it likely, not certain", "{count} leads make it likely, not certain", count
            )
        return say_n("{count} lead is too few to say so", "{count} leads are too few to say so", count)
    if line.status == "red":
        return say("there is enough data to say so")
    if line.status == "amber":
        return say("it is likely, not certain")
    return say("there is too little data to say so")


def _without_plan(measures: Measures, then_measures: Measures, then: Period, currency: str) -> Phrase:
    leads, spend = int(measures["leads"] or 0), Decimal(measures["spend"] or 0)
    if measures["leads"] is None:
        orders = say_n(
            "{count} order for {spend}", "{count} orders for {spend}", int(measures["orders"] or 0),
            spend=Money(spend, currency, short=True),
        )  # fmt: skip
        return say(
            "No plan covers the whole period: {told}. Leads are unknown: no calls, forms or deals have been uploaded.",
            told=orders,
        )
    change = metrics.growth(leads, then_measures["leads"])
    told = say_n(
        "{count} lead for {spend}", "{count} leads for {spend}", leads, spend=Money(spend, currency, short=True)
    )
    if change is None:
        return say("No plan covers the whole period: {told}.", told=told)
    before = say_n(
        "{count} lead in {then}", "{count} leads in {then}", int(then_measures["leads"] or 0), then=then.span
    )
    if not change:
        return say("No plan covers the whole period: {told}, as many as in {then}.", told=told, then=then.span)
    if change < 0:
        text = N_("No plan covers the whole period: {told}, {size} fewer than {before}.")
    else:
        text = N_("No plan covers the whole period: {told}, {size} more than {before}.")
    return say(text, told=told, size=Percent(abs(change)), before=before)
