"""What was sold in both years, product by product: at which price, and since when or until when at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.year_over_year import prices
from dashboard.domain.year_over_year.prices import Prices, Sold
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


MATCHED_ENOUGH = Decimal("0.5")  # of both years' revenue: fewer goods say little of the prices of the rest
ONE_YEAR_ONLY = Decimal("0.05")  # method Y20: of either year's revenue
NAMED_ENOUGH = Decimal("0.8")  # of both years' revenue; below it products began to be named, and not to be sold
_NEVER = (None, None)
_POSTAGE = 0.005  # postage and an order's discount, spread over its pieces, move an index by so little
_QUIET = timedelta(days=56)  # what is rarely sold is not gone yet


@dataclass(frozen=True)
class Product:
    """One product in both years: orders and pieces, revenue before refunds and net; its first and last sale ever."""

    name: str
    orders_now: int
    orders_then: int
    units_now: Decimal
    units_then: Decimal
    gross_now: Decimal
    gross_then: Decimal
    net_now: Decimal
    net_then: Decimal
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True)
class Goods:
    """The products sold in either year; sales of no known product are not among them, but are in the whole sums."""

    pair: Pair
    products: tuple[Product, ...]
    whole_now: Decimal
    whole_then: Decimal

    @property
    def known_now(self) -> Decimal:
        """This year's net revenue of known products."""
        return sum((product.net_now for product in self.products), Decimal(0))

    @property
    def known_then(self) -> Decimal:
        """Last year's net revenue of known products."""
        return sum((product.net_then for product in self.products), Decimal(0))

    @property
    def has_pieces(self) -> bool:
        """Whether pieces were counted. Where each order is one piece of one product, nobody counted them: a deal's sum
        is then the size of an order, and no price."""
        pieces = sum((product.units_now + product.units_then for product in self.products), Decimal(0))
        return pieces != sum(product.orders_now + product.orders_then for product in self.products)

    @cached_property
    def prices(self) -> Prices | None:
        """How the prices of what was sold in both years moved; None where nobody counted pieces, or where it was so
        little of either year that the rest may have moved otherwise."""
        if not self.has_pieces or any(share < MATCHED_ENOUGH for share in self.matched_shares):
            return None
        then = {one.name: Sold(float(one.units_then), float(one.gross_then)) for one in self.products}
        now = {one.name: Sold(float(one.units_now), float(one.gross_now)) for one in self.products}
        return prices.prices(prices.Goods(then, now))

    @property
    def dearer(self) -> float | None:
        """By how much their prices rose, as a factor: 1 where no more moved than postage does."""
        if self.prices is None:
            return None
        index = self.prices.montgomery_vartia
        return index if abs(index - 1) > _POSTAGE else 1.0

    @property
    def matched(self) -> tuple[Product, ...]:
        """Those with a price in both years."""
        return tuple(
            one for one in self.products if min(one.units_now, one.units_then, one.gross_now, one.gross_then) > 0
        )

    @property
    def matched_shares(self) -> tuple[Decimal, Decimal]:
        """What share of the revenue, now and then, the goods with a price in both years hold."""
        now = _sum([product.gross_now for product in self.matched])
        then = _sum([product.gross_then for product in self.matched])
        return (
            metrics.share(now, self.whole_now) or Decimal(0),
            metrics.share(then, self.whole_then) or Decimal(0),
        )

    @property
    def new(self) -> tuple[Product, ...]:
        """Those sold for the first time ever after the earlier period, the largest first."""
        found = [one for one in self.products if one.net_now and one.first_day and one.first_day > self.pair.then.last]
        return tuple(sorted(found, key=lambda one: one.net_now, reverse=True))

    @property
    def ended(self) -> tuple[Product, ...]:
        """Those sold for the last time ever before this period, and not for two months since; the largest first."""
        before = min(self.pair.now.first, self.pair.now.last - _QUIET)
        found = [one for one in self.products if one.net_then and one.last_day and one.last_day < before]
        return tuple(sorted(found, key=lambda one: one.net_then, reverse=True))

    @property
    def changed(self) -> bool:
        """Whether goods of one year only hold so much of either that the years sold different things."""
        named = [metrics.share(self.known_now, self.whole_now), metrics.share(self.known_then, self.whole_then)]
        if any(share is None or share < NAMED_ENOUGH for share in named):
            return False
        came, went = _sum([one.net_now for one in self.new]), _sum([one.net_then for one in self.ended])
        shares = [metrics.share(abs(came), self.known_now), metrics.share(abs(went), self.known_then)]
        return any(share is not None and share > ONE_YEAR_ONLY for share in shares)


def fetch_goods(warehouse: Warehouse, pair: Pair) -> Goods:
    """The products of the pair's days."""
    rows = warehouse.fetch("reports/goods_sums", **days_of(pair))
    extents = warehouse.kept("goods' extents", lambda: _extents(warehouse))
    products = [
        Product(
            name=row["product"],
            orders_now=row["orders_now"],
            orders_then=row["orders_then"],
            units_now=row["units_now"],
            units_then=row["units_then"],
            gross_now=row["revenue_now"],
            gross_then=row["revenue_then"],
            net_now=row["revenue_now"] - row["refunds_now"],
            net_then=row["revenue_then"] - row["refunds_then"],
            first_day=extents.get(row["product"], _NEVER)[0],
            last_day=extents.get(row["product"], _NEVER)[1],
        )
        for row in rows
    ]
    return Goods(
        pair,
        tuple(product for product in products if product.name),
        _sum([product.net_now for product in products]),
        _sum([product.net_then for product in products]),
    )


def _extents(warehouse: Warehouse) -> dict[str, tuple[date, date]]:
    return {row["product"]: (row["first_day"], row["last_day"]) for row in warehouse.fetch("reports/goods_extents")}


def _sum(amounts: Sequence[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
