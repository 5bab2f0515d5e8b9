"""Reasons of the exchange rate: money that moved without anything being bought or sold otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, say
from dashboard.reports.year_over_year.currencies import ADS, Foreign
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import line_of, weighed_in_profit, weighed_in_revenue


def rates(facts: Facts) -> Iterator[Reason]:
    """Y14: the rate of a currency moved what was spent or sold in it."""
    if facts.evidence.currencies.without_rates:
        yield cannot_be_told(
            "Y14",
            say(
                "Amounts in {currencies} have no rate for all of their days and stand in no figure, so what the rates "
                "moved cannot be told.",
                currencies=facts.evidence.currencies.without_rates,
            ),
        )
    moved = [one for one in facts.evidence.currencies.foreign if any(one.gained.values())]
    sold = [one for one in moved if one.kind != ADS]
    # One line of the bridge holds all currencies: with several of them it is no single card's.
    held = line_of(facts, "currency") if len(sold) == 1 else None
    for foreign in moved:
        worth = -sum(foreign.gained.values(), Decimal(0))
        text = _text(facts, foreign, worth)
        if foreign.kind == ADS:
            # More spent is less left: what the rate adds to the cost of ads it takes from what they leave.
            found, line = weighed_in_profit(facts, "Y14", text, -worth), ""
        else:
            found = weighed_in_revenue(facts, "Y14", text, worth if held is None else held)
            line = "" if held is None else "currency"
        if found is not None:
            yield Reason(
                found, say("The rates of the days, beside the amounts in their own currency."), NOBODYS, line=line
            )


def _text(facts: Facts, foreign: Foreign, worth: Decimal) -> Phrase:
    now, then = foreign.now, foreign.then
    values: dict[str, PhraseValue] = {
        "currency": foreign.currency,
        "rate_now": Number(now.rate or 0, decimals=2),
        "rate_then": Number(then.rate or 0, decimals=2),
        "change": _percent(metrics.growth(now.converted, then.converted)),
        "constant": _percent(metrics.growth(now.converted - worth, then.converted)),
        "worth": facts.signed(worth),
    }
    if foreign.kind == ADS:
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
