"""A demo workspace for tests: fifteen months of both made-up clients, taken in by the real import.

It takes a while to make, so all processes of one test session share one, and each test file that changes something
works on a copy. `python -m tests.workspaces FOLDER CLIENT` takes one client's files in.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import sample_data
from dashboard import intake
from dashboard.access import links, people
from dashboard.access.store import AccessStore
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.profile_json import load_settings
from dashboard.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
END = date(2026, 11, 21)
TODAY = date(2026, 11, 22)
MONTHS, SEED = 15, 7


def shared(temporary: pytest.TempPathFactory) -> Path:
    """The workspace that all processes of this test session share; made by the first that asks. Never write to it."""
    return once(temporary, "demo-workspace", make)


def once(temporary: pytest.TempPathFactory, name: str, made_by: Callable[[Path], None]) -> Path:
    """A folder that all processes of this test session share; made by the first that asks for it. Never write to it."""
    base = temporary.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    ready = folder.with_suffix(".ready")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what another process began and could not finish
            made_by(folder)
            ready.touch()
    return folder


def copied(made: Path, to: Path) -> Workspace:
    """A copy to write to."""
    return Workspace(shutil.copytree(made, to))


def make(folder: Path) -> None:
    """Makes both clients and takes their files in, each client by a process of its own."""
    workspace = Workspace(folder)
    owner(workspace.access)
    for slug in sample_data.CLIENTS:
        workspace.add_client(ClientProfile(**{"slug": slug, **load_settings(sample_data.settings_of(slug))}), by="test")
    assert workspace.secret  # written before two processes ask for it
    workspace.access.close()
    command = [sys.executable, "-m", "tests.workspaces", str(folder)]
    running = [
        subprocess.Popen([*command, slug], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for slug in sample_data.CLIENTS
    ]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(running), "\n".join(said)


def owner(store: AccessStore) -> str:
    """The id of the owner of a workspace, who is added where there is none."""
    known = people.any_owner(store)
    return (known or people.add(store, email="owner@agency.example", name="Olga", role="owner", by="test")).id


def take_in(workspace: Workspace, client: str, *files: Path) -> None:
    """Takes files in as the demo does: each an import of its own, marts and snapshot once. Raises FileRefused."""
    for _ in intake.take_in(workspace, client, files, by="test"):
        pass


def add_client(workspace: Workspace, slug: str, *files: Path, name: str = "", language: str = "en") -> str:
    """One more client, of dollars and New York, with these files; gives its slug."""
    workspace.add_client(
        ClientProfile(slug, name or slug.title(), "USD", "US", "America/New_York", language), by="test"
    )
    take_in(workspace, slug, *files)
    return slug


def link(workspace: Workspace, client: str, *screens: str, language: str | None = None) -> str:
    """The path of a new shared link."""
    return links.add(workspace.access, client=client, screens=screens, language=language, by="test").path


def _main(folder: str, client: str) -> None:
    written = Path(folder) / "files" / client
    written.mkdir(parents=True)
    files = []
    for name, content in sample_data.CLIENTS[client](END, MONTHS, SEED):
        files.append(written / name)
        files[-1].write_bytes(content)
    take_in(Workspace(Path(folder)), client, *files)


if __name__ == "__main__":
    _main(*sys.argv[1:])
