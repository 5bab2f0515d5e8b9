"""Where files that were sent lie until somebody agrees: in the client's own folder, one for each session and file.

clients/<slug>/scratch/uploads/<session>/<number>/
  file         its bytes
  about.json   what it is called, and its size
  reading/     what was read of it
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from dashboard.workspace import Workspace

_ABANDONED_AFTER = 24 * 60 * 60  # seconds
_BROKEN_AFTER = 60 * 60
_FILE, _ABOUT, _READING, _ARRIVING = "file", "about.json", "reading", ".part"


@dataclass(frozen=True)
class Arrived:
    """A file that is there whole. `folder` holds all there is of it."""

    folder: Path
    name: str
    size: int
    fault: str = ""  # why it could not be taken out of its archive

    @property
    def number(self) -> str:
        """What it is known by; numbers sort by the time of arrival."""
        return self.folder.name

    @property
    def path(self) -> Path:
        """Its bytes."""
        return self.folder / _FILE

    @property
    def scratch(self) -> Path:
        """Where what is read of it goes."""
        return self.folder / _READING

    def remove(self) -> None:
        """Removes all of it. May be called twice."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self.folder.parent.rmdir()  # the session's, once it is empty


def place(workspace: Workspace, client: str, session: str) -> Path:
    """The folder of a session's files at a client; made when the first arrives. Raises ClientUnknown."""
    uploads = workspace.namespace(client).root / "scratch" / "uploads"
    _remove_abandoned(uploads)
    return uploads / session


def arrived(place: Path) -> list[Arrived]:
    """The files that are there whole, in the order of their arrival."""
    found = (_arrived(folder) for folder in _within(place) if folder.suffix != _ARRIVING)
    return [one for one in found if one is not None]


def put(place: Path, number: str, name: str, path: Path, fault: str = "") -> Arrived:
    """Moves a file in, as if it had been sent."""
    arriving = place / f"{number}{_ARRIVING}"
    arriving.mkdir(parents=True)
    size = path.stat().st_size
    path.rename(arriving / _FILE)
    (arriving / _ABOUT).write_text(json.dumps({"name": name, "size": size, "fault": fault}), encoding="utf-8")
    arriving.rename(place / number)
    return Arrived(place / number, name, size, fault)


def _arrived(folder: Path) -> Arrived | None:
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        return Arrived(folder, str(about["name"]), int(about["size"]), str(about.get("fault", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # being removed now


def _remove_abandoned(uploads: Path) -> None:
    """What a closed browser or a killed server left behind."""
    now = time.time()
    for session in _within(uploads):
        for folder in _within(session):
            after = _BROKEN_AFTER if folder.suffix == _ARRIVING else _ABANDONED_AFTER
            with contextlib.suppress(OSError):
                if _last_written(folder) < now - after:
                    shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            session.rmdir()


def _within(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where another request has just removed it."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _last_written(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.glob("*")))
