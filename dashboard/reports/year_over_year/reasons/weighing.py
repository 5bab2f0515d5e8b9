"""What a reason is worth beside what it moves, and how its sentences follow each other."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.phrase import Phrase, say
from dashboard.reports.year_over_year.facts import Facts


def weighed_in_revenue(facts: Facts, id: str, text: Phrase, worth: Decimal) -> Caveat | None:
    """A caveat worth so much revenue; None where it is too small to speak of."""
    return weighed(id, text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)


def line_of(facts: Facts, key: str) -> Decimal | None:
    """What the bridge's line of this name is worth; None where it has none, so that cards and bridge never disagree."""
    line = None if facts.bridge is None else facts.bridge.line(key)
    return None if line is None else line.amount


def weighed_in_profit(facts: Facts, id: str, text: Phrase, worth: Decimal) -> Caveat | None:
    """A caveat worth so much of what is left after ads; where margins are unknown, of what the ads cost."""
    left = [metrics.value_of("contribution", sums) for sums in (facts.now, facts.then)]
    now, then = left if None not in left else [metrics.value_of("spend", sums) for sums in (facts.now, facts.then)]
    if now is None or then is None:
        return None
    return weighed(id, text, worth, abs(then), now - then, Severity.MEDIUM)


def sentences(first: Phrase, *more: Phrase | None) -> Phrase:
    """One text of several sentences; those that are None are not said."""
    text = first
    for sentence in more:
        if sentence is not None:
            text = say("{answer} {ads}", answer=text, ads=sentence)
    return text
