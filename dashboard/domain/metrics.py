"""Every number that the product shows, made here and nowhere else: sums come in, ratios go out.

A ratio is a ratio of sums. A denominator that is not above zero gives no value (None), never 0 and never infinity;
an unknown measure makes every figure that needs it None, and `why_missing` says why. Arithmetic is decimal: sums and
products exactly, quotients to 28 significant digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal

from dashboard.domain.channels import CHANNELS, NO_SOURCE
from dashboard.domain.formula import EXACT
from dashboard.domain.measures import (
    MEASURES,
    OF_CHANNELS,
    STORED,
    Better,
    Measure,
    Measures,
    Row,
    Total,
    Unit,
    derive,
    total,
    value_of,
)
from dashboard.domain.missing import why_missing
from dashboard.domain.ratios import DENOMINATORS, METRICS, NUMERATORS, Metric

__all__ = [
    "MEASURES",
    "METRICS",
    "OF_CHANNELS",
    "STORED",
    "Better",
    "Measure",
    "Measures",
    "Metric",
    "Row",
    "Total",
    "Unit",
    "across",
    "compute",
    "compute_total",
    "derive",
    "described",
    "growth",
    "is_paid",
    "labels",
    "paid_rows",
    "share",
    "total",
    "value_of",
    "why_missing",
]

_QUOTIENTS = Context(prec=28)


def compute(measures: Measures, *keys: str) -> dict[str, Decimal | None]:
    """The metrics (and measures) of these names, all metrics if none is named, from one row of sums.

    Percentages are shares (0.14 is 14 %). Raises KeyError for a name that is neither metric nor measure.
    """
    return {key: _one(key, measures) for key in keys or METRICS}


def compute_total(rows: Iterable[Row], *keys: str, fee: Decimal | None = None) -> dict[str, Decimal | None]:
    """The same over many rows, added up first; metrics of clicks and impressions count rows of paid channels only.

    Costs and returns (CPL, CPO, ROAS, ROMI) are blended: all leads and sales of the rows over all their spend. For
    paid ones give `paid_rows(rows)`. `fee` is the agency's for the rows as a whole, where they do not carry it.
    """
    found = list(rows)
    everything, paid = across(found), total(paid_rows(found))
    if fee is not None:
        everything["fee"] = paid["fee"] = fee
    wanted = keys or tuple(METRICS)
    return {key: _one(key, paid if key in METRICS and METRICS[key].over == "paid" else everything) for key in wanted}


def across(rows: Iterable[Row], *, business_revenue: Decimal | None = None) -> Total:
    """The rows' total with `internet_revenue`, `no_source_revenue` and `business_revenue` from the rows' `channel`.

    `business_revenue` is the client's whole net revenue where accounting states it, else that of the rows. A row
    without a channel makes the first two unknown.
    """
    found = list(rows)
    summed = total(found)
    summed["business_revenue"] = value_of("net_revenue", summed) if business_revenue is None else business_revenue
    channels = [row.get("channel") for row in found]
    if None in channels:
        return summed
    inside = [row for row, channel in zip(found, channels, strict=True) if _is_internet(channel)]
    without = [row for row, channel in zip(found, channels, strict=True) if channel == NO_SOURCE]
    summed["internet_revenue"] = value_of("net_revenue", total(inside))
    summed["no_source_revenue"] = value_of("net_revenue", total(without))
    return summed


def is_paid(row: Row) -> bool:
    """Whether the row is of a paid channel, or cost something."""
    channel = CHANNELS.get(row.get("channel", ""))
    return (channel is not None and channel.is_paid) or (row.get("spend") or 0) > 0


def paid_rows(rows: Iterable[Row]) -> list[Row]:
    """The rows of paid channels."""
    return [row for row in rows if is_paid(row)]


def share(part: Decimal | int | None, whole: Decimal | int | None) -> Decimal | None:
    """A part of a whole (0.14 is 14 %); None where either is unknown or the whole is not above 0."""
    if part is None or whole is None or whole <= 0:
        return None
    return _QUOTIENTS.divide(Decimal(part), Decimal(whole))


def growth(now: Decimal | int | None, before: Decimal | int | None) -> Decimal | None:
    """The change as a share of the base (−0.42 is −42 %); None where the base is missing or not above 0."""
    if now is None or before is None:
        return None
    return share(EXACT.subtract(Decimal(now), Decimal(before)), before)


def described(key: str) -> Metric | Measure:
    """The metric or measure of this name: its label, unit, which way is better. Raises KeyError."""
    return METRICS[key] if key in METRICS else MEASURES[key]


def labels(keys: Sequence[str]) -> list[str]:
    """The labels of these metrics and measures, to be translated where they are shown."""
    return [described(key).label for key in keys]


def _one(key: str, measures: Measures) -> Decimal | None:
    if key not in METRICS:
        return value_of(key, measures)

    def look_up(name: str) -> Decimal | None:
        return value_of(name, measures)

    for name in METRICS[key].only_if_positive:
        needed = look_up(name)
        if needed is None or needed <= 0:
            return None
    return share(NUMERATORS[key].value(look_up), DENOMINATORS[key].value(look_up))


def _is_internet(channel: object) -> bool:
    return isinstance(channel, str) and channel in CHANNELS and CHANNELS[channel].is_internet is True
