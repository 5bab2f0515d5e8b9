"""The reports by their public names, as the command line and the exports ask for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from dashboard.reports import campaigns, channels, health, summary
from dashboard.reports.report import Report
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

Builder = Callable[["Warehouse", Selection, date], Report]

REPORTS: dict[str, Builder] = {
    campaigns.Campaigns.key: campaigns.build,
    channels.Channels.key: channels.build,
    health.Health.key: health.build,
    summary.Summary.key: summary.build,
    year_over_year.YearOverYear.key: year_over_year.build,
}
