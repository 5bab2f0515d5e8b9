"""How long the first start takes: making the demo agency, as `make run` does on a fresh clone."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Start:
    """The demo: its files, and the seconds that making it took on the clock and of processor time."""

    files: int
    clock: float
    work: float


def demo(home: Path, tell: Callable[[str], None]) -> Start:
    """Makes the demo's workspace in `home`, by the command that a person types."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "dashboard", "demo"],
        cwd=ROOT,
        env=os.environ | {"SVERKA_HOME": str(home)},
        check=True,
        capture_output=True,
        text=True,
    )
    clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = (told.stdout + told.stderr).count(" rows")
    made = Start(files, clock, work)
    tell(f"demo: {files} files in {clock:.1f} s, {work:.1f} s of work")
    return made
