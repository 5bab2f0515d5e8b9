"""How large the orders of both years were: one giant can decide a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Giant:
    """One order: its number in its book, its day, its amount."""

    order_id: str
    day: date
    amount: Decimal


@dataclass(frozen=True)
class OrderSizes:
    """Of one year's orders, net of refunds: the largest, the median, and the largest that was given back whole.

    `undone_squares` is what orders and cancellations with numbers of their own add to the sum of squares, and should
    not: together they are nothing.
    """

    orders: int
    largest: Giant | None
    median: Decimal | None
    undone: Giant | None
    undone_squares: Decimal = Decimal(0)

    def squares_of(self, sums: Measures) -> Decimal | None:
        """The sum of the squares of the orders that stand."""
        squares = sums["order_squares"]
        return None if squares is None else max(Decimal(squares) - self.undone_squares, Decimal(0))


NO_ORDERS = OrderSizes(orders=0, largest=None, median=None, undone=None)


def order_sizes(warehouse: Warehouse, pair: Pair) -> tuple[OrderSizes, OrderSizes]:
    """The sizes of the orders sold in both periods: now, and then."""
    rows = warehouse.fetch("reports/order_sizes", **days_of(pair))
    found = {row["is_now"]: _sizes(row) for row in rows}
    return found.get(True, NO_ORDERS), found.get(False, NO_ORDERS)


def _sizes(row: dict[str, Any]) -> OrderSizes:
    return OrderSizes(
        orders=row["orders"],
        largest=Giant(row["largest_id"], row["largest_day"], row["largest"]),
        median=(row["middle_low"] + row["middle_high"]) / 2,
        undone=Giant(row["undone_id"], row["undone_day"], row["undone"]) if row["undone"] else None,
        undone_squares=row["undone_squares"],
    )
