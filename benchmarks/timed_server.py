"""The server as `python -m dashboard serve` starts it, with each run of a screen's script written down.

`python -m benchmarks.timed_server FILE` appends a line per run: seconds on the clock and of processor time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from dashboard import cli


def main(written: Path) -> int:
    """Serves, timing Streamlit's own run of the script: all that the server does between a click and its answer."""
    run = ScriptRunner._run_script

    def timed(self: ScriptRunner, *arguments: Any) -> None:
        started, worked = time.perf_counter(), time.thread_time()
        try:
            run(self, *arguments)
        finally:
            line = f"{time.perf_counter() - started:.6f} {time.thread_time() - worked:.6f}\n"
            with written.open("a", encoding="ascii") as file:
                file.write(line)

    ScriptRunner._run_script = timed
    return cli.main(["serve"])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
