"""Numbered migrations: which files of a folder a database has still to run, and their statements one by one.

A file is named `NNNN_what.sql`, numbers run from 1 without a gap, and a file that has been released is never edited:
a change is a new file. Who runs them, and where the number is kept, is the business of each database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.errors import WorkspaceNewer
from dashboard.domain.phrase import say

_NAME = re.compile(r"(\d{4})_\w+\.sql")

# A comment, a quoted text or name, the end of a statement, or anything else.
_PIECE = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|;|[^-/'\";]+|.", re.DOTALL)


@dataclass(frozen=True)
class Migration:
    """One step of a schema: its number, its file's name, and its statements without comments and semicolons."""

    number: int
    name: str
    statements: tuple[str, ...]


def pending(folder: Path, current: int) -> tuple[Migration, ...]:
    """The migrations after number `current` (0: none has run), in order.

    Raises WorkspaceNewer if `current` is beyond the last file: a newer program has written this database.
    """
    files = sorted(path for path in folder.glob("*.sql") if _NAME.fullmatch(path.name))
    numbers = [int(path.name[:4]) for path in files]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"The migrations in {folder.name} are not numbered 1, 2, 3 …: {numbers}")
    if current > len(numbers):
        raise WorkspaceNewer(
            say(
                "The workspace has version {found}, and this program knows versions up to {known}: a newer Sverka "
                "wrote it. Start that one, or restore a copy made before. Nothing was changed.",
                found=current,
                known=len(numbers),
            )
        )
    return tuple(
        Migration(number, path.name, tuple(statements(path.read_text("utf-8"))))
        for number, path in zip(numbers, files, strict=True)
        if number > current
    )


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, without comments; a semicolon inside quotes ends nothing."""
    statement = ""
    for piece in (match.group() for match in _PIECE.finditer(sql)):
        if piece == ";":
            if statement.strip():
                yield statement.strip()
            statement = ""
        elif not piece.startswith(("--", "/*")):
            statement += piece
    if statement.strip():
        yield statement.strip()
