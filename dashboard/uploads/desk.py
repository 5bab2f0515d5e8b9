"""The desk where files that were sent wait, are read, wait for a person's word and are added.

What lies there belongs to an agency session and a client, not to a browser's tab: it is the same after a change of page
or language, and after a reload. After a restart of the server the files are read anew from the disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from threading import Condition, Lock, Thread

from dashboard.access import origin
from dashboard.domain.errors import SettingsInvalid, SverkaError
from dashboard.domain.phrase import say
from dashboard.domain.watch import Cancelled
from dashboard.intake import Mapping, Offered, load_mapping
from dashboard.uploads import folder
from dashboard.uploads.held import ENDED, HeldFile, State
from dashboard.uploads.process import Process
from dashboard.uploads.task import Add, Read, Result, Task, Unpacked
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace

LARGE = 64 << 20
"""From this size in bytes on a file goes the way of large ones, where they are dealt with one by one."""

_LARGEST_MAPPING = 1 << 20
_IDLE = 60.0  # seconds after which a process that has nothing to do is let go


class _Lane:
    """A queue of work with a process of its own. Two lanes let small files pass a large one, and no more is read side
    by side than the memory is meant for."""

    def __init__(self, home: Path, name: str, desk: Desk) -> None:
        self._desk = desk
        self._waiting: deque[tuple[HeldFile, Task]] = deque()
        self._changed = Condition()
        self._now: tuple[HeldFile, Task] | None = None
        self._closed = False
        self._process = Process(home)
        self._thread = Thread(target=self._work, name=f"uploads-{name}", daemon=True)

    def put(self, held: HeldFile, task: Task) -> None:
        """Queues work on a file."""
        with self._changed:
            if not self._thread.is_alive() and not self._closed:
                self._thread.start()
            self._waiting.append((held, task))
            self._changed.notify()

    def stop(self, held: HeldFile) -> None:
        """Ends the work on a file, begun or not; the desk hears of it as of every end."""
        with self._changed:
            for queued in [one for one in self._waiting if one[0] is held]:
                self._waiting.remove(queued)
                self._desk.ended(held, Cancelled())
            now = self._now
        if now is not None and now[0] is held:
            self._process.stop(now[1])

    def close(self) -> None:
        """Ends all work and the process."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            now = self._now
            self._changed.notify()
        if now is not None:
            self._process.stop(now[1])
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._waiting and not self._closed and not self._changed.wait(_IDLE):
                    self._process.end()
                    continue
                if self._closed:
                    break
                if not self._waiting:
                    continue
                self._now = held, task = self._waiting.popleft()
            self._desk.begun(held, task)
            came: Result | SverkaError
            try:
                came = self._process.do(task, held.told)
            except SverkaError as error:
                came = error
            with self._changed:
                self._now = None
            if held.arrived.size >= LARGE:
                self._process.end()
            self._desk.ended(held, came)
        self._process.end()


