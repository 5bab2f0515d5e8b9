"""Two people who import at the same moment: both are in, or one is told to wait; the figures agree in the end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 5


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("files", ["different", "same"])
def test_two_imports_at_once_are_both_in_or_one_is_told_to_wait(tmp_path: Path, root: Path, files: str) -> None:
    command = [sys.executable, "-m", "tests.reliability.together", str(tmp_path), str(ROUNDS), "5", files]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    fared = json.loads(done.stdout)
    assert sum(fared.values()) == ROUNDS
    assert set(fared) <= {"both in", "one told to wait"}
