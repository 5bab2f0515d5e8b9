"""Reasons of chance: how little a comparison rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.phrase import Number, Percent, say
from dashboard.domain.statistics import n_eff, poisson_ratio
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason

FEW_DEALS = 10


def few_deals(facts: Facts) -> Iterator[Reason]:
    """Y23: the revenue of a year rests on a few orders."""
    rests_on = [n_eff(metrics.value_of("net_revenue", sums), sums["order_squares"]) for sums in (facts.now, facts.then)]
    known = [deals for deals in rests_on if deals is not None]
    if not known or min(known) >= FEW_DEALS:
        return
    text = say(
        "The revenue rests on the weight of {now} orders now and {then} then: one large order more or less turns the "
        "comparison.",
        now=Number(round(rests_on[0] or 0)),
        then=Number(round(rests_on[1] or 0)),
    )
    yield Reason(Caveat("Y23", Severity.HIGH, text), say("The size of each order: (Σx)²/Σx²."), NOBODYS)


def few_orders(facts: Facts) -> Iterator[Reason]:
    """Y24: the number of orders may differ by chance alone."""
    now, then = int(facts.now["orders"] or 0), int(facts.then["orders"] or 0)
    ratio = poisson_ratio(now, then, facts.basis.pair.now.days, facts.basis.pair.then.days)
    if not facts.has_then or ratio is None or ratio.is_distinguishable or now == then:
        return
    low, high = Percent(ratio.interval.low - 1, signed=True), ratio.interval.high
    text = say(
        "{now} orders now and {then} then: by chance alone the true change may be anything from {low} to {high}.",
        now=Number(now),
        then=Number(then),
        low=low,
        high=say("no upper end") if high is None else Percent(high - 1, signed=True),
    )
    yield Reason(Caveat("Y24", Severity.MEDIUM, text), say("The exact test of two counts (Poisson)."), NOBODYS)
