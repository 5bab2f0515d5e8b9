"""The one line about the data's health that a page's reader needs: days of the period that are missing or not whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dashboard.domain.coverage import DayState
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase, say
from dashboard.reports import health_sources

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_NAMED_AT_MOST = 4


def line(warehouse: Warehouse, period: Period, today: date) -> Phrase | None:
    """What the period's figures lack, in a sentence; None where nothing is known to be missing.

    What ends too early is not in it: every page says the age of its sources by itself.
    """
    sources = health_sources.read(warehouse, period, today, since=period.first)
    missing = [
        say("{source}, {days}", source=source.name, days=gap.days.span) for source in sources for gap in source.gaps
    ]
    whole = [
        say("{source}, {days}", source=source.name, days=Period(source.last_day, source.last_day).span)
        for source in sources
        if DayState.PARTIAL in source.states
    ]
    if missing:
        more = len(missing) - _NAMED_AT_MOST
        if more > 0:
            return say(
                "Missing: {gaps}, and {more} more. The figures of these days are too low.",
                gaps=tuple(missing[:_NAMED_AT_MOST]),
                more=more,
            )
        return say("Missing: {gaps}. The figures of these days are too low.", gaps=tuple(missing))
    if whole:
        return say("Not whole yet: {gaps}. The figures of that day will grow.", gaps=tuple(whole))
    return None
