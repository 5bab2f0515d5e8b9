"""A client's person is forgotten: rows stay for their sums, and a number drawn by lot stands in the person's place.

The number holds the person's calls, deals and orders together, so that no figure moves, and follows from nothing that
anybody could know again. What is kept of phone and e-mail is a mark: a hash of their keyed hash, by which a file that
brings them later, or once more, is taken in without them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from dashboard.domain.canonical import CALLS, LEADS, SALES, CanonicalTable
from dashboard.warehouse.running import execute, select
from dashboard.warehouse.standins import names

_OWN = "in (select name from own_name)"
_NAMED = {
    CALLS.name: f"phone_hash {_OWN}",
    LEADS.name: f"phone_hash {_OWN} or email_hash {_OWN}",
    SALES.name: f"phone_hash {_OWN} or email_hash {_OWN}",
}
# A call without a number of its own is known by its caller.
_CALL_NOW = "replace(call_id, coalesce(phone_hash, chr(30)), '')"
_WITHOUT = {
    CALLS.name: {"phone_tail": "null", "recording": "''", "call_id": _CALL_NOW},
    LEADS.name: {"email_hash": "null", "phone_tail": "null", "lost_reason": "''"},
    SALES.name: {"email_hash": "null"},
}


@dataclass(frozen=True)
class Known:
    """What a store has of a person: units in force, all rows, and what else the person is known by there.

    `others` are phones and e-mails that stand beside nobody else's and go too; `shared` stand beside others' as well
    and stay, save in the person's own rows: their sums may move by the leads that were joined through them. `rejects`
    are rejected rows that had a phone or an e-mail, of whomever.
    """

    calls: int
    deals: int
    orders: int
    rows: int
    others: int
    shared: int
    rejects: int

    @property
    def anything(self) -> bool:
        """Whether there is any row of the person."""
        return self.rows > 0


def known(connection: duckdb.DuckDBPyConnection, way: str, asked: str) -> Known:
    """What there is of the person of this keyed hash (way: phone, email). Writes nothing that stays."""
    execute(connection, "forgetting/person", {"asked": asked, "way": way})
    execute(connection, "forgetting/own_names")
    held = {
        table.name: select(
            connection, "forgetting/held", names={**names(table, "stored", "unit"), "is_named": _NAMED[table.name]}
        )[0]
        for table in (CALLS, LEADS, SALES)
    }
    beside = select(connection, "forgetting/names_beside", {"asked": asked})[0]
    return Known(
        calls=held[CALLS.name]["unit_count"],
        deals=held[LEADS.name]["unit_count"],
        orders=held[SALES.name]["unit_count"],
        rows=sum(one["row_count"] for one in held.values()),
        others=beside["own_count"],
        shared=beside["shared_count"],
        rejects=select(connection, "forgetting/rejects")[0]["row_count"],
    )


def forget(connection: duckdb.DuckDBPyConnection, way: str, asked: str, by: str) -> Known:
    """Takes the person out of every row, within the transaction that is open; gives what there was.

    A person of whom there is nothing yet is marked all the same.
    """
    found = known(connection, way, asked)
    execute(connection, "forgetting/pseudonyms")
    execute(connection, "forgetting/unname_confirmed")
    for table in (CALLS, LEADS, SALES):
        execute(connection, f"forgetting/unname_{table.name}")
    execute(connection, "forgetting/empty_rejects")
    execute(connection, "forgetting/mark", {"now": datetime.now(UTC).replace(tzinfo=None), "by": by})
    execute(connection, "forgetting/compact_due")
    return found


class Persons:
    """The customers of one client. `changing` is the store's transaction, with the figures of the imports it names."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, changing: Callable[..., AbstractContextManager[None]]):
        self._connection = connection
        self._changing = changing

    def known(self, way: str, asked: str) -> Known:
        """What there is of the person of this keyed hash (way: phone, email). Changes nothing."""
        return known(self._connection, way, asked)

    def forget(self, way: str, asked: str, by: str) -> Known:
        """Takes the person out of every row, for good; gives what there was. The file is written anew at the end."""
        with self._changing(*self._moved(way, asked)):
            return forget(self._connection, way, asked, by)

    def _moved(self, way: str, asked: str) -> list[int]:
        """The imports whose figures may move: none, unless an e-mail or a phone of several persons is taken apart."""
        if not known(self._connection, way, asked).shared:
            return []
        return [row["import_id"] for row in select(self._connection, "forgetting/imports_held")]


def arrived(connection: duckdb.DuckDBPyConnection, table: CanonicalTable) -> str:
    """Where the rows of the attached reading are to be taken from, so that nobody forgotten comes in with them."""
    read = names(table, "arrived")["arrived"]
    if table.name not in _WITHOUT or not select(connection, "forgetting/any_forgotten")[0]["is_any"]:
        return read
    unit_now = names(table, "unit")["unit"]
    if table is CALLS:
        unit_now = unit_now.replace("call_id", _CALL_NOW)
    execute(
        connection,
        "imports/forgotten_again",
        {"salt": secrets.token_hex(16)},
        names={
            **names(table, "arrived", "stored", "unit"),
            "unit_now": unit_now,
            "other_name": "phone_hash" if table is CALLS else "email_hash",
        },
    )
    if not select(connection, "imports/forgotten_count")[0]["unit_count"]:
        return read
    changed = {**_WITHOUT[table.name], "phone_hash": "pseudonym"}
    without = ", ".join(
        f"case when pseudonym is null then {column} else {value} end as {column}" for column, value in changed.items()
    )
    execute(
        connection,
        "imports/without_forgotten",
        names={**names(table, "arrived"), "unit_now": unit_now, "without": without},
    )
    return "arrived_unnamed"
