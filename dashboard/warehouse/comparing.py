"""Compares a file's rows with the store's, unit by unit, and says what would change. Writes nothing to the store."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import duckdb

from dashboard.domain.canonical import AD_DAY, CanonicalTable
from dashboard.domain.phrase import Money, Phrase, say, say_n
from dashboard.warehouse import counted_once, forgetting
from dashboard.warehouse.records import TableChange
from dashboard.warehouse.running import execute, select
from dashboard.warehouse.standins import HANDLING, day_range_holds, names

_EVER = (date(1, 1, 1), date(9999, 12, 31))


def arrived_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The names of the canonical tables in the attached reading."""
    return {row["table_name"] for row in select(connection, "imports/arrived_tables")}


def lay_out(
    connection: duckdb.DuckDBPyConnection, table: CanonicalTable, own_currency: str, *, of_deals: bool = False
) -> tuple[TableChange, list[Phrase]]:
    """What the attached reading would change in one table, and what to say about it.

    `of_deals`: the rows are the sales of a file of deals, so that a deal it has as no longer won loses its sale.
    Leaves behind, for whoever weighs and writes it next, the temporary views `incoming`, `standing` (live rows of the
    same source), `changing` (rows to write), `leaving` (live rows to put aside) and `absent` (live rows of the file's
    days that it does not carry), and the table `compared`. Raises FileRefused where spend would be counted twice.
    """
    messages = _take_view(connection, table, own_currency)
    extent = select(connection, "imports/extent", names=names(table, "dated_by"))[0]
    if of_deals:
        execute(connection, "imports/scopes_of_deals")
    else:
        execute(connection, "imports/scopes", names=names(table, "scope"))
    execute(connection, "imports/standing", names=names(table, "stored", "scope"))
    days = {"first_day": extent["first_day"], "last_day": extent["last_day"]}
    if table is AD_DAY:
        messages += _counted_once(connection, days)
        extent = select(connection, "imports/extent", names=names(table, "dated_by"))[0]
        days = {"first_day": extent["first_day"], "last_day": extent["last_day"]}
    compared_days = days if day_range_holds(table) else dict(zip(days, _EVER, strict=True))
    if of_deals or select(connection, "imports/meets", compared_days, names=names(table, "dated_by"))[0]["meets"]:
        _compare(connection, table, compared_days, of_deals=of_deals)
        counts = select(connection, "imports/unit_counts")[0]
        execute(connection, "imports/absent_some", names=names(table, "unit"))
        kept, said = _kept(connection, table, days)
        messages += said
    else:
        execute(connection, "imports/compared_none", names=names(table, "unit"))
        execute(connection, "imports/changing_all")
        execute(connection, "imports/leaving_none")
        execute(connection, "imports/absent_none")
        counts = select(connection, "imports/unit_count", names=names(table, "unit"))[0]
        kept = 0
    return TableChange(table.name, units_kept=kept, **counts, **days), messages


def _counted_once(connection: duckdb.DuckDBPyConnection, days: dict[str, date]) -> list[Phrase]:
    """Makes `incoming`, `scopes` and `standing` anew, so that no day of a campaign stands beside itself."""
    counted_once.refuse_spans(connection)
    if not select(connection, "imports/platform_days_held", days)[0]["meets"]:
        return []
    said = counted_once.renamed(connection, days)
    if said:
        execute(connection, "imports/scopes", names=names(AD_DAY, "scope"))
        execute(connection, "imports/standing", names=names(AD_DAY, "stored", "scope"))
    return said + counted_once.without_parts(connection, days)


def _take_view(connection: duckdb.DuckDBPyConnection, table: CanonicalTable, own_currency: str) -> list[Phrase]:
    """Makes the view `incoming`, with the client's own currency where the file names none."""
    arrived = {"arrived": forgetting.arrived(connection, table)}
    if not HANDLING[table.name].own_currency:
        execute(connection, "imports/incoming", names=arrived)
        return []
    nameless = select(connection, "imports/without_currency", names=arrived)[0]["row_count"]
    if not nameless:
        execute(connection, "imports/incoming", names=arrived)
        return []
    execute(connection, "imports/own_currency", {"currency": own_currency})
    execute(connection, "imports/incoming_with_currency", names=arrived)
    said = say("The file does not name its currency: its amounts are taken to be in {currency}.", currency=own_currency)
    return [said]


def _compare(
    connection: duckdb.DuckDBPyConnection, table: CanonicalTable, days: dict[str, date], *, of_deals: bool
) -> None:
    """Makes `compared`, `changing` and `leaving`."""
    execute(connection, "imports/compared", days, names=names(table, "unit", "contents", "dated_by"))
    if of_deals:
        execute(connection, "imports/withdrawn")
    if table is AD_DAY:
        execute(connection, "imports/compared_parts")
    execute(connection, "imports/changing_some", names=names(table, "unit"))
    execute(connection, "imports/leaving_some", names=names(table, "unit"))


def _kept(
    connection: duckdb.DuckDBPyConnection, table: CanonicalTable, days: dict[str, date]
) -> tuple[int, list[Phrase]]:
    """How many units of the file's days the file does not carry, and the words for them."""
    if "platform" not in table.columns:
        return 0, []
    amount = next(iter(HANDLING[table.name].amounts), None)
    stood = select(
        connection,
        "imports/kept",
        days,
        names=names(table, "unit", "dated_by", "measured", "in_currency", measured=amount),
    )
    said = [_kept_in_words(row["unit_count"], row["amount"], row["currency"]) for row in stood]
    return sum(row["unit_count"] for row in stood), said


def _kept_in_words(count: int, amount: Decimal | None, currency: str) -> Phrase:
    if amount and currency:
        return say_n(
            "{count} record of the same days ({amount}) is in the store and not in the file: it is kept.",
            "{count} records of the same days ({amount}) are in the store and not in the file: they are kept.",
            count,
            amount=Money(amount, currency),
        )
    return say_n(
        "{count} record of the same days is in the store and not in the file: it is kept.",
        "{count} records of the same days are in the store and not in the file: they are kept.",
        count,
    )


def already_there(count: int) -> Phrase:
    """How many units of a file the store already has, word for word."""
    return say_n(
        "{count} record is in the store already, word for word: it is not written again.",
        "{count} records are in the store already, word for word: they are not written again.",
        count,
    )
