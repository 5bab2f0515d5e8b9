"""What the client's side lost, in gross profit: people who called and were never spoken to, goods that were not there.

The two shares below are assumptions, said wherever they are used.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.formula import EXACT

AS_GOOD_AS_ANSWERED = Decimal("0.7")  # how many of the callers who were lost would have been worth as much
BOUGHT_ANOTHER = Decimal("0.3")  # how many buyers of a missing product buy another one instead


def lost_callers_worth(
    lost: int, profit_of_answered: Decimal | None, as_good: Decimal = AS_GOOD_AS_ANSWERED
) -> Decimal | None:
    """The gross profit that lost callers would have brought; `profit_of_answered` is that of one answered lead."""
    if profit_of_answered is None:
        return None
    return EXACT.multiply(EXACT.multiply(Decimal(lost), as_good), profit_of_answered)


def if_only(amount: Decimal, rate: Decimal | None, fair: Decimal | None) -> Decimal | None:
    """By how much an amount would have been higher, had one rate that it goes through been the fair one, and nothing
    else another. Such amounts of several rates do not add up. None where a rate is unknown or nothing."""
    return None if not rate or not fair else EXACT.multiply(amount, EXACT.divide(fair, rate) - 1)


@dataclass(frozen=True)
class Shortage:
    """A product that was not there: what it would have brought, and what was spent on sending people to it."""

    revenue: Decimal
    profit: Decimal
    wasted_spend: Decimal

    @property
    def whole(self) -> Decimal:
        """Gross profit and spend together."""
        return self.profit + self.wasted_spend


def shortage(
    expected_units: Decimal,
    price: Decimal,
    margin_rate: Decimal,
    wasted_spend: Decimal,
    bought_another: Decimal = BOUGHT_ANOTHER,
) -> Shortage:
    """The loss of the days without the product; `expected_units` would have been sold on them."""
    lost = EXACT.multiply(EXACT.multiply(expected_units, 1 - bought_another), price)
    return Shortage(lost, EXACT.multiply(lost, margin_rate), wasted_spend)
