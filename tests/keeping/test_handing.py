"""An export is given to the session that had it made, as long as that may have it, and to nobody else."""

from __future__ import annotations

import asyncio
import io
import os
import time
import zipfile

import httpx
import pytest
from starlette.applications import Starlette

from dashboard.access import links, people, sessions
from dashboard.domain.client import ClientProfile
from dashboard.keeping import desk, handing
from dashboard.keeping.desk import ExportDesk
from dashboard.workspace import Workspace
from tests import workspaces


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two clients without data."""
    workspace = Workspace(tmp_path_factory.mktemp("handing"))
    for slug in ("pine", "cedar"):
        workspace.add_client(ClientProfile(slug, slug.title(), "USD", "US", "America/New_York"), by="test")
    return workspace


def get(workspace: Workspace, cookie: str, address: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=handing.routes(lambda: workspace)))
        held = {sessions.COOKIE: cookie} if cookie else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://sverka", cookies=held) as client:
            return await client.get(address)

    return asyncio.run(ask())


def signed_in(workspace: Workspace, person: str = "") -> tuple[str, str]:
    """A cookie, and the name of its session."""
    cookie = sessions.enter(workspace.access, None, person or workspaces.owner(workspace.access))
    viewer = sessions.viewer(workspace.access, cookie)
    assert viewer is not None
    return cookie, viewer.session


def put(workspace: Workspace, session: str, key: str, client: str = "pine") -> str:
    """Puts an archive where the desk would; gives its address."""
    path = workspace.root / "clients" / client / "exports" / session / f"{key}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"an archive")
    return f"/download/export/{client}/{key}.zip"


def test_the_desk_makes_an_export_which_its_session_fetches(workspace: Workspace) -> None:
    cookie, session = signed_in(workspace)
    making = ExportDesk(workspace)
    making.begin("pine", session, "test", recordings=False)
    deadline = time.monotonic() + 60
    while not making.ready("pine", session) and time.monotonic() < deadline:
        time.sleep(0.05)
    [ready] = making.ready("pine", session)
    answer = get(workspace, cookie, f"/download/export/pine/{ready.key}.zip")
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    assert answer.headers["cache-control"] == "no-store"
    making.remove("pine", session, ready.key)
    assert get(workspace, cookie, f"/download/export/pine/{ready.key}.zip").status_code == 404
    making.close()


def test_nobody_else_gets_it(workspace: Workspace) -> None:
    cookie, session = signed_in(workspace)
    address = put(workspace, session, "20260301000000-00000000")
    shared = links.open(
        workspace.access,
        links.add(workspace.access, client="pine", screens=("campaigns",), by="test").path.removeprefix("/s/"),
    )
    assert shared is not None
    others = {
        "a stranger": "",
        "another session of the same person": signed_in(workspace)[0],
        "the holder of a link": sessions.open_link(workspace.access, shared, None) or "",
        "an analyst": signed_in(workspace, person(workspace, "analyst", "pine"))[0],
        "a manager of another client": signed_in(workspace, person(workspace, "manager", "cedar"))[0],
    }
    assert {who: get(workspace, other, address).status_code for who, other in others.items()} == dict.fromkeys(
        others, 404
    )
    assert get(workspace, cookie, address).content == b"an archive"
    sessions.close(workspace.access, cookie)
    assert get(workspace, cookie, address).status_code == 404


def test_recordings_leave_only_while_the_person_may_hear_them(workspace: Workspace) -> None:
    manager = person(workspace, "manager", "pine")
    cookie, session = signed_in(workspace, manager)
    address = put(workspace, session, "20260301000000-00000000r")
    assert get(workspace, cookie, address).status_code == 404
    people.change(
        workspace.access, manager, name="m", role="manager", clients=("pine",), hears_recordings=True, by="test"
    )
    assert get(workspace, cookie, address).status_code == 200


@pytest.mark.parametrize("key", ["..%2f..%2fstore", "20260301000000-0000000g", "20260301000000-00000009", "x", "%00"])
def test_what_is_not_there_is_not_given(workspace: Workspace, key: str) -> None:
    cookie, _ = signed_in(workspace)
    assert get(workspace, cookie, f"/download/export/pine/{key}.zip").status_code == 404


def test_an_export_is_removed_after_a_day_and_a_broken_one_after_an_hour(workspace: Workspace) -> None:
    for name, age in (("old.zip", 90_000), ("new.zip", 80_000), ("dead.zip.part", 4000), ("alive.zip.part", 3000)):
        path = workspace.root / "clients" / "cedar" / "exports" / "session" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (time.time() - age,) * 2)
    desk.remove_old(workspace)
    left = {path.name for path in (workspace.root / "clients" / "cedar" / "exports").rglob("*.*")}
    assert left == {"new.zip", "alive.zip.part"}


def person(workspace: Workspace, role: people.Role, client: str) -> str:
    """Somebody of the agency who works for this client."""
    email = f"{role}-{time.monotonic_ns()}@agency.example"
    return people.add(workspace.access, email=email, name=role, role=role, clients=(client,), by="test").id
