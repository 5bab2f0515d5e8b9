"""What exists in one year only, taken out of each channel's sums: places that opened or closed, goods new or gone.

What was sold there is known to the hundredth. Who only asked, nobody knows: people who did not buy are split as the
buyers of their channel are, so that what becomes of a lead is the same on both sides of the cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.measures import Measures, total

OF_SALES = ("orders", "revenue", "refunds", "cogs", "refunded_cogs", "revenue_without_cost", "order_squares")
OF_PEOPLE = ("leads", "leads_answered", "leads_marked", "target_leads")
Channels = Mapping[str, Measures]
_NONE, _ALL = Decimal(0), Decimal(1)


@dataclass(frozen=True)
class Cut:
    """One year's channels without what lies outside, and what does: line of the bridge → its sums."""

    inside: dict[str, Measures]
    outside: dict[str, Measures]


def cut(channels: Channels, outside: Mapping[str, Channels]) -> Cut:
    """The channels of a year without what they sold outside; `outside` is that by line of the bridge and channel.

    A channel's people are split by its orders, by its revenue where nobody counted those, and as the whole year's are
    where it sold nothing. An order of several goods counts where its dearest one does.
    """
    gone = {name: total([sums[name] for sums in outside.values() if name in sums]) for name in channels}
    usual = _share(total(gone.values()), total(channels.values())) or _NONE
    inside: dict[str, Measures] = {}
    for name, row in channels.items():
        share = _share(gone[name], row)
        inside[name] = _without(row, gone[name], usual if share is None else share)
    return Cut(inside, {line: total(sums.values()) for line, sums in outside.items() if sums})


def _share(part: Measures, whole: Measures) -> Decimal | None:
    for key in ("orders", "revenue"):
        of = whole.get(key) or 0
        if of > 0:
            return min(max(Decimal(part.get(key) or 0) / Decimal(of), _NONE), _ALL)
    return None


def _without(row: Measures, gone: Measures, share: Decimal) -> Measures:
    left: dict[str, Decimal | int | None] = dict(row)
    for key in OF_SALES:
        amount, part = row.get(key), gone.get(key)
        if amount is not None and part:
            left[key] = amount - part
    if share:
        for key in OF_PEOPLE:
            count = row.get(key)
            if count:
                left[key] = count * (_ALL - share)
    return left
