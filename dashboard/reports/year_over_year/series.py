"""What was uploaded to explain a year from outside, fetched once: demand, prices, weather, capacity, visits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from dashboard.domain.campaign_intent import Intent, intent_of, own_names
from dashboard.domain.comparison import Pair
from dashboard.domain.series import ADDED_UP, OF_PRODUCTS, SeriesKind
from dashboard.domain.weeks import by_week

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

COVERED = 0.65  # of the days: a mean of fewer is one of other days
_EVER = date(1990, 1, 1)
_DEMAND = (SeriesKind.DEMAND, SeriesKind.DEMAND_INDEX)
_OF_THE_CLIENT = (
    SeriesKind.DEMAND,
    SeriesKind.DEMAND_INDEX,
    SeriesKind.PRICE_INDEX,
    SeriesKind.TEMPERATURE,
    SeriesKind.CAPACITY,
    SeriesKind.VISITS,
)


@dataclass(frozen=True)
class Value:
    """One value and the days that it is of, from `day` to `day_to`."""

    name: str
    place: str
    day: date
    day_to: date
    value: float

    @property
    def days(self) -> int:
        """How many days it is of."""
        return (self.day_to - self.day).days + 1


@dataclass(frozen=True)
class Series:
    """All that is known of demand, price indexes, temperature, capacity and visits up to the last day of the later
    period, and competitors' prices from the first day of the earlier one. Stock has sums of its own. Searches for the
    client by one of `own_names` are no demand: ads move them."""

    values: dict[SeriesKind, tuple[Value, ...]]
    own_names: tuple[str, ...] = ()

    def has(self, kind: SeriesKind) -> bool:
        """Whether anything of it is known at all."""
        return bool(self.values.get(kind))

    def names(self, kind: SeriesKind) -> tuple[str, ...]:
        """The queries, products or indexes that there are, in order."""
        return tuple(sorted({value.name for value in self.values.get(kind, ())}))

    def of(self, kind: SeriesKind, name: str | None = None) -> Mapping[date, float]:
        """The value of each day that one is known of, in order; `name` None: of all names together.

        A count of several days is spread over them evenly, and counts of several names and places are added up; of the
        rest the mean is given (of prices the median).
        """
        if (kind, name) not in self._days:
            known = self.values.get(kind, ()) if name is None else self._named.get((kind, name), ())
            self._days[kind, name] = _daily(kind, known)
        return self._days[kind, name]

    def weekly(self, kind: SeriesKind, name: str | None = None) -> dict[date, float]:
        """Monday → the week's value, of whole weeks alone: of counts the sum, else the mean of its days."""
        return by_week(self.of(kind, name), added_up=kind in ADDED_UP)

    def others(self, kind: SeriesKind) -> tuple[str, ...]:
        """The names that do not hold the client's own."""
        return tuple(name for name in self.names(kind) if intent_of(name, self.own_names) is not Intent.BRAND)

    @cached_property
    def _named(self) -> Mapping[tuple[SeriesKind, str], list[Value]]:
        found: dict[tuple[SeriesKind, str], list[Value]] = {}
        for kind, values in self.values.items():
            for value in values:
                found.setdefault((kind, value.name), []).append(value)
        return found

    @cached_property
    def _days(self) -> dict[tuple[SeriesKind, str | None], Mapping[date, float]]:
        """What was asked for, so that it is spread over its days once."""
        return {}

    @cached_property
    def weekly_demand(self) -> dict[date, float]:
        """Monday → the demand of the week, of whole weeks alone: counted where it was counted, else as a level."""
        for kind in _DEMAND:
            names = frozenset(self.others(kind))
            daily = _daily(kind, [value for value in self.values.get(kind, ()) if value.name in names])
            if daily:
                return by_week(daily, added_up=kind in ADDED_UP)
        return {}

    def demand(self, pair: Pair) -> tuple[float, float] | None:
        """Searches a day of then and now, or their index where nobody counted them; None where neither is known.

        Only queries that both periods know: one that was counted later only would pass for demand that grew.
        """
        for kind in _DEMAND:
            each = [means(self.of(kind, name), pair) for name in self.others(kind)]
            known = [found for found in each if found is not None]
            if known:
                of = 1 if kind in ADDED_UP else len(known)
                return sum(then for then, _ in known) / of, sum(now for _, now in known) / of
        return None


def means(values: Mapping[date, float], pair: Pair) -> tuple[float, float] | None:
    """The means of then and now over the days of the periods that both years know, the first with the first and so on;
    None where those are too few. A week that is not over, of which nobody has a figure yet, is left out of both."""
    known = [
        (values[then], values[now])
        for then, now in zip(pair.then, pair.now, strict=False)
        if then in values and now in values
    ]
    if len(known) < COVERED * max(pair.then.days, pair.now.days):
        return None
    return sum(then for then, _ in known) / len(known), sum(now for _, now in known) / len(known)


def fetch_series(warehouse: Warehouse, ways: Sequence[Pair]) -> Series:
    """What was uploaded, as far as the periods of these ways of comparing may need it."""
    first = min(min(way.now.first, way.then.first) for way in ways)
    last = max(max(way.now.last, way.then.last) for way in ways)
    return Series(
        _fetched(warehouse, _OF_THE_CLIENT, _EVER, last) | _fetched(warehouse, (SeriesKind.MARKET_PRICE,), first, last),
        own_names(warehouse.profile),
    )


def fetch_market(warehouse: Warehouse, first: date, last: date) -> Series:
    """What was uploaded of demand, price indexes, temperature, capacity and visits of these days."""
    return Series(_fetched(warehouse, _OF_THE_CLIENT, first, last))


def uploaded(warehouse: Warehouse) -> frozenset[SeriesKind]:
    """The kinds of which anything is known, of whatever days."""
    return warehouse.kept(
        "kinds of series",
        lambda: frozenset(SeriesKind(row["kind"]) for row in warehouse.fetch("reports/series_kinds")),
    )


def _fetched(
    warehouse: Warehouse, kinds: Sequence[SeriesKind], first: date, last: date
) -> dict[SeriesKind, tuple[Value, ...]]:
    found: dict[SeriesKind, list[Value]] = {}
    asked = [str(kind) for kind in kinds if kind in uploaded(warehouse)]
    rows = warehouse.fetch("reports/series", kinds=asked, date_from=first, date_to=last) if asked else []
    for row in rows:
        value = Value(row["name"], row["place"], row["day"], row["day_to"], float(row["value"]))
        found.setdefault(SeriesKind(row["kind"]), []).append(value)
    return {kind: tuple(values) for kind, values in found.items()}


def _daily(kind: SeriesKind, values: Iterable[Value]) -> dict[date, float]:
    spread: dict[int, list[float]] = {}
    for value in values:
        amount = value.value / value.days if kind in ADDED_UP and kind not in OF_PRODUCTS else value.value
        for day in range(value.day.toordinal(), value.day_to.toordinal() + 1):
            spread.setdefault(day, []).append(amount)
    return {date.fromordinal(day): _together(kind, spread[day]) for day in sorted(spread)}


def _together(kind: SeriesKind, amounts: Sequence[float]) -> float:
    if kind is SeriesKind.MARKET_PRICE:
        return median(amounts)
    return sum(amounts) if kind in ADDED_UP else sum(amounts) / len(amounts)