class Desk:
    """All files that this server holds. Methods may be called from any thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: dict[tuple[str, str], dict[str, HeldFile]] = {}
        self._lock = Lock()
        self._small = _Lane(workspace.root, "small", self)
        self._large = _Lane(workspace.root, "large", self)

    def files(self, client: str, session: str) -> list[HeldFile]:
        """The files of a session at a client, in the order of their arrival; new ones begin to be read.

        Raises ClientUnknown.
        """
        place = folder.place(self._workspace, client, session)
        there = {one.number: one for one in folder.arrived(place)}
        with self._lock:
            held = self._held.setdefault((client, session), {})
            for number in [number for number, one in held.items() if _is_gone(one, there)]:
                del held[number]
            fresh = [HeldFile(client, one) for number, one in there.items() if number not in held]
            held.update({one.key: one for one in fresh})
        for one in fresh:
            self._begin(one)
        with self._lock:
            return [held[number] for number in sorted(held)]

    def add(self, files: Iterable[HeldFile], by: str) -> None:
        """Takes files in, one after another, each by itself; those that are not ready are left as they are."""
        for held in files:
            with self._lock:
                offered = held.offered
                if held.state is not State.READY or offered is None:
                    continue
                held.state, held.stage, held.share = State.AGREED, None, None
            self._lane(held).put(held, Add(held.client, offered, by, origin.came_from.get()))

    def read_again(
        self,
        held: HeldFile,
        *,
        mapping: Mapping | None = None,
        answers: dict[str, str] | None = None,
        anew: bool = False,
    ) -> None:
        """Reads a file once more, with a mapping or with answers to what it asked; `anew` forgets earlier answers."""
        with self._lock:
            if held.is_busy or held.state in ENDED:
                return
            held.mapping, held.answers = mapping or held.mapping, {**({} if anew else held.answers), **(answers or {})}
            held.state, held.stage, held.share, held.error = State.WAITING, None, None, None
            offered, held.offered = held.offered, None
        if offered is not None:
            offered.discard()
        self._lane(held).put(held, Read(held.client, held.arrived, held.mapping, held.answers))

    def cancel(self, held: HeldFile) -> None:
        """Stops the work on a file. It is then gone, and its name stays as cancelled until it is taken off the list."""
        if held.can_be_cancelled:
            self._lane(held).stop(held)

    def remove(self, held: HeldFile) -> None:
        """Takes a file off the list, and from the disk; one that is worked on has to be cancelled first."""
        with self._lock:
            if held.is_busy:
                return
            for files in self._held.values():
                if files.get(held.key) is held:
                    del files[held.key]
        held.arrived.remove()

    def let_go(self, client: str) -> None:
        """Stops the work on every file of a client, and lets go of what was read of them."""
        with self._lock:
            files = [one for (of, _), held in self._held.items() if of == client for one in held.values()]
        for held in files:
            self.cancel(held)
        with self._lock:
            self._held = {name: held for name, held in self._held.items() if name[0] != client}

    def close(self) -> None:
        """Ends all work. What was not finished was not written."""
        self._small.close()
        self._large.close()

    def begun(self, held: HeldFile, task: Task) -> None:
        """A lane has begun this work."""
        with self._lock:
            held.state = State.READING if isinstance(task, Read) else State.ADDING

    def ended(self, held: HeldFile, came: Result | SverkaError) -> None:
        """A lane has ended its work on a file; `came` is its result or its error."""
        if isinstance(came, ImportRecord | Cancelled):
            held.arrived.remove()
        with self._lock:
            held.stage, held.share = None, None
            match came:
                case Offered():
                    held.read(came)
                case ImportRecord():
                    held.record, held.offered, held.state = came, None, State.ADDED
                case Cancelled():
                    held.offered, held.state = None, State.CANCELLED
                case Unpacked():
                    for files in self._held.values():
                        files.pop(held.key, None)
                case SverkaError():
                    held.failed(came)
            unread = self._with_late_mapping(held)
        if unread is not None:
            unread.discard()
            self._lane(held).put(held, Read(held.client, held.arrived, held.mapping))

    def _begin(self, held: HeldFile) -> None:
        if held.file.lower().endswith(".toml"):
            self._take_mapping(held)
            return
        with self._lock:
            held.mapping = self._mapping_beside(held)
        self._lane(held).put(held, Read(held.client, held.arrived, held.mapping))

    def _take_mapping(self, held: HeldFile) -> None:
        """A mapping is read at once, and serves the files beside it that are not recognised."""
        try:
            if held.arrived.size > _LARGEST_MAPPING:
                raise SettingsInvalid(say("{file} is too large for a mapping. Nothing was changed.", file=held.file))
            mapping = load_mapping(held.arrived.path)
        except SverkaError as error:
            with self._lock:
                held.failed(error)
            return
        with self._lock:
            held.mapping, held.state = mapping, State.MAPPING
            waiting = [one for one in self._beside(held) if one.state is State.NEEDS_MAPPING]
        for one in waiting:
            self.read_again(one, mapping=mapping)

    def _with_late_mapping(self, held: HeldFile) -> Offered | None:
        """Lets a file that was not recognised wait for the mapping that came while it was read; gives what to forget.

        Asks for the lock to be held, so that nobody sees the file as ended in between.
        """
        if held.state is not State.NEEDS_MAPPING or held.mapping is not None:
            return None
        held.mapping = self._mapping_beside(held)
        if held.mapping is None:
            return None
        held.state = State.WAITING
        offered, held.offered = held.offered, None
        return offered

    def _mapping_beside(self, held: HeldFile) -> Mapping | None:
        mappings = [one for one in self._beside(held) if one.state is State.MAPPING]
        return mappings[-1].mapping if mappings else None

    def _beside(self, held: HeldFile) -> list[HeldFile]:
        return next((list(files.values()) for files in self._held.values() if files.get(held.key) is held), [])

    def _lane(self, held: HeldFile) -> _Lane:
        return self._large if held.arrived.size >= LARGE else self._small


def _is_gone(held: HeldFile, there: dict[str, folder.Arrived]) -> bool:
    """Whether a file was removed from the disk by somebody else: another server process, or for its age."""
    return held.key not in there and held.state not in ENDED and not held.is_busy
