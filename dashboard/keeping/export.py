"""Everything of one client as one ZIP: each table as Parquet, the rest as JSON, a manifest, and what it all is.

One table at a time goes to the disk and from there into the archive, so the memory needed follows a piece, not the
data. The archive has its name when it is whole; before that it is `<name>.part`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from dashboard.access import audit, origin
from dashboard.access.belongings import belongings
from dashboard.domain.errors import WorkspaceUnusable
from dashboard.domain.phrase import N_, say
from dashboard.domain.watch import Stage, Watch
from dashboard.i18n import LANGUAGES, Language
from dashboard.keeping import catalogue
from dashboard.warehouse import profile_json
from dashboard.warehouse.namespace import Namespace, program
from dashboard.warehouse.opening import newest_schema
from dashboard.workspace import Workspace

FORMAT = 1
"""The number of the archive's layout; a reader of an older one need not know a newer."""

_PIECE = 1 << 20
_RECORDING = "recording"


_TOLD = (
    N_("Everything that the program had of this client when the archive was made."),
    N_("manifest.json has the rows and the SHA-256 of each file. Tables are Parquet, the rest is JSON."),
    N_(
        "Phones and e-mails were never kept. `phone_hash` and `email_hash` tell one customer from another and cannot "
        "be turned back: the key of the hashes is not part of the archive."
    ),
    N_("`live` marks the rows that count; the others were replaced or undone by a later import."),
)


@dataclass(frozen=True)
class Exported:
    """An archive that is whole."""

    path: Path
    rows: int
    size: int


@dataclass(frozen=True)
class Export:
    """The work, as another process is told to do it. `recordings`: whoever asks may hear the client's calls."""

    client: str
    to: Path
    by: str
    recordings: bool
    came_from: str = ""

    def do(self, workspace: Workspace, watch: Watch) -> Exported:
        """Raises what `write` raises."""
        origin.came_from.set(self.came_from)
        return write(workspace, self.client, self.to, by=self.by, recordings=self.recordings, watch=watch)


def write(
    workspace: Workspace, name: str, to: Path, *, by: str, recordings: bool = False, watch: Watch | None = None
) -> Exported:
    """Writes the archive to `to`, in the place of what lies there, and into the record that it was taken.

    Waits for an import that is being written until `watch` is cancelled; imports wait for it. Raises ClientUnknown,
    Cancelled, and WorkspaceUnusable where the archive cannot be written: then there is none.
    """
    client, watch = workspace.kept_client(name), watch or Watch()
    namespace = workspace.kept_namespace(client.slug)
    part = to.with_name(f"{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with _scratch(namespace) as scratch, zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            os.chmod(part, 0o600)
            parts = _Parts(archive, watch)
            with namespace.store(wait_seconds=float("inf"), watch=watch) as store:
                _tables(store.contents, parts, scratch, recordings=recordings, watch=watch)
            _records(workspace, namespace, parts)
            parts.add("manifest.json", _json(_manifest(client.slug, parts, recordings=recordings)))
        _force_to_disk(part)
        watch.check()
        with workspace.access.writing() as connection:
            audit.record(connection, by, "client exported", client=client.slug, about=f"{parts.rows} rows")
        part.replace(to)
    except OSError as error:
        raise WorkspaceUnusable(
            say(
                "The export could not be written: {why}. Make room on the disk and try again. Nothing was changed.",
                why=error.strerror or type(error).__name__,
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Exported(to, parts.rows, to.stat().st_size)


class _Parts:
    """What goes into the archive, with the sums by which it can be checked."""

    def __init__(self, archive: zipfile.ZipFile, watch: Watch) -> None:
        self._archive = archive
        self._watch = watch
        self.told: list[dict[str, Any]] = []
        self.columns: dict[str, list[tuple[str, str]]] = {}

    @property
    def rows(self) -> int:
        """How many rows the tables have together."""
        return sum(one.get("rows", 0) for one in self.told)

    def take(self, name: str, path: Path, rows: int) -> None:
        """Moves a file in, piece by piece."""
        with path.open("rb") as file:
            self._put(name, iter(lambda: file.read(_PIECE), b""), rows=rows)
        path.unlink()

    def add(self, name: str, text: str) -> None:
        """Adds a small file."""
        self._put(name, [text.encode()])

    def _put(self, name: str, pieces: Iterable[bytes], **told: int) -> None:
        sha256, size = hashlib.sha256(), 0
        with self._archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as to:
            for piece in pieces:
                self._watch.check()
                sha256.update(piece)
                size += len(piece)
                to.write(piece)
        self.told.append({"file": name, "bytes": size, "sha256": sha256.hexdigest(), **told})


def _tables(
    connection: duckdb.DuckDBPyConnection, parts: _Parts, scratch: Path, *, recordings: bool, watch: Watch
) -> None:
    names = sorted(name for (name,) in connection.execute("show tables").fetchall() if name not in catalogue.OWN)
    for number, name in enumerate(names):
        watch.at(Stage.COLLECTING, number / len(names))
        table = connection.table(name)
        parts.columns[name] = [(column, str(kind)) for column, kind in zip(table.columns, table.types, strict=True)]
        rows = table.count("*").fetchall()[0][0]
        if _RECORDING in table.columns and not recordings:
            table = table.project(f"* replace ('' as {_RECORDING})")
        path = scratch / f"{name}.parquet"
        # A cancel waits for the table: DuckDB 2.0 can hang for ever when a COPY is interrupted.
        table.write_parquet(str(path), compression="zstd")
        parts.take(f"tables/{name}.parquet", path, rows)


def _records(workspace: Workspace, namespace: Namespace, parts: _Parts) -> None:
    slug, warehouse = namespace.root.name, namespace.reader()
    kept = belongings(workspace.access, slug)
    links, record = kept.pop("links", []), kept.pop("audit", [])
    parts.add("records/settings.json", profile_json.to_json(warehouse.profile))
    parts.add("records/imports.json", _json(warehouse.fetch("imports/imports")))
    for name, value in (("links", links), ("record", record), ("workspace", kept)):
        parts.add(f"records/{name}.json", _json(value))
    for code in LANGUAGES:
        parts.add(f"README.{code}.md", _readme(Language(code), parts, warehouse.profile.name))


def _manifest(slug: str, parts: _Parts, *, recordings: bool) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": program(),
        "schema": newest_schema(),
        "client": slug,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "recording_links": recordings,
        "rows": parts.rows,
        "files": parts.told,
    }


def _readme(language: Language, parts: _Parts, name: str) -> str:
    said = language.gettext
    lines = [f"# {name}", "", *(said(sentence) for sentence in _TOLD), "", "## tables/", ""]
    for table, columns in parts.columns.items():
        lines += [f"### {table}", "", said(catalogue.TABLES.get(table, catalogue.UNTOLD)), ""]
        lines += [", ".join(f"`{column}` {kind.lower()}" for column, kind in columns), ""]
    lines += ["## records/", ""]
    lines += [f"- `{file}` — {said(about)}" for file, about in catalogue.RECORDS.items()]
    return "\n".join(lines) + "\n"


@contextmanager
def _scratch(namespace: Namespace) -> Iterator[Path]:
    folder = namespace.root / "scratch"
    folder.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="reading-export-", dir=folder))  # so named, a killed one is removed in a day
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def _force_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
