"""The stores, branches, regions or sites of the sales: which were there in both years, which opened or closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.year_over_year.presence import Presence, Seen, presence
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

NAMED_ENOUGH = Decimal("0.8")  # of both years' revenue; below it nobody knows where the rest was sold


@dataclass(frozen=True)
class Location:
    """A place with the net revenue of both years, and the days on which it is known to have sold."""

    name: str
    now: Decimal
    then: Decimal
    orders_now: int
    orders_then: int
    seen: Seen


@dataclass(frozen=True)
class Locations:
    """The places that the sales name; `unnamed_now` and `unnamed_then` is what was sold nobody says where.

    Like for like are those that worked throughout both periods.
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
    rows = warehouse.fetch("reports/location_sums", **days_of(pair))
    opened_on = {name.strip().casefold(): day for name, day in openings}
    closed_on = {name.strip().casefold(): day for name, day in closings}
    known_from = min((row["first_day"] for row in rows), default=pair.then.first)
    known_to = max((row["last_day"] for row in rows), default=pair.now.last)
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
        seen = Seen(row["first_day"], row["last_day"], row["days"])
        place = Location(row["location"], now, then, row["orders_now"], row["orders_then"], seen)
        shown = presence(seen, pair, known_from, known_to)
        if _said(opened_on, place, pair, shown is Presence.BEGAN):
            opened.append(place)
        elif _said(closed_on, place, pair, shown is Presence.ENDED):
            closed.append(place)
        else:
            alike.append(place)
    return Locations(tuple(alike), _by_size(opened), _by_size(closed), *unnamed)


def _said(days: Mapping[str, date], place: Location, pair: Pair, shown: bool) -> bool:
    """Whether the log says that it happened between the two, or, where it says nothing, the sales show it."""
    said = days.get(place.name.casefold())
    return shown if said is None else pair.then.first < said <= pair.now.last


def _by_size(places: Iterable[Location]) -> tuple[Location, ...]:
    return tuple(sorted(places, key=lambda place: max(place.now, place.then), reverse=True))
