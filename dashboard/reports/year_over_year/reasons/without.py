"""Reasons of a year with ads after one without them: what they are credited with, and how much of it must be theirs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.economics import break_even_incrementality
from dashboard.domain.phrase import Percent, Phrase, say
from dashboard.reports.year_over_year.facts import AGENCYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.advertising import NO_ADS
from dashboard.reports.year_over_year.reasons.attribution import ENOUGH_ORDERS
from dashboard.reports.year_over_year.reasons.weighing import line_of, sentences

COME_ANYWAY = Decimal("0.30")
"""An assumption, said to be one: how much of what ads are credited with might have come without them."""


def ads_of_one_year(facts: Facts) -> Iterator[Reason]:
    """Y27: the ads of this year against hardly any a year before, and what would be left without them."""
    spend_now, spend_then = (metrics.value_of("spend", sums) or Decimal(0) for sums in (facts.now, facts.then))
    ads, revenue = metrics.total(facts.campaigns.paid(True)), facts.change.now
    credited, margin = metrics.value_of("net_revenue", ads), metrics.value_of("margin", ads)
    romi, needed = metrics.compute(ads, "romi")["romi"], break_even_incrementality(ads)
    is_new = facts.has_then and spend_now > 0 and spend_then <= NO_ADS * spend_now
    if not is_new or int(ads["orders"] or 0) < ENOUGH_ORDERS or not credited or revenue is None:
        return
    of_ads = (
        say(
            "Ads cost {spend} and are credited with {credited}.",
            spend=facts.money(spend_now),
            credited=facts.money(credited),
        )
        if margin is None or romi is None
        else say(
            "Ads cost {spend} and are credited with {credited}, which is {margin} of gross profit: ROMI {romi}.",
            spend=facts.money(spend_now),
            credited=facts.money(credited),
            margin=facts.money(margin),
            romi=Percent(romi, signed=True),
        )
    )
    text = sentences(
        of_ads,
        _pays_from(needed),
        say(
            "Without them revenue would have been {low} if all of it came by them, and {high} if {anyway} of it would "
            "have come anyway, which is an assumption.",
            low=facts.money(revenue - credited),
            high=facts.money(revenue - credited * (1 - COME_ANYWAY)),
            anyway=Percent(COME_ANYWAY),
        ),
    )
    line = line_of(facts, "new_channels")
    is_line = line is not None and abs(line - credited) < 1
    share = metrics.share(credited, facts.change.then)
    yield Reason(
        Caveat("Y27", Severity.HIGH, text, line if is_line else None, share),
        say("The spend of the platforms, and the sales credited to paid channels by the agreed rule."),
        AGENCYS,
        settled_by=say("Ads switched on and off by weeks or by regions, as the planner of experiments proposes."),
        line="new_channels" if is_line else "",
    )


def _pays_from(needed: Decimal | None) -> Phrase | None:
    if needed is None:
        return None
    if needed > 1:
        return say("They do not pay even if all of it came by them.")
    return say(
        "They pay if at least {needed} of it would not have come without them.", needed=Percent(needed, decimals=1)
    )
