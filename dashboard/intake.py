"""The way of a file into a client's namespace: read, compared with what is there, and only then taken in.

The browser and the command line go this way both, so that a file means the same wherever it comes from.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dashboard import ingest, ledger
from dashboard.domain.errors import SverkaError
from dashboard.domain.reading import EarlierDecision, Outcome, Reading, SettledBy
from dashboard.domain.watch import Watch
from dashboard.i18n import Language
from dashboard.ingest import Mapping, checked, formats, load_mapping
from dashboard.ingest.archives import Fault, Part, unpacked
from dashboard.ingest.contacts import without_written
from dashboard.ingest.mapping import PLAIN, PLAIN_LABEL
from dashboard.reports import import_json, reading_json
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.records import ImportRecord, Preview
from dashboard.warehouse.store import Store
from dashboard.workspace import Workspace

__all__ = [
    "Fault",
    "Mapping",
    "Offered",
    "Part",
    "accept",
    "as_json",
    "checked",
    "failed_json",
    "format_label",
    "load_mapping",
    "offer",
    "offered",
    "parts",
    "take_in",
    "unpacked",
    "without_written",
]

_FOREVER = float("inf")
_ABANDONED_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Offered:
    """A file that was read, and what it would change; `preview` is None where there is nothing to take in.

    What was read lies in `scratch` until `discard`: nothing of it is in the namespace before `accept`.
    """

    reading: Reading
    preview: Preview | None
    scratch: Path

    def discard(self) -> None:
        """Removes what was read from the disk. May be called twice."""
        shutil.rmtree(self.scratch, ignore_errors=True)


def offer(
    workspace: Workspace,
    client: str,
    path: Path,
    *,
    name: str | None = None,
    mapping: Mapping | None = None,
    answers: dict[str, str] | None = None,
    watch: Watch | None = None,
    scratch: Path | None = None,
    patient: bool = False,
) -> Offered:
    """Reads a file and compares it with what the client's namespace holds, without writing there.

    `answers` is what a person says to the questions of a file that asks. Raises AnswerInvalid, ClientUnknown, Busy
    while another process writes, and Cancelled where `watch` says so. `scratch` is the folder for what is read, by
    default a new one of the client's; `patient` waits for another's writing until `watch` is cancelled. Whoever offers
    must `discard`.
    """
    namespace = workspace.namespace(client)
    scratch = scratch or _scratch(namespace)
    try:
        reading = ingest.read(
            path,
            name=name,
            profile=namespace.reader().profile,
            secret=workspace.secret_of(namespace.root.name),
            scratch=scratch,
            mapping=mapping,
            mappings=namespace.reader().mappings(),
            answers=answers,
            decided_before=_decided(namespace.reader().imports()),
            watch=watch,
        )
        if reading.outcome is not Outcome.READABLE:
            return Offered(reading, None, scratch)
        with _opened(namespace, watch, patient=patient) as store:
            return Offered(reading, store.preview(reading, watch), scratch)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


@contextmanager
def parts(workspace: Workspace, client: str, path: Path) -> Iterator[tuple[Part, ...]]:
    """The files to read of one that was given: those of a ZIP, else itself. They are gone at the end of the block.

    Raises ClientUnknown, and FileRefused as `unpacked` does.
    """
    folder = _scratch(workspace.namespace(client))
    try:
        yield unpacked(path, path.name, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def offered(
    workspace: Workspace,
    client: str,
    path: Path,
    *,
    name: str | None = None,
    mapping: Mapping | None = None,
    answers: dict[str, str] | None = None,
    watch: Watch | None = None,
) -> Iterator[Offered]:
    """`offer` that discards at the end of the block."""
    made = offer(workspace, client, path, name=name, mapping=mapping, answers=answers, watch=watch)
    try:
        yield made
    finally:
        made.discard()


def accept(
    workspace: Workspace,
    client: str,
    offered: Offered,
    by: str,
    watch: Watch | None = None,
    *,
    patient: bool = False,
) -> ImportRecord:
    """Takes an offered file in, in one transaction, and publishes the next snapshot.

    Raises Busy while another process writes (`patient` waits instead), and Cancelled; then nothing is changed.
    """
    with _opened(workspace.namespace(client), watch, patient=patient) as store:
        record = store.commit(offered.reading, by=by, watch=watch)
    ledger.imported(workspace, client, record, by)
    return record


def take_in(workspace: Workspace, client: str, paths: Iterable[Path], by: str) -> Iterator[ImportRecord]:
    """Reads files and takes them in unasked, one after another, each in a transaction of its own.

    Marts and snapshot are made once, at the end; nobody else can write meanwhile. Raises FileRefused at a file that
    cannot be read, or that asks: those before it are in, those after it are not.
    """
    namespace = workspace.namespace(client)
    profile, secret = namespace.reader().profile, workspace.secret_of(namespace.root.name)
    decided = _decided(namespace.reader().imports())
    mappings = namespace.reader().mappings()
    scratch = _scratch(namespace)
    try:
        with namespace.store() as store, store.together():
            for path in paths:
                reading = ingest.read(
                    path, profile=profile, secret=secret, scratch=scratch, mappings=mappings, decided_before=decided
                )
                record = store.commit(reading, by=by)
                ledger.imported(workspace, client, record, by)
                decided = (*_decided([record]), *decided)
                yield record
                if reading.rows is not None:
                    reading.rows.unlink()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _opened(namespace: Namespace, watch: Watch | None, *, patient: bool) -> Store:
    return namespace.store(wait_seconds=_FOREVER, watch=watch) if patient else namespace.store(watch=watch)


def _decided(records: Iterable[ImportRecord]) -> tuple[EarlierDecision, ...]:
    """What imports in force decided for files of their kind, newest first; what had nothing to rest on decides none."""
    return tuple(
        EarlierDecision(record.same_kind, made.about, made.decided, made.settled_by, record.file)
        for record in records
        if record.same_kind and not record.undone_at
        for made in record.assumptions
        if made.settled_by and made.settled_by is not SettledBy.USUAL
    )


def _scratch(namespace: Namespace) -> Path:
    """A new folder for what is read of one file."""
    folder = namespace.root / "scratch"
    _remove_abandoned(folder)
    folder.mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="reading-", dir=folder))


def _remove_abandoned(folder: Path) -> None:
    """What a closed browser tab or a killed process left behind a day ago."""
    before = (datetime.now(UTC) - _ABANDONED_AFTER).timestamp()
    for left in folder.glob("reading-*"):
        if left.stat().st_mtime < before:
            shutil.rmtree(left, ignore_errors=True)


def format_label(name: str) -> str:
    """What an export is called («Google Ads», to be translated), by its format's name; the name itself if unknown."""
    known = formats.named(name)
    if known is None and name.startswith(PLAIN):
        return PLAIN_LABEL
    return known.label if known else name


def as_json(offered: Offered, status: str | None = None) -> dict[str, Any]:
    """An offered file in the shape that `import --json` prints; `status` is what came of it."""
    reading = offered.reading
    label = format_label(reading.format or "")
    return {
        **reading_json.of_reading(reading, status or _status_before(reading)),
        "preview": import_json.of_offer(offered.preview, label, reading.rows_rejected),
    }


def _status_before(reading: Reading) -> str:
    return "previewed" if reading.outcome is Outcome.READABLE else str(reading.outcome)


def failed_json(file: str, error: SverkaError) -> dict[str, Any]:
    """A file that could not be dealt with at all (the client's data is being written, say), in the same shape."""
    return {
        "file": file,
        "format": None,
        "kind": None,
        "status": str(Outcome.REFUSED),
        "rows_read": 0,
        "rows_kept": 0,
        "rows_rejected": 0,
        "period": None,
        "currency": None,
        "mapping": None,
        "totals": {},
        "file_total": None,
        "messages": [Language("en").say(error.phrase)],
        "questions": [],
        "assumptions": [],
        "preview": None,
    }
