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
from dashboard.domain.client import ClientProfile
from dashboard.domain.happenings import agreed_words
from dashboard.warehouse.marts import booked_refunds, side_tables
from dashboard.warehouse.marts.engine import MARTS
from dashboard.warehouse.marts.statement import statement

# Days outside these years are slips of the pen and reach no mart.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100

_NAMED = ("campaign_now", "campaign_alias", "name_now")
_CONCERNED = ("touched_person", "touched_contact", "touched_order")
_JOINED = ("ad_spend", "lead_contact", "lead", "order_source", "order_history", "first_touch", "order_credit")
_SUMMED = ("sales_sum", "lead_sum", "contact_sum")
_VIEWS = ("contact", "paid_order")
_TEXT, _MONEY, _FACTOR = "text", "decimal(18, 4)", "decimal(24, 12)"


class DuckDBMarts:
    """The mart engine on one machine. Holds nothing between calls."""

    def touched_days(self, connection: duckdb.DuckDBPyConnection, import_id: int) -> tuple[date, ...]:
        """See `MartEngine.touched_days`."""
        settings = {"import_id": import_id}
        steps = (*_NAMED, "changed_campaign", "changed_name", "identity", "changed_unit", "touched_unit")
        for name in steps:
            _stage(connection, name, settings)
        days = {day for (day,) in _rows(connection, "staging/import_day", settings)}
        for first, last in _rows(connection, "staging/import_period", settings):
            days.update(_run(first, last))
        _drop(connection, steps)
        # A month's sum of refunds is borne by the channels of the whole month: with a day of it, all are rebuilt.
        for day, is_own in _rows(connection, "staging/refund_month", settings):
            month = _run(day.replace(day=1), day)
            if is_own or not days.isdisjoint(month):
                days |= month
        return tuple(sorted(days))

    def rebuild(
        self, connection: duckdb.DuckDBPyConnection, days: Sequence[date] | None, profile: ClientProfile
    ) -> None:
        """See `MartEngine.rebuild`."""
        span = _span(connection)
        if days is None or _rows(connection, "staging/calendar_span", {}) != [span]:
            _renew_calendar(connection, span, profile)
        touched = _run(*span) if days is None else set(days)
        dated = [(day,) for day in sorted(touched) if _FIRST_YEAR <= day.year <= _LAST_YEAR]
        made = [_fill(connection, "touched_day", {"day": "date"}, dated)]
        made += _build(connection, profile)
        forget = "schema/marts/forget_all" if days is None else "schema/marts/forget_days"
        connection.execute(statement(forget).text)
        for mart in MARTS:
            if mart != "calendar":
                connection.sql(statement(f"marts/{mart}").text).insert_into(mart)
        connection.execute(statement("schema/marts/renew_campaign_name").text)
        connection.execute(statement("schema/marts/renew_name_built").text)
        _drop(connection, made)


