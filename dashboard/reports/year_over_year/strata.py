"""Leads by channel, campaign and product with what they had brought at the same age in both years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.comparison import Pair
from dashboard.domain.metrics import Measures
from dashboard.reports.year_over_year.two_periods import days_of, parted

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

Key = tuple[str, str, str]  # channel, campaign under its agreed name, product


@dataclass(frozen=True)
class Strata:
    """Sums of the leads of each period; both years are seen as long after their last day.

    `counted` is what orders are set against: target leads where most leads are marked in both years, else leads.
    """

    now: dict[Key, Measures]
    then: dict[Key, Measures]
    counted: str

    def both(self) -> Iterator[tuple[Key, Measures, Measures]]:
        """Every kind of lead of either year; the sums of a year without it are zeros."""
        nothing = metrics.total([])
        for key in {**self.now, **self.then}:
            yield key, self.now.get(key, nothing), self.then.get(key, nothing)

    @cached_property
    def of_leads(self) -> tuple[tuple[Key, Measures, Measures], ...]:
        """Those whose sales come from leads in both years: a shop's orders without a lead say nothing of closing."""
        return tuple(found for found in self.both() if self._come_from_leads(*found[1:]))

    @cached_property
    def of_products(self) -> tuple[tuple[tuple[str, str], Measures, Measures], ...]:
        """The same by channel and product alone, whatever campaigns brought them."""
        now, then = (metrics.total(year.values(), by=_of_product) for year in (self.now, self.then))
        nothing = metrics.total([])
        both = ((key, now.get(key, nothing), then.get(key, nothing)) for key in {**now, **then})
        return tuple(found for found in both if self._come_from_leads(*found[1:]))

    def _come_from_leads(self, *years: Measures) -> bool:
        return all(0 < int(sums[self.counted] or 0) >= int(sums["orders"] or 0) for sums in years)


def _of_product(row: metrics.Row) -> tuple[str, str]:
    return row["channel"], row["product"]


def fetch_strata(warehouse: Warehouse, pair: Pair, seen_until: date) -> Strata:
    """The leads of both periods; `seen_until` is the last day whose sales are known now."""
    seen_until = max(seen_until, pair.now.last)
    then_until = pair.then.last + (seen_until - pair.now.last)
    rows = warehouse.fetch("reports/strata_at_age", **days_of(pair), now_until=seen_until, then_until=then_until)
    now, then = (_by_kind(of_year) for of_year in parted(rows))
    marked = all(_are_marked(sums) for sums in (now, then))
    return Strata(now, then, "target_leads" if marked else "leads")


def _by_kind(rows: Iterable[Measures]) -> dict[Key, Measures]:
    return {(str(row["channel"]), str(row["campaign"]), str(row["product"])): row for row in rows}


def _are_marked(sums: dict[Key, Measures]) -> bool:
    whole = metrics.total(sums.values())
    return 2 * int(whole["leads_marked"] or 0) >= int(whole["leads"] or 0)
