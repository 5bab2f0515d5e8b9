"""How often was tried, in which way, and what got through."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

FAMILIES = {
    "strangers": "A stranger on every address, by every method, with every trick of writing one",
    "first": "The same from the first request after the start",
    "stranger's messages": "A stranger over the websocket: screens, fragments, Streamlit's own orders",
    "other screens": "A holder of a good link asks for other screens and other clients",
    "other sessions": "Another's session, media, files and fragments, by their ids",
    "cookies": "Cookies edited, cut, doubled, planted, replayed, stolen after the end",
    "roles": "An analyst, and a manager of another client, where they may not be",
    "guessing": "Secrets guessed at full rate",
    "readers": "Readers beside the attack (got through: those who were not served)",
    "names": "HTML, Markdown, formulas and SQL in names, on every screen and in every file",
    "malformed": "Oversized and malformed requests, messages and files",
    "caches": "Figures of one client asked for as another's",
    "other sites": "Another site's page: forms, scripts, frames and websockets",
}


class Record:
    """Counts attempts; keeps what got through in words."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.through: list[tuple[str, str]] = []

    def attempt(self, family: str, held: bool, what: object) -> None:
        """One attempt: whether the product held, and what was tried."""
        assert family in FAMILIES
        self.tried[family] += 1
        if not held:
            self.through.append((family, str(what)))

    def add_to(self, file: Path) -> None:
        """Adds what was counted to a file."""
        with file.open("a", encoding="utf-8") as written:
            written.write(json.dumps({"tried": self.tried, "through": self.through}) + "\n")


def table(file: Path) -> str:
    """The counts of a file as a table in Markdown."""
    tried, through = Counter[str](), Counter[str]()
    for line in file.read_text("utf-8").splitlines():
        counted = json.loads(line)
        tried.update(counted["tried"])
        through.update(family for family, _what in counted["through"])
    rows = [f"| {FAMILIES[family]} | {tried[family]:,} | {through[family]} |" for family in FAMILIES if tried[family]]
    rows.append(f"| All | {tried.total():,} | {through.total()} |")
    return "\n".join(["| Attempt | times | got through |", "|---|--:|--:|", *rows])
