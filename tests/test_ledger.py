"""Who did what and when stands in the client's store and in the workspace's record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import ledger
from dashboard.access import audit
from dashboard.domain.errors import ImportUnknown, SettingsInvalid
from dashboard.workspace import Workspace
from sample_data.by_hand_files import FOLDER
from tests import workspaces


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspaces.add_client(workspace, "pine", FOLDER / "google-ads-en.csv")
    return workspace


def acts(workspace: Workspace) -> list[tuple[str, str, str | None, str]]:
    found = [(line.who, line.what, line.client, line.about) for line in audit.newest(workspace.access)]
    return [act for act in found if act[1].startswith(("import", "month"))]


def test_every_import_undo_and_month_is_written_down_by_name(workspace: Workspace) -> None:
    record = ledger.undo(workspace, "pine", 1, by="agency session 1a2b")
    ledger.publish_month(workspace, "pine", date(2026, 10, 1), by="terminal user anna")
    ledger.withdraw_month(workspace, "pine", date(2026, 10, 1), by="terminal user boris")
    assert (record.imported_by, record.undone_by) == ("test", "agency session 1a2b")
    assert sorted(acts(workspace)) == [
        ("agency session 1a2b", "import undone", "pine", "import 1: google-ads-en.csv"),
        ("terminal user anna", "month published", "pine", "2026-10"),
        ("terminal user boris", "month withdrawn", "pine", "2026-10"),
        ("test", "import added", "pine", "import 1: google-ads-en.csv"),
    ]


def test_one_who_writes_note_after_note_has_to_wait(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST_NOTES", 1)
    ledger.write_note(workspace, "pine", date(2026, 10, 1), ("Client", "Closed for a week", ""), by="anna")
    with pytest.raises(SettingsInvalid, match="within an hour"):
        ledger.write_note(workspace, "pine", date(2026, 10, 1), ("Client", "Again", ""), by="anna")
    ledger.write_note(workspace, "pine", date(2026, 10, 1), ("Client", "Two weeks", ""), by="boris")
    with workspace.namespace("pine").store() as store:
        assert [record.imported_by for record in store.imports()][:2] == ["boris", "anna"]


def test_what_was_refused_is_not_written_down(workspace: Workspace) -> None:
    before = acts(workspace)
    with pytest.raises(ImportUnknown):
        ledger.undo(workspace, "pine", 9, by="anna")
    with pytest.raises(SettingsInvalid):
        ledger.withdraw_month(workspace, "pine", date(2026, 10, 1), by="anna")
    workspaces.take_in(workspace, "pine", FOLDER / "google-ads-en.csv")  # changes nothing
    assert acts(workspace) == before
