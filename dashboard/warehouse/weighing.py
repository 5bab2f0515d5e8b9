"""Weighs what a change does to the figures: by day, by campaign, in gaps it leaves, and in months that were published.

Stands on the temporary views `standing`, `changing`, `leaving` and `absent`, which `comparing` leaves for a file and
`undoing` for an undo; what is weighed lies in temporary tables, from where an import keeps it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from typing import Any

import duckdb

from dashboard.domain import gaps
from dashboard.domain.canonical import AD_DAY, TABLES, CanonicalTable
from dashboard.domain.phrase import Money, Phrase, say_n
from dashboard.warehouse.records import CampaignChange, DayChange, Gap, MonthChange, TableChange
from dashboard.warehouse.running import execute, select
from dashboard.warehouse.standins import HANDLING, ONE_FILE, names

CAMPAIGNS_SHOWN = 500
DAYS_SHOWN = 1500
# A week-end without a call between two files is no gap.
SHORTEST_BETWEEN_FILES = 3
# Corrections of a platform's last days stay below it.
LOWERED_FROM = Decimal("0.05")


def begin(connection: duckdb.DuckDBPyConnection) -> None:
    """Empties the scales."""
    execute(connection, "imports/weigh_none")
    execute(connection, "imports/weigh_no_campaigns")


def weigh(connection: duckdb.DuckDBPyConnection, table: CanonicalTable, change: TableChange, import_id: int) -> None:
    """Weighs the change of one table; `import_id` 0 where none is written."""
    handling = HANDLING[table.name]
    for number, amount in enumerate(handling.amounts or (None,)):
        execute(
            connection,
            "imports/weigh_days",
            {
                "number": import_id,
                "name": table.name,
                "amount": amount or "",
                "count": handling.counted if number == 0 else "",
                "position": 2 * number,
            },
            names=names(table, "dated_by", "measured", "in_currency", "number_of_units", measured=amount),
        )
    if table is AD_DAY:
        days = {"first_day": change.first_day, "last_day": change.last_day}
        execute(connection, "imports/weigh_campaigns", {"number": import_id, "most": CAMPAIGNS_SHOWN, **days})


def read(connection: duckdb.DuckDBPyConnection, changes: list[TableChange], import_id: int) -> list[TableChange]:
    """The changes with what was weighed of each table's days and campaigns."""
    days = select(
        connection, "imports/day_changes", {"import_id": import_id, "most": DAYS_SHOWN}, names={"weighed": "day_change"}
    )
    campaigns = select(
        connection, "imports/campaign_changes", {"import_id": import_id}, names={"weighed": "campaign_change"}
    )
    return with_details(changes, days, campaigns)


def keep(connection: duckdb.DuckDBPyConnection) -> None:
    """Keeps what was weighed with the import."""
    execute(connection, "imports/keep_days")
    execute(connection, "imports/keep_campaigns")


def with_details(
    changes: list[TableChange], days: list[dict[str, Any]], campaigns: list[dict[str, Any]]
) -> list[TableChange]:
    """The changes with rows of the queries `imports/day_changes` and `imports/campaign_changes`."""
    by_table: dict[str, list[DayChange]] = defaultdict(list)
    for row in days:
        by_table[row["table_name"]].append(_day_change(row))
    by_campaign = tuple(
        CampaignChange(
            row["campaign"],
            "spend",
            row["amount_before"],
            row["amount_after"],
            row["currency"],
            row["amount_kept"],
            row["others"],
        )
        for row in campaigns
    )
    return [
        replace(
            change,
            changes=tuple(by_table[change.table]),
            campaigns=by_campaign if change.table == AD_DAY.name else (),
        )
        for change in changes
    ]


def gaps_left(connection: duckdb.DuckDBPyConnection, table: CanonicalTable, arrival: str = ONE_FILE) -> list[Gap]:
    """The runs of days without data that a change of this table leaves within what each source covers, oldest first.

    `arrival` as in `standins.names`.
    """
    daily = HANDLING[table.name].daily
    if daily is None:
        return []
    if daily:
        rows = select(connection, "imports/covered_days")
    else:
        rows = select(connection, "imports/covered_spans", names=names(table, "dated_by", "arrival", arrival=arrival))
    before: dict[tuple[str, str], list[gaps.Run]] = defaultdict(list)
    after: dict[tuple[str, str], list[gaps.Run]] = defaultdict(list)
    for row in rows:
        for runs, wanted in ((before, row["before"]), (after, row["after"])):
            if wanted:
                runs[row["platform"], row["account"]].append((row["first_day"], row["last_day"]))
    shortest = 1 if daily else SHORTEST_BETWEEN_FILES
    found: list[Gap] = []
    for source, covered in sorted(after.items()):
        known = gaps.between(before[source], shortest)
        found += [
            Gap(table.name, *source, *run, opened=not gaps.is_within(run, known))
            for run in gaps.between(covered, shortest)
        ]
    return found


def months_reached(connection: duckdb.DuckDBPyConnection) -> tuple[MonthChange, ...]:
    """What was weighed, in the months whose figures were given to the owner."""
    return tuple(
        MonthChange(
            row["month"],
            row["published_at"].replace(tzinfo=UTC),
            row["published_by"],
            row["table_name"],
            row["measure"],
            _amount(row["measure"], row["amount_before"]),
            _amount(row["measure"], row["amount_after"]),
            row["currency"],
            row["day_count"],
        )
        for row in select(connection, "imports/reached_months")
    )


def lowered(connection: duckdb.DuckDBPyConnection) -> list[Phrase]:
    """What was weighed of the days that lose more than LOWERED_FROM of their money, in words with both sums."""
    return [
        _lowered(row["measure"], row["day_count"], *(Money(row[key], row["currency"]) for key in _THEN_AND_AFTER))
        for row in select(connection, "imports/lowered_days", {"share": LOWERED_FROM})
    ]


_THEN_AND_AFTER = ("amount_before", "amount_after")


def _lowered(measure: str, count: int, before: Money, after: Money) -> Phrase:
    if measure == "spend":
        return say_n(
            "The spend of {count} day falls from {before} to {after}. Agree only if the file has all of its spend.",
            "The spend of {count} days falls from {before} to {after}. Agree only if the file has all of their spend.",
            count,
            before=before,
            after=after,
        )
    return say_n(
        "The revenue of {count} day falls from {before} to {after}. Agree only if the file has all of its sales.",
        "The revenue of {count} days falls from {before} to {after}. Agree only if the file has all of their sales.",
        count,
        before=before,
        after=after,
    )


def _day_change(row: Mapping[str, Any]) -> DayChange:
    before, after = row["amount_before"], row["amount_after"]
    return DayChange(
        row["day"],
        row["measure"],
        None if before is None else _amount(row["measure"], before),
        None if after is None else _amount(row["measure"], after),
        row["currency"],
        row["others"],
    )


_COUNTED = frozenset(HANDLING[name].counted for name in TABLES)


def _amount(measure: str, value: Decimal) -> Decimal | int:
    return int(value) if measure in _COUNTED else value
