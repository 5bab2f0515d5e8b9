"""What the shop sold piece by piece, and what was there to be sold, made anew from its raw exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log
from pathlib import Path

from tests.sample_data import reading_back

Days = tuple[date, date]
PAID = ("paid", "refunded", "partially_refunded")


@dataclass(frozen=True)
class Piece:
    """So many pieces of a product on a day, and their part of the order's money."""

    day: date
    product: str
    pieces: int
    money: float
    kept: float


def sold(folder: Path, year: Days) -> list[Piece]:
    """Each line of each paid order in its newest state; an order's money goes to its lines as their prices go."""
    orders: dict[str, list[dict[str, str]]] = {}
    for path in sorted(folder.glob("orders-*.csv"), key=lambda path: path.stem[-10:]):
        of_file: dict[str, list[dict[str, str]]] = {}
        for row in reading_back.records(path, "utf-8", ","):
            of_file.setdefault(row["Name"], []).append(row)
        orders |= of_file
    found = []
    for rows in orders.values():
        first, day = rows[0], date.fromisoformat(rows[0]["Created at"][:10])
        if first["Financial Status"] not in PAID or not year[0] <= day <= year[1]:
            continue
        priced = [
            int(row["Lineitem quantity"]) * float(row["Lineitem price"]) - float(row["Lineitem discount"])
            for row in rows
        ]
        money = float(first["Total"]) - max(float(first["Outstanding Balance"]), 0)
        back = float(first["Refunded Amount"])
        for row, price in zip(rows, priced, strict=True):
            part = price / sum(priced)
            pieces = int(row["Lineitem quantity"])
            found.append(Piece(day, row["Lineitem name"], pieces, money * part, (money - back) * part))
    return found


def price_index(then: Sequence[Piece], now: Sequence[Piece]) -> tuple[float, float]:
    """How dearer the same goods became (Montgomery and Vartia), against 1."""
    (pieces, money), (pieces_now, money_now) = (_by_product(year) for year in (then, now))
    both = [name for name in money if name in money_now]
    weighed = sum(
        _mean(money_now[name], money[name]) * log(money_now[name] / pieces_now[name] * pieces[name] / money[name])
        for name in both
    )
    return 1.0, exp(weighed / _mean(sum(money_now[name] for name in both), sum(money[name] for name in both)))


def there(folder: Path, *years: tuple[Days, Sequence[Piece]]) -> tuple[float, float]:
    """The share of what sells that was in stock in both years, by what a day with the product brought."""
    empty: dict[str, set[date]] = {}
    for row in reading_back.records(folder / "stock.csv", "utf-8", ","):
        first, last = date.fromisoformat(row["day"]), date.fromisoformat(row["day_to"])
        if not int(row["in_stock"]):
            empty.setdefault(row["product"], set()).update(
                first + timedelta(days=ahead) for ahead in range((last - first).days + 1)
            )
    days_in: list[dict[str, int]] = [{}, {}]
    a_day = {}
    for name in {one.product for _, pieces in years for one in pieces}:
        brought = 0.0
        for year, ((first, last), pieces) in enumerate(years):
            out = {day for day in empty.get(name, ()) if first <= day <= last}
            days_in[year][name] = (last - first).days + 1 - len(out)
            brought += sum(one.kept for one in pieces if one.product == name and one.day not in out)
        a_day[name] = brought / (days_in[0][name] + days_in[1][name])
    whole = [(last - first).days + 1 for (first, last), _ in years]
    then, now = (
        sum(money * days_in[year][name] / whole[year] for name, money in a_day.items()) / sum(a_day.values())
        for year in (0, 1)
    )
    return then, now


def _by_product(sold: Sequence[Piece]) -> tuple[Mapping[str, int], Mapping[str, float]]:
    pieces: dict[str, int] = {}
    money: dict[str, float] = {}
    for one in sold:
        pieces[one.product] = pieces.get(one.product, 0) + one.pieces
        money[one.product] = money.get(one.product, 0.0) + one.money
    return pieces, money


def _mean(after: float, before: float) -> float:
    return before if before == after else (after - before) / log(after / before)
