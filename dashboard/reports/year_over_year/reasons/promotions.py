"""Y04: promotions of one of the periods only, or longer in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.caveats import Severity, weighed
from dashboard.domain.phrase import Number, Phrase, say, say_n
from dashboard.domain.year_over_year.bridge import PROVEN
from dashboard.domain.year_over_year.promotions import AROUND, Uplift
from dashboard.reports.year_over_year.facts import CLIENTS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told


def promotions(facts: Facts) -> Iterator[Reason]:
    """Y04: what the days of promotions brought above their usual, where the years had not as many of them."""
    dates = facts.dates
    now, then = dates.promoted_now, dates.promoted_then
    if now == then or not facts.has_then:
        return
    if (now and dates.promotion_now is None) or (then and dates.promotion_then is None):
        yield cannot_be_told(
            "Y04",
            say(
                "{which} What it brought cannot be told: too few ordinary days are known around it.",
                which=_which(now, then),
            ),
        )
        return
    of_now, of_then = dates.promotion_now, dates.promotion_then
    worth = Decimal(_gain(of_now) - _gain(of_then)).quantize(Decimal("0.01"))
    figures = {
        "gain": facts.signed(worth),
        "brought": facts.money(Decimal(_brought(of_now) + _brought(of_then))),
        "usual": facts.money(Decimal(_usual(of_now) + _usual(of_then))),
    }
    if now and then:
        text = say(
            "{which} Beside what such days usually bring, the difference is worth {gain}.",
            which=_which(now, then),
            gain=figures["gain"],
        )
    else:
        text = say(
            "{which} Its days brought {brought}, where such days usually bring {usual}: {gain}.",
            which=_which(now, then),
            **figures,
        )
    se = (of_now.se**2 if of_now else 0.0) + (of_then.se**2 if of_then else 0.0)
    if abs(float(worth)) < PROVEN * se**0.5:
        text = say("{text} That lies within chance.", text=text)
    found = weighed("Y04", text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(
            found,
            say(
                "The log of events; the days without a promotion up to {days} days before and after, weekday by "
                "weekday. What was only bought earlier is in it.",
                days=Number(AROUND),
            ),
            CLIENTS,
        )


def _which(now: int, then: int) -> Phrase:
    if not then:
        return say_n(
            "A promotion of {count} day ran in this period only.",
            "Promotions of {count} days ran in this period only.",
            now,
        )
    if not now:
        return say_n(
            "A promotion of {count} day ran in the earlier period only.",
            "Promotions of {count} days ran in the earlier period only.",
            then,
        )
    return say("Promotions ran on {now} days of this period, {then} of the earlier one.",
               now=Number(now), then=Number(then))  # fmt: skip


def _gain(of: Uplift | None) -> float:
    return of.gain if of else 0.0


def _brought(of: Uplift | None) -> float:
    return of.brought if of else 0.0


def _usual(of: Uplift | None) -> float:
    return of.usual if of else 0.0
