"""Writes the whole agency: both clients' exports, in folders of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sample_data.harbor import files as harbor
from sample_data.nord import files as nord

Files = Callable[[date, int, int], Iterator[tuple[str, bytes]]]

CLIENTS: dict[str, Files] = {"nord": nord.files, "harbor": harbor.files}
FEWEST_MONTHS = 15
"""Both stories turn eleven months back and need some months before that."""


@dataclass(frozen=True)
class SampleFile:
    """One export. `order` is its place among its client's files: a later one may replace days of an earlier one."""

    path: Path
    client: str
    order: int


def generate(out: Path, end: date, months: int = 26, seed: int = 7) -> list[SampleFile]:
    """Writes `out/<client>/<export>` for `months` full months and the running one up to `end`, both days included.

    The same `end`, `months` and `seed` give the same bytes. Raises ValueError for fewer than fifteen months.
    """
    if months < FEWEST_MONTHS:
        raise ValueError(f"The sample needs at least {FEWEST_MONTHS} months; {months} were asked for.")
    written = []
    for client, files in CLIENTS.items():
        folder = out / client
        folder.mkdir(parents=True, exist_ok=True)
        for order, (name, content) in enumerate(files(end, months, seed), start=1):
            path = folder / name
            path.write_bytes(content)
            written.append(SampleFile(path, client, order))
    return written


def settings_of(client: str) -> Path:
    """The client's settings, as TOML."""
    return Path(__file__).parent / "settings" / f"{client}.toml"
