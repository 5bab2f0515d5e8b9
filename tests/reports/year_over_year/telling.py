"""Two Decembers of a client, and what the report says of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dashboard.domain.period import Period
from dashboard.i18n import Language
from dashboard.reports.selection import Selection
from dashboard.reports.year_over_year import report as year_over_year
from dashboard.reports.year_over_year.facts import Reason
from dashboard.reports.year_over_year.report import YearOverYear
from tests.reports.marts import Marts

NOW = Period(date(2025, 12, 1), date(2025, 12, 31))
THEN = Period(date(2024, 12, 1), date(2024, 12, 31))
TODAY = date(2026, 1, 20)


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(count)]


def both(marts: Marts) -> Iterator[tuple[date, bool]]:
    """Every day of both Decembers, a source of deals telling of each, with whether it is this year's."""
    for period, is_now in ((THEN, False), (NOW, True)):
        for day in period:
            marts.covered(day, "deals", "bitrix24")
            yield day, is_now


def report(marts: Marts, today: date = TODAY, period: Period = NOW) -> YearOverYear:
    return year_over_year.build(marts, Selection(period), today)


def found(told: YearOverYear, id: str) -> list[Reason]:
    return [reason for reason in told.reasons if reason.id == id]


def unknown(told: YearOverYear, id: str) -> list[Reason]:
    return [reason for reason in told.unknown if reason.id == id]


def said(reason: Reason, language: str = "en") -> str:
    return plain(Language(language).say(reason.text))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
