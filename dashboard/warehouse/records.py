"""What the store tells of an import: what it would change, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase
from dashboard.domain.reading import Assumption, FileTotal


@dataclass(frozen=True)
class DayChange:
    """One measure of one day (a plan's or a note's month: its first day), before the import and after it.

    `measure` is a column of the canonical table, or what is counted (`calls`, `leads`, `orders`, `rows`). None where
    nothing of the same source stands on that day. Money is in `currency` ('' where the measure has none). With
    `others` the line sums that many earlier days of a very long list.
    """

    day: date
    measure: str
    before: Decimal | int | None
    after: Decimal | int | None
    currency: str = ""
    others: int = 0


@dataclass(frozen=True)
class CampaignChange:
    """One measure of one campaign over the file's days, before the import and after it; as DayChange otherwise.

    `kept` is what the campaign has on these days that the file does not carry. With `others` the line sums that many
    campaigns, and names none.
    """

    campaign: str
    measure: str
    before: Decimal | int | None
    after: Decimal | int | None
    currency: str = ""
    kept: Decimal | int = 0
    others: int = 0


@dataclass(frozen=True)
class Gap:
    """A run of days, both included, without data of a source although there is data of it before and after.

    `opened` where the import itself leaves it: the days were not between two files of the source before.
    """

    table: str
    platform: str
    account: str
    first: date
    last: date
    opened: bool


@dataclass(frozen=True)
class MonthChange:
    """What an import changes in a month whose figures were given to the owner: one measure, over `days` days of it."""

    month: date
    published_at: datetime
    published_by: str
    table: str
    measure: str
    before: Decimal | int
    after: Decimal | int
    currency: str
    days: int


@dataclass(frozen=True)
class TableChange:
    """What an import, or its undo, would do to one canonical table.

    Units are a campaign's day, a call, a lead, an order.
    """

    table: str
    units_new: int = 0
    units_replaced: int = 0
    units_identical: int = 0
    units_kept: int = 0  # on the same days, from the same source, that the file does not carry
    units_gone: int = 0  # by an undo: nothing else has them
    first_day: date | None = None
    last_day: date | None = None
    changes: tuple[DayChange, ...] = ()
    campaigns: tuple[CampaignChange, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether the store already has every unit of the file, word for word."""
        return self.units_new == 0 and self.units_replaced == 0 and self.units_gone == 0


@dataclass(frozen=True)
class Preview:
    """What an import or an undo would change, table by table, and what a person should know before agreeing."""

    tables: tuple[TableChange, ...] = ()
    messages: tuple[Phrase, ...] = ()
    gaps: tuple[Gap, ...] = ()
    published: tuple[MonthChange, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether the import would leave the store as it is."""
        return all(table.changes_nothing for table in self.tables)

    @property
    def changes(self) -> list[DayChange]:
        """The day changes of all tables."""
        return [change for table in self.tables for change in table.changes]

    @property
    def units_new(self) -> int:
        """Units that the store does not have, in all tables."""
        return sum(table.units_new for table in self.tables)

    @property
    def units_replaced(self) -> int:
        """Units that the store has with other contents, in all tables."""
        return sum(table.units_replaced for table in self.tables)

    @property
    def units_identical(self) -> int:
        """Units that the store has word for word, in all tables."""
        return sum(table.units_identical for table in self.tables)

    @property
    def status(self) -> str:
        """What an import of this would be called: `imported`, `replaced` or `unchanged`."""
        if self.changes_nothing:
            return "unchanged"
        return "replaced" if self.units_replaced else "imported"


@dataclass(frozen=True)
class ImportRecord:
    """One import, as written down. Times are UTC; `totals` as in Reading, in `currency`.

    `import_id` is 0 for a file that changed nothing and that no import in force brought. `status` is `imported`
    (only new units), `replaced` (some units replaced) or `unchanged` (nothing was written).
    """

    import_id: int
    imported_at: datetime
    imported_by: str
    file: str
    format: str
    kind: str
    rows_read: int
    rows_kept: int
    rows_rejected: int
    period: tuple[date, date] | None
    currency: str | None
    status: str
    totals: dict[str, Decimal | int] = field(default_factory=dict)
    file_totals: tuple[FileTotal, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    messages: tuple[Phrase, ...] = ()
    same_kind: str = ""  # as Reading's
    units: dict[str, dict[str, int]] = field(default_factory=dict)  # table → new, replaced, identical, kept
    gaps: tuple[Gap, ...] = ()
    published: tuple[MonthChange, ...] = ()
    undone_at: datetime | None = None
    undone_by: str | None = None


@dataclass(frozen=True)
class Reject:
    """A row of a file that could not be taken: its line, why, and what it said."""

    line: int
    reason: str
    content: str


@dataclass(frozen=True)
class PublishedMonth:
    """A month whose figures were given to the owner: when, by whom, at which version of the data, till when."""

    month: date
    published_at: datetime
    published_by: str
    data_version: int
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


@dataclass(frozen=True)
class Standing:
    """What became of the units that an import wrote into one table.

    `in_force` stand as it wrote them; `replaced` says how many stand in which later import; `withdrawn` in none.
    """

    table: str
    in_force: int
    replaced: tuple[tuple[int, int], ...] = ()  # (import, units)
    withdrawn: int = 0


@dataclass(frozen=True)
class SettingsVersion:
    """One version of a client's settings; `restored` is the earlier version whose settings these are again."""

    number: int
    saved_at: datetime
    saved_by: str
    profile: ClientProfile
    restored: int | None = None
