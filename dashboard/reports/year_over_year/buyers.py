"""Who bought in both years: for the first time, again, or nobody knows who."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

_AGAIN = frozenset({"recent", "former"})


@dataclass(frozen=True)
class Bought:
    """Net revenue of one kind of buyers in one year, and the sum of the squares of its orders."""

    net: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)

    def __add__(self, other: Bought) -> Bought:
        return Bought(self.net + other.net, self.squares + other.squares)


@dataclass(frozen=True)
class Buyers:
    """One year's revenue by who bought."""

    new: Bought
    returning: Bought
    unknown: Bought

    @property
    def known(self) -> Decimal:
        """What is known by whom it was bought."""
        return self.new.net + self.returning.net

    @property
    def whole(self) -> Decimal:
        """All of it."""
        return self.known + self.unknown.net


def fetch_buyers(warehouse: Warehouse, pair: Pair) -> tuple[Buyers, Buyers]:
    """Now, and then."""
    rows = warehouse.fetch("reports/customer_sums", **days_of(pair))

    def of(year: str) -> Buyers:
        sums = {"new": Bought(), "returning": Bought(), "unknown": Bought()}
        for row in rows:
            kind = "returning" if row["customer"] in _AGAIN else row["customer"]
            sums[kind] += Bought(row[f"revenue_{year}"] - row[f"refunds_{year}"], row[f"order_squares_{year}"])
        return Buyers(**sums)

    return of("now"), of("then")
