"""Who did what with a client's data, and when: imports, undos, notes, months given to the owner, what names mean.

The client's store keeps each of them with the data. The workspace's own record gets a line beside it, so that one
list tells everything that the agency did.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.exc import SQLAlchemyError

from dashboard.access import audit, moments
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import Name, NameDecision
from dashboard.domain.phrase import say
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace

log = logging.getLogger("sverka.ledger")

MOST_NOTES = 30  # of one person or link within an hour: each makes the data anew
NOTE_WRITTEN = "note written"


def imported(workspace: Workspace, client: str, record: ImportRecord, by: str) -> None:
    """Writes down that a file was taken in; one that changed nothing was not."""
    if record.status != "unchanged":
        _note(workspace, client, by, "import added", f"import {record.import_id}: {record.file}")


def undo(workspace: Workspace, client: str, import_id: int, by: str) -> ImportRecord:
    """Takes an import back and writes it down; gives its record. Raises ImportUnknown and Busy, as the store does."""
    with workspace.namespace(client).store() as store:
        store.undo(import_id, by=by)
        record = next(record for record in store.imports() if record.import_id == import_id)
    _note(workspace, client, by, "import undone", f"import {import_id}: {record.file}")
    return record


def count_sales_of(workspace: Workspace, client: str, books: tuple[str, ...], by: str) -> None:
    """Writes down whose sales count from now on, by platform, and makes every figure so.

    Raises SettingsInvalid where one of them has no sales, and Busy.
    """
    with workspace.namespace(client).store() as store:
        store.save_profile(replace(store.profile(), sales_books=books), by=by)
    _note(workspace, client, by, "sales books chosen", ", ".join(books))


def settings_changed(workspace: Workspace, client: str, names: tuple[str, ...], by: str) -> None:
    """Writes down which settings were changed, by their names alone; the versions say from what to what."""
    _note(workspace, client, by, "client settings changed", ", ".join(names))


def write_note(workspace: Workspace, client: str, month: date, note: tuple[str, str, str], by: str) -> None:
    """Keeps a note on a month, its author, text and next steps, and writes down that it was written, never what.

    Raises Busy, and SettingsInvalid where one person has written too many within an hour.
    """
    author, text, next_steps = note
    if audit.count_since(workspace.access, by, NOTE_WRITTEN, moments.now() - timedelta(hours=1)) >= MOST_NOTES:
        raise SettingsInvalid(
            say("{most} notes were written within an hour. Wait a little. This one was not kept.", most=MOST_NOTES)
        )
    with workspace.namespace(client).store() as store:
        store.save_note(month, author, text, next_steps, by=by)
    _note(workspace, client, by, NOTE_WRITTEN, f"{month:%Y-%m}, {author}")


def publish_month(workspace: Workspace, client: str, month: date, by: str) -> None:
    """Writes down that a month's figures were given to the owner. Raises SettingsInvalid if they were already."""
    with workspace.namespace(client).store() as store:
        store.months.publish(month, by=by)
    _note(workspace, client, by, "month published", f"{month:%Y-%m}")


def withdraw_month(workspace: Workspace, client: str, month: date, by: str) -> None:
    """Writes down that a month is published no more. Raises SettingsInvalid if it was not."""
    with workspace.namespace(client).store() as store:
        store.months.withdraw(month, by=by)
    _note(workspace, client, by, "month withdrawn", f"{month:%Y-%m}")


def decide_name(workspace: Workspace, client: str, name: Name, meaning: str, by: str) -> NameDecision:
    """Puts in force what a name means, and writes it down. Raises SettingsInvalid and Busy, as the store does."""
    with workspace.namespace(client).store() as store:
        decided = store.names.decide(name, meaning, by=by)
    _note(workspace, client, by, "name decided", f"decision {decided.number}: {name.text} → {meaning or 'its own'}")
    return decided


def withdraw_name(workspace: Workspace, client: str, number: int, by: str) -> NameDecision:
    """Takes a decision about a name back, and writes it down. Raises SettingsInvalid if it is not in force."""
    with workspace.namespace(client).store() as store:
        withdrawn = store.names.withdraw(number, by=by)
    _note(workspace, client, by, "name withdrawn", f"decision {number}: {withdrawn.name.text}")
    return withdrawn


def _note(workspace: Workspace, client: str, by: str, what: str, about: str) -> None:
    # The change is committed in the client's store, which says who made it: a failure here must not deny it.
    try:
        with workspace.access.writing() as connection:
            audit.record(connection, by, what, client=workspace.client(client).slug, about=about)
    except SQLAlchemyError:
        log.exception("%s of %s is not in the workspace's record", what, client)
