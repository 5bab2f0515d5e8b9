"""What the agency charged for a period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from dashboard.domain.client import Fee
from dashboard.domain.period import Period, full_month


def fee_of(fees: Iterable[Fee], period: Period) -> Decimal:
    """The monthly fee in force, a part of a month by its days. In the client's currency, to four decimals."""
    agreed = sorted(fees, key=lambda fee: fee.since)
    charged = Decimal(0)
    for month in period.months():
        whole = full_month(month)
        counted = whole.overlap(period)
        if counted is not None:
            charged += _per_month(agreed, month) * counted.days / whole.days
    return charged.quantize(Decimal("0.0001"))


def _per_month(agreed: list[Fee], month: date) -> Decimal:
    in_force = [fee.per_month for fee in agreed if fee.since <= full_month(month).last]
    return in_force[-1] if in_force else Decimal(0)
