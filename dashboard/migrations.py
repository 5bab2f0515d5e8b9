"""Numbered migrations: `NNNN_what.sql` files of one folder, each applied once, in order.

The same files serve DuckDB (a client's store) and SQLite (the workspace): this module lists and splits them, and
whoever owns the database runs the statements inside a transaction of its own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.errors import WorkspaceNewer
from dashboard.domain.phrase import Number, say

_FILE = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")


@dataclass(frozen=True)
class Migration:
    """One step of a schema: its number, its name, and its statements in order."""

    number: int
    name: str
    statements: tuple[str, ...]


def pending(folder: Path, current: int) -> list[Migration]:
    """The migrations of `folder` after number `current` (0: none applied yet), in order.

    Raises WorkspaceNewer if `current` is beyond the last one: a newer program wrote it, and it must be left alone.
    """
    known = available(folder)
    newest = known[-1].number if known else 0
    if current > newest:
        raise newer(current, newest)
    return [migration for migration in known if migration.number > current]


def newer(found: int, known: int) -> WorkspaceNewer:
    """The error that data have a schema `found` beyond the last one `known`."""
    return WorkspaceNewer(
        say(
            "The data were written by a newer version of this program (schema {found}; this one knows {known}). "
            "Start the newer version. Nothing was changed.",
            found=Number(found),
            known=Number(known),
        )
    )


def available(folder: Path) -> list[Migration]:
    """All migrations of `folder`, in order. Raises ValueError where two have one number or a number is left out."""
    found = sorted((path.name, path) for path in folder.glob("*.sql"))
    migrations = []
    for name, path in found:
        match = _FILE.fullmatch(name)
        if match is None:
            raise ValueError(f"{path} is not named as a migration (0001_what.sql)")
        text = path.read_text(encoding="utf-8")
        migrations.append(Migration(int(match.group(1)), match.group(2), tuple(statements(text))))
    numbers = [migration.number for migration in migrations]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"the migrations of {folder} are numbered {numbers}")
    return migrations


def statements(text: str) -> Iterator[str]:
    """The statements of an SQL text, one by one, without those that are only comments.

    A semicolon inside a text, a comment or a trigger ends nothing: SQLite's own tokeniser decides.
    """
    gathered = ""
    for piece in re.split(r"(?<=;)", text):
        gathered += piece
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if re.sub(r"--[^\n]*|/\*.*?\*/", "", gathered, flags=re.DOTALL).strip():
        yield gathered.strip()
