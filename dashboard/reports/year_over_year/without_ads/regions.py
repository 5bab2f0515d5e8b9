"""Sales by region (store, branch, site), where the client's sales name one, and the regions in which the ads began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from dashboard.domain import metrics
from dashboard.domain.counterfactual.mixture import Floats
from dashboard.domain.counterfactual.synthetic_control import FEWEST_REGIONS, SyntheticControl, compare
from dashboard.domain.period import Period
from dashboard.domain.phrase import say
from dashboard.reports.year_over_year.without_ads.controls import Candidate
from dashboard.reports.year_over_year.without_ads.history import Step

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Sold:
    """What a region sold on a day: revenue net of refunds, and orders."""

    revenue: Decimal
    orders: int


@dataclass(frozen=True)
class Regions:
    """`days` by region. `names` are in the order of what they sold in all, the largest first."""

    names: tuple[str, ...]
    days: dict[str, dict[date, Sold]]

    def named_in(self, text: str) -> tuple[str, ...]:
        """The regions that a text of the log speaks of, in its order; () where it speaks of none, or of all."""
        places = {name: text.casefold().find(name.casefold()) for name in self.names}
        found = sorted((place, name) for name, place in places.items() if place >= 0)
        return tuple(name for _, name in found) if len(found) < len(self.names) else ()

    def only(self, names: Sequence[str], steps: Sequence[Step]) -> tuple[Step, ...]:
        """The steps with the sales of these regions alone."""
        return tuple(
            replace(
                step,
                revenue=sum((sold.revenue for sold in self._of(names, step)), Decimal(0)),
                orders=sum(sold.orders for sold in self._of(names, step)),
            )
            for step in steps
        )

    def without_ads(self, treated: Sequence[str], period: Period) -> Candidate:
        """The revenue of all other regions as a control."""
        others = [name for name in self.names if name not in treated]
        days = {
            day: float(sum((self.days[name][day].revenue for name in others if day in self.days[name]), Decimal(0)))
            for day in period
        }
        return Candidate(say("regions without ads"), days, True, tuple(others))

    def likeness(
        self, treated: Sequence[str], steps: Sequence[Step], before: int, *, in_orders: bool
    ) -> SyntheticControl | None:
        """The treated regions against a mixture of the others; None where there are fewer than eight others."""
        others = [name for name in self.names if name not in treated]
        if len(others) < FEWEST_REGIONS or not 0 < before < len(steps):
            return None
        return compare(
            self.matrix(treated, steps, in_orders=in_orders), self.matrix(others, steps, in_orders=in_orders), before
        )

    def matrix(self, names: Sequence[str], steps: Sequence[Step], *, in_orders: bool = False) -> Floats:
        """What each region (column) sold in each step (row)."""
        return np.array([[self._sum(name, step, in_orders) for name in names] for step in steps])

    def _sum(self, name: str, step: Step, in_orders: bool) -> float:
        return float(sum(sold.orders if in_orders else sold.revenue for sold in self._of([name], step)))

    def _of(self, names: Sequence[str], step: Step) -> list[Sold]:
        return [self.days[name][day] for name in names for day in step.days if day in self.days[name]]


def fetch_regions(warehouse: Warehouse, period: Period) -> Regions:
    """Every region that sold anything in these days."""
    days: dict[str, dict[date, Sold]] = {}
    for row in warehouse.fetch("reports/location_days", date_from=period.first, date_to=period.last):
        net = metrics.value_of("net_revenue", row) or Decimal(0)
        days.setdefault(row["location"], {})[row["day"]] = Sold(net, int(row["orders"]))
    in_all = {name: sum((sold.revenue for sold in of.values()), Decimal(0)) for name, of in days.items()}
    return Regions(tuple(sorted(days, key=lambda name: (-in_all[name], name))), days)
