"""The product's own plain tables: plan, events, notes, rates. UTF-8, commas, ISO dates, decimal points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sample_data.layouts.numbers import table


@dataclass(frozen=True)
class Planned:
    month: date
    channel: str
    measure: str
    value: int
    agreed_on: date


@dataclass(frozen=True)
class Event:
    day: date
    day_to: date
    what: str
    text: str


@dataclass(frozen=True)
class Note:
    month: date
    author: str
    text: str
    next_steps: str


def plan(rows: Iterable[Planned]) -> bytes:
    lines = [["month", "channel", "measure", "value", "agreed_on"]]
    for row in rows:
        lines.append([row.month.isoformat(), row.channel, row.measure, str(row.value), row.agreed_on.isoformat()])
    return table(lines, ",", "\n").encode()


def events(rows: Iterable[Event]) -> bytes:
    lines = [["day", "day_to", "what", "text"]]
    lines += [[row.day.isoformat(), row.day_to.isoformat(), row.what, row.text] for row in rows]
    return table(lines, ",", "\n").encode()


def notes(rows: Iterable[Note]) -> bytes:
    lines = [["month", "author", "text", "next_steps"]]
    lines += [[row.month.isoformat(), row.author, row.text, row.next_steps] for row in rows]
    return table(lines, ",", "\n").encode()


def rates(rows: Iterable[tuple[date, str, str]]) -> bytes:
    lines = [["day", "currency", "rate"]]
    lines += [[day.isoformat(), currency, rate] for day, currency, rate in rows]
    return table(lines, ",", "\n").encode()
