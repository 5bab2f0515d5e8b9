"""An export is everything of one client, whole or absent, and reads back to the sums that screens show."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from dashboard import cli, intake
from dashboard.access import audit, links
from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.domain.watch import Cancelled, Stage, Watch
from dashboard.keeping import catalogue, export
from dashboard.reports.catalogue import REPORTS
from dashboard.reports.selection import Selection
from dashboard.workspace import Workspace
from tests.ingest import samples
from tests.workspaces import copied

CALLS = samples.CALLTOUCH.replace("utmCampaign", "utmCampaign;recordUrl").replace(
    ";brand\r", ";brand;https://rec.example/1\r"
)
ADS = "Day,Campaign,Currency code,Impr.,Clicks,Cost\n2026-03-02,=1+1,RUB,100,10,5.50\n2026-03-03,brand,RUB,9,3,7.25\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with ads, calls, a link and a month that was given to the owner."""
    folder = tmp_path_factory.mktemp("export")
    workspace = Workspace(folder / "home")
    workspace.add_client(ClientProfile("clinic", "Clinic", "RUB", "RU", "Europe/Moscow", "ru"), by="test")
    for name, text in (("calls.csv", CALLS), ("ads.csv", ADS), ("deals.csv", samples.BITRIX)):
        (folder / name).write_text(text, encoding="utf-8")
    list(intake.take_in(workspace, "clinic", sorted(folder.glob("*.csv")), by="test"))
    links.add(workspace.access, client="clinic", screens=("summary",), note="for the owner", by="test")
    with workspace.namespace("clinic").store() as store:
        store.months.publish(date(2026, 3, 1), by="test")
    workspace.access.close()
    return workspace.root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it."""
    return copied(made, tmp_path / "home")


def written(workspace: Workspace, to: Path, **told: bool) -> zipfile.ZipFile:
    export.write(workspace, "clinic", to, by="anna@agency.example", **told)
    return zipfile.ZipFile(to)


def test_every_table_is_in_with_its_rows_its_sum_and_what_it_is(workspace: Workspace, tmp_path: Path) -> None:
    archive = written(workspace, tmp_path / "all.zip")
    manifest = json.loads(archive.read("manifest.json"))
    told = {one["file"]: one for one in manifest["files"]}
    assert set(archive.namelist()) == {*told, "manifest.json"}
    for name, one in told.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == one["sha256"]
    with workspace.namespace("clinic").store() as store:
        there = {name for (name,) in store.contents.execute("show tables").fetchall()} - catalogue.OWN
        counts = {name: len(store.contents.table(name)) for name in there}
    assert {Path(name).stem: one["rows"] for name, one in told.items() if "rows" in one} == counts
    assert there <= catalogue.TABLES.keys()
    for code in ("en", "ru"):
        assert all(f"### {name}\n" in archive.read(f"README.{code}.md").decode() for name in there)


def test_it_reads_back_to_the_sums_that_screens_show(workspace: Workspace, tmp_path: Path) -> None:
    written(workspace, tmp_path / "all.zip").extractall(tmp_path / "out")
    path = str(tmp_path / "out" / "tables" / "funnel_day.parquet")
    sums = duckdb.sql(f"select sum(spend), sum(revenue), sum(leads) from '{path}'").fetchall()[0]
    selection = Selection(period=Period(date(2026, 3, 1), date(2026, 3, 31)))
    shown = REPORTS["campaigns"](workspace.namespace("clinic").reader(), selection, date(2026, 4, 1)).as_json()[
        "metrics"
    ]
    spend, revenue, leads = map(float, sums)
    assert (spend, revenue) == (12.75, 100)
    assert (spend / leads, revenue / spend) == (float(shown["cpl"]), float(shown["roas"]))


def test_no_phone_no_key_no_secret_and_no_link_that_opens_is_in_it(workspace: Workspace, tmp_path: Path) -> None:
    archive = written(workspace, tmp_path / "all.zip", recordings=True)
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for name in [name for name in archive.namelist() if name.endswith(".parquet")]:
        (tmp_path / "one.parquet").write_bytes(archive.read(name))
        everything += duckdb.sql(f"select * from '{tmp_path / 'one.parquet'}'").df().to_csv().encode()
    secrets = [workspace.secret, workspace.secret_of("clinic")]
    assert not [one for one in secrets if one in everything or one.hex().encode() in everything]
    for canary in (b"9161112233", b"9164445566", b"secret_hash"):
        assert canary not in everything
    [link] = json.loads(archive.read("records/links.json"))
    assert (link["note"], link["screens"]) == ("for the owner", "summary")


@pytest.mark.parametrize("hears", [True, False])
def test_recording_links_are_only_for_those_who_may_hear_them(
    workspace: Workspace, tmp_path: Path, hears: bool
) -> None:
    archive = written(workspace, tmp_path / "all.zip", recordings=hears)
    (tmp_path / "calls.parquet").write_bytes(archive.read("tables/raw_calls.parquet"))
    kept = {row[0] for row in duckdb.sql(f"select recording from '{tmp_path / 'calls.parquet'}'").fetchall()}
    assert kept == ({"https://rec.example/1"} if hears else {""})
    assert json.loads(archive.read("manifest.json"))["recording_links"] is hears


def test_who_took_it_is_in_the_record(workspace: Workspace, tmp_path: Path) -> None:
    written(workspace, tmp_path / "all.zip")
    line = audit.newest(workspace.access, 1)[0]
    assert (line.who, line.what, line.client) == ("anna@agency.example", "client exported", "clinic")


def test_a_cancelled_export_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    seen: list[float | None] = []

    def tell(stage: Stage, share: float | None) -> None:
        seen.append(share)
        if stage is Stage.COLLECTING and len(seen) > 5:
            watch.cancel()

    watch = Watch(tell)
    with pytest.raises(Cancelled):
        export.write(workspace, "clinic", tmp_path / "all.zip", by="test", watch=watch)
    assert not list(tmp_path.glob("all*"))
    assert not list((workspace.root / "clinic" / "scratch").glob("*"))


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return child


def test_a_killed_export_is_absent_or_whole(made: Path, tmp_path: Path) -> None:
    chance, found = Random(3), []  # noqa: S311 - a fixed seed is the point
    workspace = copied(made, tmp_path / "home")
    workspace.access.close()
    for number in range(4):
        to = tmp_path / f"{number}.zip"
        child = _forked(lambda to=to: export.write(Workspace(tmp_path / "home"), "clinic", to, by="test"))
        if number:
            time.sleep(chance.random() * 0.3)
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found.append(to.exists())
        assert not to.exists() or zipfile.ZipFile(to).testzip() is None
    assert found[0]


def test_the_terminal_gives_a_client_out(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    assert cli.main(["client", "export", "Clinic", str(tmp_path / "all.zip")]) == 0
    assert "rows" in capsys.readouterr().out
    assert zipfile.ZipFile(tmp_path / "all.zip").testzip() is None
