"""What the terminal shows of the record, and whether it is what was written."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

from dashboard.access import audit, audit_search
from dashboard.access.audit import Break, Head
from dashboard.access.audit_search import Asked
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Number, say
from dashboard.i18n import Language
from dashboard.terminal import print_json
from dashboard.workspace import Workspace


def show(options: argparse.Namespace) -> int:
    """Prints lines of the record, newest first."""
    if options.event and options.event not in audit.EVENTS:
        raise SettingsInvalid(
            say(
                "There is no event “{event}”. Known: {known}. Nothing was changed.",
                event=options.event,
                known=tuple(audit.EVENTS),
            )
        )
    workspace = Workspace()
    asked = Asked(
        client=workspace.client(options.client).slug if options.client else "",
        what=options.event or "",
        who=(options.who or "").lower(),
        came_from=(options.came_from or "").lower(),
        since=_begins(options.since),
        until=_begins(options.until + timedelta(days=1)) if options.until else None,
    )
    lines = audit_search.lines(workspace.access, asked, options.limit)
    if options.json:
        print_json([asdict(line) | {"at": line.at.isoformat()} for line in lines])
        return 0
    english = Language("en")
    for line in lines:
        words = english.gettext(audit.EVENTS.get(line.what, line.what))
        parts = (f"{line.at:%Y-%m-%d %H:%M:%S}", line.who, words, line.client or "", line.about, line.came_from)
        print("\t".join(_plain(part) for part in parts))
    return 0


def verify(options: argparse.Namespace) -> int:
    """Reads the record from its first line and says whether it is what was written; exit code 1 if it is not."""
    found = audit.verify(Workspace().access, _head(options.noted) if options.noted else None)
    if options.json:
        print_json({"intact": isinstance(found, Head), **asdict(found)})
    elif isinstance(found, Head):
        head = f" Its head, to note elsewhere: {found.seq}:{found.chain}" if found.chain else ""
        print(f"The record is what was written.{head}")
    else:
        print(f"The record was changed: from line {found.seq} on it is not what was written.")
    return 1 if isinstance(found, Break) else 0


def _head(noted: str) -> Head:
    number, _colon, chain = noted.partition(":")
    if not (number.isascii() and number.isdigit() and len(chain) == 64):
        raise SettingsInvalid(
            say(
                "“{noted}” is no head of a record: expected its number and chain, such as {number}:ab12…, as "
                "“audit verify” prints them. Nothing was changed.",
                noted=noted,
                number=Number(120),
            )
        )
    return Head(int(number), chain)


def _begins(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _plain(text: str) -> str:
    """On one line, and without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
