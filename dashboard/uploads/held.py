"""One file that was sent: how far it is on its way, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.domain.errors import SverkaError
from dashboard.domain.reading import Outcome
from dashboard.domain.watch import Stage
from dashboard.intake import Mapping, Offered, without_written
from dashboard.uploads.folder import Arrived
from dashboard.warehouse.records import ImportRecord


class State(StrEnum):
    """Where a file is. While it is being sent it is in the browser alone."""

    WAITING = "waiting"  # for its turn to be read
    READING = "reading"
    ASKS = "asks"
    NEEDS_MAPPING = "needs_mapping"
    READY = "ready"  # for a person's word
    UNCHANGED = "unchanged"  # all of it is there already
    REFUSED = "refused"
    MAPPING = "mapping"  # not data, but the mapping for tables that are not recognised
    AGREED = "agreed"  # waits for its turn to be added
    ADDING = "adding"
    ADDED = "added"
    CANCELLED = "cancelled"


BUSY = frozenset({State.WAITING, State.READING, State.AGREED, State.ADDING})
"""The states that pass by themselves."""

ENDED = frozenset({State.ADDED, State.CANCELLED})
"""The states of which nothing is left on the disk."""

_AFTER_READING = {
    Outcome.READABLE: State.READY,
    Outcome.ASKS: State.ASKS,
    Outcome.NEEDS_MAPPING: State.NEEDS_MAPPING,
    Outcome.REFUSED: State.REFUSED,
    Outcome.EMPTY: State.REFUSED,
}


@dataclass
class HeldFile:
    """A file of one session at one client. Changed by the desk alone; `stage` and `share` are those of its watch."""

    client: str
    arrived: Arrived
    state: State = State.WAITING
    stage: Stage | None = None
    share: float | None = None
    offered: Offered | None = None
    error: SverkaError | None = None
    record: ImportRecord | None = None
    mapping: Mapping | None = None  # asked for by a person, or of the file itself where it is one
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """What it is called, without a phone or an e-mail that its name may hold."""
        return without_written(self.arrived.name)

    @property
    def key(self) -> str:
        """What it is known by."""
        return self.arrived.number

    @property
    def is_busy(self) -> bool:
        """Whether its state passes by itself."""
        return self.state in BUSY

    @property
    def can_be_taken(self) -> bool:
        """Whether there is something to take in that would change anything."""
        return self.state is State.READY

    @property
    def can_be_cancelled(self) -> bool:
        """Whether there is work that would stop: once its change is made for good, there is none."""
        return self.is_busy and self.stage is not Stage.PUBLISHING

    def told(self, stage: Stage, share: float | None) -> None:
        """Takes down how far the work on it is."""
        self.stage, self.share = stage, share

    def read(self, offered: Offered) -> None:
        """Takes down what came of reading it."""
        self.offered, self.error = offered, None
        self.state = _AFTER_READING[offered.reading.outcome]
        if self.state is State.READY and offered.preview is not None and offered.preview.changes_nothing:
            self.state = State.UNCHANGED

    def failed(self, error: SverkaError) -> None:
        """Takes down why nothing came of it."""
        self.offered, self.error, self.state = None, error, State.REFUSED
