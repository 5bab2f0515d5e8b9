"""Reasons of the data: what is not in yet, and what was not tracked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.comparison import Alignment
from dashboard.domain.phrase import Day, Number, Percent, PhraseValue, Term, say
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.reports.freshness import KIND_LABELS
from dashboard.reports.year_over_year.bridging import sources_are_alike
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, CLIENTS, NOBODYS, Facts, Reason

UNFINISHED_ENOUGH = Decimal("0.05")  # of the days, or of last year's money: from there on the naive figure is refused
MATURE_ENOUGH = Decimal("0.03")  # method Y06: below 97 % of orders seen, the period is immature
COVERAGE_MOVED = Decimal("0.05")
EVERY_DAY = frozenset({"ads", "calls"})  # kinds whose quiet day is a gap; deals and orders come when they come


def unfinished(facts: Facts) -> Iterator[Reason]:
    """Y05: this year's data end before the period does."""
    naive = facts.compared[Alignment.NAIVE]
    elapsed = facts.compared.get(Alignment.SAME_ELAPSED)
    if elapsed is None or elapsed.pair.now.last >= facts.period.last:
        return
    left_out = (naive.revenue.then or Decimal(0)) - (elapsed.revenue.then or Decimal(0))
    values: dict[str, PhraseValue] = {
        "now_days": Number(elapsed.pair.now.days),
        "then_days": Number(naive.pair.then.days),
        "day": Day(elapsed.pair.now.last),
        "left_out": facts.money(left_out),
    }
    share = metrics.share(abs(left_out), naive.revenue.then)
    missing = metrics.share(facts.period.days - elapsed.pair.now.days, facts.period.days) or Decimal(0)
    # Today's missing day is no reason to refuse a month; a third of the month is.
    severity = Severity.BLOCKER if max(missing, share or Decimal(0)) > UNFINISHED_ENOUGH else Severity.LOW
    if severity is Severity.LOW:
        text = say("The reported figure sets {then_days} days against {now_days}; the rest is not over yet.", **values)
    else:
        text = say(
            "One period has {now_days} days of data, the other {then_days}: this year's end on {day}. The {then_days} "
            "days of last year hold {left_out} that these {now_days} days could not have brought yet.",
            **values,
        )
    yield Reason(
        Caveat("Y05", severity, text, -left_out, share),
        say("The last day of each source of sales."),
        BOTH_SIDES,
    )


def no_base(facts: Facts) -> Iterator[Reason]:
    """Y05: nothing is known of the year before."""
    if facts.has_then:
        return
    text = say("No source of sales has any data for the year before, so there is no per cent to speak of.")
    yield Reason(Caveat("Y05", Severity.BLOCKER, text), say("The first day of each source of sales."), CLIENTS)


def immature(facts: Facts) -> Iterator[Reason]:
    """Y06: the leads of this period have not had their time to buy; at the same age both years can be compared."""
    found = facts.immature
    if found is None or found.share < MATURE_ENOUGH:
        return
    values: dict[str, PhraseValue] = {
        "share": Percent(found.share),
        "orders": Number(round(found.orders)),
        "now": facts.money(found.seen_now),
        "then": facts.money(found.seen_then),
    }
    growth = metrics.growth(found.seen_now, found.seen_then)
    if growth is None:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders}. So far these leads have "
            "brought {now}; those of the year before had brought {then} at the same age.",
            **values,
        )
    else:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders}. So far these leads have "
            "brought {now}; those of the year before had brought {then} at the same age: {change}.",
            **values,
            change=Percent(growth, signed=True),
        )
    yield Reason(
        Caveat("Y06", Severity.HIGH, text),
        say("How long the leads of earlier months took to buy; both years counted by the day of the lead."),
        NOBODYS,
    )


def returns(facts: Facts) -> Iterator[Reason]:
    """Y07: this year's refunds have not all been booked."""
    rates = [metrics.compute(sums, "refund_rate")["refund_rate"] for sums in (facts.now, facts.then)]
    now, then = rates
    if now is None or then is None or then <= now:
        return
    worth = -Decimal(facts.now["revenue"] or 0) * (then - now)
    text = say(
        "{now} of this year's revenue has been refunded so far, {then} of last year's. If as much comes back in the "
        "end, {worth} of this year's revenue is still to go.",
        now=Percent(now),
        then=Percent(then),
        worth=facts.money(abs(worth)),
    )
    found = weighed("Y07", text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(found, say("Refunds by the day of their sale, both years."), CLIENTS)


def tracking(facts: Facts) -> Iterator[Reason]:
    """Y09: a source that covers one year's days and not the other's."""
    for source in facts.coverage:
        if source.kind not in EVERY_DAY or abs(source.share_now - source.share_then) < COVERAGE_MOVED:
            continue
        text = say(
            "{source} ({kind}), days with data: {days_now} of {of_now} now, {days_then} of {of_then} then.",
            source=Term(PLATFORM_NAMES.get(source.platform, source.platform)),
            kind=Term(KIND_LABELS.get(source.kind, source.kind)),
            days_now=Number(source.days_now),
            of_now=Number(source.of_now),
            days_then=Number(source.days_then),
            of_then=Number(source.of_then),
        )
        yield Reason(Caveat("Y09", Severity.HIGH, text), say("The days on which each source has rows."), AGENCYS)


def sources_known(facts: Facts) -> Iterator[Reason]:
    """Y09: the share of sales that nobody can credit moved, so channels cannot be compared."""
    now, then = facts.no_source_now, facts.no_source_then
    if now is None or then is None or sources_are_alike(now, then):
        return
    text = say(
        "{now} of revenue has no source now, {then} had none then: what moved between channels may be tracking alone.",
        now=Percent(now),
        then=Percent(then),
    )
    yield Reason(Caveat("Y09", Severity.HIGH, text), say("The credit of each sale, both years."), AGENCYS)
