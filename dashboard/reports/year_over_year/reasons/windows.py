"""Y35: which days stand against which: by dates or by weekdays, months of shops, and time zones of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.caveats import Caveat, Severity, weighed
from dashboard.domain.comparison import Alignment
from dashboard.domain.phrase import Number, Percent, PhraseValue, Term, say
from dashboard.domain.platforms import PLATFORM_NAMES
from dashboard.domain.year_over_year.retail_calendar import retail_month
from dashboard.reports.year_over_year.facts import AGENCYS, NOBODYS, Facts, Reason

WEEK = 7


def aligned(facts: Facts) -> Iterator[Reason]:
    """Y35: growth by dates and by weekdays side by side, where they differ by what the calendar does not hold."""
    by_dates, by_weekday = facts.basis, facts.compared.get(Alignment.WEEKDAY_ALIGNED)
    if by_weekday is None or not facts.has_then:
        return
    shares = by_dates.revenue.share, by_weekday.revenue.share
    then, other = by_dates.revenue.base, by_weekday.revenue.base
    if shares[0] is None or shares[1] is None or then is None or other is None or by_dates.pair == by_weekday.pair:
        return
    back = (by_weekday.pair.now.first - by_weekday.pair.then.first).days
    values: dict[str, PhraseValue] = {
        "dates": Percent(shares[0], signed=True, decimals=1),
        "weekdays": Percent(shares[1], signed=True, decimals=1),
        "days": Number(back),
    }
    if retail_month(by_weekday.pair.now) is not None:
        text = say(
            "The period is a month of the 4-5-4 calendar, so its like lies {days} days before: {weekdays}. By dates it "
            "is {dates}.",
            **values,
        )
    elif by_weekday.pair.now.days % WEEK == 0:
        text = say(
            "The period has whole weeks. By weekdays ({days} days before) revenue is {weekdays}; by dates, which begin "
            "on another weekday, {dates}.",
            **values,
        )
    else:
        text = say("By dates revenue is {dates}, by weekdays ({days} days before) {weekdays}.", **values)
    found = weighed("Y35", text, other - then, then, facts.change.difference, Severity.LOW)
    if found is None or (facts.calendar.accepted and found.severity is not Severity.HIGH):
        return
    known = say("The same days set against each other both ways. {why}", why=facts.calendar.why)
    # A way of looking, and not a part of the change: it has no worth among the others.
    yield Reason(replace(found, severity=Severity.LOW, figure=None), known, NOBODYS)


def zones(facts: Facts) -> Iterator[Reason]:
    """Y35: a platform whose days begin at another hour than the client's."""
    for zone in facts.dates.zones:
        text = say(
            "{platform} counts its days in the time zone {zone}, the client's are those of {own}: some hours of ads "
            "stand on the day before or after.",
            platform=Term(PLATFORM_NAMES.get(zone.platform, zone.platform)),
            zone=zone.zone,
            own=facts.profile.timezone,
        )
        yield Reason(Caveat("Y35", Severity.LOW, text), say("What the platform's file says of its time zone."), AGENCYS)
