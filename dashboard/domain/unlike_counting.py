"""Unlike counting: what two years do not see, or count, in the same way."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.comparison import worth_of_factor
from dashboard.domain.maturity import MATURE
from dashboard.domain.metrics import share
from dashboard.domain.phrase import Day, Money, Number, Percent, Term, say
from dashboard.domain.year_facts import YearFacts

SHARE_MOVED = Decimal("0.05")


def sales_immature(facts: YearFacts) -> Caveat | None:
    """Y06: part of the sales from these leads is still to come."""
    if facts.complete_now is None or facts.complete_now >= MATURE or facts.complete_now <= 0:
        return None
    left = Percent(1 - facts.complete_now)
    worth = worth_of_factor(facts.revenue, facts.complete_now)
    if facts.orders_at_same_age is None:
        text = say("About {share} of the sales from these leads are still to come.", share=left)
    else:
        same_age, in_all = facts.orders_at_same_age
        text = say(
            "About {share} of the sales from these leads are still to come; at the same age a year before "
            "{seen} orders were visible, not {all}.",
            share=left,
            seen=Number(same_age),
            all=Number(in_all),
        )
    return Caveat("Y06", Severity.HIGH, text, worth, share(abs(worth), facts.revenue.then))


def returns_to_come(facts: YearFacts) -> Caveat | None:
    """Y07: returns of young sales are not all booked yet."""
    now, then = facts.refund_rate_now, facts.refund_rate_then
    if not facts.refunds_are_young or now is None or then is None or now >= then or facts.revenue.now is None:
        return None
    worth = (facts.revenue.now * (then - now)).quantize(Decimal("0.01"))
    text = say(
        "Refunds are {now} of what was paid, {then} a year before: if they reach as much, another {worth} will come.",
        now=Percent(now),
        then=Percent(then),
        worth=Money(worth, facts.currency),
    )
    return weighed("Y07", text, worth, facts.revenue.then, facts.revenue.difference, Severity.MEDIUM)


def coverage_differs(facts: YearFacts) -> Caveat | None:
    """Y09: a source has rows on far more of one period's days than of the other's."""
    uneven = [source for source in facts.coverage if abs(source.share_now - source.share_then) > SHARE_MOVED]
    if not uneven:
        return None
    sources = tuple(
        say(
            "{source}: {days_now} of {of_now} days against {days_then} of {of_then}",
            source=Term(source.label or source.platform),
            days_now=Number(source.days_now),
            of_now=Number(source.of_now),
            days_then=Number(source.days_then),
            of_then=Number(source.of_then),
        )
        for source in uneven
    )
    return Caveat("Y09", Severity.HIGH, say("Sources cover the two years unlike — {sources}.", sources=sources))


def no_source_moved(facts: YearFacts) -> Caveat | None:
    """Y09 again: the share of revenue without a source moved, so growth of single channels is partly tracking."""
    now, then = facts.no_source_now, facts.no_source_then
    if now is None or then is None or abs(now - then) <= SHARE_MOVED:
        return None
    text = say(
        "The share of revenue without a source went from {then} to {now}: part of any channel's growth is tracking.",
        now=Percent(now),
        then=Percent(then),
    )
    return Caveat("Y09", Severity.HIGH, text)


def rules_changed(facts: YearFacts) -> Caveat | None:
    """Y10: channels of the two periods are counted by unlike rules."""
    if not facts.rule_changes:
        return None
    noted = tuple(say("{text} ({day})", text=note.text, day=Day(note.day)) for note in facts.rule_changes)
    text = say("Rules of counting changed between the two periods: {changes}. Only totals compare.", changes=noted)
    return Caveat("Y10", Severity.HIGH, text)


def unconverted_amounts(facts: YearFacts) -> Caveat | None:
    """Y14: amounts without a rate are in neither sum."""
    if not facts.unconverted:
        return None
    amounts = tuple(Money(Decimal(amount), currency) for currency, amount in sorted(facts.unconverted.items()))
    text = say("Not converted for want of a rate, and in no figure: {amounts}.", amounts=amounts)
    return Caveat("Y14", Severity.HIGH, text)


def vat_changed(facts: YearFacts) -> Caveat | None:
    """Y15: the tax that is part of this client's spend has another rate."""
    if facts.vat_now is None or facts.vat_then is None or facts.vat_now == facts.vat_then:
        return None
    text = say(
        "Spend holds VAT of {now}, {then} a year before: part of its change is the tax.",
        now=Percent(facts.vat_now),
        then=Percent(facts.vat_then),
    )
    return Caveat("Y15", Severity.MEDIUM, text)
