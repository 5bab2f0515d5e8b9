"""The way of a file into a client's namespace: read, compared with what is there, and only then taken in.

The browser and the command line go this way both, so that a file means the same wherever it comes from.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from dashboard import ingest
from dashboard.domain.phrase import Phrase
from dashboard.domain.reading import FileTotal, Outcome, Reading
from dashboard.ingest.mapping import Mapping
from dashboard.warehouse.preview import Preview
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace


@dataclass(frozen=True)
class Offered:
    """A file that was read, and what it would change; `preview` is None where there is nothing to take in."""

    reading: Reading
    preview: Preview | None


@contextmanager
def offer(
    workspace: Workspace, client: str, path: Path, *, name: str | None = None, mapping: Mapping | None = None
) -> Iterator[Offered]:
    """Reads a file and compares it with what the client's namespace holds. Nothing is written before `accept`.

    What was read lives on disk until the block ends. Raises ClientUnknown, and Busy while another process writes.
    """
    namespace = workspace.namespace(client)
    scratch = Path(tempfile.mkdtemp(prefix="reading-", dir=namespace.scratch()))
    try:
        reading = ingest.read(
            path, name=name, profile=namespace.profile(), secret=workspace.secret, scratch=scratch, mapping=mapping
        )
        if reading.outcome is not Outcome.READABLE:
            yield Offered(reading, None)
            return
        with namespace.store() as store:
            preview = store.preview(reading)
        yield Offered(reading, preview)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def accept(workspace: Workspace, client: str, offered: Offered, by: str) -> ImportRecord:
    """Takes an offered file in, in one transaction, and publishes the next snapshot."""
    with workspace.namespace(client).store() as store:
        record = store.commit(offered.reading, by=by)
    return record


def as_json(offered: Offered, status: str | None = None) -> dict[str, Any]:
    """An offered file in the shape that `import --json` prints; `status` is what came of it."""
    reading = offered.reading
    return {
        "file": reading.file,
        "format": reading.format,
        "kind": str(reading.kind) if reading.kind else None,
        "status": status or _status_before(reading),
        "rows_read": reading.rows_read,
        "rows_kept": reading.rows_kept,
        "rows_rejected": reading.rows_rejected,
        "period": [day.isoformat() for day in reading.period] if reading.period else None,
        "currency": reading.currency,
        "totals": {key: _plain(value) for key, value in reading.totals.items()},
        "file_total": _file_total(reading.file_totals),
        "messages": [_english(message) for message in reading.messages],
    }


def _status_before(reading: Reading) -> str:
    return "previewed" if reading.outcome is Outcome.READABLE else str(reading.outcome)


def _file_total(totals: tuple[FileTotal, ...]) -> dict[str, Any] | None:
    if not totals:
        return None
    return {
        "agrees": all(total.agrees for total in totals),
        "measures": {
            total.measure: {"stated": _plain(total.stated), "summed": _plain(total.summed), "agrees": total.agrees}
            for total in totals
        },
    }


def _plain(value: Decimal | int) -> int | float:
    return int(value) if value == int(value) else float(value)


def _english(message: Phrase) -> str:
    from dashboard.i18n import Language

    return Language("en").say(message)
