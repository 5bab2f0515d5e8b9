"""Refunds that accounting told, put where they belong: onto the lines of their order, or over the channels of a month.

Nothing here reads or writes. Amounts are decimals; parts add up to the whole exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal, localcontext
from itertools import groupby
from typing import Any

NO_SOURCE = "no_source"
_STEP = Decimal("0.0001")


def parts(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """The amount split by the weights; what rounding leaves goes to the largest. Weights at or below nought bear
    nothing, unless all do: then the first bears it all."""
    borne = [max(weight, Decimal(0)) for weight in weights]
    whole = sum(borne, Decimal(0))
    if not whole:
        return [amount if place == 0 else Decimal(0) for place in range(len(borne))]
    with localcontext() as context:
        context.prec = 40
        split = [(amount * weight / whole).quantize(_STEP, ROUND_DOWN) for weight in borne]
    split[max(range(len(borne)), key=borne.__getitem__)] += amount - sum(split, Decimal(0))
    return split


def lines(rows: Iterable[tuple[Any, ...]]) -> list[tuple[str, str, str, int, Decimal, date]]:
    """Rows of `staging/booked_part` → each line with what was given back of it in all, and when.

    What the order's own export says was given back is part of what accounting says, and is not counted twice.
    """
    found = []
    for (platform, account, order_id), grouped in groupby(rows, key=lambda row: row[:3]):
        own = list(grouped)
        booked, booked_day = own[0][7], own[0][8]
        more = booked - sum((row[5] for row in own), Decimal(0))
        if more <= 0:
            continue
        shares = parts(more, [row[4] - row[5] for row in own])
        for (_, _, _, item, _, refunded, refunded_day, *_), share in zip(own, shares, strict=True):
            if share:
                found.append((platform, account, order_id, item, refunded + share, refunded_day or booked_day))
    return found


def channels(rows: Iterable[tuple[Any, ...]]) -> list[tuple[date, str, Decimal]]:
    """Rows of `staging/month_share` → the part of each month's sum that each channel bears by its share of net revenue,
    on the month's last day with a sale; of a month without sales it has no source, and stands on its last day."""
    found = []
    for _, grouped in groupby(rows, key=lambda row: row[0]):
        own = list(grouped)
        amount, month_end = own[0][1], own[0][2]
        if own[0][3] is None:
            found.append((month_end, NO_SOURCE, amount))
            continue
        day = max(row[5] for row in own)
        shares = parts(amount, [row[4] for row in own])
        found += [(day, row[3], share) for row, share in zip(own, shares, strict=True) if share]
    return found
