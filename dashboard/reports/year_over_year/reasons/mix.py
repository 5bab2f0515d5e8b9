"""Reasons of the mix: a rate that fell only because leads of another kind came (Simpson's paradox)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.measures import Measures
from dashboard.domain.phrase import Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.year_over_year.mix import MixAndRate, Share, Strata, mix_and_rate
from dashboard.reports.year_over_year.facts import AGENCYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.weighing import weighed_in_revenue

ENOUGH_ORDERS = 10  # in each year; a rate of fewer moves by itself


@dataclass(frozen=True)
class _Cut:
    """The leads cut by channel or by product."""

    is_by_channel: bool
    strata: Strata
    found: MixAndRate


def mix(facts: Facts) -> Iterator[Reason]:
    """Y12: another mix of channels or products moved the conversion of all leads."""
    cuts = [cut for cut in (_cut(facts, is_by_channel) for is_by_channel in (True, False)) if cut]
    told = [cut for cut in cuts if cut.found.is_simpson or abs(cut.found.mix) > abs(cut.found.rate)]
    if not told:
        return
    cut = max(told, key=lambda one: (one.found.is_simpson, abs(one.found.mix)))
    orders = sum(int(now["orders"] or 0) for _, now, _ in facts.strata.of_products)
    leads = sum(int(now[facts.strata.counted] or 0) for _, now, _ in facts.strata.of_products)
    each = metrics.share(facts.change.now, int(facts.now["orders"] or 0))
    if each is None or not orders:
        return
    line = facts.bridge.line("mix") if facts.bridge and cut.is_by_channel else None
    worth = line.amount if line else (Decimal(cut.found.mix) * leads * each).quantize(Decimal("0.01"))
    found = weighed_in_revenue(facts, "Y12", _text(facts, cut), worth)
    if found is None:
        return
    # Without a line of the bridge there is no amount: more leads of a poorer kind are no loss of what the rest brings.
    yield Reason(
        found if line else replace(found, figure=None),
        say("Leads and their orders at the same age in both periods, cut by channel and by product (Kitagawa)."),
        AGENCYS,
        line="mix" if line else "",
    )


def _cut(facts: Facts, is_by_channel: bool) -> _Cut | None:
    counted = facts.strata.counted
    sums: dict[str, list[Share]] = {}
    for (channel, product), now, then in facts.strata.of_products:
        both = sums.setdefault(channel if is_by_channel else product, [Share(0, 0), Share(0, 0)])
        for year, measures in enumerate((then, now)):
            both[year] = _more(both[year], measures, counted)
    strata = {name: (then, now) for name, (then, now) in sums.items()}
    if any(sum(both[year].hits for both in strata.values()) < ENOUGH_ORDERS for year in (0, 1)):
        return None
    found = mix_and_rate(strata) if len(strata) > 1 else None
    return None if found is None else _Cut(is_by_channel, strata, found)


def _more(share: Share, measures: Measures, counted: str) -> Share:
    return Share(share.hits + int(measures["orders"] or 0), share.of + int(measures[counted] or 0))


def _text(facts: Facts, cut: _Cut) -> Phrase:
    whole = [
        (sum(both[year].hits for both in cut.strata.values()), sum(both[year].of for both in cut.strata.values()))
        for year in (0, 1)
    ]
    # Of the strata that moved the mix the way it went, the one that moved it most.
    side = -1 if cut.found.mix < 0 else 1
    name = max(cut.found.mix_of, key=lambda one: side * cut.found.mix_of[one])
    then, now = cut.strata[name]
    values: dict[str, PhraseValue] = {
        "then": Percent(whole[0][0] / whole[0][1]),
        "now": Percent(whole[1][0] / whole[1][1]),
        "name": _named(cut, name),
        "share_then": Percent(then.of / whole[0][1]),
        "share_now": Percent(now.of / whole[1][1]),
        "mix": Percent(cut.found.mix, signed=True, points=True),
        "rate": Percent(cut.found.rate, signed=True, points=True),
    }
    if not cut.found.is_simpson:
        return say(
            "Of the leads {now} became orders, {then} then. Another mix of them made {mix} of it (“{name}”: "
            "{share_now} of the leads, {share_then} then), their conversion itself {rate}.",
            **values,
        )
    if cut.found.change < 0:
        return say(
            "Of the leads {now} became orders, {then} then, although within the parts conversion rose ({rate}): the "
            "whole fell with another mix ({mix}). “{name}” holds {share_now} of the leads now, {share_then} "
            "then.",
            **values,
        )
    return say(
        "Of the leads {now} became orders, {then} then, although within the parts conversion fell ({rate}): the whole "
        "rose with another mix ({mix}). “{name}” holds {share_now} of the leads now, {share_then} then.",
        **values,
    )


def _named(cut: _Cut, name: str) -> PhraseValue:
    if cut.is_by_channel:
        return Term(CHANNELS[name].label) if name in CHANNELS else name
    return name or say("no product")
