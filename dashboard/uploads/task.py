"""What is done with a file in the other process: it is read, or what was read of it is added."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from dashboard import intake
from dashboard.access import origin
from dashboard.domain.reading import Outcome
from dashboard.domain.watch import Watch
from dashboard.intake import Fault, Mapping, Offered, Part
from dashboard.uploads import folder
from dashboard.uploads.folder import Arrived
from dashboard.warehouse.records import ImportRecord
from dashboard.workspace import Workspace


class Work(Protocol):
    """What the other process can be told to do: frozen, so that it can be sent there, and what comes of it back."""

    def do(self, workspace: Workspace, watch: Watch) -> Any:
        """Does it. Raises what there is to tell the person, and Cancelled."""


@dataclass(frozen=True)
class Unpacked:
    """The file was a ZIP: its files lie beside it as if each had been sent, and it is gone itself."""

    count: int


@dataclass(frozen=True)
class Read:
    """Reads a file and compares it with what is there. `mapping` serves where the file is not recognised."""

    client: str
    file: Arrived
    mapping: Mapping | None = None
    answers: dict[str, str] = field(default_factory=dict)

    def do(self, workspace: Workspace, watch: Watch) -> Offered | Unpacked:
        """Raises what `intake.offer` and `intake.unpacked` raise, and Cancelled."""
        if self.file.fault:
            Part(self.file.name, self.file.path, Fault(self.file.fault)).whole()
        if not self.answers and self.mapping is None:
            count = self._unpack()
            if count:
                return Unpacked(count)
        offered = self._offer(workspace, None, watch)
        if self.mapping is not None and offered.reading.outcome is Outcome.NEEDS_MAPPING:
            offered.discard()
            offered = self._offer(workspace, self.mapping, watch)
        return offered

    def _offer(self, workspace: Workspace, mapping: Mapping | None, watch: Watch) -> Offered:
        file = self.file
        return intake.offer(
            workspace,
            self.client,
            file.path,
            name=file.name,
            mapping=mapping,
            answers=self.answers,
            watch=watch,
            scratch=file.scratch,
            patient=True,
        )

    def _unpack(self) -> int:
        """How many files were taken out of a ZIP; 0 where it is none."""
        file = self.file
        unpacked = file.folder / "unpacked"
        unpacked.mkdir(exist_ok=True)
        parts = intake.unpacked(file.path, file.name, unpacked)
        if [part.path for part in parts] == [file.path]:
            unpacked.rmdir()
            return 0
        for place, part in enumerate(parts, 1):
            folder.put(file.folder.parent, f"{file.number}-{place:04}", part.name, part.path, part.fault or "")
        file.remove()
        return len(parts)


@dataclass(frozen=True)
class Add:
    """Takes in what was read."""

    client: str
    offered: Offered
    by: str
    came_from: str = ""

    def do(self, workspace: Workspace, watch: Watch) -> ImportRecord:
        """Raises what `intake.accept` raises, and Cancelled."""
        origin.came_from.set(self.came_from)
        return intake.accept(workspace, self.client, self.offered, by=self.by, watch=watch, patient=True)


Task = Read | Add
Result = Offered | Unpacked | ImportRecord
