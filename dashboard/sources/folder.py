"""A watched folder: which of its files are complete, and where they go when they are dealt with.

FOLDER/            what waits
FOLDER/done/       what was taken in
FOLDER/refused/    what was not, each beside a text that says why
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

DONE, REFUSED = "done", "refused"
_LOCK = ".sverka-watch.lock"
_JOURNAL = ".sverka-watch.json"
# What browsers, sync programs and editors call a file that they are not done with.
_UNFINISHED = (
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".opdownload",
    ".filepart",
    ".swp",
    "~",
)


@dataclass(frozen=True)
class Identity:
    """What tells a file from the same name with other contents."""

    inode: int
    size: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> Identity:
        """The identity of the file that lies there now. Raises OSError if there is none."""
        status = path.stat(follow_symlinks=False)
        return cls(status.st_ino, status.st_size, status.st_mtime_ns)


class Folder:
    """The folder at `root`. Raises SettingsInvalid where it is none, or where files in it cannot be moved."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._seen: dict[str, tuple[Identity, float]] = {}
        if not root.is_dir():
            raise SettingsInvalid(
                say("{folder} is no folder. Make it, or name another. Nothing was changed.", folder=str(root))
            )
        try:
            for name in (DONE, REFUSED):
                (root / name).mkdir(exist_ok=True)
                probe = root / f".sverka-probe-{os.getpid()}"
                probe.touch()
                probe.rename(root / name / probe.name).unlink()
        except OSError as error:
            raise SettingsInvalid(
                say(
                    "Files of {folder} cannot be moved to its folders “done” and “refused” ({why}). "
                    "Allow the program to write there. Nothing was changed.",
                    folder=str(root),
                    why=error.strerror or type(error).__name__,
                )
            ) from error

    @property
    def lock(self) -> Path:
        """The file that only one watcher can hold."""
        return self.root / _LOCK

    def waiting(self) -> list[Path]:
        """The files that wait here, complete or not, by name; links and folders are left alone."""
        with os.scandir(self.root) as entries:
            found = [Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
        return sorted(path for path in found if _is_meant(path.name))

    def complete(self, settle_seconds: float) -> list[Path]:
        """Those that wait and have not changed for that long, as far as this watcher has looked."""
        now = time.monotonic()
        seen: dict[str, tuple[Identity, float]] = {}
        ready = []
        for path in self.waiting():
            try:
                identity = Identity.of(path)
            except OSError:
                continue  # it was taken away between the two looks
            before = self._seen.get(path.name)
            since = before[1] if before and before[0] == identity else now
            seen[path.name] = (identity, since)
            if now - since >= settle_seconds:
                ready.append(path)
        self._seen = seen
        return ready

    def done(self, path: Path) -> Path:
        """Moves a file to those that were taken in; gives its new place."""
        return self._move(path, self.root / DONE)

    def refused(self, path: Path, why: str) -> Path:
        """Moves a file to the refused ones, with the reason beside it; gives its new place."""
        moved = self._move(path, self.root / REFUSED)
        moved.with_name(f"{moved.name}.why.txt").write_text(why + "\n", encoding="utf-8")
        return moved

    def begin(self, path: Path) -> datetime | None:
        """Notes, before anything of the file is written, that it is being taken in.

        Gives since when (UTC) an earlier attempt that did not come to its end was made; None if there was none.
        """
        noted = self._noted()
        since = noted.get(path.name)
        if since is None:
            self._note({**noted, path.name: datetime.now(UTC)})
        return since

    def end(self, path: Path) -> None:
        """Notes that the file is dealt with."""
        self._note({name: since for name, since in self._noted().items() if name != path.name})

    def _noted(self) -> dict[str, datetime]:
        """The files being taken in that still wait here."""
        try:
            noted = json.loads((self.root / _JOURNAL).read_text(encoding="utf-8"))
            found = {str(name): datetime.fromisoformat(since) for name, since in noted.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}
        waiting = {path.name for path in self.waiting()}
        return {name: since for name, since in found.items() if name in waiting}

    def _note(self, noted: dict[str, datetime]) -> None:
        draft = self.root / f"{_JOURNAL}.draft"
        with draft.open("w", encoding="utf-8") as file:
            json.dump({name: since.isoformat() for name, since in noted.items()}, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.root / _JOURNAL)

    @staticmethod
    def _move(path: Path, folder: Path) -> Path:
        """Into the folder under its own name, or one with a number: nothing that lies there is ever replaced."""
        number = 1
        target = folder / path.name
        while target.exists() or target.is_symlink() or target.with_name(f"{target.name}.why.txt").exists():
            number += 1
            target = folder / f"{path.stem} ({number}){path.suffix}"
        return path.rename(target)


def _is_meant(name: str) -> bool:
    return not name.startswith((".", "~$")) and not name.lower().endswith(_UNFINISHED)
