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
from dashboard.domain.phrase import Phrase, PhraseValue


class Outcome(StrEnum):
    """How far a file got before anything is written."""

    READABLE = "readable"
    EMPTY = "empty"  # recognised, but without a row
    REFUSED = "refused"
    NEEDS_MAPPING = "needs_mapping"
    ASKS = "asks"  # recognised, and it leaves two readings that only a person can decide between


class SettledBy(StrEnum):
    """What a decision rests on, the surest first."""

    FILE = "file"  # its own cells or headers prove it
    PERSON = "person"
    PERIOD = "period"  # stated above the header or in the file's name
    NEIGHBOURS = "neighbours"  # other columns agree with this reading alone
    BEFORE = "before"  # an earlier file of the same kind
    VENDOR = "vendor"  # the export always writes so
    USUAL = "usual"  # nothing says it, and nothing in the file depends on it, or it is the client's own


@dataclass(frozen=True)
class FileTotal:
    """The total that the file itself states for one measure, beside the sum of its rows."""

    measure: str
    stated: Decimal
    summed: Decimal
    agrees: bool


@dataclass(frozen=True)
class HiddenRows:
    """Rows that the file only adds up («Other search terms»): what they are, the sum of `measure`, and its share of
    the file's rows and these together (None where all are nought)."""

    name: str
    measure: str
    amount: Decimal
    share: Decimal | None


@dataclass(frozen=True)
class Assumption:
    """One thing decided for the whole file (`about`: encoding, delimiter, header_line, date_order, decimal_mark, …)."""

    about: str
    decided: str
    because: Phrase | None = None
    settled_by: SettledBy | None = None  # None: it was never open


@dataclass(frozen=True)
class EarlierDecision:
    """What an import of the client decided, for files of the same kind (`Reading.same_kind`), and whence it knew."""

    same_kind: str
    about: str
    decided: str
    settled_by: SettledBy
    file: str


@dataclass(frozen=True)
class Example:
    """A row of the file's own, and what one cell of it means by one reading."""

    line: int
    cell: str
    meaning: PhraseValue


@dataclass(frozen=True)
class Choice:
    """One reading that a file leaves open: what to answer, what it means, what it makes of the file's own rows.

    `totals`, `currency` and `period` are those of the whole file, read so; empty where they were not made.
    """

    value: str
    label: Phrase
    rows: tuple[Example, ...] = ()
    totals: dict[str, Decimal | int] = field(default_factory=dict)
    currency: str | None = None
    period: tuple[date, date] | None = None


@dataclass(frozen=True)
class Question:
    """One thing that nothing in reach decides. Without choices, a first and a last day are to be typed
    (`2026-03-01/2026-03-14`)."""

    about: str
    choices: tuple[Choice, ...] = ()
    asks: Phrase | None = None  # the question in words


@dataclass(frozen=True)
class Reading:
    """A file, read. `rows` is a DuckDB file of the reader's own with one table per canonical table, of exactly its
    columns plus `line`, and a table `rejects(line bigint, reason text, content text)`; the receiver deletes it.

    `totals` has the keys of the kind: ads `rows impressions clicks spend`; calls `rows answered talk_seconds callers
    target`; deals `rows won lost revenue`; orders `rows orders paid refunded net_revenue`, and where there
    is any `returned` (a part of `refunded`: rows of returned goods) and `gross_profit`. Amounts in `currency`.
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
    questions: tuple[Question, ...] = ()
    hidden: tuple[HiddenRows, ...] = ()
    last_start: date | None = None  # the last day that a row begins on; before the period's end where rows are spans
    rows_of_spans: int = 0  # rows that cover more than one day
    same_kind: str = ""  # equal for exports that are written alike: format, platform, account, a plain table's headers
