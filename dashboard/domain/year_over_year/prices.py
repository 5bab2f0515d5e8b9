"""How prices moved between two years, from the goods that both sold (method B3, golden 10).

Only goods of both years have two prices. A dearer assortment is not dearer goods: what is new or gone is scope.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

from dashboard.domain.year_over_year.logmean import logarithmic_mean


@dataclass(frozen=True)
class Sold:
    """What was sold of one product in one year: pieces, and money for them."""

    quantity: float
    amount: float

    @property
    def price(self) -> float:
        """Money for a piece."""
        return self.amount / self.quantity

    @property
    def is_priced(self) -> bool:
        """Whether it has a price at all."""
        return self.quantity > 0 and self.amount > 0


@dataclass(frozen=True)
class Goods:
    """Both years' sales by product."""

    then: Mapping[str, Sold]
    now: Mapping[str, Sold]

    @property
    def matched(self) -> list[tuple[Sold, Sold]]:
        """The products with a price in both years, as (then, now)."""
        return [
            (sold, self.now[name])
            for name, sold in self.then.items()
            if sold.is_priced and name in self.now and self.now[name].is_priced
        ]

    @property
    def entered(self) -> float:
        """The money of products that only this year sold."""
        return fsum(sold.amount for name, sold in self.now.items() if name not in self.then)

    @property
    def left(self) -> float:
        """The money of products that only last year sold."""
        return fsum(sold.amount for name, sold in self.then.items() if name not in self.now)


@dataclass(frozen=True)
class Prices:
    """Indices of the matched goods' prices (1.09 is 9 % dearer), and what prices and quantities are worth in money.

    `price_worth` + `quantity_worth` is the change of the matched goods' money; `price_worth` is the logarithmic mean of
    that money times ln(`montgomery_vartia`).
    """

    laspeyres: float
    paasche: float
    tornqvist: float
    montgomery_vartia: float
    price_worth: float
    quantity_worth: float

    @property
    def fisher(self) -> float:
        """The geometric mean of the two baskets': the figure that is shown."""
        return sqrt(self.laspeyres * self.paasche)


def prices(goods: Goods) -> Prices | None:
    """The price indices of the goods sold in both years; None where there are none."""
    matched = goods.matched
    if not matched:
        return None
    then, now = (fsum(both[year].amount for both in matched) for year in (0, 1))
    dearer = [log(new.price / old.price) for old, new in matched]
    weights = [logarithmic_mean(new.amount, old.amount) for old, new in matched]
    shares = [(old.amount / then + new.amount / now) / 2 for old, new in matched]
    price_worth = fsum(weight * ln for weight, ln in zip(weights, dearer, strict=True))
    return Prices(
        laspeyres=fsum(new.price * old.quantity for old, new in matched) / then,
        paasche=now / fsum(old.price * new.quantity for old, new in matched),
        tornqvist=exp(fsum(share * ln for share, ln in zip(shares, dearer, strict=True))),
        montgomery_vartia=exp(price_worth / logarithmic_mean(now, then)),
        price_worth=price_worth,
        quantity_worth=fsum(
            weight * log(new.quantity / old.quantity) for weight, (old, new) in zip(weights, matched, strict=True)
        ),
    )


def real_growth(nominal: float, inflation: float) -> float:
    """Growth without the rise of prices, both as shares: a ratio, never a difference."""
    return (1 + nominal) / (1 + inflation) - 1
