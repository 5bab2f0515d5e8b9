"""Spend that the platforms recounted: days that a later file changed long after they had been settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dashboard.domain.comparison import Pair
from dashboard.reports.year_over_year.two_periods import days_of

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse

SETTLED_DAYS = 3  # Yandex Direct says that its figures stabilise within three days


@dataclass(frozen=True)
class Reload:
    """What the files of one year's days moved, in the files' currency, VAT as in them."""

    days: int
    before: Decimal
    moved: Decimal
    currency: str
    reloaded: date


def reloads(warehouse: Warehouse, pair: Pair, settled_days: int) -> tuple[tuple[Reload, ...], tuple[Reload, ...]]:
    """One for each currency, of the days of now and of those of then; nothing where no settled day was changed."""
    rows = warehouse.fetch("reports/reloaded_spend", **days_of(pair), settled_days=max(settled_days, SETTLED_DAYS))
    now, then = ([row for row in rows if row["day"] in period] for period in (pair.now, pair.then))
    return _by_currency(now), _by_currency(then)


def _by_currency(rows: list[dict[str, Any]]) -> tuple[Reload, ...]:
    found = []
    for currency in dict.fromkeys(row["currency"] for row in rows):
        of = [row for row in rows if row["currency"] == currency]
        found.append(
            Reload(
                days=len(of),
                before=sum((row["before"] for row in of), Decimal(0)),
                moved=sum((row["moved"] for row in of), Decimal(0)),
                currency=currency,
                reloaded=max(row["reloaded"] for row in of),
            )
        )
    return tuple(found)
