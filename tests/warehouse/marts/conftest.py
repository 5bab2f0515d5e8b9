"""One client's store in memory, filled row by row with what a test needs to say and usual values for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.domain.canonical import TABLES
from dashboard.domain.client import ClientProfile, ProductRule
from dashboard.warehouse.marts import MARTS, DuckDBMarts

CLINIC = ClientProfile(
    slug="clinic",
    name="Clinic",
    currency="RUB",
    country="RU",
    timezone="Europe/Moscow",
    product_rules=(ProductRule("Implants", "implant"), ProductRule("Whitening", "whiten")),
)

_USUAL: dict[str, dict[str, Any]] = {
    "ad_day": {"platform": "google_ads", "source": "google", "medium": "cpc", "currency": "RUB", "includes_vat": False},
    "calls": {"platform": "tracker", "direction": "in", "answered": True, "talk_seconds": 20},
    "leads": {"platform": "crm", "way": "deal", "status": "open", "currency": "RUB"},
    "sales": {"platform": "crm", "item": 1, "paid": True, "way": "other", "quantity": 1, "currency": "RUB"},
    "rates": {},
    "plan": {"measure": "leads"},
    "events": {"what": "site"},
    "notes": {"author": "Agency"},
    "series": {"kind": "demand"},
    "refunds": {"dated": True, "currency": "RUB"},
}
_IMPORT = """
insert into imports (
    import_id, imported_at, imported_by, file, sha256, format, kind, rows_read, rows_kept, rows_rejected, report
)
values ($1, '2025-03-01', 'Agency', 'file.csv', '', 'format', $2, 1, 1, 0, '')
"""
_MAY_BE_NULL = {"phone_hash", "email_hash", "phone_tail", "cost", "amount", "conversions", "conversion_value"}


class Rows:
    """The raw tables and marts of one client. Days and moments go in and come out as ISO text."""

    def __init__(self, queries: Path, profile: ClientProfile) -> None:
        self.connection = duckdb.connect()
        self.profile = profile
        self.engine = DuckDBMarts()
        for migration in sorted((queries / "schema" / "store").glob("*.sql")):
            self.connection.execute(migration.read_text(encoding="utf-8"))

    def add(self, table: str, *, import_id: int = 1, live: bool = True, **values: Any) -> None:
        """A row of the canonical table; columns not given are empty, zero or null as their type asks."""
        columns = TABLES[table].columns
        row = {**{name: _empty(name, kind) for name, kind in columns.items()}, **_USUAL[table], **values}
        assert row.keys() == columns.keys()
        if table in ("ad_day", "events", "series"):
            row["day_to"] = row["day_to"] or row["day"]
        if table == "ad_day":
            row["campaign_key"] = row["campaign_key"] or row["campaign"]
        row |= {"line": 1, "import_id": import_id, "live": live}
        marks = ", ".join(f"${name}" for name in row)
        self.connection.execute(f"insert into raw_{table} ({', '.join(row)}) values ({marks})", row)

    def add_import(self, import_id: int, kind: str) -> None:
        """The record of an import of that kind."""
        self.connection.execute(_IMPORT, [import_id, kind])

    def replace(self, table: str, old: str, **values: Any) -> None:
        """Makes the rows whose id is `old` dead, and puts this row in their place."""
        key = {"calls": "call_id", "leads": "lead_id", "sales": "order_id"}[table]
        self.kill(table, f"{key} = '{old}'")
        self.add(table, **{key: old}, **values)

    def kill(self, table: str, condition: str) -> None:
        """The rows that fit are no longer live."""
        self.connection.table(f"raw_{table}").update({"live": False}, condition=duckdb.SQLExpression(condition))

    def live(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """These columns of the live raw rows; a moment gives its day."""
        rows = self.connection.table(f"raw_{table}").filter("live").select(*columns).fetchall()
        return [tuple(_plain(value) for value in row) for row in rows]

    def rebuild(self, *days: str) -> None:
        """Rebuilds these days, or everything where none is given."""
        chosen = tuple(date.fromisoformat(day) for day in days) or None
        self.engine.rebuild(self.connection, chosen, self.profile)

    def touched(self, import_id: int) -> list[str]:
        """The days that the import touches."""
        return [day.isoformat() for day in self.engine.touched_days(self.connection, import_id)]

    def rebuild_import(self, import_id: int) -> None:
        """Rebuilds the days that the import touches."""
        days = self.engine.touched_days(self.connection, import_id)
        self.engine.rebuild(self.connection, days, self.profile)

    def mart(self, name: str, *columns: str) -> list[tuple[Any, ...]]:
        """The mart's rows in order: these columns, or all."""
        relation = self.connection.table(name)
        rows = (relation.select(*columns) if columns else relation).fetchall()
        return sorted((tuple(_plain(value) for value in row) for row in rows), key=repr)

    def marts(self) -> dict[str, list[tuple[Any, ...]]]:
        """All marts, whole."""
        return {name: self.mart(name) for name in MARTS}

    def total(self, mart: str, measure: str, **where: str) -> Any:
        """The sum of a measure over the rows that have these values."""
        return sum(row[0] for row in self.mart(mart, measure, *where) if row[1:] == tuple(where.values()))


def _empty(name: str, kind: str) -> Any:
    if kind == "text":
        return None if name in _MAY_BE_NULL else ""
    return None if kind in ("date", "timestamp", "boolean", "integer") or name in _MAY_BE_NULL else 0


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture
def new_store(root: Path) -> Iterator[Callable[..., Rows]]:
    """Makes the store of one more client."""
    made: list[Rows] = []

    def new(profile: ClientProfile = CLINIC) -> Rows:
        made.append(Rows(root / "queries", profile))
        return made[-1]

    yield new
    for rows in made:
        rows.connection.close()


@pytest.fixture
def store(new_store: Callable[..., Rows]) -> Rows:
    """An empty store of a clinic in roubles."""
    return new_store()
