"""The books of sales: a CRM's deals, a shop's orders and the accounts may be the same sales, told two or three times.

Which of them count is a setting of the client (`sales_books`): no file tells whether they are the same.
"""

from __future__ import annotations

from collections.abc import Set

import duckdb

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Money, Number, Phrase, say, say_n
from dashboard.domain.platforms import platform_name
from dashboard.warehouse.running import select


def said(connection: duckdb.DuckDBPyConnection, arrived: Set[str], profile: ClientProfile) -> list[Phrase]:
    """What to say of the sales of the attached reading, which has the tables `arrived`: whether they count, and
    whether another book has sales of the same days."""
    if "sales" not in arrived:
        return []
    if profile.sales_books:
        brought = select(connection, "imports/books_arriving")
        return [_left_out(row, profile) for row in brought if row["platform"] not in profile.sales_books]
    return [
        say_n(
            "{count} day has sales in this file ({book}, {amount}) and in {other} ({other_amount}), and both count. "
            "If they are the same sales, revenue is counted twice: decide whose sales count.",
            "{count} days have sales in this file ({book}, {amount}) and in {other} ({other_amount}), and both count. "
            "If they are the same sales, revenue is counted twice: decide whose sales count.",
            row["day_count"],
            book=platform_name(row["platform"]),
            amount=Money(row["amount"], row["currency"]),
            other=platform_name(row["other_platform"]),
            other_amount=Money(row["other_amount"], row["other_currency"]),
        )
        for row in select(connection, "imports/books_meeting", {"own_currency": profile.currency})
    ]


def refuse_unknown(connection: duckdb.DuckDBPyConnection, old: ClientProfile | None, profile: ClientProfile) -> None:
    """Raises SettingsInvalid where a book is to count from now on that has no sales in a store that has some."""
    if old is not None and old.sales_books == profile.sales_books:
        return
    held = [row["platform"] for row in select(connection, "imports/books_held")]
    unknown = sorted(set(profile.sales_books) - set(held))
    if held and unknown:
        raise SettingsInvalid(
            say(
                "{unknown} has brought no sales: expected of {held}. Nothing was changed.",
                unknown=", ".join(unknown),
                held=", ".join(held),
            )
        )


def _left_out(row: dict[str, object], profile: ClientProfile) -> Phrase:
    return say(
        "The sales of {book} do not count ({orders} in this file): for this client those of {books} do. "
        "Its leads count all the same.",
        book=platform_name(str(row["platform"])),
        orders=Number(int(str(row["order_count"]))),
        books=tuple(platform_name(book) for book in profile.sales_books),
    )
