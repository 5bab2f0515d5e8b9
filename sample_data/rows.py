"""What happened, before an export writes it down. Money in hundredths of the currency, times in the client's zone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sample_data.people import Person


@dataclass(frozen=True)
class AdRow:
    day: date
    campaign_id: str
    campaign: str
    ad_group: str
    impressions: int
    clicks: int
    spend: int
    conversions: int


@dataclass(frozen=True)
class Call:
    started: datetime
    phone: str  # '' where the caller withheld it
    answered: bool
    wait: int
    talk: int
    unique: bool
    target: bool
    manager: str
    source: str
    medium: str
    campaign: str
    keyword: str
    city: str = ""


@dataclass(frozen=True)
class Deal:
    person: Person
    created: datetime
    title: str
    amount: int
    manager: str
    source: str
    medium: str
    campaign: str
    origin: str  # what the manager chose in the CRM's own field
    closed: datetime | None
    won: bool
    returned: datetime | None = None
    tags: str = ""
    target: bool | None = None  # what the clinic thinks of the lead; None where nobody said
    lost_reason: str = ""

    def as_of(self, day: date) -> Deal:
        """The deal as an export of that evening shows it: what has not happened yet is not there."""
        if self.closed is None or self.closed.date() > day:
            return replace(self, closed=None, won=False, lost_reason="")
        if self.returned is not None and self.returned.date() <= day:
            return replace(self, won=False, tags="возврат", lost_reason="Возврат")
        return self


@dataclass(frozen=True)
class OrderLine:
    product: str
    quantity: int
    price: int
    refunded_on: date | None = None

    @property
    def total(self) -> int:
        return self.quantity * self.price


@dataclass(frozen=True)
class Order:
    person: Person
    created: datetime
    lines: tuple[OrderLine, ...]
    shipping: int
    by_phone: bool
    paid: bool
    cancelled: datetime | None
    source: str
    medium: str
    campaign: str

    @property
    def subtotal(self) -> int:
        return sum(line.total for line in self.lines)

    def refunded(self, day: date) -> int:
        """What has been paid back by the evening of that day."""
        if self.cancelled is not None and self.cancelled.date() <= day:
            return self.subtotal + self.shipping
        return sum(line.total for line in self.lines if line.refunded_on is not None and line.refunded_on <= day)
