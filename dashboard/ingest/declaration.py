"""What one kind of export looks like: the whole of what the product knows about it.

A declaration is data. Headers may hold `{currency}`, which stands for a currency's sign, code or name, or `{any}`,
which stands for anything. All words (statuses, totals, yes and no) are compared in lower case and trimmed.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass, field

from dashboard.domain.canonical import Kind

# The text columns that a kind of file may fill, before anything is typed.
COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.ADS: (
        "platform", "day", "day_to", "account", "campaign_id", "campaign", "ad_group", "keyword", "impressions",
        "clicks", "spend", "currency", "conversions", "conversion_value", "result_kind",
    ),
    Kind.CALLS: (
        "call_id", "started", "started_time", "direction", "phone", "called", "tracking_number", "answered", "wait",
        "talk", "duration", "answered_at", "ended", "lost", "callback", "first_call", "target", "source", "medium",
        "campaign", "keyword", "manager", "recording", "email", "parent_id", "from_extension", "to_extension",
    ),
    Kind.DEALS: (
        "lead_id", "created", "closed", "expected_close", "first_answer", "stage", "status", "lost_reason", "product",
        "title", "amount", "quantity", "cost", "currency", "phone", "called", "email", "source", "medium", "campaign",
        "keyword", "manager", "way", "target", "location",
    ),
    Kind.ORDERS: (
        "order_id", "sold", "sold_time", "month", "lead_created", "refunded_at", "status", "paid", "product",
        "quantity", "unit_price", "revenue", "order_total", "outstanding", "refunded", "order_refunded", "discount",
        "cost", "unit_cost", "gross_profit", "cancelled_at", "way", "customer", "phone", "called", "email", "currency",
        "source", "medium", "campaign", "keyword", "utm", "manager", "location",
    ),
    Kind.RATES: ("day", "currency", "rate"),
    Kind.PLAN: ("month", "channel", "measure", "value", "agreed_on"),
    Kind.EVENTS: ("day", "day_to", "what", "text"),
    Kind.NOTES: ("month", "author", "text", "next_steps"),
    Kind.SERIES: ("day", "day_to", "kind", "name", "place", "value", "count", "currency"),
    Kind.REFUNDS: ("order_id", "day", "month", "amount", "currency", "comment"),
}  # fmt: skip

DATES: dict[Kind, tuple[str, ...]] = {
    Kind.ADS: ("day", "day_to"),
    Kind.CALLS: ("started",),
    Kind.DEALS: ("created", "closed", "expected_close"),
    Kind.ORDERS: ("sold", "lead_created", "refunded_at"),
    Kind.RATES: ("day",),
    Kind.PLAN: ("month", "agreed_on"),
    Kind.EVENTS: ("day", "day_to"),
    Kind.NOTES: ("month",),
    Kind.SERIES: ("day", "day_to"),
    Kind.REFUNDS: ("day",),
}

COUNTS = frozenset(
    {"impressions", "clicks", "talk", "wait", "duration", "count"}
)  # never with a decimal part of three places

NUMBERS: dict[Kind, tuple[str, ...]] = {
    Kind.ADS: ("spend", "conversions", "conversion_value", "impressions", "clicks"),
    Kind.CALLS: ("talk", "wait", "duration"),
    Kind.DEALS: ("amount", "quantity", "cost"),
    Kind.ORDERS: (
        "revenue", "unit_price", "order_total", "quantity", "refunded", "order_refunded", "discount", "cost",
        "unit_cost", "gross_profit",
    ),
    Kind.RATES: ("rate",),
    Kind.PLAN: ("value",),
    Kind.EVENTS: (),
    Kind.NOTES: (),
    Kind.SERIES: ("value", "count"),
    Kind.REFUNDS: ("amount",),
}  # fmt: skip

# Columns of money, the one that counts first where several are there.
AMOUNTS: tuple[str, ...] = (
    "spend", "amount", "revenue", "order_total", "unit_price", "value", "refunded", "order_refunded", "discount",
    "cost", "unit_cost",
)  # fmt: skip

PERSONAL = frozenset({"customer", "phone", "called", "email", "utm", "title"})  # never shown in a rejected row

TOTAL_MARKS: tuple[str, ...] = (
    "total", "totals", "grand total", "subtotal", "итого", "всего", "общий итог", "totaal", "gesamt", "усього", "разом",
)  # fmt: skip
FOOTER_MARKS: tuple[str, ...] = ("©", "copyright", "confidential information")


@dataclass(frozen=True)
class Variant:
    """What differs in a file of a format that has all of `headers` and none of `without`.

    `columns` replaces the headers of those columns; the rest replaces the format's own word where it is given. `says`
    is told to the person who imports the file.
    """

    headers: tuple[str, ...]
    without: tuple[str, ...] = ()
    columns: Named[str, tuple[str, ...]] = field(default_factory=dict)
    money_unit: str | None = None
    currency: str | None = None
    day_span: str | None = None
    includes_vat: bool | None = None
    says: str = ""


@dataclass(frozen=True)
class Format:
    """One export. `columns` maps a canonical text column to the headers that fill it, the preferred one first.

    `required` columns must all be found. `known` are headers that the export has and the product does not keep; they
    help to recognise it. `told_by` are headers of which one at least must be there, for exports whose other headers any
    table might have; `title` is a pattern of the lines above the header, which tells as well. `export` says how to get
    the right file, `label` is the product's own name. `grade` is the evidence behind it: A a real file or the vendor's
    own description, B another program's reading of real files, C weak.
    """

    name: str
    label: str
    kind: Kind
    grade: str
    columns: Named[str, tuple[str, ...]]
    required: tuple[str, ...]
    export: str
    languages: tuple[str, ...] = ("en",)
    known: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    title: str = ""
    variants: tuple[Variant, ...] = ()
    source: str = ""
    medium: str = ""
    account_line: str = ""  # a regular expression over the lines above the header, whose group is the account
    includes_vat: bool | None = None  # None: the file does not say, and is taken to be without
    vat_headers: tuple[str, ...] = ()  # headers of amounts that include value-added tax
    money_unit: str = "units"  # units, micros; either; whole_micros: micros unless an amount is broken
    date_order: str | None = None  # ymd, dmy, mdy, epoch: what the export writes, where its dates leave it open
    zone: str = ""  # the time zone of its times where they name none; '': the client's own
    legs_share_id: bool = False  # a call that was passed on has a row for each leg, all under one ID
    row_limit: int | None = None  # how many rows it puts into one file at most
    two_row_header: bool = False  # its header may take two rows: a name above several columns, their own below
    has_groups: bool = False  # rows of groups, which say again what the rows below them say, stand among its rows
    counts_products: bool = False  # its products are written with how many there were («2× Cup, 1× Pot»)
    bare: tuple[tuple[str, str], ...] = ()  # without a header: each column, and what its cells look like (a pattern)
    decimal_mark: str | None = None  # where the export's numbers leave it open
    currency: str | None = None  # where the file never says
    blank_campaign_is_total: bool = False
    total_marks: tuple[str, ...] = TOTAL_MARKS + FOOTER_MARKS
    wider_marks: tuple[str, ...] = ()  # totals of more than the file's rows
    hidden_marks: tuple[str, ...] = ()  # totals of rows that the file leaves out
    row_count: str = ""  # a pattern of a line that says how many rows there are, whose group is the number
    series: str = ""  # what all its rows are a series of, where no column says it
    day_span: str = ""  # week, month, quarter, year: what its day is the first of
    one_day_is_all: bool = False  # rows that all begin on the first day of a longer report are sums of all of it
    masked: str = ""  # a pattern of cells that hide a small number
    not_conversions: tuple[str, ...] = ()  # kinds of results that are none, by their beginnings
    says: tuple[str, ...] = ()  # what a person must know of every file of it
    words: Named[str, tuple[str, ...]] = field(default_factory=dict)  # won, lost, paid, answered, … → words
    whole_words: frozenset[str] = frozenset()  # the keys of `words` that stand for whole cells, not for beginnings
    told_words: Named[str, tuple[str, ...]] = field(default_factory=dict)  # column → all its values that were told of
    without_contacts: frozenset[str] = frozenset()  # columns of which nobody knows that they hold no phone or e-mail
    way: str = "site"  # how its orders come where a row does not say
    platform: str = ""
    account: str = ""

    @property
    def stored_as(self) -> str:
        """The platform of its rows."""
        return self.platform or self.name


@dataclass(frozen=True)
class WrongFile:
    """A file that people take for a report and that is none: how it is known, what it is, and what to do instead."""

    name: str
    headers: tuple[str, ...]  # all of these are there
    without: tuple[str, ...]  # and none of these
    what: str
    instead: str


def segments(days: tuple[str, ...], **names: tuple[str, ...]) -> tuple[Variant, ...]:
    """Variants for files whose rows are weeks or months instead of `days`; the finest there is counts.

    `names` has the headers by span: week, month, quarter, year.
    """
    return tuple(
        Variant((name,), without=(*days, *finer), columns={"day": (name,)}, day_span=span)
        for place, (span, headers) in enumerate(names.items())
        for name in headers
        for finer in (tuple(one for before in list(names.values())[:place] for one in before),)
    )
