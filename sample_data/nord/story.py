"""The turns of the clinic's two years, each as a function of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sample_data import seasons
from sample_data.timeline import Span, Timeline

FALLEN_DEMAND = 0.70


@dataclass(frozen=True)
class Story:
    """Reads the timeline as the clinic lived it."""

    time: Timeline

    @property
    def launch(self) -> date:
        """First day of the full advertising: eleven months back, so that every later month has a year before it."""
        return self.time.month(11)

    @property
    def abroad_since(self) -> date:
        return self.time.month(7)

    @property
    def renamed_on(self) -> date:
        return self.time.day(5, 15)

    @property
    def new_prices(self) -> date:
        return self.time.month(10)

    @property
    def site_down(self) -> date:
        return self.time.day(4, 17)

    @property
    def days_without_export(self) -> Span:
        return self.time.day(3, 9), self.time.day(3, 10)

    @property
    def days_without_rate(self) -> Span:
        return self.time.day(2, 14), self.time.day(2, 15)

    def demand(self, day: date) -> float:
        """What is left of the demand of two years ago: it slides in the four months after the launch and stays low."""
        passed = min(1.0, max(0.0, (day - self.launch + timedelta(days=20)).days / 120))
        return 1 - (1 - FALLEN_DEMAND) * passed

    def interest(self, day: date) -> float:
        return seasons.clinic(day)

    def missed(self, day: date) -> float:
        """Share of calls that nobody answers: the same reception, more calls."""
        return 0.055 if day < self.launch else 0.175

    def site(self, day: date) -> float:
        return 0.05 if day == self.site_down else 1.0

    def price_level(self, day: date) -> float:
        return 1.06 if day >= self.new_prices else 1.0
