"""Two Decembers, and what the report says of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.facts import Reason
from tests.reports.marts import Marts

THEN, NOW = 2024, 2025
DECEMBER = Selection(Period(date(2025, 12, 1), date(2025, 12, 31)))
TODAY = date(2026, 1, 20)


def december(year: int, count: int = 31) -> Iterator[date]:
    """The days of the month."""
    return (date(year, 12, 1) + timedelta(days=ahead) for ahead in range(count))


def two_decembers(now: int = 100, then: int = 100) -> Marts:
    """Ten orders a day in both years, of so much each; nothing else."""
    marts = Marts()
    for year, revenue in ((THEN, then), (NOW, now)):
        for day in december(year):
            marts.sale(day, "organic_search", revenue=revenue, count=10, cogs=revenue * 6 // 10)
    return marts


class Said:
    """What is said of two Decembers: reasons by number, in plain English."""

    def __init__(self, marts: Marts) -> None:
        report = year_over_year.build(marts, DECEMBER, TODAY)
        self.found: tuple[Reason, ...] = report.reasons
        self.unknown: tuple[Reason, ...] = report.unknown

    def all(self, number: str) -> list[Reason]:
        """Every reason of that number that was found."""
        return [reason for reason in self.found if reason.id == number]

    def one(self, number: str) -> Reason:
        """The only one."""
        (found,) = self.all(number)
        return found

    def text(self, number: str) -> str:
        """Its words, with plain spaces."""
        return plain(self.one(number))

    def figure(self, number: str) -> Decimal | None:
        """What it is worth."""
        return self.one(number).caveat.figure

    def is_silent(self, number: str) -> bool:
        """Neither found nor unknown."""
        return not self.all(number) and not self.is_unknown(number)

    def is_unknown(self, number: str) -> bool:
        """Cannot be told."""
        return any(reason.id == number for reason in self.unknown)

    def upload(self, number: str) -> str:
        """What to upload to know."""
        (found,) = [reason for reason in self.unknown if reason.id == number]
        return found.upload


def plain(reason: Reason) -> str:
    """A reason's words in English, without the spaces that do not break."""
    return Language("en").say(reason.text).replace("\u00a0", " ").replace("\u202f", " ")
