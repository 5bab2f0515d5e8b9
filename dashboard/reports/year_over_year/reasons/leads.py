"""Reasons of the leads themselves: what they are worth, and whether as many bought as they let expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum, sqrt

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.channels import CHANNELS
from dashboard.domain.metrics import Measures, Total
from dashboard.domain.phrase import Number, Percent, Phrase, Term, say
from dashboard.domain.statistics import prob_at_most_given_history
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import sentences, weighed_in_profit

PRICE_MOVED = Decimal("0.05")
CLOSE_APART = 3  # times as likely to buy as those of another product
ENOUGH_LEADS = 20
ENOUGH_ORDERS = 5
MOSTLY = 0.5
MOVED = 1.96
UNLIKELY = 0.05
SO_FEW = 0.5  # of what was to be expected


@dataclass(frozen=True)
class Kind:
    """Leads of ads about one product: their share of all leads in each year, and what one was worth in both together.

    `profit` is gross, of one lead, and `se` its standard error.
    """

    product: str
    share_now: Decimal
    share_then: Decimal
    close: Decimal
    profit: Decimal
    se: float

    @property
    def moved(self) -> Decimal:
        """How much of all leads it won."""
        return self.share_now - self.share_then


def worth(facts: Facts) -> Iterator[Reason]:
    """Y29: leads cost another price because they are other leads, and are worth as much less or more."""
    now, then = (_of_ads(facts, is_now) for is_now in (True, False))
    leads = [int(metrics.total(year.values())["leads"] or 0) for year in (now, then)]
    if min(leads) < ENOUGH_LEADS:
        return
    spent = [metrics.value_of("spend", metrics.total(facts.campaigns.paid(is_now))) for is_now in (True, False)]
    cost_now, cost_then = (metrics.share(amount, count) for amount, count in zip(spent, leads, strict=True))
    dearer = metrics.growth(cost_now, cost_then)
    if cost_now is None or cost_then is None or dearer is None or abs(dearer) < PRICE_MOVED:
        return
    if 2 * sum(int(year.get("", {}).get("leads") or 0) for year in (now, then)) > sum(leads):
        yield cannot_be_told("Y29", say("Most leads of ads do not say which product they are about."))
        return
    kinds = _kinds(now, then, leads)
    if kinds is None:
        yield cannot_be_told(
            "Y29", say("The margin of some sales is not known, so nobody can tell what a lead is worth.")
        )
        return
    closes = [kind.close for kind in kinds]
    if len(kinds) < 2 or max(closes) <= CLOSE_APART * min(closes):
        return
    each = sum((kind.moved * kind.profit for kind in kinds), Decimal(0))
    chance = sqrt(fsum((float(kind.moved) * kind.se) ** 2 for kind in kinds))
    if each * dearer <= 0 or abs(float(each)) < MOVED * chance:
        return
    text = sentences(
        say(
            "A lead of ads costs {now} against {then}, {share}, since other leads come.",
            now=facts.money(cost_now),
            then=facts.money(cost_then),
            share=Percent(dearer, signed=True),
        ),
        _said(facts, max(kinds, key=lambda kind: kind.moved)),
        _said(facts, min(kinds, key=lambda kind: kind.moved)),
    )
    caveat = weighed_in_profit(facts, "Y29", text, (each * leads[0]).quantize(Decimal("0.01")))
    if caveat is not None:
        yield Reason(
            caveat,
            say("Leads of paid channels by product; what one brings is of both periods together, at the same age."),
            AGENCYS,
            settled_by=say("A plan by product: how many leads of each, and at what cost."),
        )


def _said(facts: Facts, kind: Kind) -> Phrase:
    return say(
        "{product}: {now} of leads ({then} then), {profit} of gross profit each.",
        product=kind.product or Term("other"),
        now=Percent(kind.share_now),
        then=Percent(kind.share_then),
        profit=facts.money(kind.profit),
    )


def _of_ads(facts: Facts, is_now: bool) -> dict[str, Total]:
    """The sums of leads of paid channels by product."""
    paid = facts.campaigns.paid_channels()
    year = facts.strata.now if is_now else facts.strata.then
    return metrics.total([sums for (channel, *_), sums in year.items() if channel in paid], by="product")


def _kinds(now: dict[str, Total], then: dict[str, Total], leads: Sequence[int]) -> list[Kind] | None:
    """By product, those of few orders together as one; None where a margin is unknown."""
    nothing = metrics.total([])
    groups: dict[str, list[tuple[Measures, Measures]]] = {}
    for product in {**now, **then}:
        pair = now.get(product, nothing), then.get(product, nothing)
        is_known = product and sum(int(sums["orders"] or 0) for sums in pair) >= ENOUGH_ORDERS
        groups.setdefault(product if is_known else "", []).append(pair)
    kinds = []
    for product, pairs in groups.items():
        of = [int(metrics.total(year)["leads"] or 0) for year in zip(*pairs, strict=True)]
        whole = metrics.total(sums for pair in pairs for sums in pair)
        margin, net = metrics.value_of("margin", whole), metrics.value_of("net_revenue", whole)
        shares = [metrics.share(count, all_leads) for count, all_leads in zip(of, leads, strict=True)]
        close, profit = metrics.share(whole["orders"], sum(of)), metrics.share(margin, sum(of))
        if margin is None:
            return None
        if close and profit is not None and net:
            se = float(margin / net) * sqrt(float(whole["order_squares"] or 0)) / sum(of)
            kinds.append(Kind(product, shares[0] or Decimal(0), shares[1] or Decimal(0), close, profit, se))
    return kinds


def too_few_sales(facts: Facts) -> Iterator[Reason]:
    """Y30: a channel's leads bought so much less often than before that the sales should be looked for."""
    known = {channel: _expected(facts, channel) for channel in _channels(facts)}
    tried = {channel: expected for channel, expected in known.items() if expected is not None}
    for channel, (leads, orders, rate, known_by) in tried.items():
        expected = rate * leads
        unlikely = prob_at_most_given_history(orders, leads, rate * known_by, (1 - rate) * known_by)
        if unlikely >= UNLIKELY / len(tried) or orders > SO_FEW * expected:
            continue
        text = say(
            "{channel}: {leads} leads and {orders} sales. At the rates of the same campaigns in the earlier period "
            "about {expected} were to be expected; so few have a probability of {chance}. Before anything is made of "
            "it, match the calls with the sales by phone numbers: a sale may stand under another source.",
            channel=Term(CHANNELS[channel].label),
            leads=Number(leads),
            orders=Number(orders),
            expected=Number(round(expected)),
            chance=Percent(unlikely),
        )
        yield Reason(
            Caveat("Y30", Severity.HIGH, text),
            say("Leads and their sales by campaign and product, both periods at the same age (beta-binomial)."),
            BOTH_SIDES,
            settled_by=say("All buyers' phone numbers against all callers', by somebody whom both sides trust."),
        )


def _channels(facts: Facts) -> tuple[str, ...]:
    return tuple(dict.fromkeys(channel for (channel, *_), _, _ in facts.strata.of_leads))


def _expected(facts: Facts, channel: str) -> tuple[int, int, float, int] | None:
    """This year's leads and sales of campaigns and products that were there then too, the rate that then's let expect,
    and of how many leads that is known; None where these are few."""
    leads = orders = known_by = 0
    expected = 0.0
    for (of, *_), now, then in facts.strata.of_leads:
        counted = [int(sums[facts.strata.counted] or 0) for sums in (now, then)]
        if of != channel or min(counted) < 1:
            continue
        leads, known_by = leads + counted[0], known_by + counted[1]
        orders += int(now["orders"] or 0)
        expected += counted[0] * int(then["orders"] or 0) / counted[1]
    if min(leads, known_by) < ENOUGH_LEADS or not 0 < expected < leads:
        return None
    return leads, orders, expected / leads, known_by
