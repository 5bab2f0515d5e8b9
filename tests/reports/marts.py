"""A client's marts, written by hand: the rows that a test says, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

from dashboard.domain.client import ClientProfile
from dashboard.domain.naming import NameDecision
from dashboard.warehouse import running
from dashboard.warehouse.records import SettingsVersion

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "queries"

CLINIC = ClientProfile(
    slug="nord",
    name="Nord",
    currency="RUB",
    country="RU",
    timezone="Europe/Moscow",
    provisional_days=0,
    margin=Decimal("0.4"),
)


@dataclass
class Marts:
    """Marts in memory, read through the named queries exactly as a snapshot is."""

    profile: ClientProfile = CLINIC
    version: int = 1
    built_at: datetime = datetime(2025, 7, 20, tzinfo=UTC)
    path: Path = Path("nord/000001.duckdb")
    days: None = None
    decided: tuple[NameDecision, ...] = ()
    versions: tuple[SettingsVersion, ...] = ()
    asked: list[str] = field(default_factory=list)
    _orders: int = 0
    _waiting: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._base = duckdb.connect()
        for step in (
            "0002_marts",
            "0006_order_margin",
            "0007_counted_orders",
            "0009_source_sums",
            "0013_calls_off_hours",
            "0016_series",
            "0018_goods_and_customers",
            "0020_refunds",
            "0019_answers",
            "0021_refund_ages",
            "0022_sales_by_place",
            "0024_vat_in_the_funnel",
        ):
            self.connection.execute((QUERIES / f"schema/store/{step}.sql").read_text(encoding="utf-8"))
        self.connection.execute(
            "create table imports (import_id integer, kind text, format text, rows_read bigint, rows_rejected bigint, "
            "period_last date, imported_at timestamp, undone_at timestamp, status text, report text)"
        )
        self.connection.execute((QUERIES / "schema/store/0010_import_changes.sql").read_text(encoding="utf-8"))
        self.connection.execute(
            "insert into calendar select day::date, isodow(day), day::date - (isodow(day) - 1)::int, "
            "date_trunc('month', day)::date, isodow(day) < 6, '' "
            "from range(date '2024-01-01', date '2027-12-31', interval 1 day) as days(day)"
        )

    def fetch(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """The rows of a named query, checked against its header."""
        self.asked.append(name)
        return running.fetch(self.connection, name, params)

    def settings_versions(self) -> tuple[SettingsVersion, ...]:
        """The versions of the settings that the test says there were, the newest first."""
        return self.versions

    def gives(self, first: date, last: date) -> bool:
        """Every day may be told of."""
        return True

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What a version makes once, which rows that a test adds later would make another."""
        return make()

    def seen_from(self, today: date) -> date:
        """Ages are counted from today."""
        return today

    def reaches_to(self, today: date) -> None:
        """No further than the figures do."""

    def name_decisions(self) -> tuple[NameDecision, ...]:
        """What the test says was decided of names."""
        return self.decided

    def fetch_one(self, name: str, **params: Any) -> dict[str, Any]:
        """The one row of a named query."""
        (row,) = self.fetch(name, **params)
        return row

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection, with every row that was said so far in its table."""
        for table, rows in self._waiting.items():
            marts = self._base.table(table)
            empty = {
                name: "" if str(kind) == "VARCHAR" else 0 for name, kind in zip(marts.columns, marts.types, strict=True)
            }
            assert all(set(row) <= set(empty) for row in rows)
            said = pd.DataFrame([{**empty, **row} for row in rows])
            self._base.from_df(said).insert_into(table)
        self._waiting.clear()
        return self._base

    def insert(self, table: str, **values: Any) -> None:
        """One row; columns that are not named are zero or empty."""
        self._waiting.setdefault(table, []).append(values)

    def spend(self, day: date, channel: str, campaign: str, amount: int, *, product: str = "", clicks: int = 0) -> None:
        """A campaign's day on its platform."""
        self.insert(
            "funnel_day",
            day=day, channel=channel, campaign=campaign, product=product,
            spend=amount, clicks=clicks, impressions=10 * clicks,
        )  # fmt: skip
        self.covered(day, "ads", channel)

    def leads(
        self, day: date, channel: str, campaign: str = "", count: int = 1, *, product: str = "", target: int = 0
    ) -> None:
        """Leads of one day, all of them marked."""
        keys = {"day": day, "channel": channel, "campaign": campaign, "product": product}
        counts = {"leads": count, "leads_answered": count, "leads_marked": count, "target_leads": target}
        self.insert("funnel_day", **keys, **counts)
        self.insert("cohort_day", **keys, **counts)
        self.covered(day, "calls", "calltouch")

    def calls(self, day: date, channel: str, answered: int, missed: int, *, off_hours: int = 0) -> None:
        """Incoming calls of one day; those out of hours are none of the missed."""
        self.insert(
            "funnel_day",
            day=day, channel=channel, calls=answered + missed + off_hours, calls_missed=missed,
            calls_off_hours=off_hours,
        )  # fmt: skip
        self.covered(day, "calls", "calltouch")

    def answers(
        self, day: date, channel: str, callers: int = 0, lost: int = 0, *, timed: int = 0, within_hour: int = 0
    ) -> None:
        """Callers of one day and those never spoken to; forms whose first answer is known, and those answered soon."""
        self.insert(
            "answer_day",
            day=day, channel=channel, callers=callers, callers_lost=lost, timed=timed, timed_within_hour=within_hour,
        )  # fmt: skip

    def forms(self, day: date, channel: str, count: int) -> None:
        """Forms of one day, which are leads too."""
        self.insert("funnel_day", day=day, channel=channel, forms=count, leads=count, leads_answered=count)
        self.covered(day, "deals", "bitrix24")

    def happened(self, day: date, what: str, text: str = "", *, to: date | None = None) -> None:
        """An entry in the log of events."""
        self.insert("event_day", day=day, day_to=to or day, what=what, text=text)

    def sale(
        self,
        lead_day: date,
        channel: str,
        campaign: str = "",
        *,
        sold: date | None = None,
        revenue: int = 100,
        count: int = 1,
        refunds: int = 0,
        cogs: int | None = 60,
        product: str = "",
        location: str = "",
        phone: bool = False,
    ) -> None:
        """So many equal orders (amounts are of one); `cogs` None is unknown."""
        counts = {
            "orders": count,
            "phone_orders": count if phone else 0,
            "revenue": count * revenue,
            "refunds": count * refunds,
            "cogs": count * (cogs or 0),
            "revenue_without_cost": count * revenue if cogs is None else 0,
            "order_squares": count * (revenue - refunds) ** 2,
        }
        keys = {"channel": channel, "campaign": campaign, "product": product}
        self.insert("cohort_day", day=lead_day, location=location, **keys, **counts)
        self.insert("funnel_day", day=sold or lead_day, location=location, **keys, **counts)
        for _ in range(count):
            self._orders += 1
            self.insert(
                "attribution",
                platform="bitrix24", order_id=str(self._orders), sold=sold or lead_day, lead_day=lead_day, **keys,
                way="phone" if phone else "site", revenue=revenue, refunds=refunds, cogs=cogs or 0,
                revenue_without_cost=revenue if cogs is None else 0, orders=1,
            )  # fmt: skip
        self.insert("lag_day", lead_day=lead_day, sold_day=sold or lead_day, orders=count, revenue=count * revenue)
        self.covered(sold or lead_day, "deals", "bitrix24")

    def series(self, kind: str, day: date, value: float, *, name: str = "", to: date | None = None) -> None:
        """A value of what explains sales from outside, of one day or of several."""
        self.insert("series_span", kind=kind, day=day, day_to=to or day, value=value, name=name)

    def goods(self, day: date, product: str, units: int, price: int, *, cogs: int = 0) -> None:
        """So many pieces sold on a day, amounts of one; the sales themselves are said apart."""
        self.insert(
            "goods_day",
            day=day, product=product, orders=units, units=units, revenue=units * price, cogs=units * cogs,
        )  # fmt: skip

    def bought(self, day: date, customer: str, revenue: int, count: int = 1) -> None:
        """So many equal orders of new, recent, former or unknown buyers; the sales themselves are said apart."""
        self.insert(
            "customer_day",
            day=day, channel="direct", customer=customer, orders=count, revenue=count * revenue,
            order_squares=count * revenue**2,
        )  # fmt: skip

    def pieces(
        self,
        day: date,
        product: str,
        units: int,
        revenue: int,
        *,
        orders: int = 1,
        refunds: int = 0,
        location: str = "",
    ) -> None:
        """What was sold of a product, in pieces and in money; beside it, the sale itself."""
        self.insert(
            "goods_day",
            day=day, location=location, product=product, orders=orders, units=units, revenue=revenue, refunds=refunds,
        )  # fmt: skip
        self.sale(day, "organic_search", revenue=revenue, refunds=refunds, product=product, location=location)

    def refunded(self, sold: date, on: date, amount: int, count: int = 1) -> None:
        """So much of a day's sales given back on a day; the sales themselves are said apart."""
        self.insert("refund_lag_day", sold_day=sold, refunded_day=on, refunds=amount, refund_count=count)

    def foreign(self, day: date, kind: str, channel: str, amount: int, converted: int, currency: str = "USD") -> None:
        """So much in another currency, and what a rate made of it; the spend or the sales are said apart."""
        self.insert(
            "foreign_day", day=day, kind=kind, channel=channel, currency=currency, amount=amount, converted=converted
        )

    def covered(
        self, day: date, kind: str, platform: str, count: int = 1, *, amount: int = 0, account: str = ""
    ) -> None:
        """A source has so many rows for the day, each of one unit."""
        self.insert(
            "coverage_day",
            day=day, kind=kind, platform=platform, account=account, row_count=count, unit_count=count, amount=amount,
        )  # fmt: skip

    def imported(
        self, kind: str, source_format: str, read: int, rejected: int, *, at: datetime, last: date | None = None
    ) -> None:
        """A file that was taken in."""
        self.connection.execute(
            "insert into imports values (1, ?, ?, ?, ?, ?, ?, null, 'imported', '')",
            [kind, source_format, read, rejected, last, at],
        )

    def reloaded(self, day: date, before: int, after: int, *, at: datetime, number: int = 2) -> None:
        """A later file that changed what a day's ads had cost."""
        self.connection.execute(
            "insert into imports values (?, 'ads', 'google_ads_report', 1, 0, ?, ?, null, 'replaced', '')",
            [number, day, at],
        )
        self.insert(
            "import_day",
            import_id=number, table_name="ad_day", measure="spend", day=day, currency=self.profile.currency,
            amount_before=before, amount_after=after,
        )  # fmt: skip

    def plan(self, month: date, measure: str, value: int, channel: str = "") -> None:
        """A figure of the plan, agreed once."""
        self.insert(
            "plan_month", month=month, channel=channel, measure=measure, value=value, first_value=value, agreements=1
        )
