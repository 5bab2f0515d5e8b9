"""What the terminal's commands about sources do: a watched folder, the key of Google Sheets, refreshes."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from dashboard import intake
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.sources import sheets
from dashboard.sources.google_sheets import Document, Tab
from dashboard.sources.keys import LARGEST, Keys
from dashboard.sources.refresh import connect, refresh
from dashboard.sources.registry import Came, Refresh, Source, Sources
from dashboard.sources.schedule import parse as parse_schedule
from dashboard.sources.sheet_address import SheetAddress
from dashboard.sources.sheet_address import parse as parse_address
from dashboard.sources.watching import Dealt, Watch
from dashboard.terminal import ENGLISH, person, print_json
from dashboard.workspace import Workspace


def watch(options: argparse.Namespace) -> int:
    """Takes in what appears in a folder, until Ctrl-C; with `--once` what is there now, and then ends.

    Exit code 1 after `--once` if any file was refused or left.
    """
    watching = Watch(Workspace(), options.client, options.folder, by=f"{person()}, watch")
    signal.signal(signal.SIGTERM, _end)  # systemd ends a service so
    good = True
    try:
        with watching.alone():
            if not options.once:
                print(f"Watching {options.folder}. Ctrl-C ends it.", file=sys.stderr, flush=True)
            dealt: Iterator[Dealt] = watching.once() if options.once else watching.forever()
            for one in dealt:
                good = good and not one.why
                _tell(one, as_json=options.json)
    except KeyboardInterrupt:
        print("The folder is no longer watched. What was not finished was not written.", file=sys.stderr)
        return 0 if not options.once else 1
    return 0 if good else 1


def key(options: argparse.Namespace) -> int:
    """Keeps the key in a file, removes the one that is kept, or says whose it is."""
    keys = Keys(Workspace())
    if options.remove:
        keys.remove(by=person())
        print("No key is kept. Sheets are refreshed no more until one is given.")
        return 0
    if options.file is None:
        account = keys.account()
        print(f"{account.email}, given {account.given_at:%Y-%m-%d}" if account else "No key is kept.")
        return 0
    account = keys.give(_text_of(options.file), by=person())
    print(f"The key is kept. Share the sheets with {account.email}; to view is enough.")
    if str(options.file) != "-":
        print(f"Delete {options.file} now: whoever has it reads every sheet that is shared so.")
    return 0


def add(options: argparse.Namespace) -> int:
    """Says what a sheet is and what it would change; with `--yes` takes it in and keeps it as a source."""
    workspace, schedule, address = Workspace(), parse_schedule(options.schedule), parse_address(options.address)
    client = workspace.client(options.client).slug
    google = connect(workspace)
    document = google.document(address.document)
    tab = _tab(document, address.tab, options.tab)
    with sheets.offered(workspace, client, google, document, tab) as sheet:
        told = intake.as_json(sheet.offered)
        if options.yes and sheet.can_be_agreed:
            source, record = sheets.agree(workspace, client, sheet, schedule, by=person())
            told |= {"status": record.status, "source": source.id}
    if options.json:
        print_json(told)
    else:
        print(f"{told['file']}: {told['status']}, {told['rows_kept']} of {told['rows_read']} rows kept")
        for message in told["messages"]:
            print(f"  {message}")
        if not options.yes:
            print("Nothing was changed. Say --yes to take it in, and to refresh it from now on.", file=sys.stderr)
    return 0 if sheet.can_be_agreed else 1


def listed(options: argparse.Namespace) -> int:
    """Lists a client's sheets."""
    workspace = Workspace()
    found = Sources(workspace.access).of(workspace.client(options.client).slug)
    if options.json:
        print_json([_source_json(source) for source in found])
        return 0
    for source in found:
        came = f"{source.last.came} {source.last.ended_at:%Y-%m-%d %H:%M} UTC" if source.last else "not refreshed yet"
        print(f"{source.id}\t{source.schedule.written()}\t{came}\t{source.name}")
    return 0


def remove(options: argparse.Namespace) -> int:
    """Refreshes a sheet no more."""
    workspace = Workspace()
    sources = Sources(workspace.access)
    source = sources.one(workspace.client(options.client).slug, options.source)
    sources.remove(source, by=person())
    print(f"{source.name} is refreshed no more. What it brought stays.")
    return 0


def refresh_sources(options: argparse.Namespace) -> int:
    """Refreshes one sheet of a client, or all; exit code 1 if any could not be, or needs a person."""
    workspace = Workspace()
    sources, client = Sources(workspace.access), workspace.client(options.client).slug
    chosen = [sources.one(client, options.source)] if options.source else sources.of(client)
    told = [
        {"source": source.id, "name": source.name, **_came_json(refresh(workspace, source, person()))}
        for source in chosen
    ]
    if options.json:
        print_json(told)
    else:
        for one in told:
            print(f"{one['name']}: {one['came']}, {one['new']} new, {one['replaced']} replaced")
    for one in told:
        for message in one["messages"]:
            print(f"{one['name']}: {message}", file=sys.stderr)
    return 0 if all(one["came"] in (Came.TAKEN, Came.UNCHANGED) for one in told) else 1


def _text_of(path: Path) -> str:
    try:
        return sys.stdin.read(LARGEST + 1) if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(say("{file} cannot be read as a key. Nothing was changed.", file=path.name)) from error


def _tab(document: Document, opened: int | None, title: str | None) -> Tab:
    """The tab that the person named, else the one the address opens, else the only one. Raises SettingsInvalid."""
    for tab in document.tabs:
        if title is not None and tab.title == title:
            return tab
    if title is None and opened is not None:
        return document.tab(opened)
    if title is None and len(document.tabs) == 1:
        return document.tabs[0]
    raise SettingsInvalid(
        say(
            "Name the tab of “{document}” with --tab: {tabs}. Nothing was changed.",
            document=document.title,
            tabs=tuple(tab.title for tab in document.tabs),
        )
    )


def _source_json(source: Source) -> dict[str, Any]:
    return {
        "source": source.id,
        "name": source.name,
        "address": SheetAddress(source.document, source.tab).written(),
        "schedule": source.schedule.written(),
        "next_at": source.next_at,
        "last": _came_json(source.last) if source.last else None,
    }


def _came_json(done: Refresh) -> dict[str, Any]:
    return {
        "came": str(done.came),
        "at": done.ended_at,
        "by": done.by,
        "rows": done.rows,
        "new": done.new,
        "replaced": done.replaced,
        "import_id": done.import_id,
        "messages": [ENGLISH.say(message) for message in done.messages],
    }


def _tell(dealt: Dealt, *, as_json: bool) -> None:
    why = [ENGLISH.say(phrase) for phrase in dealt.why]
    if as_json:
        line = {"file": dealt.file, "status": dealt.status, "moved_to": dealt.moved_to, "messages": why}
        print(json.dumps({**line, "files": dealt.told}, ensure_ascii=False), flush=True)
        return
    print(f"{dealt.file}: {dealt.status}{f', now {dealt.moved_to}' if dealt.moved_to else ''}", flush=True)
    for phrase in why:
        print(f"  {phrase}", flush=True)


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
