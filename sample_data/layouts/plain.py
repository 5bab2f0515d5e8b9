"""The product's own plain tables: plan, events, notes, rates, and those that explain a year. UTF-8, commas, ISO dates,
decimal points."""

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


def demand(rows: Iterable[tuple[date, str, int]]) -> bytes:
    """Weeks by their Mondays, as a clinic's agency fills the Russian template."""
    lines = [["Неделя", "Запрос", "Число запросов"]]
    lines += [[week.isoformat(), query, str(count)] for week, query, count in rows]
    return table(lines, ";", "\r\n").encode("utf-8-sig")


def price_index(rows: Iterable[tuple[date, str, str]]) -> bytes:
    lines = [["Месяц", "Что", "Индекс цен"]]
    lines += [[f"{month:%Y-%m}", what, index] for month, what, index in rows]
    return table(lines, ";", "\r\n").encode("utf-8-sig")


def stock(rows: Iterable[tuple[date, date, str, int]]) -> bytes:
    lines = [["day", "day_to", "product", "in_stock"]]
    lines += [[first.isoformat(), last.isoformat(), product, str(pieces)] for first, last, product, pieces in rows]
    return table(lines, ",", "\n").encode()


def market_prices(rows: Iterable[tuple[date, str, str, str]]) -> bytes:
    lines = [["day", "product", "competitor", "price"]]
    lines += [[day.isoformat(), product, competitor, price] for day, product, competitor, price in rows]
    return table(lines, ",", "\n").encode()
