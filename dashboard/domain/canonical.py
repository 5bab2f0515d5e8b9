"""The canonical rows that every export becomes, column by column.

Whatever a platform, a call tracker or a CRM calls its columns, the product keeps these. `unit` names the columns
of the smallest piece that a later file replaces as a whole: a campaign's day, a call, a lead, an order. Types are
DuckDB's. Every stored row also has `import_id` and the `line` of the file it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a file is about. One kind may fill several tables: a deal is a lead and, once won, a sale."""

    ADS = "ads"
    CALLS = "calls"
    DEALS = "deals"
    ORDERS = "orders"
    RATES = "rates"
    PLAN = "plan"
    EVENTS = "events"
    NOTES = "notes"
    SERIES = "series"
    REFUNDS = "refunds"


@dataclass(frozen=True)
class CanonicalTable:
    """A canonical table: its columns in order (name → type), its replacing unit, and the column that dates it."""

    name: str
    columns: dict[str, str]
    unit: tuple[str, ...]
    dated_by: str


MONEY = "decimal(18,4)"

AD_DAY = CanonicalTable(
    name="ad_day",
    columns={
        "platform": "text",  # google_ads, yandex_direct, meta_ads, …: the format's own name for its source
        "account": "text",  # '' where the file does not say
        "day": "date",
        "day_to": "date",  # last day the row covers; later than `day` where the file has no day column
        "campaign_key": "text",  # the platform's campaign id, else the campaign's name
        "campaign": "text",
        "ad_group": "text",
        "keyword": "text",
        "source": "text",  # what utm_source of this platform's clicks would say: google, yandex, facebook
        "medium": "text",  # cpc, …
        "impressions": "bigint",
        "clicks": "bigint",
        "spend": MONEY,
        "currency": "text",  # ISO 4217; '' where the file does not say: the client's own
        "includes_vat": "boolean",
        "conversions": MONEY,
        "conversion_value": MONEY,
    },
    unit=("platform", "account", "campaign_key", "day"),
    dated_by="day",
)

CALLS = CanonicalTable(
    name="calls",
    columns={
        "platform": "text",
        "account": "text",
        "call_id": "text",  # the tracker's id, else start + caller + tracking number
        "started": "timestamp",  # in the client's time zone
        "phone_hash": "text",  # keyed hash of the normalised phone; null where withheld
        "phone_tail": "text",  # last two digits, for people
        "tracking_number": "text",
        "direction": "text",  # in, out
        "answered": "boolean",
        "wait_seconds": "integer",
        "talk_seconds": "integer",
        "callback": "boolean",
        "first_call": "boolean",
        "target": "boolean",  # the tracker's or the agency's mark; null where unmarked
        "source": "text",
        "medium": "text",
        "campaign": "text",
        "keyword": "text",
        "manager": "text",
        "recording": "text",
    },
    unit=("platform", "account", "call_id"),
    dated_by="started",
)

LEADS = CanonicalTable(
    name="leads",
    columns={
        "platform": "text",
        "account": "text",
        "lead_id": "text",
        "created": "timestamp",
        "way": "text",  # form, chat, deal
        "phone_hash": "text",
        "email_hash": "text",
        "phone_tail": "text",
        "status": "text",  # open, won, lost
        "stage": "text",
        "lost_reason": "text",
        "target": "boolean",  # the client's mark; null where unmarked
        "first_answer": "timestamp",
        "source": "text",
        "medium": "text",
        "campaign": "text",
        "keyword": "text",
        "product": "text",
        "manager": "text",
        "amount": MONEY,
        "currency": "text",
        "closed": "timestamp",
    },
    unit=("platform", "account", "lead_id"),
    dated_by="created",
)

