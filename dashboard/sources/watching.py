"""Takes in what appears in a folder, each file once, whenever the process was ended."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
_IN = frozenset({"imported", "replaced", "unchanged"})


@dataclass(frozen=True)
class Dealt:
    """What came of one file. `moved_to` is relative to the folder, '' where the file was left to be tried again.

    `told` has each file in it in the shape of `import --json`: one, or those of a ZIP.
    """

    file: str
    status: str
    moved_to: str
    why: tuple[Phrase, ...] = ()
    told: tuple[dict[str, Any], ...] = ()


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
        """Takes a file in, or refuses it; of a ZIP each file by itself. Raises what says that it is to be tried again.

        `since` is when an earlier watcher began with it and did not come to the end.
        """
        told: list[dict[str, Any]] = []
        why: list[Phrase] = []
        try:
            with intake.parts(self._workspace, self._client, path) as parts:
                for part in parts:
                    one, asked = self._take_part(part, path, identity, since)
                    told.append(one)
                    why += asked
        except FileRefused as error:
            told, why = [intake.failed_json(path.name, error)], [error.phrase]
        status = told[0]["status"] if len(told) == 1 else _together(told)
        if Identity.of(path) != identity:
            changed = say("{file} was written again meanwhile: it is read once more.", file=path.name)
            return Dealt(path.name, status, "", (changed,), tuple(told))
        moved = self._folder.refused(path, self._in_words(told, why)) if why else self._folder.done(path)
        return Dealt(path.name, status, moved.relative_to(self._folder.root).as_posix(), tuple(why), tuple(told))

    def _take_part(
        self, part: intake.Part, path: Path, identity: Identity, since: datetime | None
    ) -> tuple[dict[str, Any], tuple[Phrase, ...]]:
        """One file, in the shape of `import --json`, and why it was not taken in, if it was not."""
        try:
            with intake.offered(self._workspace, self._client, part.whole(), name=part.name) as offer:
                if Identity.of(path) != identity:
                    raise _StillWritten
                told = intake.as_json(offer)
                if why := to_be_asked(offer.reading):
                    return {**told, "status": _not_in(told["status"])}, why
                if offer.preview is None:
                    return told, ()
                if since and (status := self._taken_before(offer.reading.sha256, since)):
                    return {**told, "status": status}, ()
                record = intake.accept(self._workspace, self._client, offer, by=self._by)
                return {**told, "status": record.status}, ()
        except (FileRefused, SettingsInvalid) as error:
            return intake.failed_json(part.name, error), (error.phrase,)

    def _taken_before(self, sha256: str, since: datetime) -> str | None:
        """What the import of this very file came to, if it was committed before the earlier watcher ended."""
        with self._namespace.store() as store:
            holder = store.brought(sha256)
        return holder.status if holder is not None and holder.imported_at >= since else None

    def _in_words(self, told: list[dict[str, Any]], why: list[Phrase]) -> str:
        """Why, in the client's language; of a ZIP also which of its files are in."""
        language = Language(self._namespace.reader().profile.language)
        taken = [one["file"] for one in told if one["status"] in _IN]
        lines = [language.say(phrase) for phrase in why]
        if taken:
            lines.append(language.say(say("Of it these were taken in: {files}.", files=tuple(taken))))
        return "\n".join(lines)


def _not_in(status: str) -> str:
    """What to call a file that was left to a person: as it was read, else refused."""
    return status if status != "previewed" else str(Outcome.REFUSED)


def _together(told: list[dict[str, Any]]) -> str:
    """What to call a ZIP: what became of all its files, if that is the same, else `partly`."""
    found = {one["status"] for one in told}
    if found <= _IN:
        return "imported" if "imported" in found else "replaced" if "replaced" in found else "unchanged"
    return "partly" if found & _IN else str(Outcome.REFUSED)
