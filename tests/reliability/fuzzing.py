"""Spoils files at random, one a turn, and counts how each fared."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.domain.errors import FileRefused
from dashboard.ingest.archives import unpacked
from tests.reliability import mutations, oracle
from tests.reliability.seeds import Seed, kept_of, read_as


@dataclass(frozen=True)
class Finding:
    """A file that was not dealt with honestly, and what made it."""

    turn: int
    seed: str
    mutation: str
    sentence: str
    content: bytes = field(repr=False)


@dataclass
class Tally:
    """Outcomes by mutation, and what was found."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many files were spoilt."""
        return self.outcomes.total()


def run(seeds: list[Seed], turns: Iterable[int], start: int, tally: Tally) -> Iterator[Tally]:
    """Spoils one file a turn: the turn's number and `start` say which file and how. Yields after each."""
    names = list(mutations.ALL)
    for turn in turns:
        chance = oracle.chance_of(start, turn)
        seed, name = chance.choice(seeds), names[turn % len(names)]
        content = mutations.ALL[name](seed, chance)
        if content is None:
            continue
        outcome, wrong = _tried(seed, name, content)
        tally.outcomes[name, outcome] += 1
        tally.findings += [Finding(turn, seed.name, name, sentence, content) for sentence in wrong]
        yield tally


def _tried(seed: Seed, name: str, content: bytes) -> tuple[str, list[str]]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        try:
            if name == "packed":
                (folder / "given.zip").write_bytes(content)
                parts = unpacked(folder / "given.zip", seed.file, folder)
                content = parts[0].path.read_bytes()
            reading = read_as(content, seed.file, folder)
            kept = kept_of(reading) if reading.rows else None
        except FileRefused:
            return "refused", []
        except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
            return "error", [f"{type(error).__name__}: {error}"]
        if kept is None and any((folder / "scratch").iterdir()):
            return "left over", ["A file that was turned away left something in the scratch folder."]
        return oracle.judged(seed, name, content, reading, kept)
