"""What is to be said of a file of refunds from accounting before it is taken in."""

from __future__ import annotations

from collections.abc import Set

import duckdb

from dashboard.domain.phrase import Phrase, say_n
from dashboard.warehouse.running import select

_NAMED = 5


def said(connection: duckdb.DuckDBPyConnection, arrived: Set[str]) -> list[Phrase]:
    """Which orders of the attached reading no sale here has, and how many months are known by their sum alone."""
    if "refunds" not in arrived:
        return []
    found = select(connection, "imports/refunds_unmatched")
    orders = [row["order_id"] for row in found if row["order_id"]]
    months = sum(1 for row in found if not row["order_id"])
    words = []
    if orders:
        words.append(
            say_n(
                "No sale here has the number of {count} order ({orders}): its refund counts when the sale comes.",
                "No sale here has the numbers of {count} orders ({orders}): their refunds count when the sales come.",
                len(orders),
                orders=", ".join([*orders[:_NAMED], *(["…"] if len(orders) > _NAMED else [])]),
            )
        )
    if months:
        words.append(
            say_n(
                "Of {count} month only the sum of refunds is known: it is allocated to the channels by their share of "
                "net revenue.",
                "Of {count} months only the sums of refunds are known: they are allocated to the channels by their "
                "share of net revenue.",
                months,
            )
        )
    return words
