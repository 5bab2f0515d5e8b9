"""Who turned to a client and who bought, joined by hand: the agreed rules in plain Python, none of the product's code.

A contact within the window after a person's previous one belongs to the same lead. A lead counts on its first day, for
the first of its contacts that says where it came from. A sale is credited to its own source, else to the last one
within the window, else to a direct visit, else to nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

DIRECT, NOBODY = "direct", "no_source"


@dataclass(frozen=True)
class Contact:
    """Somebody called (`answered` known) or a deal was opened; `channel` is empty where nothing says from where."""

    person: str
    happened: datetime
    place: tuple[str, str]  # what parts contacts of one moment: way and number
    is_call: bool
    answered: bool
    target: bool | None
    is_long: bool
    channel: str


@dataclass(frozen=True)
class Sale:
    """A paid order or a won deal, in the client's money."""

    person: str
    sold: date
    opened: date | None
    revenue: Decimal
    refunds: Decimal
    channel: str


@dataclass
class Sums:
    """What adds up of one channel."""

    leads: int = 0
    answered: int = 0
    marked: int = 0
    target: int = 0
    orders: int = 0
    revenue: Decimal = Decimal(0)
    refunds: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)  # of what each order kept

    @property
    def net(self) -> Decimal:
        return self.revenue - self.refunds


@dataclass(frozen=True)
class Lead:
    number: int
    day: date
    channel: str
    answered: bool
    marked: bool
    target: bool


@dataclass(frozen=True)
class Credited:
    """A sale with whom it is credited to and the day of the lead behind it."""

    sale: Sale
    channel: str
    lead_day: date


@dataclass
class Client:
    """All leads and all sales of a client."""

    leads: list[Lead] = field(default_factory=list)
    sales: list[Credited] = field(default_factory=list)

    def sums(self, first: date, last: date, *, by_lead: bool) -> Mapping[str, Sums]:
        """Channel → what its leads of these days are, and what was sold: to these leads, or on these days."""
        found: dict[str, Sums] = defaultdict(Sums)
        for lead in self.leads:
            if first <= lead.day <= last:
                of = found[lead.channel]
                of.leads += 1
                of.answered += lead.answered
                of.marked += lead.marked
                of.target += lead.target
        for credited in self.sales:
            if first <= (credited.lead_day if by_lead else credited.sale.sold) <= last:
                of = found[credited.channel]
                of.orders += 1
                of.revenue += credited.sale.revenue
                of.refunds += credited.sale.refunds
                of.squares += (credited.sale.revenue - credited.sale.refunds) ** 2
        return found


def joined(contacts: Iterable[Contact], sales: Iterable[Sale], lead_window: int, credit_window: int) -> Client:
    """Leads from contacts, and every sale with its credit; windows in days."""
    of_person: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        of_person[contact.person].append(contact)
    client = Client()
    numbered: dict[str, list[tuple[Contact, Lead]]] = {}
    for person, own in of_person.items():
        own.sort(key=lambda contact: (contact.happened, contact.place))
        numbered[person] = []
        for number, run in enumerate(_runs(own, lead_window)):
            lead = _lead(number, run)
            client.leads.append(lead)
            numbered[person] += [(contact, lead) for contact in run]
    for sale in sales:
        before = [pair for pair in numbered.get(sale.person, []) if pair[0].happened.date() <= sale.sold]
        client.sales.append(_credited(sale, before, credit_window))
    return client


def _runs(contacts: list[Contact], window: int) -> list[list[Contact]]:
    runs: list[list[Contact]] = []
    for contact in contacts:
        if runs and (contact.happened.date() - runs[-1][-1].happened.date()).days <= window:
            runs[-1].append(contact)
        else:
            runs.append([contact])
    return runs


def _strength(channel: str) -> int:
    return 0 if not channel else 1 if channel == DIRECT else 2


def _lead(number: int, contacts: list[Contact]) -> Lead:
    strongest = max(contacts, key=lambda contact: _strength(contact.channel))  # the first of equals
    calls = [contact for contact in contacts if contact.is_call]
    marks = [contact.target for contact in contacts if contact.target is not None]
    is_marked = bool(marks) or any(call.answered for call in calls)
    return Lead(
        number=number,
        day=contacts[0].happened.date(),
        channel=strongest.channel or NOBODY,
        answered=not calls or any(contact.answered for contact in contacts),
        marked=is_marked,
        target=any(marks) if marks else any(call.is_long for call in calls),
    )


def _credited(sale: Sale, before: list[tuple[Contact, Lead]], window: int) -> Credited:
    lead_day = before[-1][1].day if before else sale.opened if sale.opened and sale.opened <= sale.sold else sale.sold

    def within(contact: Contact) -> bool:
        return (sale.sold - contact.happened.date()).days <= window

    touches = [contact for contact, _ in before if _strength(contact.channel) == 2]
    visits = [contact for contact, _ in before if _strength(contact.channel) == 1]
    if _strength(sale.channel) == 2:
        channel = sale.channel
    elif touches and within(touches[-1]):
        channel = touches[-1].channel
    elif _strength(sale.channel) == 1 or (visits and within(visits[-1])):
        channel = DIRECT
    else:
        channel = NOBODY
    return Credited(sale, channel, lead_day)
