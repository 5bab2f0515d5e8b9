"""Reasons of the platforms: figures that they still recount, or have recounted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import WORTH_OF_BASE, Caveat, Severity
from dashboard.domain.period import Period
from dashboard.domain.phrase import Day, Money, Percent, PhraseValue, say, say_n
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason

YOUNG_ENOUGH = Decimal("0.10")  # of the period's spend


def young_spend(facts: Facts) -> Iterator[Reason]:
    """Y08: the platforms may still recount the spend of the last days."""
    now, days = facts.basis.pair.now, facts.profile.provisional_days
    first = max(facts.evidence.today - timedelta(days=days), now.first)
    if not days or first > now.last:
        return
    young = Period(first, now.last)
    amount, whole = (metrics.value_of("spend", facts.days.total(of)) for of in (young, now))
    share = metrics.share(amount, whole)
    if amount is None or share is None or share < YOUNG_ENOUGH:
        return
    text = say_n(
        "{amount} of spend, {share} of this period's, is of the last {count} day, which the platforms may still "
        "recount.",
        "{amount} of spend, {share} of this period's, is of the last {count} days, which the platforms may still "
        "recount.",
        young.days,
        amount=facts.money(amount),
        share=Percent(share),
    )
    yield Reason(
        Caveat("Y08", Severity.LOW, text),
        say("How long the platforms' figures are provisional, in the client's settings."),
        NOBODYS,
        settled_by=say("The same export once more in a few days."),
    )


def reloaded_spend(facts: Facts) -> Iterator[Reason]:
    """Y08: a later file changed spend that had long been settled."""
    for of_year, is_now in ((facts.evidence.reloads_now, True), (facts.evidence.reloads_then, False)):
        for reload in of_year:
            share = metrics.share(abs(reload.moved), reload.before)
            if share is None or share < WORTH_OF_BASE:
                continue
            values: dict[str, PhraseValue] = {
                "moved": Money(reload.moved, reload.currency, short=True, signed=True),
                "share": Percent(share),
                "day": Day(reload.reloaded),
            }
            text = (
                say_n(
                    "On {count} settled day of this period a later file changed spend by {moved}, {share} of it; the "
                    "last such file came on {day}.",
                    "On {count} settled days of this period later files changed spend by {moved}, {share} of it; the "
                    "last such file came on {day}.",
                    reload.days,
                    **values,
                )
                if is_now
                else say_n(
                    "On {count} settled day of the earlier period a later file changed spend by {moved}, {share} of "
                    "it; the last such file came on {day}.",
                    "On {count} settled days of the earlier period later files changed spend by {moved}, {share} of "
                    "it; the last such file came on {day}.",
                    reload.days,
                    **values,
                )
            )
            yield Reason(
                Caveat("Y08", Severity.LOW, text),
                say("What each import changed, kept with it."),
                NOBODYS,
                settled_by=say("The platform's own statement of the bill."),
            )
