"""The exports of this server: made one at a time by a process beside it, held for a day for the session that asked.

clients/<slug>/exports/<session>/<key>.zip, and <key>.zip.part while it is being made.
"""

from __future__ import annotations

import re
import secrets
import shutil
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, Thread

from dashboard.access import origin
from dashboard.domain.errors import SverkaError
from dashboard.domain.watch import Cancelled, Stage
from dashboard.keeping.export import Export
from dashboard.uploads.process import Process
from dashboard.workspace import Workspace

KEPT_SECONDS = 24 * 60 * 60

_BROKEN_AFTER = 60 * 60  # an archive that is being made is written to all the time
_KEY = re.compile(r"[0-9]{14}-[0-9a-f]{8}r?")  # r: with links to recordings


@dataclass
class Making:
    """An export on its way; `error` is why there is none."""

    work: Export
    stage: Stage | None = None
    share: float | None = None
    error: SverkaError | None = None
    ended: bool = field(default=False)

    def told(self, stage: Stage, share: float | None) -> None:
        """Hears how far it is."""
        self.stage, self.share = stage, share


@dataclass(frozen=True)
class Ready:
    """An export that can be fetched."""

    key: str
    size: int
    made_at: datetime


class ExportDesk:
    """All exports that this server makes. Methods may be called from any thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._making: dict[tuple[str, str], Making] = {}
        self._process = Process(workspace.root)
        self._lock, self._turn = Lock(), Lock()

    def begin(self, client: str, session: str, by: str, *, recordings: bool) -> None:
        """Begins an export, unless one of this session and client is on its way. Raises ClientUnknown."""
        folder = _folder(self._workspace, client, session)
        key = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(4)}{'r' if recordings else ''}"
        making = Making(Export(client, folder / f"{key}.zip", by, recordings, origin.came_from.get()))
        with self._lock:
            before = self._making.get((client, session))
            if before is not None and not before.ended:
                return
            self._making[client, session] = making
        Thread(target=self._make, args=(making,), name="export", daemon=True).start()

    def making(self, client: str, session: str) -> Making | None:
        """The export of this session that is on its way, or that came to nothing; None without."""
        with self._lock:
            return self._making.get((client, session))

    def ready(self, client: str, session: str) -> list[Ready]:
        """What this session can fetch, the newest first. Raises ClientUnknown."""
        found = sorted(_folder(self._workspace, client, session).glob("*.zip"), reverse=True)
        return [one for one in map(_ready, found) if one is not None]

    def cancel(self, client: str, session: str) -> None:
        """Stops the export of this session; nothing of it is kept."""
        making = self.making(client, session)
        if making is not None and not making.ended:
            self._process.stop(making.work)

    def remove(self, client: str, session: str, key: str) -> None:
        """Removes an export of this session."""
        path = path_of(self._workspace, client, session, key)
        if path is not None:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Ends the work, at the server's end."""
        with self._lock:
            makings = [one for one in self._making.values() if not one.ended]
        for making in makings:
            self._process.stop(making.work)
        self._process.end()

    def _make(self, making: Making) -> None:
        with self._turn:
            try:
                self._process.do(making.work, making.told)
            except SverkaError as error:
                making.error = None if isinstance(error, Cancelled) else error
            finally:
                self._process.end()
                making.ended = True
        if making.error is None:
            with self._lock:
                self._making = {name: one for name, one in self._making.items() if one is not making}


def path_of(workspace: Workspace, client: str, session: str, key: str) -> Path | None:
    """Where an export of this session lies; None where there is none. Raises ClientUnknown."""
    if not _KEY.fullmatch(key):
        return None
    path = _folder(workspace, client, session) / f"{key}.zip"
    return path if path.is_file() else None


def has_recordings(key: str) -> bool:
    """Whether the export of this key has links to recordings."""
    return key.endswith("r")


def remove_old(workspace: Workspace) -> None:
    """Removes exports that nobody has fetched for a day, and what a process that was killed left of one."""
    now = time.time()
    for path in (workspace.root / "clients").glob("*/exports/*/*"):
        after = KEPT_SECONDS if path.suffix == ".zip" else _BROKEN_AFTER
        try:
            if path.stat().st_mtime < now - after:
                path.unlink()
        except OSError:
            continue
    for folder in (workspace.root / "clients").glob("*/exports/*"):
        if folder.is_dir() and not any(folder.iterdir()):
            shutil.rmtree(folder, ignore_errors=True)


def _folder(workspace: Workspace, client: str, session: str) -> Path:
    return workspace.kept_namespace(client).root / "exports" / session


def _ready(path: Path) -> Ready | None:
    try:
        status = path.stat()
    except OSError:
        return None  # being removed now
    return Ready(path.stem, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))
