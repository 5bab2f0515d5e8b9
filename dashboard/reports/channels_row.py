"""One channel's line: what it cost and brought, where it stands, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.channels import CHANNELS
from dashboard.domain.phrase import Phrase
from dashboard.domain.statistics import MoneyInterval
from dashboard.reports.channels_tiers import Tier
from dashboard.reports.report import Measures, Metrics


@dataclass(frozen=True)
class ChannelRow:
    """One channel. `interval` is that of the contribution (95 %), `deals` the even orders that it rests on.

    `share` is the contribution as a share of all channels' together; `missing` why the contribution is unknown.
    """

    channel: str
    tier: Tier
    measures: Measures
    metrics: Metrics
    share: Decimal | None
    interval: MoneyInterval | None
    deals: float | None
    missing: Phrase | None

    @property
    def label(self) -> str:
        """The channel's name, to be translated where it is shown."""
        return CHANNELS[self.channel].label if self.channel in CHANNELS else self.channel
