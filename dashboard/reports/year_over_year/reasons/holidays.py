"""Y03: holidays that moved, and those of one period only.

What a holiday is worth is learnt from two years of it or not at all; else the months that hold it in both periods are
compared as wholes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.calendar import holiday_names
from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.phrase import N_, Day, Number, Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.year_over_year.day_kinds import CHRISTMAS, NEW_YEAR
from dashboard.reports.year_over_year.dates import MovedHoliday
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.calendar import LINE, worth

_OF_MOVING = ("Easter", "Good Friday")  # fixed calendars name these too; as moving ones they are told with their worth


def holidays(facts: Facts) -> Iterator[Reason]:
    """Y03: a moving holiday of which the periods hold different parts, and other holidays of one period only."""
    if not facts.has_then:
        return
    calendar = facts.calendar
    parts = worth(facts).windows if calendar.accepted else {}
    is_tried = (
        calendar.held_out is not None and not calendar.accepted
    )  # its days are foretold no better by the calendar
    for holiday in facts.dates.moved:
        key = holiday.moved.now.key
        if key in parts or not (is_tried or key in calendar.windows):  # else it is known, and too small to speak of
            yield from _moved(facts, holiday, parts.get(key))
    moving = {holiday.moved.now.key for holiday in facts.dates.moved}
    for key in (NEW_YEAR, CHRISTMAS):
        if key in parts and key not in moving:
            yield from _season(facts, key, parts[key])
    yield from _of_one_year(facts)


def _moved(facts: Facts, holiday: MovedHoliday, amount: Decimal | None) -> Iterator[Reason]:
    moved = holiday.moved
    values: dict[str, PhraseValue] = {
        "holiday": Term(moved.name),
        "day_now": Day(moved.now.day),
        "day_then": Day(moved.then.day),
        "now": Number(moved.days_now),
        "then": Number(moved.days_then),
        "of": Number(moved.now.window.days),
    }
    where = say(
        "{holiday} fell on {day_now}, in the earlier period on {day_then}: of its {of} days the period has {now}, "
        "the one before {then}.",
        **values,
    )
    settled = _combined(holiday)
    if amount is None:
        text = say(
            "{where} What that is worth cannot be told from one such year. {combined}", where=where, combined=settled
        )
        yield Reason(Caveat("Y03", Severity.HIGH, text), say("The holiday's own calendar."), NOBODYS)
        return
    text = say("{where} That is worth {worth}. {combined}", where=where, worth=facts.signed(amount), combined=settled)
    found = weighed("Y03", text, amount, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(
            found,
            say("The holiday's own calendar, and what its days brought in two years or more."),
            NOBODYS,
            line=LINE,
        )


def _combined(holiday: MovedHoliday) -> Phrase:
    """The growth of whole months that hold it in both periods: no calendar can move it out of them."""
    change = holiday.revenue
    if change is None or change.share is None:
        return say("Once {window} is over, it can be compared as a whole, as both periods hold the holiday there.",
                   window=holiday.window_now.span)  # fmt: skip
    return say(
        "{window} hold it in both periods: together {share}.",
        window=holiday.window_now.span,
        share=Percent(change.share, signed=True, decimals=1),
    )


def _season(facts: Facts, key: str, amount: Decimal) -> Iterator[Reason]:
    name = N_("the turn of the year") if key == NEW_YEAR else N_("the days of Christmas")
    text = say(
        "The periods hold different parts of {season}; that is worth {worth}.",
        season=Term(name),
        worth=facts.signed(amount),
    )
    found = weighed("Y03", text, amount, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(found, say("What these days brought in two years or more."), NOBODYS, line=LINE)


def _of_one_year(facts: Facts) -> Iterator[Reason]:
    pair, country = facts.basis.pair, facts.profile.country
    now, then = (
        {
            name
            for name in holiday_names(calendar_days(country, of.first, of.last))
            if not name.startswith(_OF_MOVING) and "Eid" not in name
        }
        for of in (pair.now, pair.then)
    )
    only_now = tuple(Term(name) for name in sorted(now - then))
    only_then = tuple(Term(name) for name in sorted(then - now))
    if not only_now and not only_then:
        return
    text = (
        say("Holidays of one period only: now {now}; then {then}.", now=only_now, then=only_then)
        if only_now and only_then
        else say("Holidays of this period's days only: {names}.", names=only_now)
        if only_now
        else say("Holidays of the earlier period's days only: {names}.", names=only_then)
    )
    yield Reason(Caveat("Y03", Severity.LOW, text), say("The calendar of the client's country."), NOBODYS)
