"""Marts built by DuckDB, on the writer's own connection.

The order is: who is concerned (staging), what the settings say about the values met (side tables), leads, credit,
money, sums, marts. Everything between raw rows and marts is temporary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import duckdb

from dashboard.domain import calendar
from dashboard.domain.calendar import CalendarDay
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.marts import side_tables
from dashboard.warehouse.marts.engine import MARTS
from dashboard.warehouse.marts.statement import statement

# Days outside these years are slips of the pen and reach no mart.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100

_CONCERNED = ("touched_person", "touched_contact", "touched_order", "touched_line", "ad")
_JOINED = ("ad_spend", "lead_contact", "lead", "order_source", "order_history", "order_credit")
_SUMMED = ("order_line", "order_total", "sales_sum", "lead_sum", "contact_sum")
_VIEWS = ("contact", "paid_order")
_TEXT, _MONEY, _FACTOR = "text", "decimal(18, 4)", "decimal(24, 12)"


class DuckDBMarts:
    """The mart engine on one machine. Holds nothing between calls."""

    def touched_days(self, connection: duckdb.DuckDBPyConnection, import_id: int) -> tuple[date, ...]:
        """See `MartEngine.touched_days`."""
        settings = {"import_id": import_id}
        steps = ("identity", "changed_unit", "touched_unit")
        for name in steps:
            _stage(connection, name, settings)
        days = {day for (day,) in _rows(connection, "staging/import_day", settings)}
        for first, last in _rows(connection, "staging/import_period", settings):
            days.update(first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        _drop(connection, steps)
        return tuple(sorted(days))

    def rebuild(
        self, connection: duckdb.DuckDBPyConnection, days: Sequence[date] | None, profile: ClientProfile
    ) -> None:
        """See `MartEngine.rebuild`."""
        known = _calendar(connection, profile)
        touched = known if days is None else sorted(set(days))
        made = [_fill(connection, "touched_day", {"day": "date"}, [(day,) for day in touched])]
        made += _build(connection, profile)
        forget = "schema/marts/forget_all" if days is None else "schema/marts/forget_days"
        connection.execute(statement(forget).text)
        for mart in MARTS:
            if mart != "calendar":
                connection.execute(f"insert into {mart} by name\n{statement(f'marts/{mart}').text}")
        _drop(connection, made)


def _build(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[str]:
    """Makes every temporary table that the marts are summed from; gives their names, views last."""
    settings = {
        "lead_window_days": profile.lead_window_days,
        "attribution_window_days": profile.attribution_window_days,
        "target_talk_seconds": profile.target_talk_seconds,
        "direct": side_tables.DIRECT,
        "no_source": side_tables.NO_SOURCE,
    }
    made = [_stage(connection, "email_phone", settings)]
    views = [_stage(connection, name, settings, kind="view") for name in _VIEWS]
    made += [_stage(connection, name, settings) for name in _CONCERNED]
    made += _side(connection, profile)
    made += [_stage(connection, name, settings) for name in (*_JOINED, *_SUMMED)]
    return made + views


def _side(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[str]:
    """Makes the small tables that hold what the settings say about the values met in the rows."""
    traffic = _rows(connection, "staging/traffic", {})
    campaigns = side_tables.campaign_products((row[2] for row in traffic), profile)
    names = side_tables.product_names((row[0] for row in _rows(connection, "staging/named_product", {})), profile)
    shares = side_tables.cost_shares(["", *(row[1] for row in (*campaigns, *names))], profile)
    factors = side_tables.money_factors(_rows(connection, "staging/amount_day", {}), profile)
    refunded = side_tables.refunded_costs(_rows(connection, "staging/partial_refund", {}))
    return [
        _fill(
            connection,
            "traffic_channel",
            {"source": _TEXT, "medium": _TEXT, "campaign": _TEXT, "channel": _TEXT, "touch": "integer"},
            side_tables.traffic_channels(traffic, profile),
        ),
        _fill(connection, "campaign_product", {"campaign": _TEXT, "product": _TEXT}, campaigns),
        _fill(connection, "product_name", {"product": _TEXT, "name": _TEXT}, names),
        _fill(connection, "cost_share", {"product": _TEXT, "share": _FACTOR}, shares),
        _fill(
            connection,
            "money_factor",
            {"day": "date", "currency": _TEXT, "includes_vat": "boolean", "factor": _FACTOR},
            factors,
        ),
        _fill(
            connection,
            "refunded_cost",
            {"revenue": _MONEY, "cost": _MONEY, "refunded": _MONEY, "amount": _MONEY},
            refunded,
        ),
    ]


def _calendar(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[date]:
    """Makes the calendar, from the year before the first row to two years after the last; gives its days."""
    ((first, last),) = _rows(connection, "staging/data_span", {})
    days: Sequence[CalendarDay] = ()
    if first is not None:
        years = max(first.year - 1, _FIRST_YEAR), min(last.year + 2, _LAST_YEAR)
        days = calendar.days(profile.country, date(years[0], 1, 1), date(years[1], 12, 31))
    rows = [
        (
            day.day,
            day.day.isoweekday(),
            day.day - timedelta(days=day.day.weekday()),
            day.day.replace(day=1),
            day.is_working,
            day.holiday,
        )
        for day in days
    ]
    columns = {
        "day": "date",
        "weekday": "integer",
        "week_start": "date",
        "month": "date",
        "is_working": "boolean",
        "holiday": _TEXT,
    }
    made = _fill(connection, "calendar_now", columns, rows)
    connection.execute(statement("schema/marts/renew_calendar").text)
    _drop(connection, [made])
    return [day.day for day in days]


def _rows(connection: duckdb.DuckDBPyConnection, name: str, settings: Mapping[str, object]) -> list[tuple[Any, ...]]:
    query = statement(name)
    return connection.execute(query.text, query.values(settings)).fetchall()


def _stage(
    connection: duckdb.DuckDBPyConnection, name: str, settings: Mapping[str, object], kind: str = "table"
) -> str:
    query = statement(f"staging/{name}")
    connection.execute(f"create or replace temp {kind} {name} as\n{query.text}", query.values(settings))
    return name


def _fill(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]
) -> str:
    """Makes a temporary table of rows that Python has: one statement, however many rows."""
    unnested = ", ".join(f"unnest(${column}::{kind}[]) as {column}" for column, kind in columns.items())
    values = {column: [row[place] for row in rows] for place, column in enumerate(columns)}
    connection.execute(f"create or replace temp table {name} as select {unnested}", values)
    return name


def _drop(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in reversed(list(names)):
        connection.execute(f"drop {'view' if name in _VIEWS else 'table'} temp.{name}")
