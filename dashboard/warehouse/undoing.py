"""Says what taking an import back would change, and what of an import still stands. Writes nothing that stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import duckdb

from dashboard.domain.canonical import AD_DAY, TABLES, CanonicalTable
from dashboard.domain.errors import ImportUnknown
from dashboard.domain.phrase import Number, say
from dashboard.warehouse import opening, taking, weighing
from dashboard.warehouse.records import Gap, Preview, Standing, TableChange
from dashboard.warehouse.running import execute, select
from dashboard.warehouse.standins import names


def refuse_if_undone(connection: duckdb.DuckDBPyConnection, import_id: int) -> None:
    """Raises ImportUnknown if there is no such import, or if it is undone already."""
    if taking.known(connection, import_id)["undone_at"] is not None:
        raise ImportUnknown(say("Import {number} is undone already. Nothing was changed.", number=Number(import_id)))


def preview(connection: duckdb.DuckDBPyConnection, import_id: int) -> Preview:
    """What taking this import back would change, in the words of an import: units that come back are new.

    Raises ImportUnknown as `Store.undo` does.
    """
    refuse_if_undone(connection, import_id)
    found = Preview()
    with opening.change(connection):
        taking.mark_undone(connection, import_id, "", datetime.now(UTC))
        found = _laid_out(connection, import_id)
        raise opening.Unwanted
    return found


def _laid_out(connection: duckdb.DuckDBPyConnection, import_id: int) -> Preview:
    weighing.begin(connection)
    changes: list[TableChange] = []
    gaps: list[Gap] = []
    for table in TABLES.values():
        taking.shake(connection, table, import_id)
        change = _turned(connection, table)
        if change.changes_nothing:
            continue
        weighing.weigh(connection, table, change, 0)
        gaps += [gap for gap in weighing.gaps_left(connection, table, arrival="import_id") if gap.opened]
        changes.append(change)
    published = weighing.months_reached(connection)
    return Preview(tuple(weighing.read(connection, changes, 0)), (), tuple(gaps), published)


def _turned(connection: duckdb.DuckDBPyConnection, table: CanonicalTable) -> TableChange:
    """Makes the views that `weighing` stands on, and counts the units that turn."""
    execute(connection, "imports/scopes_of_undo", names=names(table, "stored", "scope", "unit"))
    execute(connection, "imports/standing", names=names(table, "stored", "scope"))
    execute(connection, "imports/turning", names=names(table, "stored", "unit"))
    execute(connection, "imports/changing_back", names=names(table, "stored"))
    execute(connection, "imports/leaving_again")
    if table is AD_DAY:
        execute(connection, "imports/absent_none")
    return TableChange(table.name, **select(connection, "imports/turned_counts", names=names(table, "dated_by"))[0])


def standing(connection: duckdb.DuckDBPyConnection, import_id: int, tables: Iterable[str]) -> tuple[Standing, ...]:
    """What became of the units that an import wrote, table by table. Raises ImportUnknown."""
    taking.known(connection, import_id)
    found = []
    for table in (TABLES[name] for name in tables):
        rows = select(
            connection, "imports/still_in_force", {"import_id": import_id}, names=names(table, "stored", "unit")
        )
        counts = {row["held_by"]: row["unit_count"] for row in rows}
        if counts:
            in_force, withdrawn = counts.pop(import_id, 0), counts.pop(0, 0)
            found.append(Standing(table.name, in_force, tuple(sorted(counts.items())), withdrawn))
    return tuple(found)
