"""What came of reading a stranger's file: the canonical rows, and everything a person must know before agreeing.

The reader of files makes a `Reading`; the warehouse shows what it would change, and takes it in. Neither knows the
other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import Phrase


class Outcome(StrEnum):
    """How far a file got before anything is written."""

    READABLE = "readable"
    EMPTY = "empty"  # recognised, but without a row
    REFUSED = "refused"
    NEEDS_MAPPING = "needs_mapping"


@dataclass(frozen=True)
class FileTotal:
    """The total that the file itself states for one measure, beside the sum of its rows."""

    measure: str
    stated: Decimal
    summed: Decimal
    agrees: bool


@dataclass(frozen=True)
class Assumption:
    """One thing decided for the whole file (`about`: encoding, delimiter, header_line, date_order, decimal_mark, …)."""

    about: str
    decided: str
    because: Phrase | None = None


@dataclass(frozen=True)
class Reading:
    """A file, read. `rows` is a DuckDB file of the reader's own with one table per canonical table, of exactly its
    columns plus `line`, and a table `rejects(line bigint, reason text, content text)`; the receiver deletes it.

    `totals` has the keys of the kind: ads `rows impressions clicks spend`; calls `rows answered talk_seconds callers
    target`; deals `rows won lost revenue`; orders `rows orders paid refunded net_revenue`. Amounts in `currency`.
    """

    file: str
    sha256: str
    outcome: Outcome
    format: str | None = None
    kind: Kind | None = None
    rows: Path | None = None
    rows_read: int = 0
    rows_kept: int = 0
    rows_rejected: int = 0
    period: tuple[date, date] | None = None
    currency: str | None = None
    totals: dict[str, Decimal | int] = field(default_factory=dict)
    file_totals: tuple[FileTotal, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    messages: tuple[Phrase, ...] = ()
    columns: tuple[str, ...] = ()  # the header as found, for a mapping
