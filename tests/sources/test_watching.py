"""A watched folder: each complete file goes in once, and what has to be asked is put aside with the reason."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from dashboard import intake
from dashboard.cli import main
from dashboard.domain.errors import Busy, SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.sources.folder import Folder
from dashboard.sources.watching import Dealt, Watch
from dashboard.workspace import Workspace
from tests import workspaces

ADS = """Campaign report
"March 1, 2026 - March 2, 2026"
Day,Campaign,Currency code,Impr.,Clicks,Cost
2026-03-01,Brand,USD,100,10,5.00
2026-03-02,Brand,USD,200,20,7.50
Total: Campaigns, --,--,300,30,12.50
"""
UNKNOWN = "Apple,Pear\n1,2\n3,4\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "incoming").mkdir()
    return tmp_path / "incoming"


def look(workspace: Workspace, folder: Path) -> list[Dealt]:
    return list(Watch(workspace, "shop", folder, by="test").once(settle_seconds=0))


def imported(workspace: Workspace) -> list[str]:
    with workspace.namespace("shop").store() as store:
        return [record.file for record in store.imports()]


def test_a_complete_file_is_taken_in_and_moved_to_done(workspace: Workspace, folder: Path) -> None:
    (folder / "ads.csv").write_text(ADS)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("imported", "done/ads.csv")
    assert dealt.told[0]["totals"]["spend"] == 12.5
    assert imported(workspace) == ["ads.csv"]
    assert not (folder / "ads.csv").exists()
    assert look(workspace, folder) == []


def test_a_file_that_needs_a_mapping_is_put_aside_with_the_reason(workspace: Workspace, folder: Path) -> None:
    (folder / "fruit.csv").write_text(UNKNOWN)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("needs_mapping", "refused/fruit.csv")
    assert "fruit.csv" in (folder / "refused/fruit.csv.why.txt").read_text("utf-8")
    assert (folder / "refused/fruit.csv").read_text() == UNKNOWN
    assert imported(workspace) == []


def test_a_file_whose_own_total_is_another_is_left_to_a_person(workspace: Workspace, folder: Path) -> None:
    (folder / "ads.csv").write_text(ADS.replace("300,30,12.50", "300,30,99.00"))
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("refused", "refused/ads.csv")
    assert "99" in (folder / "refused/ads.csv.why.txt").read_text("utf-8")
    assert imported(workspace) == []


def zipped(path: Path, **files: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(f"{name}.csv", text)


def test_each_file_of_a_zip_stands_or_falls_alone(workspace: Workspace, folder: Path) -> None:
    zipped(folder / "exports.zip", ads=ADS, fruit=UNKNOWN)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("partly", "refused/exports.zip")
    assert [one["status"] for one in dealt.told] == ["imported", "needs_mapping"]
    why = (folder / "refused/exports.zip.why.txt").read_text("utf-8")
    assert "Of it these were taken in" in why
    assert len(imported(workspace)) == 1


def test_a_zip_whose_files_all_go_in_is_done(workspace: Workspace, folder: Path) -> None:
    zipped(folder / "exports.zip", ads=ADS)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("imported", "done/exports.zip")


def test_nothing_in_done_is_ever_overwritten(workspace: Workspace, folder: Path) -> None:
    for _ in range(2):
        (folder / "ads.csv").write_text(ADS)
        look(workspace, folder)
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["ads (2).csv", "ads.csv"]
    assert imported(workspace) == ["ads.csv"]


def test_unfinished_hidden_and_linked_files_are_left_alone(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    names = ("ads.csv.part", ".ads.csv", "~$ads.xlsx", "ads.csv.crdownload", "ads.tmp")
    for name in names:
        (folder / name).write_text(ADS)
    (tmp_path / "elsewhere.csv").write_text(ADS)
    (folder / "link.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert look(workspace, folder) == []
    assert {*names, "link.csv"} <= {path.name for path in folder.iterdir()}


def test_a_file_is_complete_when_it_has_not_changed_for_a_while(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    path, watched = folder / "ads.csv", Folder(folder)
    path.write_text(ADS)
    assert watched.complete(3.0) == []
    now = 102.0
    path.write_text(ADS + "\n")
    assert watched.complete(3.0) == []
    now = 104.0
    assert watched.complete(3.0) == []
    now = 105.0
    assert watched.complete(3.0) == [path]


def test_a_busy_client_leaves_the_file_where_it_is(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "ads.csv").write_text(ADS)

    def busy(*arguments: object, **named: object) -> None:
        raise Busy(say("busy"))

    monkeypatch.setattr(intake, "accept", busy)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("waits", "")
    monkeypatch.undo()
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("imported", "done/ads.csv")


def test_a_second_watcher_of_a_folder_is_refused(workspace: Workspace, folder: Path) -> None:
    with Watch(workspace, "shop", folder, by="one").alone():
        other = Watch(workspace, "shop", folder, by="other")
        with pytest.raises(Busy, match="already"), other.alone():
            pass


def test_a_folder_that_is_none_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match="no folder"):
        Watch(workspace, "shop", tmp_path / "nowhere", by="test")


def test_a_file_committed_before_a_kill_is_not_taken_in_again(workspace: Workspace, folder: Path) -> None:
    """Killed between the commit and the move; meanwhile a newer file replaced the same days."""
    path = folder / "ads.csv"
    path.write_text(ADS)
    Folder(folder).begin(path)
    workspaces.take_in(workspace, "shop", path)
    newer = folder.parent / "newer.csv"
    newer.write_text(ADS.replace("200,20,7.50", "200,20,8.50").replace("300,30,12.50", "300,30,13.50"))
    workspaces.take_in(workspace, "shop", newer)
    (dealt,) = look(workspace, folder)
    assert (dealt.status, dealt.moved_to) == ("imported", "done/ads.csv")
    assert imported(workspace) == ["newer.csv", "ads.csv"]


def test_the_same_file_dropped_again_on_purpose_goes_its_usual_way(workspace: Workspace, folder: Path) -> None:
    path = folder / "ads.csv"
    path.write_text(ADS)
    look(workspace, folder)
    newer = folder / "newer.csv"
    newer.write_text(ADS.replace("200,20,7.50", "200,20,8.50").replace("300,30,12.50", "300,30,13.50"))
    look(workspace, folder)
    path.write_text(ADS)
    (dealt,) = look(workspace, folder)
    assert dealt.status == "replaced"
    assert imported(workspace) == ["ads.csv", "newer.csv", "ads.csv"]


def test_the_terminal_tells_each_file_in_a_line_of_json(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    monkeypatch.setattr("dashboard.sources.watching.SETTLE_SECONDS", 0.0)
    (folder / "ads.csv").write_text(ADS)
    (folder / "fruit.csv").write_text(UNKNOWN)
    assert main(["watch", str(folder), "--client", "shop", "--once", "--json"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["file"], one["status"], one["moved_to"]) for one in told] == [
        ("ads.csv", "imported", "done/ads.csv"),
        ("fruit.csv", "needs_mapping", "refused/fruit.csv"),
    ]


def test_a_killed_watcher_loses_no_file_and_takes_none_in_twice(workspace: Workspace, folder: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "watch", str(folder), "--client", "shop"]
    environment = os.environ | {"SVERKA_HOME": str(workspace.root)}
    (folder / "ads.csv").write_text(ADS)
    watcher = subprocess.Popen(command, cwd=workspaces.ROOT, env=environment, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 60
        while not (folder / ".sverka-watch.json").exists() and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        watcher.send_signal(signal.SIGKILL)
        watcher.communicate()
    look(workspace, folder)
    assert [path.name for path in (folder / "done").iterdir()] == ["ads.csv"]
    assert imported(workspace) == ["ads.csv"]
