"""An import killed at any moment of its life, from its arguments to its exit code, leaves the old state or the new."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 100


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_a_hundred_killed_imports_leave_the_old_or_the_new(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-m", "tests.reliability.killing", str(tmp_path), str(KILLS), "3"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    left = json.loads(done.stdout)
    assert sum(left.values()) == KILLS
    assert set(left) <= {"as before", "changed", "changed, unpublished"}
    assert left["as before"] > 0
