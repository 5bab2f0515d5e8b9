"""Y33: a season that came earlier or later."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.caveats import Severity, weighed
from dashboard.domain.phrase import Percent, PhraseValue, say, say_n
from dashboard.domain.series import SeriesKind
from dashboard.reports.year_over_year.facts import NOBODYS, Facts, Reason
from dashboard.reports.year_over_year.reasons.catalogue import cannot_be_told


def season(facts: Facts) -> Iterator[Reason]:
    """Y33: demand (or the weather) that runs weeks ahead of the year before or behind it, with the revenue of the days
    that stand at the same point of the season."""
    if not facts.has_then:
        return
    if not any(map(facts.series.has, (SeriesKind.DEMAND, SeriesKind.DEMAND_INDEX, SeriesKind.TEMPERATURE))):
        why = say("Whether the season came earlier or later than in the earlier period, nothing tells.")
        yield cannot_be_told("Y33", why, upload="demand")
        return
    found = facts.dates.season
    if found is None or found.revenue is None or found.revenue.difference is None or found.revenue.then is None:
        return
    base = facts.change.base
    if base is None:
        return
    moved = found.revenue.then - base  # what the same days of the year before would have had at this point of it
    weeks = abs(found.shift.weeks)
    when = (
        say_n("The season runs {count} week later than in the earlier period.",
              "The season runs {count} weeks later than in the earlier period.", weeks)
        if found.shift.weeks > 0
        else say_n("The season runs {count} week earlier than in the earlier period.",
                   "The season runs {count} weeks earlier than in the earlier period.", weeks)
    )  # fmt: skip
    growth = found.revenue.share
    values: dict[str, PhraseValue] = {"when": when, "days": found.then.span, "worth": facts.signed(moved)}
    if growth is None:
        text = say(
            "{when} {days} stand at the same point of it; they are worth {worth} beside the same dates.", **values
        )
    else:
        text = say(
            "{when} {days} stand at the same point of it; they are worth {worth} beside the same dates. Against them "
            "revenue is {growth}.",
            **values,
            growth=Percent(growth, signed=True, decimals=1),
        )
    caveat = weighed("Y33", text, moved, base, facts.change.difference, Severity.MEDIUM)
    if caveat is not None:
        yield Reason(
            caveat,
            say(
                "The weeks of demand (or of the weather) of both periods: their run is alike to {fit} when shifted so, "
                "to {unshifted} by dates. The bridge has it in its line of demand, if there is one.",
                fit=Percent(found.shift.fit),
                unshifted=Percent(max(found.shift.fit_unshifted, 0.0)),
            ),
            NOBODYS,
        )
