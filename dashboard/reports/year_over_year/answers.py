"""Who was answered in both years: callers, those never spoken to, and how soon forms were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.domain.comparison import Pair
from dashboard.domain.statistics import Trials
from dashboard.reports.year_over_year.two_periods import days_of, parted

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse


@dataclass(frozen=True)
class Answers:
    """By channel, now and then: callers lost of all callers within the working hours, and forms that were answered
    within the hour of those whose first answer is known."""

    lost: dict[str, Trials]
    within_hour: dict[str, Trials]


def fetch_answers(warehouse: Warehouse, pair: Pair) -> Answers:
    """The answers of both periods."""
    nothing = {"callers": 0, "callers_lost": 0, "timed": 0, "timed_within_hour": 0}
    now, then = (
        {row["channel"]: row for row in rows} for rows in parted(warehouse.fetch("reports/answers", **days_of(pair)))
    )
    years = {channel: (now.get(channel, nothing), then.get(channel, nothing)) for channel in {**now, **then}}

    def trials(hits: str, of: str) -> dict[str, Trials]:
        return {
            channel: Trials(int(here[hits]), int(here[of]), int(there[hits]), int(there[of]))
            for channel, (here, there) in years.items()
        }

    return Answers(trials("callers_lost", "callers"), trials("timed_within_hour", "timed"))
