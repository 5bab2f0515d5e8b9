"""Reasons of the market: how much was advertised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.phrase import Percent, say
from dashboard.reports.year_over_year.facts import BOTH_SIDES, Facts, Reason

SPEND_ALIKE = (Decimal("0.8"), Decimal("1.25"))


def spend(facts: Facts) -> Iterator[Reason]:
    """Y18: another amount of advertising."""
    now, then = (metrics.value_of("spend", sums) or Decimal(0) for sums in (facts.now, facts.then))
    ratio = metrics.share(now, then)
    if (not now and not then) or (ratio is not None and SPEND_ALIKE[0] <= ratio <= SPEND_ALIKE[1]):
        return
    values = {"now": facts.money(now), "then": facts.money(then)}
    if ratio is None:
        text = say("{now} went into ads now, nothing then.", **values)
    else:
        text = say("{now} went into ads now, {then} then, {share}.", **values, share=Percent(ratio - 1, signed=True))
    yield Reason(
        Caveat("Y18", Severity.MEDIUM, text, None, metrics.share(abs(now - then), facts.change.then)),
        say("The platforms' own exports, without VAT."),
        BOTH_SIDES,
    )
