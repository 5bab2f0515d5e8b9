"""The demo agency: two made-up clients whose files go through the real import, and three shared links.

The demo's link addresses are kept in the workspace (`demo.json`, readable by its owner alone), since everything
behind them is made up; of real links only a hash is kept.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from dashboard import intake, settings
from dashboard.access import links, people
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.profile_json import load_settings
from dashboard.workspace import Workspace

# Each reader their own page: who opens it, of which client, with which screens.
LINKS = (
    ("Marketing manager of the clinic", "nord", ("campaigns", "channels", "year_over_year"), "ru"),
    ("Owner of the clinic", "nord", ("summary", "year_over_year"), "ru"),
    ("Budget owner of the shop", "harbor", ("channels", "campaigns", "summary", "year_over_year"), "en"),
)


OWNER = "owner@demo.example"


def is_wanted(workspace: Workspace) -> bool:
    """Whether a first start should make the demo: the workspace is empty, or a demo in it was interrupted."""
    state = _state(workspace)
    return not state["links"] if state["clients"] else not workspace.clients()


def make(workspace: Workspace, tell: Callable[[str], None] = lambda line: None) -> None:
    """Makes the demo's clients, imports their files up to yesterday, and makes the links.

    An interrupted demo is continued: files that are in already change nothing. Raises ClientExists where a client of
    the agency's own has the name of one of the demo's.
    """
    import sample_data  # only a demo needs the generator; every other command starts without it

    state = _state(workspace)
    _add_owner(workspace)
    with tempfile.TemporaryDirectory() as folder:
        files = sample_data.generate(Path(folder), end=settings.today("UTC") - timedelta(days=1))
        for slug in dict.fromkeys(file.client for file in files):
            if slug not in state["clients"]:
                profile = ClientProfile(**{"slug": slug, **load_settings(sample_data.settings_of(slug))})
                workspace.add_client(profile, by="demo")
                state["clients"].append(slug)
                _keep(workspace, state)
            own = (file.path for file in files if file.client == slug)
            for record in intake.take_in(workspace, slug, own, by="demo"):
                tell(f"{slug}: {record.file}: {record.status}, {record.rows_kept} rows")
    if not state["links"]:
        state["links"] = [_link(workspace, *line) for line in LINKS]
        _keep(workspace, state)


def addresses(workspace: Workspace) -> list[str]:
    """One line for each of the demo's links, ready to print; none in a workspace without the demo."""
    if _state(workspace)["links"]:
        _add_owner(workspace)  # of a demo that was made before there were people
    return [f"{link['reader']}: {settings.address()}{link['path']}" for link in _state(workspace)["links"]]


def _add_owner(workspace: Workspace) -> None:
    """The demo's owner, who has no password and signs in by the address that is printed; not beside other people."""
    if not people.is_set_up(workspace.access):
        people.add(workspace.access, email=OWNER, name="Demo", role="owner", hears_recordings=True, by="demo")


def _link(workspace: Workspace, reader: str, client: str, screens: tuple[str, ...], language: str) -> dict[str, str]:
    made = links.add(
        workspace.access, client=client, screens=screens, language=language, days=3650, note=reader, by="demo"
    )
    return {"reader": reader, "path": made.path}


def _state(workspace: Workspace) -> dict[str, Any]:
    path = workspace.root / "demo.json"
    if not path.exists():
        return {"clients": [], "links": []}
    state: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return state


def _keep(workspace: Workspace, state: dict[str, Any]) -> None:
    draft = workspace.root / ".demo.json.draft"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(state, file, ensure_ascii=False, indent=1)
    draft.replace(workspace.root / "demo.json")
