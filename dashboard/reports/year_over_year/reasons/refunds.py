"""Reasons of refunds: sales that have not had their time to come back, or that accounting has not told of yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.phrase import Day, Percent, say
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.immature import OLD_ENOUGH_DAYS
from dashboard.reports.year_over_year.reasons.weighing import line_of, weighed_in_revenue
from dashboard.reports.year_over_year.refunds import RefundsDue


def to_come(facts: Facts) -> Iterator[Reason]:
    """Y07: this period's refunds have not all been booked."""
    due = facts.refunds.due
    yield from _like_earlier_period(facts) if due is None else _by_age(facts, due)


def _by_age(facts: Facts, due: RefundsDue) -> Iterator[Reason]:
    text = say(
        "{booked} of this period's sales has come back so far, {share}; in the end {rate} does, as of earlier sales. "
        "Another {worth} is to be expected until they are as old as those of the earlier period.",
        booked=facts.money(due.booked),
        share=Percent(metrics.share(due.booked, due.sold) or Decimal(0), decimals=1),
        rate=Percent(due.rate, decimals=1),
        worth=facts.money(due.to_come),
    )
    line = line_of(facts, "returns_to_come")
    found = weighed_in_revenue(facts, "Y07", text, due.to_come if line is None else line)
    if found is not None:
        yield Reason(
            found,
            say("How much of earlier sales came back, and how long after the sale."),
            CLIENTS,
            settled_by=say("The same comparison in a few months, or accounting's own list of refunds."),
            upload="refunds",
            line="" if line is None else "returns_to_come",
        )


def _like_earlier_period(facts: Facts) -> Iterator[Reason]:
    """Where no refund has a day of its own: by the share that came back of the earlier period's sales."""
    if (facts.evidence.today - facts.basis.pair.now.last).days >= OLD_ENOUGH_DAYS:
        return  # whatever was to come has come: less of it did
    now, then = (metrics.compute(sums, "refund_rate")["refund_rate"] for sums in (facts.now, facts.then))
    if now is None or then is None or then <= now:
        return
    worth = Decimal(facts.now["revenue"] or 0) * (then - now)
    text = say(
        "{now} of this period's revenue has been refunded so far, {then} of the earlier one's. If as much comes back "
        "in the end, {worth} of this period's revenue is still to go.",
        now=Percent(now),
        then=Percent(then),
        worth=facts.money(worth),
    )
    found = weighed_in_revenue(facts, "Y07", text, worth)
    if found is not None:
        yield Reason(
            found,
            say("Refunds by the day of their sale, both periods."),
            CLIENTS,
            settled_by=say("The day of each refund, in the export of orders or in accounting's list."),
            upload="refunds",
        )


def accounting(facts: Facts) -> Iterator[Reason]:
    """Y07: accounting's list of refunds ends before the period does."""
    until, now = facts.refunds.accounting_until, facts.basis.pair.now
    if until is None or until >= now.last:
        return
    rate = metrics.share(facts.refunds.accounting_then, Decimal(facts.then["revenue"] or 0)) or Decimal(0)
    later = sum(
        (Decimal(row["revenue"]) for day, row in facts.days.sums.items() if day in now and day > until), Decimal(0)
    )
    worth = rate * later
    text = say(
        "Accounting's list of refunds ends on {day}. It held {rate} of the earlier period's revenue; of the {sold} "
        "sold since, as much would be {worth}.",
        day=Day(until),
        rate=Percent(rate, decimals=1),
        sold=facts.money(later),
        worth=facts.money(worth),
    )
    found = weighed_in_revenue(facts, "Y07", text, worth)
    if found is not None:
        # What sales of all kinds let expect by age is told already, and holds these too.
        yield Reason(
            found if facts.refunds.due is None else replace(found, figure=None, share_of_base=None),
            say("The last day in accounting's list."),
            CLIENTS,
            settled_by=say("Accounting's list up to {day}.", day=Day(now.last)),
            upload="refunds",
        )
