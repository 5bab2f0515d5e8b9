"""Files with phones and e-mails wherever one can stand; then all that is kept and that leaves is searched for them."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard import intake
from dashboard.access import audit
from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.exports import rejects
from dashboard.i18n import Language
from dashboard.keeping import export
from dashboard.reports.catalogue import REPORTS
from dashboard.reports.selection import Selection
from dashboard.uploads.folder import Arrived
from dashboard.uploads.held import HeldFile
from dashboard.workspace import Workspace
from tests.ingest import samples

OURS = ("74951112233", "74951230000", "14155550100")  # the clients' own lines are nobody's
PHONE = re.compile(r"\+?[\d(][\d\s().\-]{8,}\d")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")

TOLD = "Обзвон +7 (916) 777-88-99"
CALLS = samples.CALLTOUCH.replace(";brand\r", ";brand_79161112233 anna@mail.example\r")
CALLS = CALLS.replace(";vk;", ";8 916 111-22-33;")
FILES = {
    "clinic": {
        "звонки-79161112233.csv": samples.CALLTOUCH.replace(
            ";brand\r", ";brand_79161112233 anna@mail.example\r"
        ).replace(";vk;", ";8 916 111-22-33;"),
        "sipuni anna@mail.example.csv": samples.SIPUNI,
        "deals.csv": samples.BITRIX.replace('"google"', '"79161112233"').replace("Веб-сайт", "сайт, +79169990011"),
        "amo.csv": samples.AMOCRM,
        "ads.csv": "Day,Campaign,Currency code,Impr.,Clicks,Cost\n"
        f"2026-03-02,{TOLD},RUB,100,10,5.50\nno day,anna@mail.example +79167778899,RUB,1,1,1\n",
    },
    "shop": {
        "callrail.csv": samples.CALLRAIL.replace(",Brand,", ",Brand 4155552724 (415) 555-2724,"),
        "shopify.csv": samples.SHOPIFY,
    },
}


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def canaries(text: str) -> set[str]:
    """The last ten digits of each phone, and each e-mail."""
    phones = {digits(found)[-10:] for found in PHONE.findall(text) if 10 <= len(digits(found)) <= 12}
    phones = {one for one in phones if not one.startswith("2026")}  # a moment
    return {one for one in phones if not any(ours.endswith(one) for ours in OURS)} | {
        found.lower() for found in MAIL.findall(text)
    }


KNOWN = set().union(*(canaries(text) | canaries(name) for files in FILES.values() for name, text in files.items()))


def found_in(text: str) -> set[str]:
    """The canaries that stand in a text, however a phone's digits are set apart."""
    joined = re.sub(r"(?<=\d)[\s().\-]+(?=\d)", "", text)
    return {canary for canary in KNOWN if canary in text.lower() or (canary.isdigit() and canary in joined)}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A clinic and a shop with all of these files."""
    folder = tmp_path_factory.mktemp("canaries")
    workspace = Workspace(folder / "home")
    profiles = (
        ClientProfile("clinic", "Clinic", "RUB", "RU", "Europe/Moscow", "ru"),
        ClientProfile("shop", "Shop", "USD", "US", "America/New_York"),
    )
    for profile in profiles:
        workspace.add_client(profile, by="test")
        for name, text in FILES[profile.slug].items():
            path = folder / name
            path.write_text(text, encoding="utf-8", newline="")
            with intake.offered(workspace, profile.slug, path) as offer:
                told = json.dumps(intake.as_json(offer), ensure_ascii=False, default=str)
                assert (name, found_in(told)) == (name, set())
                assert offer.preview is not None, told
        list(intake.take_in(workspace, profile.slug, [folder / name for name in FILES[profile.slug]], by="test"))
    return workspace


def test_the_files_have_what_is_searched_for() -> None:
    assert {"9161112233", "9167778899", "4155552724", "anna@mail.example"} <= KNOWN
    assert len(KNOWN) > 8


def test_no_byte_of_a_workspace_has_a_phone_or_an_email(workspace: Workspace) -> None:
    for path in workspace.root.rglob("*"):
        if path.is_file():
            assert (path.name, found_in(path.read_bytes().decode("latin-1"))) == (path.name, set())


@pytest.mark.parametrize("client", FILES)
def test_no_table_has_one(workspace: Workspace, client: str) -> None:
    with workspace.namespace(client).store() as store:
        for (name,) in store.contents.execute("show tables").fetchall():
            text = "\n".join(map(str, store.contents.table(name).fetchall()))
            assert (name, found_in(text)) == (name, set())


@pytest.mark.parametrize("client", FILES)
def test_no_report_and_no_rejected_row_has_one(workspace: Workspace, client: str) -> None:
    warehouse = workspace.namespace(client).reader()
    selection = Selection(period=Period(date(2026, 3, 1), date(2026, 3, 31)))
    for name, report in REPORTS.items():
        told = json.dumps(report(warehouse, selection, date(2026, 4, 1)).as_json(), ensure_ascii=False, default=str)
        assert (name, found_in(told)) == (name, set())
    with workspace.namespace(client).store() as store:
        for record in store.imports():
            rows = io.BytesIO()
            rejects.write_csv(store.rejects(record.import_id), rows, Language("ru"))
            assert found_in(rows.getvalue().decode()) == set()


@pytest.mark.parametrize("client", FILES)
def test_no_export_has_one(workspace: Workspace, client: str, tmp_path: Path) -> None:
    made = export.write(workspace, client, tmp_path / "all.zip", by="test", recordings=True)
    archive = zipfile.ZipFile(made.path)
    archive.extractall(tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.*"):
        text = path.read_bytes().decode("latin-1")
        if path.suffix == ".parquet":
            text = "\n".join(map(str, duckdb.sql(f"select * from '{path}'").fetchall()))
        assert (path.name, found_in(text)) == (path.name, set())


def test_the_name_of_a_file_that_waits_has_none() -> None:
    names = [HeldFile("clinic", Arrived(Path(), name, 1)).file for name in FILES["clinic"]]
    assert (found_in("\n".join(names)), names[0]) == (set(), "звонки-•••.csv")


def test_no_line_of_the_record_has_one(workspace: Workspace) -> None:
    assert found_in("\n".join(map(str, audit.newest(workspace.access, 1000)))) == set()
    with sqlite3.connect(workspace.root / "workspace.sqlite") as connection:
        assert found_in("\n".join(connection.iterdump())) == set()
