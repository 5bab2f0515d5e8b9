"""Product by channel, down to sales: cheap leads that never buy and dear leads that do, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.domain import metrics
from dashboard.domain.metrics import Measures
from dashboard.domain.phrase import Money, Phrase, say
from dashboard.domain.statistics import prob_b_better
from dashboard.domain.statistics.ranking import SURE

SHOWN_PRODUCTS = 12  # the ones with the most revenue; the rest stands in one row
REST = "\0rest"  # no product can have this name


@dataclass(frozen=True)
class Cell:
    """A product in a channel, or ('' channel) in all of them. Money in the client's currency; None is unknown.

    `cpl` is spend per lead, `per_lead` contribution per lead: only where orders come from leads, which they do not
    where a site sells by itself, nor for leads that name no product. `per_order` is contribution per order.
    """

    product: str
    channel: str
    measures: Measures
    cpl: Decimal | None
    cpo: Decimal | None
    per_lead: Decimal | None
    per_order: Decimal | None

    @property
    def leads(self) -> int:
        """How many leads came."""
        return int(self.measures["leads"] or 0)

    @property
    def orders(self) -> int:
        """How many orders came of them."""
        return int(self.measures["orders"] or 0)


@dataclass(frozen=True)
class Grid:
    """`products` over all channels, the largest contribution first; `cells` by product and channel; `channels` by what
    was spent in them, then by revenue.

    `paid` are the products over paid channels alone, where a lead has a price: leads that cost nothing would make every
    product's look cheap. `told` says which of their cheap leads bring less than another's dear ones; None where no pair
    is told apart.
    """

    products: tuple[Cell, ...]
    paid: tuple[Cell, ...]
    channels: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    cheap: str | None
    dear: str | None

    @property
    def by_lead(self) -> tuple[Cell, ...]:
        """The named products whose orders come from leads of paid channels, the most contribution per lead first."""
        found = [cell for cell in self.paid if cell.per_lead is not None and cell.product != REST]
        return tuple(sorted(found, key=lambda cell: cell.per_lead or Decimal(0), reverse=True))

    def told(self, currency: str) -> Phrase | None:
        """The contrast in one sentence, amounts in `currency`."""
        return _told(self, currency)


def grid(rows: Sequence[Mapping[str, Any]]) -> Grid:
    """The grid of rows that carry `product`, `channel` and every measure; '' is what names no product."""
    kept = _kept(rows)
    named = [{**row, "product": row["product"] if row["product"] in kept else REST} for row in rows]
    products = sorted(
        (_cell(product, "", sums) for product, sums in metrics.total(named, by="product").items() if _counts(sums)),
        key=lambda cell: (cell.product in ("", REST), -(cell.measures["contribution"] or Decimal(0))),
    )
    cells = {
        (product, channel): _cell(product, channel, sums)
        for (product, channel), sums in metrics.total(named, by=("product", "channel")).items()
        if _counts(sums)
    }
    weight = metrics.total(named, by="channel")
    channels = sorted(
        {channel for _, channel in cells},
        key=lambda channel: (weight[channel]["spend"] or 0, weight[channel]["revenue"] or 0),
        reverse=True,
    )
    bought = metrics.total(metrics.paid_rows(named), by="product")
    paid = tuple(_cell(product, "", sums) for product, sums in bought.items() if _counts(sums))
    cheap, dear = _contrast([cell for cell in paid if cell.product not in ("", REST)])
    return Grid(tuple(products), paid, tuple(channels), cells, cheap, dear)


def _kept(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    sums = metrics.total(rows, by="product")
    named = [product for product in sums if product]
    named.sort(key=lambda product: (sums[product]["revenue"] or 0, sums[product]["spend"] or 0), reverse=True)
    return {"", *(named if len(named) <= SHOWN_PRODUCTS + 1 else named[:SHOWN_PRODUCTS])}


def _counts(sums: metrics.Total) -> bool:
    return any(sums[key] for key in ("spend", "leads", "orders", "revenue"))


def _cell(product: str, channel: str, sums: metrics.Total) -> Cell:
    measures: Measures = {**sums, **metrics.derive(sums)}
    ratios = metrics.compute(measures, "cpl", "cpo")
    contribution, leads, orders = measures["contribution"], int(measures["leads"] or 0), int(measures["orders"] or 0)
    from_leads = product != "" and orders <= leads
    return Cell(
        product=product,
        channel=channel,
        measures=measures,
        cpl=ratios["cpl"],
        cpo=ratios["cpo"],
        per_lead=metrics.share(contribution, leads) if from_leads else None,
        per_order=metrics.share(contribution, orders),
    )


def _contrast(products: Sequence[Cell]) -> tuple[str | None, str | None]:
    """The pair whose cost of a lead says one thing and whose contribution says the other, told apart for sure.

    Of several, the product whose leads bring the most, and of those it beats the one whose leads are the cheapest.
    Sure is what the leads' own counts say: the dear leads buy more often with a probability of 0.95 or more.
    """
    best: tuple[Decimal, Decimal, str, str] | None = None
    for cheap in products:
        for dear in products:
            if not (cheap.cpl and dear.cpl and cheap.cpl < dear.cpl):
                continue
            if cheap.per_lead is None or dear.per_lead is None or cheap.per_lead >= dear.per_lead:
                continue
            if _buys_more_often(dear, cheap) and (best is None or (dear.per_lead, -cheap.cpl) > best[:2]):
                best = (dear.per_lead, -cheap.cpl, cheap.product, dear.product)
    return best[2:] if best else (None, None)


def _buys_more_often(dear: Cell, cheap: Cell) -> bool:
    return prob_b_better(cheap.orders, cheap.leads, dear.orders, dear.leads) >= SURE


def _told(found: Grid, currency: str) -> Phrase | None:
    by_name = {cell.product: cell for cell in found.paid}
    cheap, dear = by_name.get(found.cheap or ""), by_name.get(found.dear or "")
    if not found.cheap or not cheap or not dear or None in (cheap.cpl, dear.cpl, cheap.per_lead, dear.per_lead):
        return None

    def money(amount: Decimal | None) -> Money:
        return Money(amount or Decimal(0), currency, short=True)

    return say(
        "A paid lead for “{cheap}” costs {cheap_cost} and brings {cheap_brings}; "
        "one for “{dear}” costs {dear_cost} and brings {dear_brings}.",
        cheap=cheap.product,
        cheap_cost=money(cheap.cpl),
        cheap_brings=money(cheap.per_lead),
        dear=dear.product,
        dear_cost=money(dear.cpl),
        dear_brings=money(dear.per_lead),
    )
