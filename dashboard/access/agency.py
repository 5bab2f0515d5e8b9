"""What the agency is called, and whom a reader asks whose link does not open. Told to strangers: nothing else is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from dashboard.access import audit, tables
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

LONGEST = 120


@dataclass(frozen=True)
class Agency:
    """The agency's name, and one line with whom to ask and how; '' where nothing was said."""

    name: str = ""
    contact: str = ""


def of(store: AccessStore) -> Agency:
    """The agency of this workspace."""
    with store.reading() as connection:
        row = connection.execute(select(tables.agency.c.name, tables.agency.c.contact)).one_or_none()
    return Agency(row.name, row.contact) if row else Agency()


def save(store: AccessStore, agency: Agency, by: str) -> None:
    """Puts it in force, and on the record. Raises SettingsInvalid for what is no line of text."""
    for text in (agency.name, agency.contact):
        if len(text) > LONGEST or not text.isprintable():
            raise SettingsInvalid(
                say("Expected one line of at most {most} letters. Nothing was changed.", most=LONGEST)
            )
    row = {"name": agency.name.strip(), "contact": agency.contact.strip()}
    with store.writing() as connection:
        if connection.execute(update(tables.agency).where(tables.agency.c.id == 1).values(row)).rowcount == 0:
            connection.execute(insert(tables.agency).values(id=1, **row))
        audit.record(connection, by, "agency named", about=row["name"])
