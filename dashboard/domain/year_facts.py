"""What is known of two years, gathered for the rules that find what makes them unlike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dashboard.domain.calendar import CalendarDay
from dashboard.domain.comparison import Change, Coverage
from dashboard.domain.period import Period

Amount = Decimal | int


@dataclass(frozen=True)
class DatedNote:
    """An entry of the event log."""

    day: date
    day_to: date
    text: str


@dataclass(frozen=True)
class YearFacts:
    """Two like periods (the same elapsed days) and what is known of each; money in the client's currency.

    `asked` is the period that the reader chose, and `data_until` the last day of each source by its name. What nobody
    knows stays None, and its rule says nothing.
    """

    asked: Period
    now: Period
    then: Period
    currency: str
    revenue: Change
    spend: Change
    data_until: Mapping[str, date] = field(default_factory=dict)
    naive_revenue: Change | None = None  # the asked period against the whole of the year before's
    days_now: tuple[CalendarDay, ...] = ()
    days_then: tuple[CalendarDay, ...] = ()
    non_working_weight: Decimal | None = None  # what a day off sells, of a working day: from both years' own days
    coverage: tuple[Coverage, ...] = ()
    no_source_now: Decimal | None = None  # shares of revenue
    no_source_then: Decimal | None = None
    complete_now: Decimal | None = None  # share of the leads' orders that should be visible by now
    orders_at_same_age: tuple[int, int] | None = None  # the year before's orders: visible at the same age, and in all
    refund_rate_now: Decimal | None = None
    refund_rate_then: Decimal | None = None
    refunds_are_young: bool = False
    orders_now: int = 0
    orders_then: int = 0
    n_eff_now: float | None = None
    n_eff_then: float | None = None
    vat_now: Decimal | None = None  # None where the client deducts VAT, and every amount is net of it
    vat_then: Decimal | None = None
    unconverted: Mapping[str, Amount] = field(default_factory=dict)  # currency → amount without a rate, both periods
    events_now: tuple[DatedNote, ...] = ()
    events_then: tuple[DatedNote, ...] = ()
    rule_changes: tuple[DatedNote, ...] = ()  # of attribution, channels or what counts as a lead
