"""Large files by the command line: how long, and how much memory the whole process takes at most."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import clients, exports
from dashboard.workspace import Workspace

ROWS = 20_000_000
_PHRASE = "a keyword of several words as people write them in search engines"  # 20 million rows are then 2 GB
_RAW = """
import sys, duckdb
with duckdb.connect(sys.argv[2]) as connection:
    connection.execute("set enable_progress_bar = false")
    connection.read_csv(sys.argv[1]).create("read")
"""


@dataclass(frozen=True)
class LargeStep:
    """One command over one file. `clock` and `work` in seconds, `memory` in bytes; `raw` is read_csv's work, or 0."""

    of: str
    rows: int
    size: int
    what: str
    clock: float
    work: float
    memory: int
    raw: float = 0.0


@dataclass(frozen=True)
class _Ran:
    clock: float
    work: float
    memory: int
    printed: str


def measured(folder: Path, rows: int, tell: Callable[[str], None]) -> list[LargeStep]:
    """Ad rows in, again, with other costs, and undone; a quarter as many calls in."""
    workspace = Workspace(folder / "large")
    slug = clients.empty(workspace, "large")
    steps: list[LargeStep] = []

    def step(of: str, count: int, path: Path, what: str, command: list[str], raw: float = 0.0) -> str:
        ran = _run(command, workspace.root)
        steps.append(LargeStep(of, count, path.stat().st_size, what, ran.clock, ran.work, ran.memory, raw))
        tell(f"{count:,} {of}, {what}: {ran.clock:.0f} s, {ran.work:.0f} s of work, {ran.memory >> 20} MiB")
        return ran.printed

    path = exports.ad_rows(folder, rows, phrase=_PHRASE)
    raw = _raw(path, folder)
    step("ad rows", rows, path, "import", _import(path, slug), raw)
    step("ad rows", rows, path, "import the same again", _import(path, slug))
    path.unlink()
    changed = exports.ad_rows(folder, rows, phrase=_PHRASE, dearer=1)
    step("ad rows", rows, changed, "import with every cost changed", _import(changed, slug))
    (newest, *_) = json.loads(_run(_dashboard("imports", "--client", slug, "--json"), workspace.root).printed)
    step("ad rows", rows, changed, "undo that", _dashboard("undo", str(newest["import_id"]), "--client", slug))
    changed.unlink()
    called = exports.calls(folder, rows // 4)
    raw = _raw(called, folder)
    step("calls", rows // 4, called, "import", _import(called, clients.empty(workspace, "calls")), raw)
    called.unlink()
    return steps


def _dashboard(*words: str) -> list[str]:
    return [sys.executable, "-m", "dashboard", *words]


def _import(path: Path, slug: str) -> list[str]:
    return _dashboard("import", str(path), "--client", slug, "--json")


def _raw(path: Path, folder: Path) -> float:
    database = folder / "raw.duckdb"
    work = _run([sys.executable, "-c", _RAW, str(path), str(database)], folder).work
    database.unlink()
    return work


def _run(command: list[str], home: Path) -> _Ran:
    """Runs a command to its good end, and what it took; from its own figures, not those of other children."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"SVERKA_HOME": str(home)}, stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[2:]} ended with {process.returncode}: {printed}")
    in_kilobytes = 1 if sys.platform == "darwin" else 1024
    return _Ran(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * in_kilobytes, printed)
