"""Which channels can be told apart, and which of them can be told from break-even.

A channel is put above another only if it is better with a probability of 0.95 or more, and both rest on at least ten
even orders. Less than that tells two equal channels apart in a fifth to a third of the cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from dashboard.domain.measures import Measures, value_of
from dashboard.domain.statistics.orders import n_eff, prob_a_better, prob_above

SURE = 0.95
ENOUGH_ORDERS = 10.0


@dataclass(frozen=True)
class ChannelSums:
    """What a ranking needs of one channel, in money; `margin` is None where unknown."""

    key: str
    net_revenue: Decimal
    order_squares: Decimal
    spend: Decimal
    margin: Decimal | None

    @classmethod
    def of(cls, key: str, measures: Measures) -> ChannelSums:
        """From a channel's row of sums; measures that are not there count as zero."""
        return cls(
            key=key,
            net_revenue=value_of("net_revenue", measures) or Decimal(0),
            order_squares=value_of("order_squares", measures) or Decimal(0),
            spend=value_of("spend", measures) or Decimal(0),
            margin=value_of("margin", measures),
        )

    @property
    def n_eff(self) -> float | None:
        """On how many even orders its revenue rests."""
        return n_eff(self.net_revenue, self.order_squares)

    def earned(self, on: Literal["margin", "revenue"]) -> float | None:
        """Margin or revenue per unit of spend; None where there is no spend, or nothing above zero was earned."""
        amount = self.margin if on == "margin" else self.net_revenue
        return float(amount) / float(self.spend) if amount is not None and amount > 0 and self.spend > 0 else None


class Standing(StrEnum):
    """A channel against break-even."""

    EARNS = "earns"
    CANNOT_TELL = "cannot_tell"
    LOSES = "loses"
    NO_SPEND = "no_spend"
    MARGIN_UNKNOWN = "margin_unknown"


@dataclass(frozen=True)
class Tier:
    """Channels that cannot be told apart, best first; every one is above every one of the next tier.

    `ranked` False: those that cannot be ranked at all, having no spend or too few orders.
    """

    channels: tuple[str, ...]
    ranked: bool


def standing(channel: ChannelSums, *, margin_per_order: Decimal | None = None) -> Standing:
    """Whether the channel's margin pays for its spend.

    A channel that spent and sold nothing loses once even the three orders that such silence can still hide (95 %)
    would not have paid, at `margin_per_order`, what an order usually leaves at this client.
    """
    if channel.spend <= 0:
        return Standing.NO_SPEND
    rests_on = channel.n_eff
    if rests_on is None:
        hopeless = margin_per_order is not None and 3 * margin_per_order < channel.spend and channel.net_revenue == 0
        return Standing.LOSES if hopeless else Standing.CANNOT_TELL
    if channel.margin is None:
        return Standing.MARGIN_UNKNOWN
    if rests_on < ENOUGH_ORDERS:
        return Standing.CANNOT_TELL
    earned = channel.earned("margin")
    pays = 0.0 if earned is None else prob_above(earned, rests_on, 1)
    if pays >= SURE:
        return Standing.EARNS
    return Standing.LOSES if pays <= 1 - SURE else Standing.CANNOT_TELL


def tiers(channels: Sequence[ChannelSums], *, on: Literal["margin", "revenue"] = "margin") -> list[Tier]:
    """The channels in tiers, best first, by margin (or revenue) per unit of spend; those not to be ranked come last."""
    rankable = sorted(
        (channel for channel in channels if _can_rank(channel, on)),
        key=lambda channel: channel.earned(on) or 0.0,
        reverse=True,
    )
    found: list[Tier] = []
    begun = 0
    for border in range(1, len(rankable) + 1):
        above, below = rankable[:border], rankable[border:]
        if all(_is_above(better, worse, on) for better in above for worse in below):
            found.append(Tier(tuple(channel.key for channel in rankable[begun:border]), ranked=True))
            begun = border
    apart = tuple(channel.key for channel in channels if not _can_rank(channel, on))
    return [*found, Tier(apart, ranked=False)] if apart else found


def _can_rank(channel: ChannelSums, on: Literal["margin", "revenue"]) -> bool:
    return channel.earned(on) is not None and (channel.n_eff or 0.0) >= ENOUGH_ORDERS


def _is_above(better: ChannelSums, worse: ChannelSums, on: Literal["margin", "revenue"]) -> bool:
    first, second, n_first, n_second = better.earned(on), worse.earned(on), better.n_eff, worse.n_eff
    if first is None or second is None or n_first is None or n_second is None:
        return False
    return prob_a_better(first, n_first, second, n_second) >= SURE
