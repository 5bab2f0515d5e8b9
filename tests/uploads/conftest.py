"""A workspace with one client, a desk over it, and files that arrive as if a browser had sent them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.domain.watch import Stage
from dashboard.uploads import folder
from dashboard.uploads.desk import Desk
from dashboard.uploads.folder import Arrived
from dashboard.uploads.held import HeldFile, State
from dashboard.workspace import Workspace
from tests import workspaces

CLIENT, SESSION = "oak", "0123456789ab"
HEADER = "Day,Campaign,Campaign ID,Ad group,Search keyword,Currency code,Impr.,Clicks,Cost\n"

Send = Callable[..., Arrived]


def ad_rows(days: int = 3, spend: int = 5) -> str:
    """A small export of Google Ads: a campaign on that many days of November."""
    lines = (f"2026-11-{day:02},Brand,1,Group,word,USD,10,1,{spend}.00\n" for day in range(1, days + 1))
    return HEADER + "".join(lines)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "workspace")
    workspaces.add_client(made, CLIENT)
    yield made
    made.access.close()


@pytest.fixture
def desk(workspace: Workspace) -> Iterator[Desk]:
    opened = Desk(workspace)
    yield opened
    opened.close()


@pytest.fixture
def send(workspace: Workspace, tmp_path: Path) -> Send:
    """Lets a file arrive for a session."""
    numbers = itertools.count()

    def arrive(name: str, content: str | bytes, session: str = SESSION) -> Arrived:
        path = tmp_path / "sent"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder.put(folder.place(workspace, CLIENT, session), f"{next(numbers):020}", name, path)

    return arrive


def settled(desk: Desk, session: str = SESSION) -> list[HeldFile]:
    """The files of the session once nothing passes by itself any more."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        files = desk.files(CLIENT, session)
        if not any(one.is_busy for one in files):
            return files
        time.sleep(0.02)
    raise AssertionError([(one.file, one.state) for one in files])


def reaches(held: HeldFile, stage: Stage) -> None:
    """Waits until the work on a file is at this stage."""
    while held.stage is not stage:
        assert held.is_busy
        time.sleep(0.002)


def states(files: list[HeldFile]) -> list[tuple[str, State]]:
    """What the files are called and where they are."""
    return [(one.file, one.state) for one in files]
