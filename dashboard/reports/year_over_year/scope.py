"""What exists in one year only: its names, and what each channel sold there in the view that the bridge takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.domain.channels import NO_SOURCE
from dashboard.domain.comparison import Pair
from dashboard.domain.measures import Measures
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.presence import Presence, Seen, presence
from dashboard.reports.year_over_year.goods import Goods
from dashboard.reports.year_over_year.locations import Locations

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

BY_LEAD, BY_SALE = "reports/outside_sums_by_lead", "reports/outside_sums_by_sale"
LINES = ("opened", "closed", "new_goods", "ended_goods")


@dataclass(frozen=True)
class Scope:
    """The names of what lies outside of what is alike: places, goods in the places that stay, channels of the rest."""

    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    new_goods: tuple[str, ...] = ()
    ended_goods: tuple[str, ...] = ()
    new_channels: tuple[str, ...] = ()
    ended_channels: tuple[str, ...] = ()

    @classmethod
    def of(cls, locations: Locations, goods: Goods, channels: Mapping[str, Presence]) -> Scope:
        """By places where enough of the sales name theirs, by goods where those of one year only hold enough."""
        opened, closed = (locations.opened, locations.closed) if locations.are_told else ((), ())
        new, ended = (goods.new, goods.ended) if goods.changed else ((), ())
        return cls(
            tuple(place.name for place in opened),
            tuple(place.name for place in closed),
            tuple(product.name for product in new),
            tuple(product.name for product in ended),
            tuple(name for name, shown in channels.items() if shown is Presence.BEGAN),
            tuple(name for name, shown in channels.items() if shown is Presence.ENDED),
        )


def fetch_channels(warehouse: Warehouse, pair: Pair) -> dict[str, Presence]:
    """Whether each channel was there throughout both periods, by the days on which it ever brought something.

    Sales without a source tell of no channel: where sources began to be known, all channels seem to begin.
    """
    rows = [row for row in _extents(warehouse) if row["channel"] != NO_SOURCE]
    known_from = min((row["first_day"] for row in rows), default=pair.then.first)
    known_to = max((row["last_day"] for row in rows), default=pair.now.last)
    return {
        row["channel"]: presence(Seen(row["first_day"], row["last_day"], row["days"]), pair, known_from, known_to)
        for row in rows
    }


def _extents(warehouse: Warehouse) -> list[dict[str, Any]]:
    return warehouse.kept("channels' extents", lambda: warehouse.fetch("reports/channel_extents"))


def fetch_outside(
    warehouse: Warehouse, period: Period, scope: Scope, *, by_lead: bool
) -> dict[str, dict[str, Measures]]:
    """What was sold outside, by line of the bridge and channel."""
    names = {line: list(getattr(scope, line)) for line in LINES}
    found: dict[str, dict[str, Measures]] = {}
    if any(names.values()):
        query = BY_LEAD if by_lead else BY_SALE
        for row in warehouse.fetch(query, date_from=period.first, date_to=period.last, **names):
            found.setdefault(row["line"], {})[row["channel"]] = row
    return found
