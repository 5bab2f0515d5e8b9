"""Runs a named query: its parameters checked before, its columns after, stopped when it takes too long."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import duckdb

from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import Number, say
from dashboard.warehouse.queries import Query, load, misuse
from dashboard.warehouse.time_limit import interrupted_after

SECONDS = 30.0

_COLUMN_TYPES = {
    "date": re.compile(r"DATE"),
    "text": re.compile(r"VARCHAR"),
    "text[]": re.compile(r"VARCHAR\[\]"),
    "int": re.compile(r"U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)"),
    "money": re.compile(r"DECIMAL\(\d+,\d+\)"),
    "bool": re.compile(r"BOOLEAN"),
    "timestamp": re.compile(r"TIMESTAMP(_S|_MS|_NS)?"),
    "json": re.compile(r"JSON|VARCHAR"),
}


class QueryTooLong(SverkaError):
    """A query took longer than its time limit and was stopped."""


def fetch(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    params: Mapping[str, Any],
    *,
    names: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
) -> list[dict[str, Any]]:
    """The rows of a named query, each a dict by column; money as Decimal, days as date.

    Uses a cursor of its own. Raises QueryMisused where parameters or columns differ from the header, QueryTooLong
    after `seconds`.
    """
    query = load(name)
    bound = bind(query, params)
    text = query.standing_for(names or {})
    try:
        with connection.cursor() as cursor, interrupted_after(cursor, seconds):
            cursor.execute(text, bound or None)
            described = cursor.description or []
            rows = cursor.fetchall()
    except duckdb.InterruptException:
        raise _too_long(seconds) from None
    _check_columns(query, described)
    columns = list(query.returns)
    parsed = [place for place, kind in enumerate(query.returns.values()) if kind == "json"]
    if parsed:
        rows = [tuple(_parsed(value) if place in parsed else value for place, value in enumerate(row)) for row in rows]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def execute(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    params: Mapping[str, Any] | None = None,
    *,
    names: Mapping[str, str] | None = None,
) -> None:
    """Runs a named statement that gives no rows, inside the connection's own transaction."""
    query = load(name)
    bound = bind(query, params or {})
    connection.execute(query.standing_for(names or {}), bound or None)


def select(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    params: Mapping[str, Any] | None = None,
    *,
    names: Mapping[str, str] | None = None,
) -> list[dict[str, Any]]:
    """As `fetch`, but inside the connection's own transaction, with its temporary tables, and without a time limit."""
    query = load(name)
    bound = bind(query, params or {})
    connection.execute(query.standing_for(names or {}), bound or None)
    _check_columns(query, connection.description or [])
    return [dict(zip(query.returns, row, strict=True)) for row in connection.fetchall()]


def in_turn(
    connection: duckdb.DuckDBPyConnection, name: str, params: Mapping[str, Any] | None = None, *, batch: int = 5000
) -> Iterator[dict[str, Any]]:
    """As `select`, but the rows one after another, so that a long result is never in memory as a whole."""
    query = load(name)
    bound = bind(query, params or {})
    with connection.cursor() as cursor:
        cursor.execute(query.text, bound or None)
        _check_columns(query, cursor.description or [])
        while rows := cursor.fetchmany(batch):
            for row in rows:
                yield dict(zip(query.returns, row, strict=True))


def bind(query: Query, params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as the database takes them. Raises QueryMisused unless they are exactly those of the header."""
    if set(params) != set(query.params):
        raise misuse(query.name, f"it takes {sorted(query.params)}, not {sorted(params)}")
    return {name: _bound(query, name, value) for name, value in params.items()}


def _bound(query: Query, name: str, value: Any) -> Any:
    kind = query.params[name]
    if value is None:
        return None
    if kind == "text[]" and isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return list(value)
    fits = {
        "date": isinstance(value, date) and not isinstance(value, datetime),
        "text": isinstance(value, str),
        "int": isinstance(value, int) and not isinstance(value, bool),
        "money": isinstance(value, Decimal | int) and not isinstance(value, bool),
        "bool": isinstance(value, bool),
        "timestamp": isinstance(value, datetime),
        "json": isinstance(value, str),
    }
    if not fits.get(kind, False):
        raise misuse(query.name, f"“{name}” is {kind}, and {type(value).__name__} was given")
    return value


def _check_columns(query: Query, described: list[Any]) -> None:
    came = tuple((column[0], str(column[1])) for column in described)
    why = _difference(query, came)
    if why:
        raise misuse(query.name, why)


@lru_cache(maxsize=1024)
def _difference(query: Query, came: tuple[tuple[str, str], ...]) -> str:
    """What the columns that came have otherwise than the header; '' if nothing."""
    if [name for name, _ in came] != list(query.returns):
        return f"it returns {list(query.returns)} by its header, and gave {[name for name, _ in came]}"
    for name, kind in came:
        if kind != '"NULL"' and not _COLUMN_TYPES[query.returns[name]].fullmatch(kind):
            return f"its column “{name}” is {query.returns[name]} by its header, and came as {kind}"
    return ""


def _parsed(value: Any) -> Any:
    return None if value is None else json.loads(value, parse_float=Decimal)


def _too_long(seconds: float) -> QueryTooLong:
    return QueryTooLong(
        say(
            "The figures took longer than {seconds} seconds and were stopped. "
            "Choose a shorter period and try again. Nothing was changed.",
            seconds=Number(seconds),
        )
    )
