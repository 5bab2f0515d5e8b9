"""Series that the ads cannot move: searches without the brand, the weather, goods that were never advertised.

Brand searches, visits and whatever else ads move are never among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.campaign_intent import own_names
from dashboard.domain.client import ClientProfile
from dashboard.domain.counterfactual.question import Control
from dashboard.domain.happenings import Happening
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase, say
from dashboard.domain.series import SeriesKind
from dashboard.reports.year_over_year.series import Series
from dashboard.reports.year_over_year.without_ads.history import Event, Step

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_BRAND_LETTERS = 4  # shorter words of a client's own name are words of any search
_NO_EVENT_OF_THEIRS = frozenset(
    {"demand", str(Happening.ADS_STARTED)}
)  # the market itself is what a control is there for


@dataclass(frozen=True)
class Candidate:
    """A control before it is laid on steps: the value of each day, and whether days add up or are a level.

    `words` are those by which the log would speak of it.
    """

    name: Phrase
    days: Mapping[date, float]
    added_up: bool
    words: tuple[str, ...]


def candidates(warehouse: Warehouse, series: Series, period: Period) -> tuple[Candidate, ...]:
    """What there is for these days."""
    found = [*_demand(series, warehouse.profile), *_weather(series), *_goods(warehouse, period)]
    return tuple(candidate for candidate in found if candidate.days)


def reaches(found: Iterable[Candidate]) -> date | None:
    """The last day that any of them knows; None without one."""
    return max((max(candidate.days) for candidate in found), default=None)


def controls(
    found: Iterable[Candidate], steps: Sequence[Step], events: Iterable[Event], start: date, last: date
) -> tuple[Control, ...]:
    """The candidates laid on the steps; one that something in the log moved since the start says what it was."""
    since = [event for event in events if event.day <= last and event.day_to >= start]
    return tuple(
        Control(candidate.name, tuple(_on(candidate, step) for step in steps), _moved(candidate, since))
        for candidate in found
    )


def _on(candidate: Candidate, step: Step) -> float | None:
    values = [candidate.days[day] for day in step.days if day in candidate.days]
    if len(values) < step.days.days:
        return None
    return sum(values) if candidate.added_up else sum(values) / len(values)


def _moved(candidate: Candidate, since: Iterable[Event]) -> str:
    for event in since:
        text = event.text.casefold()
        if event.what not in _NO_EVENT_OF_THEIRS and any(word.casefold() in text for word in candidate.words):
            return event.text
    return ""


def _demand(series: Series, profile: ClientProfile) -> Iterable[Candidate]:
    words = " ".join(own_names(profile)).casefold().split()
    brand = {word for word in words if len(word) >= _BRAND_LETTERS}
    for kind, added_up in ((SeriesKind.DEMAND, True), (SeriesKind.DEMAND_INDEX, False)):
        names = [name for name in series.names(kind) if not any(word in name.casefold() for word in brand)]
        if not names:
            continue
        days = _together([series.of(kind, name) for name in names], sum if added_up else _mean)
        yield Candidate(say("searches without the brand"), days, added_up, tuple(name for name in names if name))
        return  # an index beside counts says the same again


def _weather(series: Series) -> Iterable[Candidate]:
    if series.has(SeriesKind.TEMPERATURE):
        yield Candidate(say("temperature"), series.of(SeriesKind.TEMPERATURE), False, ())


def _goods(warehouse: Warehouse, period: Period) -> Iterable[Candidate]:
    rows = warehouse.fetch("reports/never_advertised_days", date_from=period.first, date_to=period.last)
    if not rows:
        return
    days = dict.fromkeys(period, 0.0)  # a day on which none of them was sold is a day with nothing, not an unknown one
    days |= {row["day"]: float(metrics.value_of("net_revenue", row) or Decimal(0)) for row in rows}
    yield Candidate(say("goods that were never advertised"), days, True, ())


def _together(of_names: Sequence[Mapping[date, float]], join: Callable[[list[float]], float]) -> dict[date, float]:
    """Days that all names know, so that a search counted only later cannot look like demand that grew."""
    longest = max(len(days) for days in of_names)
    whole = [days for days in of_names if 10 * len(days) >= 9 * longest]
    first, last = max(min(days) for days in whole), min(max(days) for days in whole)
    found, day = {}, first
    while day <= last:
        values = [days[day] for days in whole if day in days]
        if len(values) == len(whole):
            found[day] = join(values)
        day += timedelta(days=1)
    return found


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
