"""Reasons of the calendar: another number of days, other weekdays and working days.

What the cards are worth adds up to the bridge's line `calendar`: the days alone, each season of buying, and the rest to
weekdays and days off. What is too small for a card of its own is in the next one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import log

from dashboard.domain.caveats import Severity, weighed
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Number, Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.year_over_year.logmean import worth_of_factor
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told

LINE = "calendar"
_CENT = Decimal("0.01")
_NOTHING = 1e-9
_DAYS, _WEEKDAYS = "days", "weekdays"
_NAMES = (
    N_("Mondays"),
    N_("Tuesdays"),
    N_("Wednesdays"),
    N_("Thursdays"),
    N_("Fridays"),
    N_("Saturdays"),
    N_("Sundays"),
)


@dataclass(frozen=True)
class Worth:
    """The line `calendar` by what it is made of, in money; the parts add up to it."""

    days: Decimal
    weekdays: Decimal
    windows: dict[str, Decimal]


def worth(facts: Facts) -> Worth:
    """The line of the bridge where there is one, else the whole revenue's."""
    calendar, pair = facts.calendar, facts.basis.pair
    line = facts.bridge.line(LINE) if facts.bridge else None
    whole = line.amount if line else worth_of_factor(facts.change, calendar.factor)
    if abs(calendar.log) > _NOTHING:
        a_log = float(whole) / calendar.log
    else:  # parts that cancel out: each is worth what its own factor is
        a_log = float(worth_of_factor(facts.change, 1.01)) / log(1.01)
    parts = {key: Decimal(a_log * part).quantize(_CENT) for key, part in calendar.windows.items()}
    parts[_DAYS] = Decimal(a_log * log(pair.now.days / pair.then.days)).quantize(_CENT)
    parts[_WEEKDAYS] = whole - sum(parts.values(), Decimal(0))
    shown = {key for key, amount in parts.items() if _matters(facts, amount)}
    largest = max(shown, key=lambda key: abs(parts[key]), default=_WEEKDAYS)
    for key in set(parts) - shown - {largest}:
        parts[largest] += parts.pop(key)
    return Worth(parts.pop(_DAYS, Decimal(0)), parts.pop(_WEEKDAYS, Decimal(0)), parts)


def _matters(facts: Facts, amount: Decimal) -> bool:
    change = facts.change
    return weighed("Y02", say(""), amount, change.then, change.difference, Severity.MEDIUM) is not None


def days(facts: Facts) -> Iterator[Reason]:
    """Y01: a different number of days, such as a leap day."""
    pair = facts.basis.pair
    if pair.now.days == pair.then.days or not facts.has_then:
        return
    amount = worth(facts).days
    if not amount:
        return  # too few to matter by themselves; the weekdays hold them
    values: dict[str, PhraseValue] = {
        "now_days": Number(pair.now.days),
        "then_days": Number(pair.then.days),
        "worth": facts.signed(amount),
    }
    if facts.calendar.accepted and not worth(facts).weekdays:
        text = say("{now_days} days stand against {then_days}; with their weekdays that is worth {worth}.", **values)
    else:
        text = say("{now_days} days stand against {then_days}; the difference alone is worth {worth}.", **values)
    found = weighed("Y01", text, amount, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(found, say("The calendar."), NOBODYS, line=LINE)


def working_days(facts: Facts) -> Iterator[Reason]:
    """Y02: other working days or weekdays, weighed by what this client's own days bring."""
    now, then = facts.basis.working_now, facts.basis.working_then
    uneven = _other_weekdays(facts.basis.pair.now, facts.basis.pair.then)
    pair = facts.basis.pair
    if not facts.has_then or (now == then and not uneven and pair.now.days == pair.then.days):
        return
    calendar = facts.calendar
    if not calendar.accepted:
        if calendar.held_out is None:
            yield cannot_be_told("Y02", _untold(facts, now, then))
        return
    amount = worth(facts).weekdays
    values: dict[str, PhraseValue] = {"now": Number(now), "then": Number(then), "worth": facts.signed(amount)}
    if now != then:
        text = say(
            "{now} working days stand against {then}. At what this client's weekdays and days off bring, that is worth "
            "{worth}.",
            **values,
        )
    elif pair.now.days != pair.then.days:
        text = say(
            "{now_days} days against {then_days}, with as many working days in both: what differs are days off, which "
            "bring another amount. That is worth {worth}.",
            now_days=Number(pair.now.days),
            then_days=Number(pair.then.days),
            worth=facts.signed(amount),
        )
    else:
        text = say(
            "As many working days, but other weekdays: {weekdays}. At what this client's weekdays bring, that is worth "
            "{worth}.",
            weekdays=tuple(uneven),
            worth=facts.signed(amount),
        )
    found = weighed("Y02", text, amount, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(found, _known_by(facts), NOBODYS, line=LINE)


def _untold(facts: Facts, now: int, then: int) -> Phrase:
    why = facts.calendar.why
    if now == then:
        return say("Other weekdays fall into the two periods, and what they are worth is not known. {why}", why=why)
    return say(
        "{now} working days stand against {then}, and what they are worth is not known. {why}",
        now=Number(now),
        then=Number(then),
        why=why,
    )


def _known_by(facts: Facts) -> Phrase:
    calendar = facts.calendar
    if not calendar.knows_moves:
        return say(
            "The calendar of the client's country, of which the days off that a decree moves are not known yet for all "
            "of these days. {why}",
            why=calendar.why,
        )
    rest = calendar.weights.effects.get("off") if calendar.weights else None
    if rest is None:
        return say("The production calendar of the client's country. {why}", why=calendar.why)
    return say(
        "The production calendar of the client's country; a weekday off brings {share} of an ordinary one. {why}",
        share=Percent(Decimal(2.718281828459045**rest)),
        why=calendar.why,
    )


def _other_weekdays(now: Period, then: Period) -> list[Phrase]:
    """The weekdays that one of the periods has more of, beyond what another number of days brings along."""
    counts = [Counter(day.weekday() for day in period) for period in (now, then)]
    if now.days != then.days:
        return []
    return [
        say(
            "{day} {now} against {then}",
            day=Term(name),
            now=Number(counts[0][weekday]),
            then=Number(counts[1][weekday]),
        )
        for weekday, name in enumerate(_NAMES)
        if counts[0][weekday] != counts[1][weekday]
    ]
