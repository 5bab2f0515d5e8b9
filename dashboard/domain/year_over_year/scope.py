"""What exists in one year only, taken out of each channel's sums: places that opened or closed, goods new or gone; and
the channels that began or ended, taken out of what is left.

What was sold there is known to the hundredth. Who only asked, nobody knows: people who did not buy are split as the
buyers of their channel are, so that what becomes of a lead is the same on both sides of the cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.measures import Measures, total, value_of

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


@dataclass(frozen=True)
class Parted:
    """One year's channels that are in both, what lies outside of them, and which channels brought something of that."""

    alike: dict[str, Measures]
    outside: dict[str, Measures]
    one_year: dict[str, tuple[str, ...]]


def part(year: Cut, line_of: Mapping[str, str]) -> Parted:
    """Takes out the channels that have a line of their own."""
    outside, one_year = dict(year.outside), {}
    for line in dict.fromkeys(line_of.values()):
        apart = {name: row for name, row in year.inside.items() if line_of.get(name) == line}
        if apart:
            outside[line] = total(apart.values())
        one_year[line] = tuple(name for name, row in apart.items() if is_there(row))
    alike = {name: row for name, row in year.inside.items() if name not in line_of}
    return Parted(alike, outside, one_year)


def is_there(row: Measures) -> bool:
    """Whether anything came of the channel in that year: leads, orders or money."""
    return bool(row["leads"] or row["orders"] or value_of("net_revenue", row))


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
