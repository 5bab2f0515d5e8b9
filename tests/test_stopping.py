"""Ctrl-C amid an import from the terminal leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.workspace import Workspace
from tests import workspaces
from tests.uploads.conftest import HEADER


@pytest.mark.parametrize("after", [0.0, 0.3], ids=["at once", "a little later"])
def test_ctrl_c_leaves_the_folder_as_it_was_and_exits_130(tmp_path: Path, after: float) -> None:
    workspace = Workspace(tmp_path / "workspace")
    workspaces.add_client(workspace, "oak")
    root = workspace.namespace("oak").root
    version, files = workspace.namespace("oak").version(), _files(root)
    path = tmp_path / "large.csv"
    path.write_text(HEADER + "".join(f"2026-11-01,B,1,G,word {n},USD,10,1,5.00\n" for n in range(400_000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "import", str(path), "--client", "oak"],
        cwd=workspaces.ROOT,
        env=os.environ | {"SVERKA_HOME": str(workspace.root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not list(root.glob("scratch/reading-*/*")):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "Stopped. What was not finished was not written.\n")
    assert _files(root) == files
    assert workspace.namespace("oak").version() == version
    workspace.access.close()


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
