"""Named queries: one file below `queries/`, one result, and a header that says what it takes and gives.

A header is the comment that opens the file: a sentence, then `grain:`, `params: name type, …` and
`returns: column type, …`, each of which may run over several lines. `names:` lists the stand-ins of the few queries
that serve several tables alike: words of the text that the program replaces by a table or a list of columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dashboard.domain.errors import QueryMisused
from dashboard.domain.phrase import say

QUERIES = Path(__file__).resolve().parents[2] / "queries"

TYPES = frozenset({"date", "text", "text[]", "int", "money", "bool", "timestamp", "json"})

_NAME = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_KEY = re.compile(r"(grain|params|returns|names):\s*(.*)")


@dataclass(frozen=True, eq=False)
class Query:
    """A query file: its text, and what its header states. Types are those of `TYPES`, by parameter and by column."""

    name: str
    text: str
    summary: str
    grain: str
    params: Mapping[str, str] = field(default_factory=dict)
    returns: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def standing_for(self, names: Mapping[str, str]) -> str:
        """The text with every stand-in of the header replaced. Raises QueryMisused if one is missing or too many."""
        if set(names) != set(self.names):
            raise misuse(self.name, f"it has the stand-ins {sorted(self.names)}, not {sorted(names)}")
        if not names:
            return self.text
        pattern = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")
        return pattern.sub(lambda found: names[found.group(1)], self.body)

    @property
    def body(self) -> str:
        """The text below the header."""
        lines = self.text.splitlines()
        return "\n".join(lines[len(_header_lines(lines)) :]).strip()


@cache
def load(name: str, folder: Path = QUERIES) -> Query:
    """The query `name` (path below `folder`, without `.sql`), parsed once per process. Raises QueryMisused."""
    if not _NAME.fullmatch(name):
        raise misuse(name, "the name is not that of a query")
    try:
        text = (folder / f"{name}.sql").read_text(encoding="utf-8")
    except OSError:
        raise misuse(name, "there is no such query") from None
    return parse(name, text)


def parse(name: str, text: str) -> Query:
    """The query that this text is, by its header. Raises QueryMisused where the header cannot be understood."""
    summary: list[str] = []
    parts: dict[str, list[str]] = {}
    current = summary
    for line in _header_lines(text.splitlines()):
        content = line.removeprefix("--").strip()
        key = _KEY.fullmatch(content)
        if key:
            current = parts.setdefault(key.group(1), [])
            content = key.group(2)
        if not content:
            current = summary if not parts else []
            continue
        current.append(content)
    stated = {key: " ".join(lines) for key, lines in parts.items()}
    return Query(
        name=name,
        text=text,
        summary=" ".join(summary),
        grain=stated.get("grain", ""),
        params=_typed(name, stated.get("params", "")),
        returns=_typed(name, stated.get("returns", "")),
        names=tuple(filter(None, (word.strip() for word in stated.get("names", "").split(",")))),
    )


def misuse(name: str, why: str) -> QueryMisused:
    """The error that a query named `name` was used otherwise than its header states."""
    return QueryMisused(say("The query {name} was misused: {why}.", name=name, why=why))


def _header_lines(lines: list[str]) -> list[str]:
    count = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return lines[:count]


def _typed(name: str, stated: str) -> dict[str, str]:
    """`day date, spend money` as a mapping, in order; `none` is nothing."""
    typed: dict[str, str] = {}
    if stated.strip().rstrip(".") in ("", "none"):
        return typed
    for part in stated.split(","):
        words = part.split()
        if len(words) != 2 or words[1] not in TYPES or words[0] in typed:
            raise misuse(name, f"its header has “{part.strip()}” where a name and a type are expected")
        typed[words[0]] = words[1]
    return typed
