"""The raw exports of the demo's two clients, read with nothing but the csv module."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from tests.recomputed.people import DIRECT, Client, Contact, Sale, Sums, joined
from tests.sample_data import reading_back

# What the demo's sources and media are, said by hand.
CHANNELS = {
    ("yandex", "cpc"): "yandex_direct",
    ("google", "cpc"): "google_ads",
    ("facebook", "paid_social"): "meta_ads",
    ("yandex", "organic"): "organic_search",
    ("google", "organic"): "organic_search",
    ("yandex_maps", "maps"): "maps",
    ("vk", "social"): "social",
    ("(direct)", "(none)"): DIRECT,
    ("рекомендация", "offline"): "offline",
    ("homeblog.example", "referral"): "referral",
    ("newsletter", "email"): "email",
    ("", ""): "",
}
MARKS = {"да": True, "нет": False, "": None}


def _moment(text: str, pattern: str) -> datetime:
    """A time of the client's own clock; all of a client's are compared with one another only."""
    return datetime.strptime(text, pattern).replace(tzinfo=UTC)


def nord(folder: Path) -> Client:
    """The clinic: calls and deals, of which a won one is a sale; windows of 90 days; a long talk has 30 seconds."""
    contacts = []
    for row in reading_back.calls(sorted(folder.glob("calltouch-*.csv"))):
        contacts.append(
            Contact(
                person=reading_back.digits(row["callerNumber"]) or f"call {row['callId']}",
                happened=_moment(row["date"], "%d/%m/%Y %H:%M:%S"),
                place=("call", row["callId"]),
                is_call=True,
                answered=row["successful"] == "true",
                # Of a call that nobody answered the tracker's «false» tells nothing.
                target=row["targetCall"] == "true" if row["successful"] == "true" else None,
                is_long=row["successful"] == "true" and int(row["duration"]) >= 30,
                channel=CHANNELS[row["source"], row["medium"]],
            )
        )
    sales = []
    for number, deal in _deals(folder).items():
        opened = _moment(deal["Дата создания сделки"], "%d.%m.%Y %H:%M:%S")
        person = reading_back.digits(deal["Рабочий телефон"]) or f"deal {number}"
        channel = CHANNELS[deal["utm_source"], deal["utm_medium"]]
        mark = MARKS[deal["Целевая заявка"]]
        contacts.append(Contact(person, opened, ("deal", number), False, False, mark, False, channel))
        if deal["Этап сделки"] == "Успешно реализовано":
            sold = _moment(deal["Дата закрытия"], "%d.%m.%Y %H:%M:%S").date()
            sales.append(Sale(person, sold, opened.date(), Decimal(deal["Бюджет"]), Decimal(0), channel))
    return joined(contacts, sales, 90, 90)


def _deals(folder: Path) -> dict[str, dict[str, str]]:
    """Number → its newest state: the young export came first."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("amocrm-*.csv"), key=lambda path: path.stem[-10:]):
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            if row["ID"].isdigit():
                found[row["ID"]] = row
    return found


def harbor(folder: Path) -> Client:
    """The shop: calls since tracking began, and orders on the site and by phone; windows of 30 days."""
    orders = list(_orders(folder))
    phone_of = {row["Email"]: phone for row, _ in orders if (phone := reading_back.digits(row["Phone"]))}
    contacts = []
    for path in sorted(folder.glob("callrail-*.csv")):
        for number, row in enumerate(reading_back.records(path, "utf-8-sig", ",")):
            if not row["Duration (seconds)"].isdigit():
                continue
            answered = row["Call Status"] == "Answered Call"
            contacts.append(
                Contact(
                    person=reading_back.digits(row["Phone Number"]) or f"call {path.name} {number}",
                    happened=_moment(row["Start Time"], "%Y-%m-%d %I:%M %p"),
                    place=("call", f"{number:06d}"),
                    is_call=True,
                    answered=answered,
                    target=True if row["Qualified"] == "Qualified" else None,
                    is_long=answered and int(row["Duration (seconds)"]) >= 60,
                    channel=CHANNELS[row["Source"], row["Medium"]],
                )
            )
    sales = []
    for row, sold in orders:
        if row["Financial Status"] not in ("paid", "refunded", "partially_refunded"):
            continue
        told = dict(line.split(": ", 1) for line in row["Note Attributes"].split("\n") if line)
        sales.append(
            Sale(
                person=reading_back.digits(row["Phone"]) or phone_of.get(row["Email"], row["Email"]),
                sold=sold,
                opened=None,
                revenue=Decimal(row["Total"]) - max(Decimal(row["Outstanding Balance"]), Decimal(0)),
                refunds=Decimal(row["Refunded Amount"]),
                channel=CHANNELS[told.get("utm_source", ""), told.get("utm_medium", "")],
            )
        )
    return joined(contacts, sales, 30, 30)


def together(channels: Mapping[str, Sums]) -> Sums:
    """All channels as one."""
    whole = Sums()
    for of in channels.values():
        for key, amount in vars(of).items():
            setattr(whole, key, getattr(whole, key) + amount)
    return whole


def _orders(folder: Path) -> Iterator[tuple[dict[str, str], date]]:
    """The first line of each order in its newest state, with the day in New York that its time already is."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("orders-*.csv"), key=lambda path: path.stem[-10:]):
        of_file = {}
        for row in reading_back.records(path, "utf-8", ","):
            if row["Financial Status"]:
                of_file[row["Name"]] = row
        found |= of_file
    for row in found.values():
        yield row, date.fromisoformat(row["Created at"][:10])
