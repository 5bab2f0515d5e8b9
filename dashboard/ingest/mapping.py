"""A plain table that no vendor made: which of its headers is which canonical column, told by a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import COLUMNS, DATES, NUMBERS, PERSONAL, Format

REQUIRED: dict[Kind, tuple[str, ...]] = {
    Kind.ADS: ("day", "campaign", "spend"),
    Kind.CALLS: ("started", "phone"),
    Kind.DEALS: ("lead_id", "created", "stage"),
    Kind.ORDERS: ("order_id", "sold"),
    Kind.RATES: ("day", "currency", "rate"),
    Kind.PLAN: ("month", "measure", "value"),
    Kind.EVENTS: ("day", "what"),
    Kind.NOTES: ("month", "author", "text"),
    Kind.SERIES: ("day", "kind"),
    Kind.REFUNDS: ("amount",),
}

# column → what a person may say that its cells mean; the last is what a cell means of which nothing is said.
VALUES: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.CALLS: {
        "answered": ("answered", "missed"),
        "direction": ("outgoing", "incoming"),
        "target": ("target", "off_target", "unmarked"),
    },
    Kind.DEALS: {
        "stage": ("won", "lost", "open"),
        "status": ("won", "lost", "open"),
        "target": ("target", "off_target", "unmarked"),
        "way": ("phone", "site", "other"),
    },
    Kind.ORDERS: {
        "status": ("paid", "unpaid"),
        "paid": ("paid", "unpaid"),
        "way": ("phone", "site", "other"),
    },
}
_WAYS_OF_ORDERS = {
    "phone": ("phone", "call", "телефон", "звонок"),
    "site": ("site", "web", "online", "сайт", "интернет"),
}

# What no contact can stand in, or what would be spoilt by taking a long number for a phone.
_NO_TEXT = PERSONAL | {
    "order_id", "lead_id", "call_id", "campaign_id", "tracking_number", "recording", "currency", "started_time",
    "sold_time",
}  # fmt: skip

PLAIN = "plain_"  # what the names of formats made by a mapping begin with
PLAIN_LABEL = N_("Plain table")

Option = str | bool | int


def columns_of(kind: Kind) -> tuple[str, ...]:
    """The columns that a mapping of that kind may name."""
    return (*COLUMNS[kind], "channel") if kind is Kind.ORDERS else COLUMNS[kind]


def words_of(kind: Kind) -> tuple[str, ...]:
    """What a mapping of that kind may give words for."""
    return tuple(dict.fromkeys(meaning for meanings in VALUES.get(kind, {}).values() for meaning in meanings))


@dataclass(frozen=True)
class Mapping:
    """Headers of a plain table by canonical column, the preferred one first, with what its cells leave open.

    `words` are whole cells, in lower case, by what they mean.
    """

    kind: Kind
    columns: dict[str, tuple[str, ...]]
    options: dict[str, Option] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that it needs, each once."""
        return tuple(dict.fromkeys(header for headers in self.columns.values() for header in headers))

    @property
    def header_line(self) -> int | None:
        """The line in which the header stands, where a person said so."""
        line = self.options.get("header_line")
        return line if isinstance(line, int) else None

    @property
    def sheet(self) -> str:
        """The sheet of the workbook that was meant; '' for any."""
        return str(self.options.get("sheet", ""))

    def as_format(self) -> Format:
        """The mapping as a declaration, so that the table goes the way of every other file."""
        options = self.options
        columns = dict(self.columns)
        if "channel" in columns and self.kind is Kind.ORDERS:
            columns.setdefault("source", columns.pop("channel"))
        tells_ways = any(way in self.words for way in VALUES.get(self.kind, {}).get("way", ()))
        ways = {} if tells_ways or self.kind not in (Kind.ORDERS, Kind.DEALS) else _WAYS_OF_ORDERS
        return Format(
            name=f"{PLAIN}{self.kind.value}",
            label=PLAIN_LABEL,
            kind=self.kind,
            grade="A",
            columns=columns,
            required=tuple(columns),
            export=N_("A table with the headers that the mapping names."),
            source=str(options.get("source", "")),
            medium=str(options.get("medium", "")),
            includes_vat=bool(options["includes_vat"]) if "includes_vat" in options else None,
            money_unit=str(options.get("money_unit", "units")),
            date_order=str(options["date_order"]) if "date_order" in options else None,
            decimal_mark=str(options["decimal_mark"]) if "decimal_mark" in options else None,
            currency=str(options["currency"]).upper() if "currency" in options else None,
            words={**ways, **self.words},
            whole_words=frozenset(self.words),
            told_words=self._told_words(),
            without_contacts=frozenset(COLUMNS[self.kind])
            - _NO_TEXT
            - frozenset(DATES[self.kind] + NUMBERS[self.kind]),
            way=str(options.get("way", "site")),
            platform=str(options.get("platform", "")),
            account=str(options.get("account", "")),
        )

    def _told_words(self) -> dict[str, tuple[str, ...]]:
        """By column every value that the mapping tells of, where it tells of any."""
        told = {
            column: tuple(word for meaning in meanings for word in self.words.get(meaning, ()))
            for column, meanings in VALUES.get(self.kind, {}).items()
        }
        return {column: words for column, words in told.items() if words}
