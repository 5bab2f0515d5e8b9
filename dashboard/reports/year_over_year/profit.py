"""The bridge of what is left of revenue: margin less ads and fee, built on the same ends as the bridge of revenue."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import sqrt
from typing import Any

from dashboard.domain import metrics
from dashboard.domain.measures import Measures
from dashboard.domain.year_over_year.bridge import Bridge, OneYearOnly, Part, Restated
from dashboard.domain.year_over_year.profit import Earned, margin_parts
from dashboard.domain.year_over_year.scope import Channels
from dashboard.reports.year_over_year.bridging import Sides, factors, gap, net
from dashboard.reports.year_over_year.currencies import with_spend

_NONE = Decimal(0)
Fees = tuple[Decimal | None, Decimal | None]


def profit(ends: Sides, by_sale: tuple[Channels, Channels], fees: Fees) -> Bridge | None:
    """From the books' profit then to that of now; `by_sale` are the channels' sums now and then, `fees` then and now.

    None where the margin of any revenue is unknown. A client without an agreed fee has none to take off.
    """
    spent, whole = (by_sale[1], with_spend(by_sale[0], ends.known.ads_currency)), ends.whole
    if any(metrics.value_of("margin", year) is None for year in (*ends.books, *whole)):
        return None
    margins = [_left(year) for year in ends.books]
    then, now = (
        margin - _known(metrics.total(rows.values())["spend"]) - _known(fee)
        for margin, rows, fee in zip(margins, reversed(by_sale), fees, strict=True)
    )
    exchanged = ends.exchanged("margin")
    own_rates = _left(whole[0]), _left(whole[1]) - exchanged
    moved = [of - in_books for of, in_books in zip(own_rates, margins, strict=True)]
    known = ends.known
    kept = _left(whole[1]) / ends.nets[1] if ends.nets[1] else Decimal(0)
    later, back = known.immature * kept, -known.returns * kept
    unsure = known.immature_se * abs(float(kept))
    restated = [
        Restated("cohort", moved[0], moved[1] + later, unsure)
        if any(moved)
        else Restated("immature", now=later, se=unsure),
        Restated("returns_to_come", now=back, se=known.returns_se * abs(float(kept))),
        Restated("currency", now=exchanged + _spend(by_sale[0], ()) - _spend(spent[1], ()), se=0.0),
        gap(ends, (_left(whole[0]), _left(whole[1]))),
    ]
    # Ads that brought nothing in a year are no channel that began or ended: what they cost is in the line of spend.
    gone, came = ([name for names in year.values() for name in names] for year in ends.one_year)
    earned = [
        Earned(of, *(float(_left(rows[name]) * by) for rows, by in zip(ends.channels, ends.raised, strict=True)))
        for name, of in factors(ends).items()
    ]
    parts = [
        *margin_parts(earned),
        Part("spend", float(_spend(spent[0], gone) - _spend(spent[1], came)), 0.0),
        Part("fee", float(_known(fees[0]) - _known(fees[1])), 0.0),
    ]
    return Bridge.of(then, now, restated, _one_year_only(ends, spent), parts)


def _one_year_only(ends: Sides, spent: tuple[Channels, Channels]) -> list[OneYearOnly]:
    """What lies outside left, a channel after its ads: ads are of no place and of no goods."""
    found = []
    for line in {**ends.outside[0], **ends.outside[1]}:
        years = [year.get(line, {}) for year in ends.outside]
        left = [
            _left(year) * by - sum((_known(rows[name]["spend"]) for name in names.get(line, ()) if name in rows), _NONE)
            for year, by, names, rows in zip(years, ends.raised, ends.one_year, spent, strict=True)
        ]
        chance = [
            abs(float(_left(year) * by / net(year))) ** 2 * float(year.get("order_squares") or 0) if net(year) else 0.0
            for year, by in zip(years, ends.raised, strict=True)
        ]
        found.append(OneYearOnly(line, left[0], left[1], sqrt(ends.dispersion * sum(chance))))
    return found


def _spend(rows: Channels, without: Iterable[str]) -> Decimal:
    """What all other channels cost."""
    apart = set(without)
    return sum((_known(row["spend"]) for name, row in rows.items() if name not in apart), Decimal(0))


def _left(row: Measures) -> Decimal:
    """The margin of sums of which every cost is known."""
    return net(row) - _known(row.get("cogs")) + _known(row.get("refunded_cogs"))


def _known(amount: Any) -> Decimal:
    return Decimal(amount or 0)
