"""The stores, branches, regions or sites of the sales: which were there in both years, which opened or closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

NAMED_ENOUGH = Decimal("0.8")  # of both years' revenue; below it nobody knows where the rest was sold
_QUIET = timedelta(days=28)  # a place may sell nothing for so long without having been closed, or not yet opened


@dataclass(frozen=True)
class Location:
    """A place with the net revenue of both years, and the first and the last day on which it is known to have sold."""

    name: str
    now: Decimal
    then: Decimal
    orders_now: int
    orders_then: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Locations:
    """The places that the sales name; `unnamed_now` and `unnamed_then` is what was sold nobody says where.

    Like for like are those open on all days of both periods: each is twelve months old at least when the later begins,
    if that is a year after the earlier.
    """

    alike: tuple[Location, ...]
    opened: tuple[Location, ...]
    closed: tuple[Location, ...]
    unnamed_now: Decimal
    unnamed_then: Decimal

    @property
    def named(self) -> tuple[Location, ...]:
        """All of them."""
        return (*self.alike, *self.opened, *self.closed)

    @property
    def are_told(self) -> bool:
        """Whether enough of both years' sales say where they were made."""
        years = (
            (sum((place.now for place in self.named), Decimal(0)), self.unnamed_now),
            (sum((place.then for place in self.named), Decimal(0)), self.unnamed_then),
        )
        known = [metrics.share(named, named + unnamed) for named, unnamed in years]
        return all(share is not None and share >= NAMED_ENOUGH for share in known)


def fetch_locations(
    warehouse: Warehouse, pair: Pair, openings: Iterable[tuple[str, date]], closings: Iterable[tuple[str, date]]
) -> Locations:
    """The places of the pair's days; what the log says of openings and closings goes before what the sales show."""
    rows = warehouse.fetch(
        "reports/location_sums",
        now_from=pair.now.first,
        now_to=pair.now.last,
        then_from=pair.then.first,
        then_to=pair.then.last,
    )
    opened_on = {name.strip().casefold(): day for name, day in openings}
    closed_on = {name.strip().casefold(): day for name, day in closings}
    known_from = min((row["first_day"] for row in rows), default=pair.then.first)
    alike, opened, closed = [], [], []
    unnamed = [Decimal(0), Decimal(0)]
    for row in rows:
        now, then = row["revenue_now"] - row["refunds_now"], row["revenue_then"] - row["refunds_then"]
        if not row["location"]:
            unnamed[0] += now
            unnamed[1] += then
            continue
        if not (row["orders_now"] or row["orders_then"] or now or then):
            continue
        place = Location(
            row["location"], now, then, row["orders_now"], row["orders_then"], row["first_day"], row["last_day"]
        )
        name = place.name.casefold()
        if _has_opened(place, pair, known_from, opened_on.get(name)):
            opened.append(place)
        elif _has_closed(place, pair, closed_on.get(name)):
            closed.append(place)
        else:
            alike.append(place)
    return Locations(tuple(alike), _by_size(opened), _by_size(closed), *unnamed)


def _has_opened(place: Location, pair: Pair, known_from: date, said: date | None) -> bool:
    """Whether it was not there on all days of the earlier period."""
    if said is not None:
        return pair.then.first < said <= pair.now.last
    if place.first_day - known_from <= _QUIET:
        return False  # as old as the data: when it opened they do not say
    return place.first_day > pair.then.last or place.first_day - pair.then.first > _QUIET


def _has_closed(place: Location, pair: Pair, said: date | None) -> bool:
    """Whether it was not there on all days of the later period."""
    if said is not None:
        return pair.then.first < said <= pair.now.last
    return place.last_day < pair.now.first or pair.now.last - place.last_day > _QUIET


def _by_size(places: Iterable[Location]) -> tuple[Location, ...]:
    return tuple(sorted(places, key=lambda place: max(place.now, place.then), reverse=True))
