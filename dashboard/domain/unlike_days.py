"""Unlike days: how the days of two years differ, in number, kind and what lay on them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dashboard.domain.calendar import CalendarDay
from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.comparison import worth_of_factor
from dashboard.domain.metrics import share
from dashboard.domain.pacing import weight
from dashboard.domain.phrase import Day, Money, Number, Phrase, Span, Term, say, say_n
from dashboard.domain.year_facts import YearFacts


def days_differ(facts: YearFacts) -> Caveat | None:
    """Y01: one of the periods has more days, as a leap year's February."""
    if facts.now.days == facts.then.days:
        return None
    factor = share(facts.now.days, facts.then.days) or Decimal(1)
    worth = worth_of_factor(facts.revenue, factor)
    text = say_n(
        "The periods differ by {count} day; that alone is {worth}.",
        "The periods differ by {count} days; that alone is {worth}.",
        abs(facts.now.days - facts.then.days),
        worth=_money(facts, worth),
    )
    return weighed("Y01", text, worth, facts.revenue.then, facts.revenue.difference, Severity.MEDIUM)


def working_days_differ(facts: YearFacts) -> Caveat | None:
    """Y02: unlike numbers of working days, worth what the client's own days off sell less."""
    working_now, working_then = (sum(day.is_working for day in days) for days in (facts.days_now, facts.days_then))
    if working_now == working_then:
        return None
    figures = {"now": Number(working_now), "then": Number(working_then)}
    if facts.non_working_weight is None:
        text = say("There were {now} working days against {then} a year before.", **figures)
        return Caveat("Y02", Severity.MEDIUM, text)
    whole_now, whole_then = (weight(days, facts.non_working_weight) for days in (facts.days_now, facts.days_then))
    composition = share(whole_now * facts.then.days, whole_then * facts.now.days)
    worth = worth_of_factor(facts.revenue, composition or Decimal(1))
    text = say(
        "There were {now} working days against {then} a year before; as your days off usually sell, that is {worth}.",
        **figures,
        worth=_money(facts, worth),
    )
    return weighed("Y02", text, worth, facts.revenue.then, facts.revenue.difference, Severity.HIGH)


def holidays_moved(facts: YearFacts) -> Caveat | None:
    """Y03: a holiday lies in one of the periods only."""
    named = [_holidays(days) for days in (facts.days_now, facts.days_then)]
    parts: list[Phrase] = []
    for only, words in (
        (named[0] - named[1], say("only in this period: {holidays}", holidays=_terms(named[0] - named[1]))),
        (named[1] - named[0], say("only in the year before's: {holidays}", holidays=_terms(named[1] - named[0]))),
    ):
        if only:
            parts.append(words)
    if not parts:
        return None
    return Caveat("Y03", Severity.MEDIUM, say("Holidays lie differently — {which}.", which=tuple(parts)))


def events_differ(facts: YearFacts) -> Caveat | None:
    """Y04: the event log has something in either period."""
    events = [*facts.events_now, *facts.events_then]
    if not events:
        return None
    noted = tuple(
        say("{text} ({days})", text=event.text, days=Span(event.day, event.day_to))
        if event.day_to > event.day
        else say("{text} ({day})", text=event.text, day=Day(event.day))
        for event in events
    )
    return Caveat("Y04", Severity.MEDIUM, say("The event log has: {events}.", events=noted))


def data_end_early(facts: YearFacts) -> Caveat | None:
    """Y05: this period is not loaded to its end, so the naive difference sets unlike days against each other."""
    late = [(name, day) for name, day in facts.data_until.items() if day < facts.asked.last]
    if not late and facts.now.last >= facts.asked.last:
        return None
    text = say("Data end on {day}; both years are cut at this point.", day=Day(facts.now.last))
    naive, alike = facts.naive_revenue, facts.revenue
    if naive is None or naive.then is None or alike.then is None:
        return Caveat("Y05", Severity.BLOCKER, text)
    worth = alike.then - naive.then
    return Caveat("Y05", Severity.BLOCKER, text, worth, share(abs(worth), naive.then))


def _money(facts: YearFacts, amount: Decimal) -> Money:
    return Money(amount, facts.currency, signed=True)


def _holidays(days: Iterable[CalendarDay]) -> set[str]:
    """Names of the holidays themselves: days off in their stead bear dates in their names, which differ every year."""
    names = {day.holiday.split(" (")[0] for day in days if day.holiday}
    return {name for name in names if name != "Day off"}


def _terms(names: set[str]) -> tuple[Term, ...]:
    return tuple(Term(name) for name in sorted(names))
