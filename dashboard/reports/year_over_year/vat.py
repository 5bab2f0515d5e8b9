"""The tax that exports of sales tell within their amounts, in both periods.

All sums of sales are without it where the client deducts it. Where it weighs alike in both periods they are compared
so; where it does not, growth as the exports tell it is that of the tax too.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.period import Period
from dashboard.reports.year_over_year.days import Days

ANOTHER_BASIS = Decimal("0.01")  # of the revenue as told: from there on the tax is not the same in both periods


@dataclass(frozen=True)
class Taxed:
    """One period's revenue net of refunds without the tax, and the tax that its exports told with it."""

    net: Decimal = Decimal(0)
    vat: Decimal = Decimal(0)

    @property
    def told(self) -> Decimal:
        """What the exports tell."""
        return self.net + self.vat

    @property
    def rate(self) -> Decimal:
        """The tax as a share of the revenue without it."""
        return metrics.share(self.vat, self.net) or Decimal(0)


@dataclass(frozen=True)
class Vat:
    """Of both periods."""

    then: Taxed = Taxed()
    now: Taxed = Taxed()

    @property
    def differs(self) -> bool:
        """Whether growth of what the exports tell is growth of the tax too."""
        then, now = (metrics.share(year.vat, year.told) or Decimal(0) for year in (self.then, self.now))
        return abs(now - then) >= ANOTHER_BASIS

    @property
    def unlike(self) -> tuple[Decimal, Decimal]:
        """The tax in what is reported of both periods, then and now: none where it weighs alike."""
        return (self.then.vat, self.now.vat) if self.differs else (Decimal(0), Decimal(0))


def vat(days: Days, pair: Pair) -> Vat:
    """The tax in both periods' sales."""
    return Vat(_taxed(days, pair.then), _taxed(days, pair.now))


def _taxed(days: Days, period: Period) -> Taxed:
    net = metrics.value_of("net_revenue", days.total(period)) or Decimal(0)
    return Taxed(net, days.vat(period))
