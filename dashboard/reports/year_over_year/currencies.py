"""What was spent and sold in other currencies than the client's, in both years: money that a rate alone can move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.formula import EXACT
from dashboard.domain.metrics import Measures
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

ADS, SALES = "ads", "sales"
_MONEY = ("revenue", "refunds", "cogs", "refunded_cogs", "revenue_without_cost")
_SQUARES = "order_squares"


@dataclass(frozen=True)
class Held:
    """An amount of another currency in its own money, and in the client's as the rates of its days made it."""

    own: Decimal = Decimal(0)
    converted: Decimal = Decimal(0)

    @property
    def rate(self) -> Decimal | None:
        """The client's money for a unit, the mean of its days; None where nothing of the currency was there."""
        return metrics.share(self.converted, self.own)

    def __add__(self, other: Held) -> Held:
        return Held(self.own + other.own, self.converted + other.converted)


@dataclass(frozen=True)
class Foreign:
    """One currency's amounts of one kind (ads, or sales net of refunds), by channel, now and then."""

    kind: str
    currency: str
    channels: dict[str, tuple[Held, Held]]

    @property
    def now(self) -> Held:
        """This period's."""
        return sum((now for now, _ in self.channels.values()), Held())

    @property
    def then(self) -> Held:
        """The earlier period's."""
        return sum((then for _, then in self.channels.values()), Held())

    @property
    def gained(self) -> dict[str, Decimal]:
        """By how much each channel's amount of now would be larger at the earlier period's rate, in the client's money;
        none where the currency is new, and has no earlier rate."""
        rate = self.then.rate
        if rate is None:
            return {}
        return {name: EXACT.multiply(now.own, rate) - now.converted for name, (now, _) in self.channels.items()}


@dataclass(frozen=True)
class Currencies:
    """What rates converted, one for each kind and currency of either period, and the currencies with amounts that no
    rate did."""

    foreign: tuple[Foreign, ...]
    without_rates: tuple[str, ...]


def fetch_currencies(warehouse: Warehouse, pair: Pair) -> Currencies:
    """Of both periods."""
    found: dict[tuple[str, str], dict[str, tuple[Held, Held]]] = {}
    without: set[str] = set()
    for row in warehouse.fetch("reports/foreign_sums", **days_of(pair)):
        if not row["has_rate"]:
            without.add(row["currency"])
            continue
        now, then = (Held(row[f"own_{year}"], row[f"converted_{year}"]) for year in ("now", "then"))
        found.setdefault((row["kind"], row["currency"]), {})[row["channel"]] = (now, then)
    foreign = tuple(Foreign(kind, currency, channels) for (kind, currency), channels in found.items())
    return Currencies(foreign, tuple(sorted(without)))


def at_earlier_rates(foreign: Iterable[Foreign], kind: str) -> dict[str, Decimal]:
    """By how much each channel's amount of now would be larger at the earlier period's rates, of all currencies."""
    gained: dict[str, Decimal] = {}
    for one in foreign:
        if one.kind == kind:
            for channel, amount in one.gained.items():
                gained[channel] = gained.get(channel, Decimal(0)) + amount
    return gained


def at_rates(
    channels: Mapping[str, Measures], booked: Mapping[str, Measures], gained: Mapping[str, Decimal]
) -> Mapping[str, Measures]:
    """The channels at other rates: all their money of sales grows in the proportion in which that of the books does.

    `gained` is what each channel's net revenue in `booked` would have more; cost came in the same currency as its sale.
    """
    return {
        name: _grown(row, gained[name], booked.get(name)) if gained.get(name) else row for name, row in channels.items()
    }


def with_spend(channels: Mapping[str, Measures], gained: Mapping[str, Decimal]) -> Mapping[str, Measures]:
    """The channels with the spend that they would have at other rates."""
    return {
        name: {**row, "spend": (row["spend"] or 0) + gained[name]} if gained.get(name) else row
        for name, row in channels.items()
    }


def _grown(row: Measures, gained: Decimal, booked: Measures | None) -> dict[str, Any]:
    net = metrics.value_of("net_revenue", booked) if booked else None
    if not net:
        return dict(row)
    by = (net + gained) / net
    grows = {key: row.get(key) for key in _MONEY}
    grown: dict[str, Any] = {key: amount * by for key, amount in grows.items() if amount is not None}
    if (squares := row.get(_SQUARES)) is not None:
        grown[_SQUARES] = squares * by**2
    return {**row, **grown}
