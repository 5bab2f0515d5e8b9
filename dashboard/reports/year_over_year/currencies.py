"""What was spent and sold in other currencies than the client's, in both years: money that a rate alone can move."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Foreign:
    """One currency's amounts of one kind (ads or sales) in both years, in its own money and in the client's."""

    kind: str
    currency: str
    own_now: Decimal
    own_then: Decimal
    now: Decimal
    then: Decimal

    @property
    def rate_now(self) -> Decimal | None:
        """The client's money for a unit, this year's mean."""
        return metrics.share(self.now, self.own_now)

    @property
    def rate_then(self) -> Decimal | None:
        """The client's money for a unit, last year's mean; None where nothing of the currency was there."""
        return metrics.share(self.then, self.own_then)

    @property
    def at_then_rate(self) -> Decimal:
        """This year's amount at last year's rate; as it stands where there was none."""
        return self.now if self.rate_then is None else self.own_now * self.rate_then


def fetch_foreign(warehouse: Warehouse, pair: Pair) -> tuple[Foreign, ...]:
    """One for each kind and currency of either year."""
    now, then = (
        {
            (row["kind"], row["currency"]): row
            for row in warehouse.fetch("reports/foreign_sums", date_from=period.first, date_to=period.last)
        }
        for period in (pair.now, pair.then)
    )
    nothing = {"amount": Decimal(0), "converted": Decimal(0)}
    found = []
    for kind, currency in sorted({*now, *then}):
        here, there = now.get((kind, currency), nothing), then.get((kind, currency), nothing)
        found.append(Foreign(kind, currency, here["amount"], there["amount"], here["converted"], there["converted"]))
    return tuple(found)
