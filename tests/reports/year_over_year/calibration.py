"""How often a change is claimed where nothing changed: by the product, and by whoever reads the naive figure.

`python -m tests.reports.year_over_year.calibration [clients of each kind] [seed]` prints what
docs/year_over_year.md states.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import numpy as np

from dashboard.domain import metrics
from dashboard.domain.comparison import Change, Pair, pairs
from dashboard.domain.period import Period, full_month
from dashboard.domain.statistics import poisson_ratio
from dashboard.domain.year_over_year.verdict import Verdict, VerdictKind, verdict
from dashboard.reports.year_over_year import answering, bridging
from dashboard.reports.year_over_year.bridges import Bridges, takings
from dashboard.reports.year_over_year.day_pattern import fetch_calendar
from dashboard.reports.year_over_year.days import Days
from dashboard.reports.year_over_year.goods import Goods
from dashboard.reports.year_over_year.series import Series
from dashboard.reports.year_over_year.shared_factors import shared_factors
from dashboard.reports.year_over_year.sizes import OrderSizes
from dashboard.reports.year_over_year.stock import Stock
from tests.reports.year_over_year.simulated import HISTORY, KINDS, Client, Kind

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

CLIENTS = 14  # of each kind in the suite
SEED = 20260601
NEWS = 0.1  # a naive growth that anybody would call news
MONTHS = [date(2025 + (month > 12), (month - 1) % 12 + 1, 1) for month in range(7, 19)]


@dataclass(frozen=True)
class Tried:
    """What was said of one month of one client against the year before."""

    kind: Kind
    verdict: Verdict
    naive: float  # growth as a share
    naive_is_called: bool  # the numbers of orders differ beyond what chance makes of counts
    accepted: bool

    @property
    def is_called(self) -> bool:
        """Whether the product claims that anything changed."""
        return self.verdict.kind is VerdictKind.CHANGED

    @property
    def is_false(self) -> bool:
        """Whether it claims a change beyond the calendar, which is the only thing that differs, or a part of one."""
        main = self.verdict.main
        return self.names_a_part or (self.is_called and (main is None or main.key != "calendar"))

    @property
    def names_a_part(self) -> bool:
        """Whether it says that something beside the calendar pulls within a change that it does not claim."""
        return any(line.key != "calendar" for line in self.verdict.both_ways)


def tried(client: Client, month: date, known_from: date) -> Tried:
    """The month through the product's own way from daily sums to the verdict."""
    warehouse = cast("Warehouse", client)
    pair = pairs(full_month(month), HISTORY.last)[1]
    days = _days(client, pair)
    now, then = days.total(pair.now), days.total(pair.then)
    by_channel = _by_channel(client, pair.now), _by_channel(client, pair.then)
    calendar = fetch_calendar(warehouse, pair, by_leads=client.kind.by_leads)
    no_goods = Goods(pair, (), Decimal(0), Decimal(0))
    ends = bridging.sides(
        warehouse,
        pair,
        by_channel,
        days,
        bridging.Known(common=shared_factors(pair, Series({}), calendar.as_factor, Stock({}), no_goods)),
    )
    assert ends is not None
    made = bridging.revenue(ends)
    bridged = Bridges(made.bridge, None, made.interval, ends.dispersion, takings(ends, made.bridge))
    plain = OrderSizes(0, None, None, None)
    chance = answering.chance(warehouse, pair.now, ((plain, then), (plain, now)), bridged, known_from).alike
    alike = Change(metrics.value_of("net_revenue", now), metrics.value_of("net_revenue", then))
    said = verdict(alike, alike, chance, made.bridge, (), "RUB", pair.now.last)
    assert alike.share is not None
    ratio = poisson_ratio(int(now["orders"]), int(then["orders"]))
    assert ratio is not None
    return Tried(client.kind, said, float(alike.share), ratio.is_distinguishable, calendar.accepted)


def _days(client: Client, pair: Pair) -> Days:
    rows = [
        row
        for period in (pair.then, pair.now)
        for row in client.fetch("reports/day_sums_by_sale", date_from=period.first, date_to=period.last)
    ]
    return Days({row["day"]: row for row in rows}, [], ())


def _by_channel(client: Client, period: Period) -> dict[str, metrics.Measures]:
    rows = client.fetch("reports/channel_sums_by_sale", date_from=period.first, date_to=period.last)
    return {row["channel"]: row for row in rows}


def all_tried(clients: int, seed: int) -> Iterator[Tried]:
    """So many clients of each kind, each in one month, half of them with three years of books before it."""
    chance = np.random.default_rng(seed)
    for kind in KINDS:
        for number in range(clients):
            client = Client(kind, chance)
            month = MONTHS[int(chance.integers(len(MONTHS)))]
            known_from = HISTORY.first if number % 2 else date(2024, 6, 1)
            yield tried(client, month, known_from)


@dataclass(frozen=True)
class Rates:
    """Of so many months: claims of a change beyond the calendar or of parts of one, claims of any change, those of the
    naive figure, accepted calendars, and claims of parts alone."""

    months: int
    false: int
    called: int
    naive_called: int
    naive_news: int
    accepted: int
    parts: int

    @classmethod
    def of(cls, found: Sequence[Tried]) -> Rates:
        """Counted."""
        return cls(
            len(found),
            sum(one.is_false for one in found),
            sum(one.is_called for one in found),
            sum(one.naive_is_called for one in found),
            sum(abs(one.naive) >= NEWS for one in found),
            sum(one.accepted for one in found),
            sum(one.names_a_part for one in found),
        )

    def __str__(self) -> str:
        shares = (self.false, self.called, self.naive_called, self.naive_news, self.accepted, self.parts)
        return f"{self.months:6d} " + " ".join(f"{share / self.months:9.1%}" for share in shares)


def main() -> None:
    """Prints the rates by kind and of all."""
    clients, seed = (int(given) for given in (*sys.argv[1:3], *(str(CLIENTS), str(SEED))[len(sys.argv) - 1 :]))
    found = list(all_tried(clients, seed))
    print("leads rest disp. from      months    beyond       any   naive n  naive10%  accepted     parts")
    for kind in KINDS:
        of = "leads " if kind.by_leads else "orders"
        rates = Rates.of([one for one in found if one.kind is kind])
        print(f"{kind.leads:5d} {kind.rest:4.1f} {kind.dispersion:5.1f} {of} {rates}")
    print(f"all                     {Rates.of(found)}")


if __name__ == "__main__":
    main()
