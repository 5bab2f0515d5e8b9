"""Large exports to measure with: ad rows of two years in Google Ads' layout, and order lines of a plain table.

The same number of rows gives the same bytes. More ad rows mean more keywords, not more campaigns or days, as in a
large account; so the marts stay as they are while the raw rows grow.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb

END = date(2026, 11, 21)
TODAY = END + timedelta(days=1)
CAMPAIGNS, AD_GROUPS, DAYS = 40, 10, 730

_AD_ROWS = """
copy (
    select
        cast(date '{first}' + cast(number % {days} as integer) as text) as "Day",
        'Campaign ' || ((number // {days}) % {campaigns}) as "Campaign",
        cast(100000 + ((number // {days}) % {campaigns}) as text) as "Campaign ID",
        'Group ' || ((number // {days_of_all}) % {ad_groups}) as "Ad group",
        '{phrase} ' || (number // {days_of_groups}) as "Search keyword",
        'USD' as "Currency code",
        (number * 7919) % 5000 as "Impr.",
        (number * 31) % 300 as "Clicks",
        cast(((number * 104729 + {dearer}) % 100000) * 0.01 as decimal(12, 2)) as "Cost",
        cast(0 as decimal(12, 2)) as "Conversions"
    from range({rows}) as numbers(number)
) to '{path}' (header)
"""

_ORDER_LINES = """
copy (
    select
        cast(500000 + number // 20 as text) as "Receipt",
        date '{first}' + cast((number // 20) % {days} as integer) as "Sold on",
        'Article ' || ((number * 7919) % 4000) as "Article",
        1 + number % 5 as "Pieces",
        cast(((number * 104729) % 5000) * 0.01 as decimal(12, 2)) as "Price"
    from range({rows}) as numbers(number)
) to '{path}' (header)
"""

_CALLS = """
copy (
    select
        'CAL' || number as "Call ID",
        strftime(
            timestamp '{first} 08:00:00' + to_days(cast(number % {days} as integer))
            + to_seconds((number * 7919) % 43200), '%Y-%m-%d %H:%M:%S'
        ) as "Start Time",
        case when number % 5 = 0 then 'Missed Call' else 'Answered Call' end as "Call Status",
        '+1 212-' || lpad(cast(200 + (number // 50000) % 700 as text), 3, '0') || '-'
        || lpad(cast((number // 5) % 10000 as text), 4, '0') as "Phone Number",
        (number * 31) % 600 as "Duration (seconds)",
        'Google Ads' as "Source",
        'Campaign ' || (number % {days} % 40) as "Campaign"
    from range({rows}) as numbers(number)
) to '{path}' (header)
"""

ORDER_MAPPING = """kind = "orders"

[columns]
order_id = "Receipt"
sold = "Sold on"
product = "Article"
quantity = "Pieces"
unit_price = "Price"

[options]
platform = "till"
currency = "USD"
date_order = "ymd"
"""


def ad_rows(folder: Path, rows: int, *, phrase: str = "keyword", dearer: int = 0) -> Path:
    """Writes so many ad rows, a keyword's day each, of the two years up to END.

    Keywords begin with `phrase`; every click costs `dearer` cents more.
    """
    path = folder / f"google-ads-{rows}{'-changed' if dearer else ''}.csv"
    _write(
        _AD_ROWS.format(
            first=END - timedelta(days=DAYS - 1),
            days=DAYS,
            campaigns=CAMPAIGNS,
            ad_groups=AD_GROUPS,
            days_of_all=DAYS * CAMPAIGNS,
            days_of_groups=DAYS * CAMPAIGNS * AD_GROUPS,
            rows=rows,
            path=path,
            phrase=phrase,
            dearer=dearer,
        )
    )
    return path


def calls(folder: Path, rows: int) -> Path:
    """Writes so many calls of CallRail's layout, five of each caller."""
    path = folder / f"callrail-{rows}.csv"
    _write(_CALLS.format(first=END - timedelta(days=DAYS - 1), days=DAYS, rows=rows, path=path))
    return path


def order_lines(folder: Path, rows: int) -> tuple[Path, Path]:
    """Writes so many order lines, twenty to an order, of 4,000 articles; gives the table and its mapping."""
    path, mapping = folder / f"orders-{rows}.csv", folder / "orders.toml"
    _write(_ORDER_LINES.format(first=END - timedelta(days=DAYS - 1), days=DAYS, rows=rows, path=path))
    mapping.write_text(ORDER_MAPPING, encoding="utf-8")
    return path, mapping


def _write(statement: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(statement)
