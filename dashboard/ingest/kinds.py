"""What is done with each kind of file once its cells are in DuckDB: which statements, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_


@dataclass(frozen=True)
class Steps:
    """`typed` types every row, `sort_out` takes the faulty ones away, `keep` makes the canonical tables of the rest.

    `counted` is the table whose rows are the file's rows; `money` the totals that are amounts.
    """

    typed: str
    sort_out: str
    keep: tuple[str, ...]
    totals: str
    counted: str
    money: tuple[str, ...] = ()
    currencies: str = ""
    remarks: str = ""  # what must be said about rows that were left out or are doubtful: why, and how many


STEPS: dict[Kind, Steps] = {
    Kind.ADS: Steps(
        "ad_day", "ad_day_faulty", ("ad_day_filled",), "ad_day_totals", "ad_day", ("spend",), "ad_day_currencies"
    ),
    Kind.CALLS: Steps("calls", "calls_faulty", (), "calls_totals", "calls", remarks="calls_remarks"),
    Kind.DEALS: Steps(
        "deals", "deals_faulty", ("leads", "deal_sales"), "deals_totals", "deals", ("revenue",), "leads_currencies"
    ),
    Kind.ORDERS: Steps(
        "order_lines", "order_lines_faulty", ("sales",), "orders_totals", "order_lines",
        ("paid", "refunded", "net_revenue", "returned", "gross_profit"), "sales_currencies", "order_lines_remarks",
    ),
    Kind.RATES: Steps("rates", "rates_faulty", (), "rates_totals", "rates"),
    Kind.PLAN: Steps("plan", "plan_faulty", (), "plan_totals", "plan"),
    Kind.EVENTS: Steps("events", "events_faulty", (), "events_totals", "events"),
    Kind.NOTES: Steps("notes", "notes_faulty", (), "notes_totals", "notes"),
    Kind.SERIES: Steps("series", "series_faulty", (), "series_totals", "series"),
    Kind.REFUNDS: Steps("refunds", "refunds_faulty", (), "refunds_totals", "refunds", ("refunded",)),
}  # fmt: skip

# Orders that state one total for several rows are kept by these instead.
WHOLE_ORDERS = ("order_shares", "sales_of_totals")

REASONS: dict[str, str] = {
    "odd": N_("The row has more cells than the header: a delimiter or a quote is misplaced."),
    "day": N_("The day is missing or is not a date."),
    "moment": N_("The time of the call is missing or is not a date."),
    "created": N_("The date of creation is missing or is not a date."),
    "closed": N_("The date of closing is not a date."),
    "sold": N_("The date of the order is missing or is not a date."),
    "month": N_("The month is missing or is not a date."),
    "number": N_("A number cannot be read as a number."),
    "amount": N_("The row has neither a price nor an amount."),
    "currency": N_("The currency is not one that is known."),
    "number_of_deal": N_("The deal has no ID."),
    "number_of_order": N_("The order has no number."),
    "twice": N_("The same ID stands in the file twice; the first of them was kept."),
    "same_call": N_("The same call stands in the file twice; the first of them was kept."),
    "leg_alone": N_("The call that this one is a part of is not in the file: export all calls of the period."),
    "measure": N_("The measure is not one that a plan can have: spend, clicks, leads, target_leads, orders, revenue."),
    "text": N_("The text is missing."),
    "two_rates": N_("The day has another rate in the same file: neither was taken."),
    "series": N_(
        "The kind is not one that is known: demand, demand_index, price_index, market_price, stock, temperature, "
        "capacity, visits."
    ),
    "refund_of": N_("The row names neither an order nor a month."),
    "example": N_("It is the example of the template."),
    "two_values": N_("The same day has another value in the same file: neither was taken."),
    "channel": N_("The channel is not one that is known: write its key, such as google_ads, or leave it empty."),
}

MEASURES_OF_A_PLAN = ("spend", "clicks", "leads", "target_leads", "orders", "revenue")
