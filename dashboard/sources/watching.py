"""Takes in what appears in a folder, each file once, whenever the process was ended."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard import intake
from dashboard.domain.errors import Busy, FileRefused, SettingsInvalid, SverkaError
from dashboard.domain.phrase import Phrase, say
from dashboard.domain.reading import Outcome
from dashboard.i18n import Language
from dashboard.sources.alone import Held, alone
from dashboard.sources.asking import to_be_asked
from dashboard.sources.folder import Folder, Identity
from dashboard.workspace import Workspace

LOOK_EVERY_SECONDS = 2.0
SETTLE_SECONDS = 3.0


@dataclass(frozen=True)
class Dealt:
    """What came of one file. `moved_to` is relative to the folder, '' where the file was left to be tried again.

    `told` has the shape of `import --json`.
    """

    file: str
    status: str
    moved_to: str
    why: tuple[Phrase, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)


class _StillWritten(Exception):
    """The file changed while it was being read."""


class Watch:
    """Watches a folder for one client. Entering raises Busy where another process watches it.

    Raises ClientUnknown, and SettingsInvalid where the folder cannot be used.
    """

    def __init__(self, workspace: Workspace, client: str, folder: Path, by: str) -> None:
        self._workspace = workspace
        self._namespace = workspace.namespace(client)
        self._client = workspace.client(client).slug
        self._folder = Folder(folder)
        self._by = by
        self._left: dict[str, Identity] = {}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other watchers off the folder for the time of the block."""
        try:
            with alone(self._folder.lock):
                yield
        except Held as error:
            raise Busy(
                say(
                    "Another process watches {folder} already. End it first, or watch another folder. "
                    "Nothing was changed.",
                    folder=str(self._folder.root),
                )
            ) from error

    def once(self, settle_seconds: float | None = None) -> Iterator[Dealt]:
        """Deals with the files that are complete now. What is still being written stays, and is said."""
        settle_seconds = SETTLE_SECONDS if settle_seconds is None else settle_seconds
        self._folder.complete(settle_seconds)
        if self._folder.waiting():
            time.sleep(settle_seconds)
        ready = self._folder.complete(settle_seconds)
        for path in ready:
            yield from self._dealt(path)
        for path in self._folder.waiting():
            if path not in ready:
                yield Dealt(path.name, "waits", "", (say("{file} is still being written.", file=path.name),))

    def forever(self) -> Iterator[Dealt]:
        """Deals with each file when it is complete, until the process is told to end."""
        while True:
            for path in self._folder.complete(SETTLE_SECONDS):
                yield from self._dealt(path)
            time.sleep(LOOK_EVERY_SECONDS)

    def _dealt(self, path: Path) -> Iterator[Dealt]:
        """What came of a file; nothing where it is still as it was when it was left."""
        try:
            identity = Identity.of(path)
            dealt = self._take(path, identity, self._folder.begin(path))
            self._folder.end(path)
        except FileNotFoundError:
            return
        except _StillWritten:
            return  # it is looked at again when it has settled
        except (SverkaError, OSError) as error:
            dealt = self._left_for_later(path, error)
            if self._left.get(path.name) == identity:
                return
            self._left[path.name] = identity
        else:
            self._left.pop(path.name, None)
        yield dealt

    @staticmethod
    def _left_for_later(path: Path, error: SverkaError | OSError) -> Dealt:
        if isinstance(error, SverkaError):
            return Dealt(path.name, "waits", "", (error.phrase,))
        why = error.strerror or type(error).__name__
        phrase = say("{file} cannot be read or moved: {why}.", file=path.name, why=why)
        return Dealt(path.name, "waits", "", (phrase,))

    def _take(self, path: Path, identity: Identity, since: datetime | None) -> Dealt:
        """Takes a file in, or refuses it. Raises what says that it is to be tried again."""
        if since and self._was_taken(path, since):
            return Dealt(path.name, "imported", self._moved(self._folder.done(path)))
        try:
            with intake.offered(self._workspace, self._client, path) as offer:
                if Identity.of(path) != identity:
                    raise _StillWritten
                why = to_be_asked(offer.reading)
                told = intake.as_json(offer)
                if not why and offer.preview is not None:
                    told["status"] = intake.accept(self._workspace, self._client, offer, by=self._by).status
        except (FileRefused, SettingsInvalid) as error:
            why, told = (error.phrase,), intake.failed_json(path.name, error)
        if why:
            status = told["status"] if told["status"] != "previewed" else str(Outcome.REFUSED)
            return Dealt(path.name, status, self._moved(self._folder.refused(path, self._in_words(why))), why, told)
        if Identity.of(path) != identity:
            changed = say("{file} was written again meanwhile: it is read once more.", file=path.name)
            return Dealt(path.name, told["status"], "", (changed,), told)
        return Dealt(path.name, told["status"], self._moved(self._folder.done(path)), (), told)

    def _was_taken(self, path: Path, since: datetime) -> bool:
        """Whether the import of this very file was committed before the earlier watcher ended."""
        with self._namespace.store() as store:
            holder = store.brought(_digest(path))
        return holder is not None and holder.imported_at >= since

    def _moved(self, place: Path) -> str:
        return place.relative_to(self._folder.root).as_posix()

    def _in_words(self, why: tuple[Phrase, ...]) -> str:
        language = Language(self._namespace.reader().profile.language)
        return "\n".join(language.say(phrase) for phrase in why)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
