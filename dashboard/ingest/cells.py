"""The table of text in DuckDB: a view `cells` with a kind's text columns by their canonical names, and the line."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
from duckdb import (
    CaseExpression,
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
    SQLExpression,
)

from dashboard.domain.watch import Watch
from dashboard.ingest.contacts import EMAIL_WITHIN, HIDDEN, MAY_BE_WRITTEN, PHONE_WITHIN, WRITTEN
from dashboard.ingest.declaration import COLUMNS, DATES, NUMBERS, PERSONAL
from dashboard.ingest.grid import Grid
from dashboard.ingest.recognition import Recognised

_LONGEST_CELL = 100_000
_LONGEST_ROW = 1 << 26
_SHOWN = 500
_CHECKED_EVERY = 4096  # lines
_MARKED_WITHIN = 3  # columns
# Where people and programs write what they like, a phone too; what else is text is hidden from contacts by its reader.
_FREE = frozenset({"source", "medium", "campaign", "ad_group", "keyword", "utm", "stage", "recording"})


def in_place(connection: duckdb.DuckDBPyConnection, grid: Grid, found: Recognised, path: Path) -> None:
    """The view over the file itself. Raises duckdb.Error, at once or when it is read, where rows are not regular."""
    width = len(found.header)
    first = grid.line_of(found.record)
    table = connection.read_csv(
        str(path),
        header=False,
        auto_detect=False,
        skiprows=first,
        sep=grid.delimiter,
        quotechar='"',
        escapechar='"',
        null_padding=True,
        columns={f"c{place}": "VARCHAR" for place in range(width)},
    )
    row = "row"
    if any(column in PERSONAL for column in found.columns):
        table = table.row_number("over () as row", "*")
    else:
        # Set aside first: a table's rows know their place, while numbering them as they are read keeps all that follows
        # on one processor. Not for files about people, whose text is written down nowhere. In a database in memory,
        # which lays what it cannot hold into the scratch folder: to squeeze text that is soon forgotten costs more than
        # to read it. No more columns than are looked at.
        places = sorted({0, *(place for places in found.columns.values() for place in places)})
        table.select(*(f"c{place}" for place in places)).create("aside.text_read")
        table, row = connection.table("aside.text_read"), "rowid + 1"
    line = (SQLExpression(row) + ConstantExpression(first)).alias("line")
    _view(table, found, line, ConstantExpression(False).alias("odd"), {place: f"c{place}" for place in range(width)})


def written_out(
    connection: duckdb.DuckDBPyConnection, grid: Grid, found: Recognised, folder: Path, watch: Watch
) -> None:
    """The view over a regular copy of the columns that matter, each record with its true line."""
    width = len(found.header)
    places = sorted({*_leading(found), *(place for places in found.columns.values() for place in places)})
    path = folder / "cells.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for line, cells in grid.after(found.record):
            if line % _CHECKED_EVERY == 0:
                watch.check()
            odd = any(cell.strip() for cell in cells[width:])
            if len(cells) < width:
                cells = [*cells, *[""] * (width - len(cells))]
            if odd or any(cells):
                out.writerow([line, int(odd), *[_held(cells[place]) for place in places]])
    table = connection.read_csv(
        str(path),
        header=False,
        auto_detect=False,
        sep=",",
        quotechar='"',
        escapechar='"',
        max_line_size=_LONGEST_ROW,
        columns={"line": "BIGINT", "odd": "BOOLEAN", **{f"c{place}": "VARCHAR" for place in places}},
    )
    _view(table, found, ColumnExpression("line"), ColumnExpression("odd"), {place: f"c{place}" for place in places})


def _leading(found: Recognised) -> range:
    """The columns that a total's mark may stand in: those up to the first that has a name, and two more."""
    named = next((place for place, cell in enumerate(found.header) if cell.strip()), 0)
    return range(min(named + _MARKED_WITHIN, len(found.header)))


def _first_filled(names: list[str]) -> Expression:
    filled = [
        FunctionExpression("nullif", FunctionExpression("trim", ColumnExpression(name)), ConstantExpression(""))
        for name in names
    ]
    return filled[0] if len(filled) == 1 else CoalesceOperator(*filled)


def _held(cell: str) -> str:
    return cell[:_LONGEST_CELL].replace("\0", "").encode("utf-8", errors="replace").decode("utf-8")


def _any_of(places: tuple[int, ...], names: dict[int, str]) -> Expression:
    columns = [ColumnExpression(names[place]) for place in places]
    if not columns:
        return ConstantExpression(None).cast("VARCHAR")
    return columns[0] if len(columns) == 1 else CoalesceOperator(*columns)


def _blanked(cell: Expression) -> Expression:
    for pattern in (EMAIL_WITHIN, PHONE_WITHIN):
        cell = FunctionExpression(
            "regexp_replace", cell, *(ConstantExpression(part) for part in (pattern, HIDDEN, "g"))
        )
    return cell


def _without_written(cell: Expression, phones: list[Expression]) -> Expression:
    """The cell without phones and e-mails that are written as such, and without the digits of the row's own phones."""
    text = cell
    for pattern, instead in WRITTEN:
        text = FunctionExpression(
            "regexp_replace", text, *(ConstantExpression(part) for part in (pattern, instead, "g"))
        )
    for phone in phones:
        digits = FunctionExpression("regexp_replace", phone, *(ConstantExpression(part) for part in (r"\D", "", "g")))
        own = FunctionExpression("right", digits, ConstantExpression(10))
        hidden = FunctionExpression("replace", text, own, ConstantExpression(HIDDEN))
        is_one = FunctionExpression("length", own) == ConstantExpression(10)
        text = CaseExpression(is_one, hidden).otherwise(text)
    may = FunctionExpression("regexp_matches", cell, ConstantExpression(MAY_BE_WRITTEN))
    return CaseExpression(may, text).otherwise(cell)


def _view(
    table: duckdb.DuckDBPyRelation, found: Recognised, line: Expression, odd: Expression, names: dict[int, str]
) -> None:
    kind = found.form.kind
    wanted = []
    for column in COLUMNS[kind]:
        cell = _any_of(found.columns.get(column, ()), names)
        if column in found.form.without_contacts and column in found.columns:
            cell = _blanked(cell)
        elif column in _FREE and column in found.columns:
            own = [_any_of(found.columns[way], names) for way in ("phone", "called") if way in found.columns]
            cell = _without_written(cell, own)
        wanted.append(cell.alias(column))
    shown = [
        place
        for place in dict.fromkeys(places[0] for column, places in found.columns.items() if column not in PERSONAL)
        if not any(place in found.columns.get(column, ()) for column in PERSONAL)
    ]
    content = FunctionExpression(
        "concat_ws",
        ConstantExpression(" | "),
        *[FunctionExpression("left", ColumnExpression(names[place]), ConstantExpression(_SHOWN)) for place in shown],
    )
    dated = next((found.columns[column] for column in DATES[kind] if column in found.columns), ())
    numbers = next((found.columns[column] for column in NUMBERS[kind] if column in found.columns), ())
    table.select(
        line,
        odd,
        _first_filled([names[place] for place in _leading(found)]).alias("first_cell"),
        content.alias("content"),
        _any_of(dated, names).alias("dated"),
        _any_of(numbers, names).alias("numbers"),
        *wanted,
    ).create_view("cells")