def _build(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[str]:
    """Makes every temporary table that the marts are summed from; gives their names, views last."""
    settings = {
        "direct": side_tables.DIRECT,
        "no_source": side_tables.NO_SOURCE,
    }
    left_out = side_tables.books_left_out(_rows(connection, "staging/sale_platform", {}), profile)
    made = [_fill(connection, "book_left_out", {"platform": _TEXT}, left_out)]
    made += [_stage(connection, name, settings) for name in (*_NAMED, "email_phone")]
    views = [_stage(connection, name, settings, kind="view") for name in _VIEWS]
    made += [_booked_orders(connection), *(_stage(connection, name, settings) for name in _CONCERNED)]
    made += [_booked_lines(connection), *(_stage(connection, name, settings) for name in ("touched_line", "ad"))]
    made += [*_eras(connection, profile), *_side(connection, profile)]
    made += [_stage(connection, name, settings) for name in (*_JOINED, "order_line", "order_total")]
    made.append(_allocated_refunds(connection))
    made += [_stage(connection, name, settings) for name in _SUMMED]
    return made + views


def _booked_orders(connection: duckdb.DuckDBPyConnection) -> str:
    """Makes the small table of orders of which accounting knows a refund; all orders are looked at only for some."""
    if _rows(connection, "staging/refund_count", {}) != [(0,)]:
        return _stage(connection, "booked_order", {})
    columns = {
        "platform": _TEXT, "account": _TEXT, "order_id": _TEXT, "number": _TEXT, "sold_day": "date", "amount": _MONEY,
        "day": "date",
    }  # fmt: skip
    return _fill(connection, "booked_order", columns, ())


def _booked_lines(connection: duckdb.DuckDBPyConnection) -> str:
    """Makes the small table of lines of which accounting knows a refund."""
    columns = {
        "platform": _TEXT, "account": _TEXT, "order_id": _TEXT, "item": "integer", "refunded": _MONEY,
        "refunded_day": "date",
    }  # fmt: skip
    return _fill(connection, "booked_line", columns, booked_refunds.lines(_rows(connection, "staging/booked_part", {})))


def _allocated_refunds(connection: duckdb.DuckDBPyConnection) -> str:
    """Makes the small table of what channels bear of refunds that are known by month alone."""
    rows = _rows(connection, "staging/month_share", {})
    columns = {"day": "date", "channel": _TEXT, "amount": _MONEY}
    return _fill(connection, "allocated_refund", columns, booked_refunds.channels(rows))


def _eras(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[str]:
    """Makes the small tables that say which rules hold on which day."""
    rules = {
        "era": "integer",
        "attribution_rule": _TEXT,
        "attribution_window_days": "integer",
        "lead_window_days": "integer",
        "target_talk_seconds": "integer",
        "target_forms": "boolean",
    }
    hours = {"era": "integer", "weekday": "integer", "opens": "integer", "closes": "integer"}
    days = side_tables.era_days(profile, *_span(connection))
    return [
        _fill(connection, "era_day", {"day": "date", "era": "integer"}, days),
        _fill(connection, "era_rule", rules, side_tables.era_rules(profile)),
        _fill(connection, "open_hour", hours, side_tables.open_hours(profile)),
        _fill(connection, "event_word", {"text": _TEXT, "what": _TEXT}, agreed_words()),
    ]


def _side(connection: duckdb.DuckDBPyConnection, profile: ClientProfile) -> list[str]:
    """Makes the small tables that hold what the settings say about the values met in the rows."""
    traffic = _rows(connection, "staging/traffic", {})
    meant = [row[3] for row in _rows(connection, "staging/name_now", {}) if row[0] == "campaign"]
    campaigns = side_tables.campaign_products([*(row[2] for row in traffic), *meant], profile)
    names = side_tables.product_names(dict(_rows(connection, "staging/named_product", {})), profile)
    shares = side_tables.cost_shares(["", *(row[1] for row in (*campaigns, *names))], profile)
    amounts = _rows(connection, "staging/amount_day", {})
    factors = side_tables.money_factors(amounts, profile)
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
        _fill(connection, "cost_share", {"era": "integer", "product": _TEXT, "share": _FACTOR}, shares),
        _fill(
            connection,
            "money_factor",
            {"day": "date", "currency": _TEXT, "includes_vat": "boolean", "factor": _FACTOR},
            factors,
        ),
        _fill(
            connection,
            "foreign_rate",
            {"day": "date", "currency": _TEXT, "units": _FACTOR},
            side_tables.foreign_units(amounts, profile),
        ),
        _fill(
            connection,
            "refunded_cost",
            {"revenue": _MONEY, "cost": _MONEY, "refunded": _MONEY, "amount": _MONEY},
            refunded,
        ),
    ]


def _span(connection: duckdb.DuckDBPyConnection) -> tuple[date | None, date | None]:
    """The days that the calendar has to know: from the year before the first row to two years after the last."""
    ((first, last),) = _rows(connection, "staging/data_span", {})
    if first is None or first.year > _LAST_YEAR or last.year < _FIRST_YEAR:
        return None, None
    return date(max(first.year - 1, _FIRST_YEAR), 1, 1), date(min(last.year + 2, _LAST_YEAR), 12, 31)


def _run(first: date | None, last: date | None) -> set[date]:
    if first is None or last is None:
        return set()
    return {first + timedelta(days=ahead) for ahead in range((last - first).days + 1)}


def _renew_calendar(
    connection: duckdb.DuckDBPyConnection, span: tuple[date | None, date | None], profile: ClientProfile
) -> None:
    first, last = span
    days = () if first is None or last is None else calendar.days(profile.country, first, last)
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


def _rows(connection: duckdb.DuckDBPyConnection, name: str, settings: Mapping[str, object]) -> list[tuple[Any, ...]]:
    query = statement(name)
    return connection.execute(query.text, query.values(settings)).fetchall()


def _stage(
    connection: duckdb.DuckDBPyConnection, name: str, settings: Mapping[str, object], kind: str = "table"
) -> str:
    query = statement(f"staging/{name}")
    return _make(connection, kind, name, query.text, query.values(settings))


def _fill(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]
) -> str:
    """Makes a temporary table of rows that Python has: one statement, however many rows."""
    unnested = ", ".join(f"unnest(${column}::{kind}[]) as {column}" for column, kind in columns.items())
    values = {column: [row[place] for row in rows] for place, column in enumerate(columns)}
    return _make(connection, "table", name, f"select {unnested}", values)


def _make(connection: duckdb.DuckDBPyConnection, kind: str, name: str, query: str, values: Mapping[str, object]) -> str:
    """Makes a temporary table or view of what the query gives."""
    connection.execute(f"create or replace temp {kind} {name} as\n{query}", values)
    return name


def _drop(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in reversed(list(names)):
        connection.execute(f"drop {'view' if name in _VIEWS else 'table'} temp.{name}")
