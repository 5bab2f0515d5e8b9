"""Reasons of the calendar: another number of days, of working days, other holidays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.calendar import holiday_names
from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.comparison import worth_of_factor
from dashboard.domain.phrase import Number, Percent, Term, say
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason


def days(facts: Facts) -> Iterator[Reason]:
    """Y01: a different number of days, such as a leap day."""
    pair = facts.basis.pair
    if pair.now.days == pair.then.days or not facts.has_then:
        return
    factor = metrics.share(pair.now.days, pair.then.days)
    worth = worth_of_factor(facts.change, factor or 1)
    text = say(
        "{now_days} days stand against {then_days}; the difference alone is worth {worth}.",
        now_days=Number(pair.now.days),
        then_days=Number(pair.then.days),
        worth=facts.signed(worth),
    )
    yield Reason(Caveat("Y01", Severity.MEDIUM, text, worth), say("The calendar."), NOBODYS)


def working_days(facts: Facts) -> Iterator[Reason]:
    """Y02: other working days, weighed by what this client's own days earn."""
    now, then = facts.basis.working_now, facts.basis.working_then
    if now == then or not facts.has_then:
        return
    pair, weight = facts.basis.pair, _weight_of_rest(facts)
    if weight is None:
        return
    factor = metrics.share(now + weight * (pair.now.days - now), then + weight * (pair.then.days - then))
    if factor is None:
        return
    worth = worth_of_factor(facts.change, factor)
    text = say(
        "{now} working days stand against {then}. At what this client's working days and days off earn, the difference "
        "is worth {worth}.",
        now=Number(now),
        then=Number(then),
        worth=facts.signed(worth),
    )
    found = weighed("Y02", text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is None:
        return
    yield Reason(
        found,
        say(
            "The production calendar of the client's country; a day off brings {weight} of a working day's revenue, "
            "both years together.",
            weight=Percent(weight),
        ),
        NOBODYS,
    )


def _weight_of_rest(facts: Facts) -> Decimal | None:
    """What a day off earns beside a working day, over both periods; None where either kind is missing."""
    earned: dict[bool, list[Decimal]] = {True: [], False: []}
    for period in (facts.basis.pair.now, facts.basis.pair.then):
        working = {day.day: day.is_working for day in calendar_days(facts.profile.country, period.first, period.last)}
        for day in facts.days.run(period):
            earned[working[day.day]].append(day.revenue)
    if not earned[True] or not earned[False]:
        return None
    each = {kind: metrics.share(sum(amounts, Decimal(0)), len(amounts)) for kind, amounts in earned.items()}
    weight = metrics.share(each[False], each[True])
    return None if weight is None else max(weight, Decimal(0))


def holidays(facts: Facts) -> Iterator[Reason]:
    """Y03: a holiday that lies in one period and not in the other."""
    pair, country = facts.basis.pair, facts.profile.country
    now, then = (holiday_names(calendar_days(country, of.first, of.last)) for of in (pair.now, pair.then))
    only_now = tuple(Term(name) for name in sorted(now - then))
    only_then = tuple(Term(name) for name in sorted(then - now))
    if not only_now and not only_then:
        return
    text = (
        say("Holidays of one year only: now {now}; then {then}.", now=only_now, then=only_then)
        if only_now and only_then
        else say("Holidays of this year's days only: {names}.", names=only_now)
        if only_now
        else say("Holidays of last year's days only: {names}.", names=only_then)
    )
    yield Reason(Caveat("Y03", Severity.LOW, text), say("The calendar of the client's country."), NOBODYS)