SALES = CanonicalTable(
    name="sales",
    columns={
        "platform": "text",
        "account": "text",
        "order_id": "text",
        "item": "integer",  # 1, 2, … within the order
        "sold": "timestamp",  # the deal won, the order placed
        "sold_to": "date",  # last day of the month or period that a row states; null: it states its day
        "paid": "boolean",  # an unpaid order is kept and counts for nothing
        "lead_created": "timestamp",  # when the deal behind it was created; null for a shop's order
        "way": "text",  # site, phone, other
        "phone_hash": "text",
        "email_hash": "text",
        "product": "text",
        "quantity": MONEY,
        "revenue": MONEY,  # paid for this line, before refunds; its part of the total where the order states only that
        "cost": MONEY,  # the line's own cost of goods; null where unknown
        "refunded": MONEY,  # positive
        "refunded_at": "timestamp",  # null where the export does not say when
        "currency": "text",
        "source": "text",
        "medium": "text",
        "campaign": "text",
        "keyword": "text",
        "manager": "text",
        "status": "text",
        "location": "text",  # the store, branch, region or site that sold it; '' where the file does not say
        "includes_vat": "boolean",  # whether its amounts do, as the export tells them
    },
    unit=("platform", "account", "order_id"),
    dated_by="sold",
)

RATES = CanonicalTable(
    name="rates",
    columns={"day": "date", "currency": "text", "rate": "decimal(18,8)"},  # one unit of it in the client's currency
    unit=("currency", "day"),
    dated_by="day",
)

PLAN = CanonicalTable(
    name="plan",
    columns={
        "month": "date",  # first of the month
        "channel": "text",  # '' is the client as a whole
        "measure": "text",  # spend, clicks, leads, target_leads, orders, revenue
        "value": MONEY,
        "agreed_on": "date",
    },
    unit=("month", "channel", "measure", "agreed_on"),  # a new agreement never erases the one before it
    dated_by="month",
)

EVENTS = CanonicalTable(
    name="events",
    columns={"day": "date", "day_to": "date", "what": "text", "text": "text"},
    unit=("day", "what", "text"),
    dated_by="day",
)

NOTES = CanonicalTable(
    name="notes",
    columns={"month": "date", "author": "text", "text": "text", "next_steps": "text"},
    unit=("month", "author"),
    dated_by="month",
)

SERIES = CanonicalTable(
    name="series",
    columns={
        "day": "date",
        "day_to": "date",  # last day that the value is of: a week's demand has its Sunday
        "kind": "text",  # one of domain.series.SeriesKind
        "name": "text",  # the query, the product, what the index is of; '' where there is one only
        "place": "text",  # the competitor, the store, the town; '' where the file does not say
        "value": MONEY,
        "currency": "text",  # of prices; '' is the client's own, or no money
    },
    unit=("kind", "name", "place", "day"),
    dated_by="day",
)

REFUNDS = CanonicalTable(
    name="refunds",
    columns={
        "order_id": "text",  # '' where only a month's sum is known
        "month": "text",  # 2026-02; '' where an order is named without a day
        "day": "date",  # of the refund; the month's last day, or the day it was told, where nobody knows it
        "dated": "boolean",  # whether the day was told
        "amount": MONEY,  # positive
        "currency": "text",
        "comment": "text",
    },
    unit=("order_id", "month"),
    dated_by="day",
)

TABLES: dict[str, CanonicalTable] = {
    table.name: table for table in (AD_DAY, CALLS, LEADS, SALES, RATES, PLAN, EVENTS, NOTES, SERIES, REFUNDS)
}

TABLES_OF: dict[Kind, tuple[CanonicalTable, ...]] = {
    Kind.ADS: (AD_DAY,),
    Kind.CALLS: (CALLS,),
    Kind.DEALS: (LEADS, SALES),
    Kind.ORDERS: (SALES,),
    Kind.RATES: (RATES,),
    Kind.PLAN: (PLAN,),
    Kind.EVENTS: (EVENTS,),
    Kind.NOTES: (NOTES,),
    Kind.SERIES: (SERIES,),
    Kind.REFUNDS: (REFUNDS,),
}
