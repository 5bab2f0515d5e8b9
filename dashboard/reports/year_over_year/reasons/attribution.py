"""Reasons of attribution: sales credited to ads that may have come without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from dashboard.domain import metrics
from dashboard.domain.campaign_intent import Intent, intent_of, own_names
from dashboard.domain.caveats import WORTH_OF_BASE, Caveat, Severity
from dashboard.domain.economics import break_even_incrementality
from dashboard.domain.metrics import Total
from dashboard.domain.phrase import Number, Percent, Phrase, PhraseValue, say
from dashboard.reports.year_over_year.facts import AGENCYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import sentences

MUCH_OF_ADS = Decimal("0.30")  # of the revenue credited to ads
ENOUGH_ORDERS = 10
MOSTLY = Decimal("0.5")
ALIKE = (0.5, 2.0)  # what one side won is by and large what the other lost
MOVED = 1.96
FREE = frozenset({"organic_search", "direct"})  # how people come who know the client, without an ad


@dataclass(frozen=True)
class Credited:
    """What one year's ads are credited with, by whom they reached; `unnamed` is revenue without a campaign's name."""

    by_intent: dict[Intent, Total]
    unnamed: Decimal

    @property
    def whole(self) -> Total:
        """All of it."""
        return metrics.total(self.by_intent.values())

    @property
    def known_share(self) -> Decimal | None:
        """The share of revenue that came from people who knew the client; None without revenue."""
        known = sum((_net(self.by_intent[intent]) for intent in (Intent.BRAND, Intent.RETARGETING)), Decimal(0))
        return metrics.share(known, _net(self.whole))


def known_already(facts: Facts) -> Iterator[Reason]:
    """Y27: much of what is credited to ads came from people who were looking for the client already."""
    now, then = (_credited(facts, is_now) for is_now in (True, False))
    revenue = _net(now.whole)
    of_base = metrics.share(revenue, facts.change.then)
    if int(now.whole["orders"] or 0) < ENOUGH_ORDERS or (of_base or Decimal(0)) < WORTH_OF_BASE:
        return
    unnamed = metrics.share(now.unnamed, revenue) or Decimal(0)
    if unnamed > MOSTLY:
        yield cannot_be_told(
            "Y27",
            say(
                "{share} of the revenue credited to ads does not say its campaign, so nobody can tell how much of it "
                "came by the client's own name.",
                share=Percent(unnamed),
            ),
        )
        return
    moved = _moved_over(facts, now, then)
    shares = now.known_share or Decimal(0), then.known_share or Decimal(0)
    if max(shares) <= MUCH_OF_ADS and moved is None:
        return
    yield Reason(
        Caveat("Y27", Severity.HIGH, _said(now, then, moved), None, of_base),
        say("Campaigns whose names speak of the brand or of retargeting, and the sales credited to them."),
        AGENCYS,
        settled_by=say("Brand campaigns switched off in some regions or weeks, and all sales counted."),
    )


def _said(now: Credited, then: Credited, moved: Phrase | None) -> Phrase:
    values: dict[str, PhraseValue] = {"share": Percent(now.known_share or Decimal(0))}
    first = (
        say(
            "{share} of the revenue credited to ads came by brand searches and retargeting, from people who knew the "
            "client already.",
            **values,
        )
        if then.known_share is None
        else say(
            "{share} of the revenue credited to ads came by brand searches and retargeting, from people who knew the "
            "client already; {before} then.",
            **values,
            before=Percent(then.known_share),
        )
    )
    whole, without = (metrics.compute(sums, "roas")["roas"] for sums in (now.whole, now.by_intent[Intent.OTHER]))
    roas = (
        None
        if whole is None or without is None
        else say(
            "ROAS is {whole} with them and {without} without.",
            whole=Number(whole, decimals=1),
            without=Number(without, decimals=1),
        )
    )
    needed = break_even_incrementality(now.whole)
    pays = (
        None
        if needed is None or not 0 < needed <= 1
        else say("Ads pay if at least {needed} of the sales credited to them are further ones.", needed=Percent(needed))
    )
    return sentences(first, roas, pays, moved)


def _moved_over(facts: Facts, now: Credited, then: Credited) -> Phrase | None:
    """Orders that brand ads won while free search and direct visits lost about as many; None where that is chance."""
    won = [int(year.by_intent[Intent.BRAND]["orders"] or 0) for year in (now, then)]
    free = [
        sum(int(sums["orders"] or 0) for (channel, _), sums in year.items() if channel in FREE)
        for year in (facts.campaigns.now, facts.campaigns.then)
    ]
    more, less = won[0] - won[1], free[1] - free[0]
    if more <= MOVED * sqrt(sum(won)) or less <= MOVED * sqrt(sum(free)) or not ALIKE[0] <= more / less <= ALIKE[1]:
        return None
    return say(
        "Brand campaigns brought {more} orders more, free search and direct visits {less} fewer: these may be the same "
        "buyers.",
        more=Number(more),
        less=Number(less),
    )


def _credited(facts: Facts, is_now: bool) -> Credited:
    names, rows = own_names(facts.profile), facts.campaigns.paid(is_now)
    by_intent = dict.fromkeys(Intent, metrics.total([]))
    by_intent |= metrics.total(rows, by=lambda row: intent_of(row["campaign"], names))
    return Credited(by_intent, sum((_net(row) for row in rows if not row["campaign"]), Decimal(0)))


def _net(sums: metrics.Measures) -> Decimal:
    return metrics.value_of("net_revenue", sums) or Decimal(0)
