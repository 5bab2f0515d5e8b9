"""What the agency charges for a period: one figure for the client, the same on every screen and in every view."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.channels import CHANNELS
from dashboard.domain.economics import fee_of
from dashboard.domain.period import Period
from dashboard.reports.report import Measures

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


def fee(warehouse: Warehouse, period: Period) -> Decimal | None:
    """The fee for the period; None where none is agreed. A fee by results goes by what the internet's channels cost and
    brought, each thing on its own day."""

    def results(days: Period) -> Measures:
        rows = warehouse.fetch("reports/month_channel_sums", date_from=days.first, date_to=days.last)
        return metrics.total(row for row in rows if CHANNELS[row["channel"]].is_internet)

    return fee_of(warehouse.profile.fees, period, results)
