"""The turns of the shop's two years, each as a function of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sample_data import seasons
from sample_data.timeline import Span, Timeline


@dataclass(frozen=True)
class Story:
    """Reads the timeline as the shop lived it."""

    time: Timeline

    @property
    def tracking_since(self) -> date:
        """First day of call tracking: a little less than a year back, so that last year's month has none."""
        return self.time.day(11, 8)

    @property
    def out_of_stock(self) -> Span:
        """The espresso machine cannot be bought, and is advertised all the same."""
        return self.time.day(2, 8), self.time.day(1, 14)

    @property
    def site_down(self) -> Span:
        return self.time.day(5, 11), self.time.day(5, 12)

    @property
    def days_without_export(self) -> Span:
        return self.time.day(4, 20), self.time.day(4, 21)

    def interest(self, day: date) -> float:
        """Season times a steady growth of a tenth a year."""
        growth: float = 1.1 ** ((day - self.time.start).days / 365)
        return seasons.shop(day) * growth

    def site(self, day: date) -> float:
        first, last = self.site_down
        return 0.04 if first <= day <= last else 1.0

    def in_stock(self, product: str, day: date) -> bool:
        first, last = self.out_of_stock
        return product != "Espresso Machine" or not first <= day <= last

    def market(self, product: str, day: date) -> float:
        """What a product costs elsewhere against two years ago: bulbs fall by a fifth in the half year from ten months
        back, and stay there."""
        if product != "Smart Bulb Set":
            return 1.0
        passed = min(1.0, max(0.0, (day - self.time.month(10)).days / 180))
        return 1 - 0.20 * passed

    def black_fridays(self) -> list[Span]:
        """Black Friday to Cyber Monday of every year that has come."""
        years = range(self.time.start.year, self.time.end.year + 1)
        starts = [seasons.black_friday(year) for year in years]
        return [(first, first + timedelta(days=3)) for first in starts if self.time.start <= first <= self.time.end]
