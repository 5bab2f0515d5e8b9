"""Reasons of single orders: one giant, or one that was cancelled, decides what two years look like."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import WORTH_OF_BASE, Caveat, Severity
from dashboard.domain.phrase import Day, Number, Percent, Phrase, PhraseValue, say
from dashboard.domain.statistics import n_eff
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.sizes import Giant

FEW_DEALS = 10
DECIDES = Decimal("0.10")  # method Y23: without it growth is another by more than ten points
GIANT = 2  # medians; where orders are few and even, any of them moves the growth, and none is to be named for it


def one_deal(facts: Facts) -> Iterator[Reason]:
    """Y23: one order decides the comparison, or a year rests on a few."""
    now, then = facts.change.now, facts.change.then
    sizes_now, sizes_then = facts.evidence.sizes_now, facts.evidence.sizes_then
    growth = facts.change.share
    if now is None or then is None or growth is None:
        return
    of_now, of_then = (sizes.largest.amount if sizes.largest else Decimal(0) for sizes in (sizes_now, sizes_then))
    without = [
        metrics.growth(less_now, less_then)
        for less_now, less_then in ((now - of_now, then), (now, then - of_then), (now - of_now, then - of_then))
    ]
    giants = [
        sizes.largest
        for sizes in (sizes_now, sizes_then)
        if sizes.largest and sizes.largest.amount > GIANT * (sizes.median or 0)
    ]
    if without[2] is not None and giants and any(_decides(growth, other) for other in without if other is not None):
        giant = max(giants, key=lambda one: one.amount)
        text = say(
            "One order of {amount}, {order}, decides the comparison: with it revenue changed by {growth}, without the "
            "largest order of each period by {without}. The number of orders changed by {count}, the median order by "
            "{median}.",
            amount=facts.money(giant.amount),
            order=_named(giant),
            growth=Percent(growth, signed=True),
            without=Percent(without[2], signed=True),
            count=_percent(metrics.growth(sizes_now.orders, sizes_then.orders)),
            median=_percent(metrics.growth(sizes_now.median, sizes_then.median)),
        )
        worth = of_now - of_then
        yield Reason(
            Caveat("Y23", Severity.HIGH, text, worth, metrics.share(abs(worth), then)),
            say("The amount of each order, net of refunds."),
            NOBODYS,
            settled_by=say("A longer period, in which no single order weighs so much."),
        )
        return
    yield from _few(facts)


def _few(facts: Facts) -> Iterator[Reason]:
    years = ((facts.now, facts.evidence.sizes_now), (facts.then, facts.evidence.sizes_then))
    rests_on = [n_eff(metrics.value_of("net_revenue", sums), sizes.squares_of(sums)) for sums, sizes in years]
    known = [deals for deals in rests_on if deals is not None]
    if not known or min(known) >= FEW_DEALS:
        return
    text = say(
        "The revenue rests on the weight of {now} orders now and {then} then: one large order more or less turns the "
        "comparison.",
        now=Number(round(rests_on[0] or 0)),
        then=Number(round(rests_on[1] or 0)),
    )
    yield Reason(
        Caveat("Y23", Severity.HIGH, text),
        say("The size of each order: (Σx)²/Σx²."),
        NOBODYS,
        settled_by=say("A longer period, with more orders."),
    )


def undone(facts: Facts) -> Iterator[Reason]:
    """Y23: a large order that was taken back whole stands in revenue before refunds, and in no other."""
    gross = [metrics.value_of("revenue", sums) for sums in (facts.now, facts.then)]
    net_growth = facts.change.share
    giants = (facts.evidence.sizes_now.undone, facts.evidence.sizes_then.undone)
    if net_growth is None:
        return
    for giant, whole in zip(giants, gross, strict=True):
        share = metrics.share(giant.amount, facts.change.then) if giant else None
        if giant is None or share is None or share < WORTH_OF_BASE:
            continue
        growth = metrics.growth(*gross)
        values: dict[str, PhraseValue] = {
            "amount": facts.money(giant.amount),
            "order": _named(giant),
            "growth": _percent(growth),
            "net": Percent(net_growth, signed=True),
            "whole": Percent(metrics.share(giant.amount, whole) or Decimal(0)),
        }
        text = say(
            "An order of {amount}, {order}, was taken back whole. It is {whole} of that period's revenue before "
            "refunds, which changed by {growth}; net of refunds revenue changed by {net}.",
            **values,
        )
        yield Reason(
            Caveat("Y23", Severity.MEDIUM, text, None, share),
            say("Each order beside its refund."),
            NOBODYS,
        )


def _decides(growth: Decimal, other: Decimal) -> bool:
    return abs(growth - other) > DECIDES or growth * other < 0


def _named(giant: Giant) -> Phrase:
    return say("number {id} of {day}", id=giant.order_id, day=Day(giant.day))


def _percent(share: Decimal | None) -> Percent | Phrase:
    return say("nobody knows how much") if share is None else Percent(share, signed=True)
