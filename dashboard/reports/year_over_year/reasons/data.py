"""Reasons of the data: what is not in yet, and what was not tracked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.comparison import Alignment
from dashboard.domain.phrase import Day, Number, Percent, Phrase, PhraseValue, Term, say, say_n
from dashboard.domain.platforms import platform_name
from dashboard.reports.freshness import KIND_LABELS
from dashboard.reports.year_over_year.facts import AGENCYS, BOTH_SIDES, CLIENTS, NOBODYS, Compared, Facts, Reason

UNFINISHED_ENOUGH = Decimal("0.05")  # of the days, or of last year's money: from there on it is no comparison
MATURE_ENOUGH = Decimal("0.03")  # method Y06: below 97 % of orders seen, the period is immature
PACE_MOVED = 0.10  # method B5: from there on last year's pace says little of this year's
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
            "One period has {now_days} days of data, the other {then_days}: the later one's end on {day}. The "
            "{then_days} earlier days hold {left_out} that these {now_days} days could not have brought yet.",
            **values,
        )
    yield Reason(
        Caveat("Y05", severity, text, -left_out, share),
        say("The last day of each source of sales."),
        BOTH_SIDES,
        settled_by=_at_this_pace(facts, elapsed, naive),
    )


def _at_this_pace(facts: Facts, elapsed: Compared, naive: Compared) -> Phrase:
    """What the whole period would bring if its rest went like its days so far, set against last year's."""
    over = say("The rest of the period.")
    growth = elapsed.revenue.share
    if growth is None or naive.revenue.then is None:
        return over
    return say(
        "The rest of the period. At the pace of the days so far it would bring about {amount} in all.",
        amount=facts.money(naive.revenue.then * (1 + growth)),
    )


def ends_apart(facts: Facts) -> Iterator[Reason]:
    """Y05: ads or calls are known of fewer days than sales, so what they cost and brought cannot be set beside them."""
    until = facts.basis.pair.now.last
    behind = [
        source
        for source in facts.evidence.sources
        if source.kind in EVERY_DAY and source.stale and facts.basis.pair.now.first <= source.last_day < until
    ]
    for source in behind:
        missing = sum(day > source.last_day for day in facts.open_days[0])
        if not missing:
            continue  # on the days since then nobody ever calls
        text = say_n(
            "{source} ({kind}) ends on {day}, {count} day before the sales: what it tells of is of fewer days now than "
            "then.",
            "{source} ({kind}) ends on {day}, {count} days before the sales: what it tells of is of fewer days now "
            "than then.",
            missing,
            source=platform_name(source.platform),
            kind=Term(KIND_LABELS.get(source.kind, source.kind)),
            day=Day(source.last_day),
        )
        is_much = missing > UNFINISHED_ENOUGH * len(facts.open_days[0])
        yield Reason(
            Caveat("Y05", Severity.BLOCKER if is_much else Severity.LOW, text),
            say("The last day of each source."),
            AGENCYS,
            settled_by=say("The source's export up to {day}.", day=Day(until)),
            of_channels=True,
        )


def no_base(facts: Facts) -> Iterator[Reason]:
    """Y05: nothing is known of the year before."""
    if facts.has_then:
        return
    text = say("No source of sales has any data for the earlier period, so there is no per cent to speak of.")
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
    growth = found.growth
    if growth is None:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders}. So far these leads have "
            "brought {now}; those of the earlier period had brought {then} at the same age.",
            **values,
        )
    else:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders}. So far these leads have "
            "brought {now}; those of the earlier period had brought {then} at the same age: {change}.",
            **values,
            change=Percent(growth, signed=True),
        )
    line = facts.bridge.line("immature") if facts.bridge else None
    together = facts.bridge.line("cohort") if facts.bridge else None  # holds them with sales of other leads
    yield Reason(
        Caveat("Y06", Severity.HIGH, text, line.amount if line else None),
        say("How long the leads of earlier months took to buy; both periods counted by the day of the lead."),
        NOBODYS,
        settled_by=None
        if found.settled is None
        else say(
            "The same comparison after {day}, when nearly all of these orders will be in.", day=Day(found.settled)
        ),
        line="immature" if line else "cohort" if together else "",
    )
    if found.pace_moved is not None and abs(found.pace_moved) > PACE_MOVED:
        yield _another_pace(found.pace_moved)


def _another_pace(moved: float) -> Reason:
    """Y06: the expectation rests on leads that bought at another pace."""
    points = Percent(abs(moved), points=True)
    text = (
        say(
            "Leads have come to buy sooner than earlier ones did: {points} more of their orders are in at some "
            "age. What is still to come may be less than expected.",
            points=points,
        )
        if moved > 0
        else say(
            "Leads have come to buy later than earlier ones did: {points} fewer of their orders are in at some "
            "age. What is still to come may be more than expected.",
            points=points,
        )
    )
    return Reason(
        Caveat("Y06", Severity.MEDIUM, text), say("How long leads took to buy, by the day of the lead."), NOBODYS
    )
