"""What the stand-ins of `queries/imports/` become for each canonical table.

The way of a file is the same for ad days, calls and orders, so its queries are written once, with words such as
`stored`, `unit` and `contents` in the place of the table and its lists of columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.canonical import CanonicalTable

ONE_FILE = "cast(0 as integer)"


@dataclass(frozen=True)
class Handling:
    """How a file of one canonical table is compared with the store.

    `scope` are the columns of the unit that say whose rows they are; `amounts` the measures shown then and now, beside
    how many units there are where `counted` names that; of a unit that `counts_if` denies the amounts are not counted,
    as no report counts them. A source is `daily` if a day without rows is a day unknown,
    else (calls, orders) if only days between two files are; None: nobody expects rows on every day.
    """

    scope: tuple[str, ...]
    amounts: tuple[str, ...] = ()
    own_currency: bool = False
    counted: str = ""
    counts_if: str = ""
    number_of_units: str = "count(*)"
    daily: bool | None = None


HANDLING: dict[str, Handling] = {
    "ad_day": Handling(scope=("platform", "account"), amounts=("spend",), own_currency=True, daily=True),
    "calls": Handling(scope=("platform", "account"), counted="calls", daily=False),
    "leads": Handling(
        scope=("platform", "account"), amounts=("amount",), own_currency=True, counted="leads", daily=False
    ),
    "sales": Handling(
        scope=("platform", "account"),
        amounts=("revenue", "refunded"),
        own_currency=True,
        counted="orders",
        counts_if="paid",
        number_of_units="count(distinct hash(platform, account, order_id))",
        daily=False,
    ),
    "rates": Handling(scope=("currency",), amounts=("rate",)),
    "plan": Handling(scope=("month", "channel", "measure"), counted="rows"),
    "events": Handling(scope=("day",), counted="rows"),
    "notes": Handling(scope=("month",), counted="rows"),
    "series": Handling(scope=("kind", "name", "place"), counted="rows"),
    "refunds": Handling(scope=("order_id", "month"), amounts=("amount",), own_currency=True, counted="rows"),
}


def names(
    table: CanonicalTable, *wanted: str, measured: str | None = None, arrival: str = ONE_FILE
) -> Mapping[str, str]:
    """The stand-ins `wanted` for this table; `measured` is one of its amounts, or None where rows are counted only.

    `arrival` tells the files of changing rows apart: ONE_FILE, or their column `import_id`.
    """
    handling = HANDLING[table.name]
    everything = {
        "stored": f"raw_{table.name}",
        "arrived": f"reading.{table.name}",
        "unit": ", ".join(table.unit),
        "contents": ", ".join(table.columns),
        "scope": ", ".join(handling.scope),
        "dated_by": table.dated_by,
        "measured": _measured(handling, measured),
        "arrival": arrival,
        "number_of_units": handling.number_of_units,
        "in_currency": "currency" if "currency" in table.columns else "''",
    }
    return {name: everything[name] for name in wanted}


def _measured(handling: Handling, amount: str | None) -> str:
    if amount is None:
        return "cast(0 as decimal(18, 4))"
    return f"case when {handling.counts_if} then {amount} else 0 end" if handling.counts_if else amount


def day_range_holds(table: CanonicalTable) -> bool:
    """Whether a unit never changes its day, so that only the file's own days need comparing."""
    return table.dated_by in table.unit
