"""Reasons of who buys: customers won, and customers who come again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from math import sqrt

from dashboard.domain import metrics
from dashboard.domain.caveats import WORTH_OF_BASE, Caveat, Severity
from dashboard.domain.phrase import Percent, Phrase, PhraseValue, say
from dashboard.reports.year_over_year.buyers import Buyers
from dashboard.reports.year_over_year.facts import BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told
from dashboard.reports.year_over_year.reasons.weighing import sentences

MOVED = Decimal("0.05")
SURELY = 1.96
KNOWN = Decimal("0.5")  # of revenue: with less the rest could turn it
LOOK_BACK = timedelta(days=365)
OF_SALES = frozenset({"deals", "orders", "sales"})


def returning(facts: Facts) -> Iterator[Reason]:
    """Y26: new and returning customers did not change alike."""
    now, then = facts.buyers
    if now.whole <= 0 or then.whole <= 0:
        return
    if min(now.known / now.whole, then.known / then.whole) < KNOWN:
        yield cannot_be_told("Y26", say("Most sales do not say who bought, by phone or e-mail."), upload="sales")
        return
    first = min((source.first_day for source in facts.evidence.sources if source.kind in OF_SALES), default=None)
    if first is None or first > facts.basis.pair.then.first - LOOK_BACK:
        text = say(
            "Sales are known for less than a year before the earlier period, so its returning customers would pass for "
            "new ones."
        )
        yield cannot_be_told("Y26", text, upload="sales")
        return
    shares = [(year.returning.net / year.known, _spread(year)) for year in (now, then)]
    moved = shares[0][0] - shares[1][0]
    if abs(moved) <= MOVED or abs(float(moved)) < SURELY * sqrt(shares[0][1] ** 2 + shares[1][1] ** 2):
        return
    of_base = metrics.share(abs(now.returning.net - then.returning.net), facts.change.base)
    if of_base is None or of_base < WORTH_OF_BASE:
        return
    yield Reason(
        Caveat("Y26", Severity.MEDIUM, _said(facts, now, then), None, of_base),
        say("Buyers by phone and e-mail; new is who never bought before."),
        BOTH_SIDES,
        settled_by=say("The same months' buyers of both periods followed for a year: how many come again, how often."),
    )


def _spread(year: Buyers) -> float:
    """The standard error of the returning share, by the number and size of orders alone."""
    share = float(year.returning.net / year.known)
    squares = (1 - share) ** 2 * float(year.returning.squares) + share**2 * float(year.new.squares)
    return sqrt(squares) / float(year.known)


def _said(facts: Facts, now: Buyers, then: Buyers) -> Phrase:
    values: dict[str, PhraseValue] = {
        "new_now": facts.money(now.new.net),
        "new_then": facts.money(then.new.net),
        "again_now": facts.money(now.returning.net),
        "again_then": facts.money(then.returning.net),
    }
    new, again = metrics.growth(now.new.net, then.new.net), metrics.growth(now.returning.net, then.returning.net)
    if new is None or again is None:
        return say(
            "New customers brought {new_now} against {new_then}, returning ones {again_now} against {again_then}.",
            **values,
        )
    first = say(
        "New customers brought {new_now} against {new_then}, {new}; returning ones {again_now} against {again_then}, "
        "{again}.",
        **values,
        new=Percent(new, signed=True),
        again=Percent(again, signed=True),
    )
    if again < 0 <= new:
        return sentences(
            first,
            say("What fell is the business with those who had bought before; ads are judged by new customers first."),
        )
    if new < 0 <= again:
        return sentences(first, say("What fell is the winning of new customers."))
    return first
