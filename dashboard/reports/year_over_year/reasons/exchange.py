"""Reasons of the exchange rate: money that moved without anything being bought or sold otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.comparison import Change, worth_of_factor
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, say
from dashboard.reports.year_over_year.currencies import Foreign
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.weighing import weighed_in_profit, weighed_in_revenue


def rates(facts: Facts) -> Iterator[Reason]:
    """Y14: the rate of a currency moved what was spent or sold in it."""
    for foreign in facts.evidence.foreign:
        if foreign.rate_now is None or foreign.rate_then is None or foreign.rate_now == foreign.rate_then:
            continue
        is_ads = foreign.kind == "ads"
        worth = worth_of_factor(Change(foreign.now, foreign.then), foreign.rate_now / foreign.rate_then)
        text = _text(facts, foreign, worth, is_ads)
        # More spent is less left: what the rate adds to the cost of ads it takes from what they leave.
        found = (
            weighed_in_profit(facts, "Y14", text, -worth) if is_ads else weighed_in_revenue(facts, "Y14", text, worth)
        )
        line = facts.bridge.line("currency") if facts.bridge and not is_ads else None
        if found is not None:
            yield Reason(
                replace(found, figure=line.amount) if line else found,
                say("The rates of the days, beside the amounts in their own currency."),
                NOBODYS,
                line="currency" if line else "",
            )


def _text(facts: Facts, foreign: Foreign, worth: Decimal, is_ads: bool) -> Phrase:
    values: dict[str, PhraseValue] = {
        "currency": foreign.currency,
        "rate_now": Number(foreign.rate_now or 0, decimals=2),
        "rate_then": Number(foreign.rate_then or 0, decimals=2),
        "change": _percent(metrics.growth(foreign.now, foreign.then)),
        "constant": _percent(metrics.growth(foreign.at_then_rate, foreign.then)),
        "worth": facts.signed(worth),
    }
    if is_ads:
        return say(
            "{currency} cost {rate_now} now and {rate_then} then. What was spent in it changed by {change}, at the "
            "earlier rate by {constant}: {worth} of spend is the rate.",
            **values,
        )
    return say(
        "{currency} cost {rate_now} now and {rate_then} then. What was sold in it changed by {change}, at the earlier "
        "rate by {constant}: {worth} of revenue is the rate.",
        **values,
    )


def _percent(share: Decimal | None) -> PhraseValue:
    return say("nobody knows how much") if share is None else Percent(share, signed=True, decimals=1)
