"""Unlike size: how much was spent, and on how few orders a difference rests."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.metrics import share
from dashboard.domain.phrase import Money, Number, Percent, say
from dashboard.domain.statistics.counts import poisson_ratio
from dashboard.domain.statistics.ranking import ENOUGH_ORDERS
from dashboard.domain.year_facts import YearFacts

SPEND_ALIKE = (Decimal("0.8"), Decimal("1.25"))


def spend_changed(facts: YearFacts) -> Caveat | None:
    """Y18: far more or far less was spent."""
    now, then = facts.spend.now, facts.spend.then
    if now is None or then is None or not facts.spend.is_base_known or now == then:
        return None
    figures = {"now": Money(now, facts.currency), "then": Money(then, facts.currency)}
    ratio = share(now, then)
    if ratio is None or facts.spend.share is None:
        return Caveat("Y18", Severity.MEDIUM, say("Spend is {now} against {then}.", **figures))
    if SPEND_ALIKE[0] <= ratio <= SPEND_ALIKE[1]:
        return None
    text = say("Spend is {now} against {then}: {share}.", **figures, share=Percent(facts.spend.share, signed=True))
    return Caveat("Y18", Severity.MEDIUM, text)


def few_orders_decide(facts: YearFacts) -> Caveat | None:
    """Y23: the revenue of a year rests on the weight of a few orders."""
    resting = [value for value in (facts.n_eff_now, facts.n_eff_then) if value is not None]
    if not resting or min(resting) >= ENOUGH_ORDERS:
        return None
    text = say(
        "Few large orders decide: one of the two years rests on the weight of {count} even orders.",
        count=Number(min(resting), decimals=1),
    )
    return Caveat("Y23", Severity.HIGH, text)


def counts_small(facts: YearFacts) -> Caveat | None:
    """Y24: the numbers of orders differ by no more than chance."""
    if facts.orders_now == facts.orders_then or not facts.orders_then:
        return None
    ratio = poisson_ratio(facts.orders_now, facts.orders_then, facts.now.days, facts.then.days)
    if ratio is None or ratio.is_distinguishable or ratio.interval.high is None:
        return None
    text = say(
        "{now} orders against {then}: by chance alone the true change lies between {low} and {high}, "
        "so the two cannot be told apart.",
        now=Number(facts.orders_now),
        then=Number(facts.orders_then),
        low=Percent(ratio.interval.low - 1, signed=True),
        high=Percent(ratio.interval.high - 1, signed=True),
    )
    return Caveat("Y24", Severity.HIGH, text)
