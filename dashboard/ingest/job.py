"""One file on its way through the reader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase
from dashboard.domain.reading import Assumption, EarlierDecision
from dashboard.domain.watch import Watch
from dashboard.ingest.encoding import Bytes
from dashboard.ingest.grid import Grid
from dashboard.ingest.recognition import Recognised


@dataclass(frozen=True)
class Conversion:
    """One file on its way: what it is, what was decided so far, whose it is, where to work, and what was
    answered or decided before."""

    called: str
    sha256: str
    look: Bytes
    grid: Grid
    found: Recognised
    assumptions: tuple[Assumption, ...]
    messages: tuple[Phrase, ...]
    profile: ClientProfile
    secret: bytes
    work: Path
    scratch: Path
    answers: dict[str, str]
    decided_before: tuple[EarlierDecision, ...]
    watch: Watch
