"""Made-up files, as the reader of files leaves them, and a namespace of a made-up client."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.canonical import TABLES, TABLES_OF, Kind
from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase
from dashboard.domain.reading import Outcome, Reading
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.store import Store

DAY = date(2026, 3, 1)

_PLAIN: dict[str, dict[str, Any]] = {
    "ad_day": {
        "platform": "google_ads",
        "account": "",
        "day": DAY,
        "campaign_key": "A",
        "ad_group": "",
        "keyword": "",
        "source": "google",
        "medium": "cpc",
        "impressions": 100,
        "clicks": 10,
        "spend": 5,
        "currency": "RUB",
        "includes_vat": False,
    },
    "calls": {
        "platform": "calltouch",
        "account": "",
        "call_id": "1",
        "started": DAY,
        "tracking_number": "",
        "direction": "in",
        "answered": True,
        "source": "google",
        "medium": "cpc",
        "campaign": "A",
        "keyword": "",
        "manager": "",
        "recording": "",
    },
    "leads": {
        "platform": "bitrix24",
        "account": "",
        "lead_id": "1",
        "created": DAY,
        "way": "deal",
        "status": "open",
        "stage": "",
        "lost_reason": "",
        "source": "google",
        "medium": "cpc",
        "campaign": "A",
        "keyword": "",
        "product": "",
        "manager": "",
        "currency": "RUB",
    },
    "sales": {
        "platform": "shopify",
        "account": "",
        "order_id": "1",
        "item": 1,
        "sold": DAY,
        "paid": True,
        "way": "site",
        "product": "",
        "quantity": 1,
        "revenue": 100,
        "refunded": 0,
        "currency": "RUB",
        "source": "google",
        "medium": "cpc",
        "campaign": "A",
        "keyword": "",
        "manager": "",
        "status": "",
        "location": "",
        "includes_vat": False,
    },
    "rates": {"day": DAY, "currency": "USD", "rate": 90},
    "plan": {"month": DAY, "channel": "", "measure": "spend", "value": 100, "agreed_on": DAY},
    "events": {"day": DAY, "day_to": DAY, "what": "site", "text": "moved"},
    "refunds": {
        "order_id": "1",
        "month": "2026-03",
        "day": DAY,
        "dated": True,
        "amount": 5,
        "currency": "RUB",
        "comment": "",
    },
    "series": {"day": DAY, "day_to": DAY, "kind": "demand", "name": "cups", "place": "", "value": 5, "currency": ""},
    "notes": {"month": DAY, "author": "agency", "text": "well", "next_steps": ""},
}

Write = Callable[..., Reading]


def day(number: int) -> date:
    """The day `number` of the made-up month, from 1."""
    return DAY + timedelta(days=number - 1)


def row(table: str, **values: Any) -> dict[str, Any]:
    """A plain row of a canonical table, with these values in the place of the plain ones."""
    plain: dict[str, Any] = dict.fromkeys(TABLES[table].columns) | _PLAIN[table] | values
    if table == "ad_day":
        plain["campaign"] = values.get("campaign", plain["campaign_key"])
        plain["day_to"] = values.get("day_to", plain["day"])
    return plain


def ads(*spends: tuple[int, str, int], **values: Any) -> dict[str, list[dict[str, Any]]]:
    """Ad rows from (day number, campaign, spend)."""
    return {
        "ad_day": [
            row("ad_day", day=day(number), campaign_key=campaign, spend=spend, **values)
            for number, campaign, spend in spends
        ]
    }


class NoMarts:
    """A mart engine that builds nothing."""

    def touched_days(self, connection: duckdb.DuckDBPyConnection, import_id: int) -> tuple[date, ...]:
        """No day."""
        return ()

    def rebuild(
        self, connection: duckdb.DuckDBPyConnection, days: Sequence[date] | None, profile: ClientProfile
    ) -> None:
        """Nothing."""


def write_reading(
    path: Path,
    kind: Kind,
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    file: str = "file.csv",
    rejects: Sequence[tuple[int, str, str]] = (),
    messages: Sequence[Phrase] = (),
) -> Reading:
    """The reading of a made-up file, its rows written to `path`."""
    days = []
    with duckdb.connect(str(path)) as connection:
        for table in TABLES_OF[kind]:
            columns = ", ".join(f"{name} {type_}" for name, type_ in table.columns.items())
            connection.execute(f"create table {table.name} ({columns}, line bigint)")
            relation = connection.table(table.name)
            for line, values in enumerate(tables.get(table.name, ()), start=2):
                days.append(values[table.dated_by])
                relation.insert([*(values[name] for name in table.columns), line])
        connection.execute("create table rejects (line bigint, reason text, content text)")
        for reject in rejects:
            connection.table("rejects").insert(list(reject))
    count = sum(len(rows) for rows in tables.values())
    return Reading(
        file=file,
        sha256=f"{abs(hash(str(path))):064d}",
        outcome=Outcome.READABLE,
        format="made_up",
        kind=kind,
        rows=path,
        rows_read=count + len(rejects),
        rows_kept=count,
        rows_rejected=len(rejects),
        period=(min(days), max(days)) if days else None,
        currency="RUB",
        totals={"rows": count},
        messages=tuple(messages),
    )


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a reading: `write(Kind.ADS, ads((1, "A", 5)), file="march.csv")`."""
    made = 0

    def writing(kind: Kind, tables: Mapping[str, Sequence[Mapping[str, Any]]], **told: Any) -> Reading:
        nonlocal made
        made += 1
        return write_reading(tmp_path / f"reading-{made}.duckdb", kind, tables, **told)

    return writing


@pytest.fixture
def profile() -> ClientProfile:
    """A made-up client who pays in roubles."""
    return ClientProfile(slug="clinic", name="Clinic", currency="RUB", country="RU", timezone="Europe/Moscow")


@pytest.fixture
def namespace(tmp_path: Path, profile: ClientProfile) -> Namespace:
    """The client's namespace, empty."""
    return Namespace.create(tmp_path / "clinic", profile)


def live_in(store: Store, table: str = "ad_day", *columns: str) -> list[tuple[Any, ...]]:
    """The live rows of a raw table of an open store, sorted; by default day, campaign and spend of ad days."""
    wanted = ", ".join(columns or ("day", "campaign_key", "cast(spend as integer)"))
    rows = store._connection.table(f"raw_{table}").filter("live").project(wanted)
    return sorted(rows.fetchall())


def live(namespace: Namespace, table: str = "ad_day", *columns: str) -> list[tuple[Any, ...]]:
    """As `live_in`, of a store that nobody has open."""
    with namespace.store() as store:
        return live_in(store, table, *columns)
