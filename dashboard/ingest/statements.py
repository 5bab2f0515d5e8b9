"""The SQL of `queries/staging/ingest`: each file by its name, run with the parameters that it names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

_FOLDER = Path(__file__).resolve().parent.parent.parent / "queries" / "staging" / "ingest"
_PLACE = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"^--.*$", re.MULTILINE)


@cache
def statement(name: str) -> str:
    """The text of one file."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any] | None = None
) -> duckdb.DuckDBPyConnection:
    """Run one file. Raises duckdb.Error."""
    sql = statement(name)
    wanted = set(_PLACE.findall(_COMMENT.sub("", sql)))
    if not wanted:
        return connection.execute(sql)
    return connection.execute(sql, {key: value for key, value in (parameters or {}).items() if key in wanted})


def rows(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    """What one file gives, a dictionary per row."""
    done = run(connection, name, parameters)
    names = [column[0] for column in done.description or ()]
    return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
