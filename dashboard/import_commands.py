"""What the commands about imports do: their list and reports, rejected rows, undo, and months given to the owner."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import Any

from dashboard import intake, ledger
from dashboard.domain.errors import ImportUnknown
from dashboard.domain.phrase import Number, Term, say
from dashboard.exports.rejects import write_csv
from dashboard.reports import import_changes, import_json
from dashboard.terminal import ENGLISH, person, print_json
from dashboard.warehouse.reader import Warehouse
from dashboard.warehouse.records import ImportRecord, PublishedMonth
from dashboard.workspace import Workspace


def imports(options: argparse.Namespace) -> int:
    """Lists what was imported, or shows one import with what it changed."""
    reader = Workspace().namespace(options.client).reader()
    if options.action:
        return _shown(reader, options)
    records = reader.imports()
    if options.json:
        print_json([_record_json(record) for record in records])
    else:
        for record in records:
            undone = f" (undone {record.undone_at:%Y-%m-%d %H:%M})" if record.undone_at else ""
            print(f"{record.import_id}\t{record.imported_at:%Y-%m-%d %H:%M}\t{record.status}\t{record.file}{undone}")
    return 0


def undo(options: argparse.Namespace) -> int:
    """Takes an import back, or says what that would change and leaves it."""
    workspace = Workspace()
    if options.dry_run:
        with workspace.namespace(options.client).store() as store:
            preview = store.undo_preview(options.import_id)
            record = next(record for record in store.imports() if record.import_id == options.import_id)
        said = import_changes.undo_sentence(preview, Term(intake.format_label(record.format)))
        if options.json:
            print_json(import_json.as_json(preview, said))
        else:
            print(ENGLISH.say(said))
        return 0
    record = ledger.undo(workspace, options.client, options.import_id, by=person())
    if options.json:
        print_json(_record_json(record))
    else:
        print(f"Undone: {record.file}. What it had replaced is back.")
    return 0


def rejects(options: argparse.Namespace) -> int:
    """Writes the rejected rows of an import to standard output, as CSV."""
    with Workspace().namespace(options.client).store() as store:
        write_csv(store.rejects_in_turn(options.import_id), sys.stdout.buffer, ENGLISH)
    return 0


def month(options: argparse.Namespace) -> int:
    """Notes that a month's figures were given to the owner, or are no more; or lists the months."""
    workspace = Workspace()
    if options.action == "publish":
        ledger.publish_month(workspace, options.client, options.month, by=person())
        print(f"Noted: the figures of {options.month:%Y-%m} were given to the owner.")
    elif options.action == "withdraw":
        ledger.withdraw_month(workspace, options.client, options.month, by=person())
        print(f"Noted: the figures of {options.month:%Y-%m} are withdrawn.")
    else:
        _list_months(workspace.namespace(options.client).reader().months(), options.json)
    return 0


def _shown(reader: Warehouse, options: argparse.Namespace) -> int:
    record = next((one for one in reader.imports() if one.import_id == options.import_id), None)
    if record is None:
        number = Number(options.import_id or 0)
        raise ImportUnknown(say("There is no import {number}. Nothing was changed.", number=number))
    change = reader.change_of(record)
    said = import_changes.sentence(change, Term(intake.format_label(record.format)), record.rows_rejected)
    if options.json:
        print_json({**_record_json(record), "preview": import_json.as_json(change, said)})
        return 0
    print(f"{record.import_id}\t{record.imported_at:%Y-%m-%d %H:%M}\t{record.imported_by}\t{record.file}")
    print(ENGLISH.say(said))
    if record.undone_at:
        print(f"Undone {record.undone_at:%Y-%m-%d %H:%M} by {record.undone_by}.")
    return 0


def _list_months(months: list[PublishedMonth], as_json: bool) -> None:
    if as_json:
        print_json([{**asdict(month), "month": f"{month.month:%Y-%m}"} for month in months])
        return
    for one in months:
        withdrawn = f"\twithdrawn {one.withdrawn_at:%Y-%m-%d %H:%M} by {one.withdrawn_by}" if one.withdrawn_at else ""
        given = f"{one.published_at:%Y-%m-%d %H:%M}\t{one.published_by}\tversion {one.data_version}"
        print(f"{one.month:%Y-%m}\t{given}{withdrawn}")


def _record_json(record: ImportRecord) -> dict[str, Any]:
    plain = asdict(record)
    plain["messages"] = [ENGLISH.say(message) for message in record.messages]
    return plain
