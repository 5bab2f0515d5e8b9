"""What was there to be sold in both years, as far as anybody uploaded the stock."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.series import SeriesKind
from dashboard.domain.year_over_year.losses import Shortage, shortage
from dashboard.reports.year_over_year.series import uploaded
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Shelf:
    """One product in one year: days with and without it, what was sold on those with it, ads on those without."""

    days_in: int
    days_out: int
    units: Decimal
    net: Decimal
    cost: Decimal | None  # None where it is not known of all
    spend_out: Decimal

    @property
    def lost(self) -> Shortage | None:
        """What the days without it cost: as many a day would have been sold as on the others; None: nobody can say."""
        each, rate = metrics.share(self.net, self.units), None
        if self.cost is not None:
            rate = metrics.share(self.net - self.cost, self.net)
        a_day = metrics.share(self.units, self.days_in)
        if each is None or rate is None or a_day is None:
            return None
        return shortage(a_day * self.days_out, each, rate, self.spend_out)


@dataclass(frozen=True)
class Stock:
    """By product, now and then."""

    products: dict[str, tuple[Shelf, Shelf]]

    @property
    def known(self) -> dict[str, tuple[Shelf, Shelf]]:
        """The products whose stock is known of both years."""
        return {
            name: (now, then)
            for name, (now, then) in self.products.items()
            if now.days_in + now.days_out and then.days_in + then.days_out
        }

    @property
    def shares(self) -> tuple[Decimal, Decimal] | None:
        """The share of days in stock now and then, by what a day with the product brought; None where it is not known
        of both years."""
        return self.shares_beside(Decimal(0))

    def shares_beside(self, a_day: Decimal) -> tuple[Decimal, Decimal] | None:
        """The same beside what else is sold for so much a day, of which nobody says that it was ever missing."""
        weighed = [
            (metrics.share(now.net + then.net, now.days_in + then.days_in) or Decimal(0), now, then)
            for now, then in self.known.values()
        ]
        held = sum((weight for weight, _, _ in weighed), Decimal(0))
        if held <= 0:
            return None
        rest = max(a_day, Decimal(0))
        there = [
            sum(
                (weight * one[year].days_in / (one[year].days_in + one[year].days_out) for weight, *one in weighed),
                rest,
            )
            for year in (0, 1)
        ]
        return there[0] / (held + rest), there[1] / (held + rest)


def fetch_stock(warehouse: Warehouse, pair: Pair) -> Stock:
    """The stock of the pair's days."""
    if SeriesKind.STOCK not in uploaded(warehouse):
        return Stock({})
    rows = warehouse.fetch("reports/stock_sums", **days_of(pair))

    def shelf(row: dict[str, Any], year: str) -> Shelf:
        return Shelf(
            days_in=row[f"days_in_{year}"],
            days_out=row[f"days_out_{year}"],
            units=row[f"units_in_{year}"],
            net=row[f"net_in_{year}"],
            cost=None if row["without_cost_in"] else row[f"cost_in_{year}"],
            spend_out=row[f"spend_out_{year}"],
        )

    return Stock({row["product"]: (shelf(row, "now"), shelf(row, "then")) for row in rows})
