"""Which channels earn, which lose, and which nobody can tell from nothing, with how far the contribution may be off."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from dashboard.domain import metrics
from dashboard.domain.channels import NO_SOURCE
from dashboard.domain.metrics import Measures
from dashboard.domain.phrase import N_
from dashboard.domain.statistics import ChannelSums, MoneyInterval, Standing, contribution_interval, n_eff, standing


class Tier(StrEnum):
    """Where a channel stands, in the order in which they are shown."""

    EARNS = "earns"
    CANNOT_TELL = "cannot_tell"
    LOSES = "loses"
    NO_SPEND = "no_spend"
    NO_SOURCE = "no_source"


TIER_LABELS: dict[Tier, str] = {
    Tier.EARNS: N_("earns"),
    Tier.CANNOT_TELL: N_("cannot tell"),
    Tier.LOSES: N_("loses"),
    Tier.NO_SPEND: N_("without spend"),
    Tier.NO_SOURCE: N_("no source"),
}

_RULE_OF_THREE = 3  # after no order at all, at most three were to be expected, with 95 % confidence


def tier(channel: str, measures: Measures, usual_margin: Decimal | None, *, young: bool = False) -> Tier:
    """Where the channel's sums put it; `usual_margin` is what an order usually leaves at this client.

    No channel loses while its leads are `young`: what they will still buy is not in the sums.
    """
    if channel == NO_SOURCE:
        return Tier.NO_SOURCE
    found = standing(ChannelSums.of(channel, measures), margin_per_order=usual_margin)
    if found is Standing.MARGIN_UNKNOWN or (found is Standing.LOSES and young):
        return Tier.CANNOT_TELL
    return Tier(found.value)


def interval(measures: Measures, usual_margin: Decimal | None) -> MoneyInterval | None:
    """The 95 % interval of the contribution, from the weight of the orders; None where the margin is unknown.

    Without an order the upper end is three usual orders. Source: method A4.
    """
    spend = metrics.value_of("spend", measures) or Decimal(0)
    if not measures["orders"]:
        if usual_margin is None or not spend:
            return None
        return MoneyInterval(-spend, max(usual_margin, Decimal(0)) * _RULE_OF_THREE - spend)
    rate = metrics.compute(measures, "margin_rate")["margin_rate"]
    net_revenue = metrics.value_of("net_revenue", measures)
    return contribution_interval(net_revenue, Decimal(measures["order_squares"] or 0), rate, spend)


def deals(measures: Measures) -> float | None:
    """On how many even orders the revenue rests."""
    return n_eff(metrics.value_of("net_revenue", measures), measures["order_squares"])


def usual_margin(total: Measures) -> Decimal | None:
    """What an order leaves, over all channels; None where the margin is unknown."""
    return metrics.share(metrics.value_of("margin", total), total["orders"])
