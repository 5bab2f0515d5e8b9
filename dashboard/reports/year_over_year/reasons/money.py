"""Reasons of money: the tax."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.economics import vat_rate
from dashboard.domain.phrase import Percent, say
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason


def vat(facts: Facts) -> Iterator[Reason]:
    """Y15: the tax changed between the years; spend is compared without it where the client deducts it."""
    rates = facts.profile.vat
    now, then = (vat_rate(rates, of.last) for of in (facts.basis.pair.now, facts.basis.pair.then))
    if now == then:
        return
    text = (
        say("VAT is {now} now and was {then} then; all money here is without it.", now=Percent(now), then=Percent(then))
        if facts.profile.vat_deductible
        else say("VAT is {now} now and was {then} then, and spend includes it.", now=Percent(now), then=Percent(then))
    )
    severity = Severity.LOW if facts.profile.vat_deductible else Severity.MEDIUM
    yield Reason(Caveat("Y15", severity, text), say("The rates in the client's settings."), NOBODYS)
