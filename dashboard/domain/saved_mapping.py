"""A mapping that a client's people saved under a name: what the columns of one plain table of theirs mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SavedMapping:
    """One version of it; `number` stays the same through renaming. Times are UTC.

    `contents` is the mapping as TOML, as docs/formats.md describes it. `removed` says that this version took it away.
    """

    number: int
    version: int
    name: str
    contents: str
    saved_at: datetime
    saved_by: str
    removed: bool = False
