"""Why a figure has no value, in words."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.measures import MEASURES, Measures, stored_needs, value_of
from dashboard.domain.phrase import Money, Number, Phrase, Term, say
from dashboard.domain.ratios import DENOMINATORS, METRICS, NUMERATORS

_NONE_OF: dict[str, Phrase] = {
    "impressions": say("no impressions"),
    "clicks": say("no clicks"),
    "spend": say("no spend"),
    "spend + fee": say("no spend and no fee"),
    "calls - calls_off_hours": say("no calls within the working hours"),
    "leads": say("no leads"),
    "leads_marked": say("no lead is marked as on target or not"),
    "target_leads": say("no target leads"),
    "orders": say("no orders"),
    "revenue": say("no revenue"),
    "net_revenue": say("no revenue after refunds"),
    "business_revenue": say("no revenue"),
    "margin": say("no ROAS is enough: there is no margin to pay for ads"),
}


def why_missing(key: str, measures: Measures, *, currency: str = "") -> Phrase | None:
    """Why the metric or measure has no value for these sums; None where it has one.

    Amounts in it are written with `currency` (ISO 4217) where it is given. Raises KeyError for an unknown name.
    """
    needs = _needs(key)
    if "revenue_without_cost" in needs and (unknown := value_of("revenue_without_cost", measures)):
        return say("margin unknown for {amount} of revenue", amount=_amount(unknown, currency))
    for name in needs:
        if value_of(name, measures) is None:
            return say("not known: {measure}", measure=Term(MEASURES[name].label))
    if key not in METRICS:
        return None
    metric = METRICS[key]
    for name in (*metric.only_if_positive, metric.denominator):
        amount = value_of(name, measures) if name in MEASURES else _denominator(key, measures)
        if amount is None or amount <= 0:
            return _NONE_OF[name]
    return None


def _needs(key: str) -> tuple[str, ...]:
    if key not in METRICS:
        return stored_needs(key)
    names = (*NUMERATORS[key].names, *DENOMINATORS[key].names, *METRICS[key].only_if_positive)
    return tuple(dict.fromkeys(need for name in names for need in stored_needs(name)))


def _denominator(key: str, measures: Measures) -> Decimal | None:
    return DENOMINATORS[key].value(lambda name: value_of(name, measures))


def _amount(amount: Decimal, currency: str) -> Money | Number:
    return Money(amount, currency) if currency else Number(amount)
