"""The bridge of what is left of revenue: margin less ads and fee, built on the same ends as the bridge of revenue."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import sqrt
from typing import Any

from dashboard.domain import metrics
from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Part, Restated
from dashboard.domain.year_over_year.profit import Earned, margin_parts
from dashboard.reports.year_over_year.bridging import Channels, Sides, factors, is_there
from dashboard.reports.year_over_year.currencies import with_spend

Fees = tuple[Decimal | None, Decimal | None]


def profit(ends: Sides, by_sale: tuple[Channels, Channels], fees: Fees) -> Bridge | None:
    """From the books' profit then to that of now; `by_sale` are the channels' sums now and then, `fees` then and now.

    None where the margin of any revenue is unknown. A client without an agreed fee has none to take off.
    """
    spent = by_sale[1], with_spend(by_sale[0], ends.known.ads_currency)
    margins = [metrics.value_of("margin", year) for year in ends.books]
    alike = [metrics.value_of("margin", metrics.total(rows.values())) for rows in ends.channels]
    if None in margins or None in alike:
        return None
    then, now = (
        _known(margin) - _known(metrics.total(rows.values())["spend"]) - _known(fee)
        for margin, rows, fee in zip(margins, reversed(by_sale), fees, strict=True)
    )
    exchanged = ends.exchanged("margin")
    own_rates = _known(alike[0]), _known(alike[1]) - exchanged
    moved = [of - _known(in_books) for of, in_books in zip(own_rates, margins, strict=True)]
    known, raised = ends.known, ends.raised
    left = _known(alike[1]) / ends.nets[1] if ends.nets[1] else Decimal(0)
    later, back = known.immature * left, -known.returns * left
    restated = [
        *([Restated("cohort", moved[0], moved[1] + later)] if any(moved) else [Restated("immature", now=later)]),
        Restated("returns_to_come", now=back),
        Restated("currency", now=exchanged + _spend(by_sale[0], ()) - _spend(spent[1], ())),
    ]
    # Ads that brought nothing in a year are no channel that began or ended: what they cost is in the line of spend.
    gone, came = (
        [name for name, row in rows.items() if name not in ends.alike and is_there(row)] for rows in ends.channels
    )
    scope = [
        _one_year_only("ended_channels", ends, 0, gone, spent[0]),
        _one_year_only("new_channels", ends, 1, came, spent[1]),
    ]
    segments, raise_by = factors(ends), float(raised)
    earned = [Earned(of, _margin(ends, 0, name), _margin(ends, 1, name) * raise_by) for name, of in segments.items()]
    parts = [
        *margin_parts(earned),
        Part("spend", float(_spend(spent[0], gone) - _spend(spent[1], came)), 0.0),
        Part("fee", float(_known(fees[0]) - _known(fees[1])), 0.0),
    ]
    return Bridge.of(then, now, restated, scope, parts)


def _one_year_only(key: str, ends: Sides, year: int, names: list[str], spent: Channels) -> OneYearOnly:
    """What channels of one year left after their ads."""
    rows = [ends.channels[year][name] for name in names]
    raised = ends.raised if year else Decimal(1)
    margin = _known(metrics.value_of("margin", metrics.total(rows))) * raised
    left = margin - sum((_known(spent[name]["spend"]) for name in names if name in spent), Decimal(0))
    revenue = sum((_known(metrics.value_of("net_revenue", row)) for row in rows), Decimal(0))
    rate = abs(float(margin / revenue)) if revenue else 0.0
    chance = rate * sqrt(ends.dispersion * sum(float(row["order_squares"] or 0) for row in rows))
    return OneYearOnly(key, now=left, se=chance) if year else OneYearOnly(key, then=left, se=chance)


def _spend(rows: Channels, without: Iterable[str]) -> Decimal:
    """What all other channels cost."""
    apart = set(without)
    return sum((_known(row["spend"]) for name, row in rows.items() if name not in apart), Decimal(0))


def _margin(ends: Sides, year: int, channel: str) -> float:
    return float(metrics.value_of("margin", ends.channels[year][channel]) or 0)


def _known(amount: Any) -> Decimal:
    return Decimal(amount or 0)
