"""The queries that marts are made of, read from `queries/` with the parameters that their headers state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

QUERIES = Path(__file__).resolve().parents[3] / "queries"

_PARAMS = re.compile(r"^-- params:[ ]+(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Statement:
    """One query: its text and the names of its parameters."""

    text: str
    params: tuple[str, ...]

    def values(self, settings: Mapping[str, object]) -> dict[str, object]:
        """The values of its own parameters, out of all settings. KeyError where one is not set."""
        return {name: settings[name] for name in self.params}


@lru_cache(maxsize=256)
def statement(name: str) -> Statement:
    """The query of that name, such as "staging/lead", from its file under `queries/`."""
    text = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    stated = _PARAMS.search(text)
    if stated is None or stated.group(1).strip() == "none":
        return Statement(text, ())
    return Statement(text, tuple(param.split()[0] for param in stated.group(1).split(",")))
