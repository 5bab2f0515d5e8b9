"""Reads a file in a process of its own under a limit of memory: `python -m tests.reliability.reading_within FILE NAME`.

Prints the outcome, the rows kept, the messages' templates, and the most memory that the process held, in megabytes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

LIMIT = 6 << 30  # of addresses, most of which a database and its threads only reserve
ROOT = Path(__file__).resolve().parent.parent.parent


def read_within(path: Path) -> dict[str, Any]:
    """What came of it; `code` is the exit code of a process that did not live to tell."""
    command = [sys.executable, "-m", "tests.reliability.reading_within", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
    told: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"code": done.returncode}
    return told


def _most_held() -> int:
    """Kilobytes; the process's own, unlike what getrusage keeps from whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def _main(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    from tests.reliability.seeds import read_as

    before = _most_held()
    reading = read_as(path.read_bytes(), f"read-{path.name}", path.parent)
    said = [message.template for message in reading.messages]
    print(json.dumps({"outcome": reading.outcome, "kept": reading.rows_kept, "rejected": reading.rows_rejected,
                      "said": said, "megabytes": (_most_held() - before) // 1024}))  # fmt: skip


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
