"""A customer named by a phone, however it is written, is forgotten with all that lies about; no word of it is kept."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.access import audit
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import SettingsInvalid
from dashboard.i18n import Language
from dashboard.keeping import forgetting
from dashboard.workspace import Workspace
from tests.ingest import samples
from tests.workspaces import copied, take_in

PHONE = "+7 (916) 111-22-33"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with a call log."""
    folder = tmp_path_factory.mktemp("forgetting")
    workspace, calls = Workspace(folder / "home"), folder / "calls.csv"
    calls.write_text(samples.CALLTOUCH, encoding="utf-8")
    workspace.add_client(ClientProfile("clinic", "Clinic", "RUB", "RU", "Europe/Moscow", "ru"), by="test")
    take_in(workspace, "clinic", calls)
    workspace.access.close()
    return workspace.root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it, with a file that somebody sent and nobody added yet."""
    workspace = copied(made, tmp_path / "home")
    sent = workspace.root / "clients" / "clinic" / "scratch" / "uploads" / "session" / "1"
    sent.mkdir(parents=True)
    (sent / "file").write_text(samples.CALLTOUCH, encoding="utf-8")
    return workspace


def sentences(found: forgetting.Found, language: str = "en") -> str:
    return " ".join(Language(language).say(sentence) for sentence in forgetting.told(found))


def test_what_is_forgotten_is_told_first_in_both_languages(workspace: Workspace) -> None:
    found = forgetting.find(workspace, "clinic", PHONE)
    assert sentences(found).startswith("2 calls, 0 deals, 0 orders. They stay and count")
    assert "Sums do not change. 1 file that waits" in sentences(found)
    assert sentences(found, "ru").startswith("2 звонка, 0 сделок, 0 заказов.")
    assert forgetting.find(workspace, "clinic", "8 916 111-22-33") == found


def test_the_person_goes_with_the_files_that_wait_and_the_record_names_nobody(workspace: Workspace) -> None:
    forgetting.forget(workspace, "clinic", PHONE, by="test")
    again = forgetting.find(workspace, "clinic", PHONE)
    assert (again.known.rows, again.waiting) == (0, 0)
    line = audit.newest(workspace.access, 1)[0]
    assert (line.what, line.about) == ("person erased", "2 calls, 0 deals, 0 orders")
    kept = b"".join(path.read_bytes() for path in workspace.root.rglob("*") if path.is_file())
    assert b"9161112233" not in kept


@pytest.mark.parametrize("typed", ["", "nobody", "99", "@ @", "anna@", "'; drop table raw_calls; --"])
def test_what_is_neither_phone_nor_email_is_refused_and_not_repeated(workspace: Workspace, typed: str) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        forgetting.forget(workspace, "clinic", typed, by="test")
    assert not typed or typed not in str(refused.value)


def test_the_terminal_reads_the_phone_from_its_input(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    for arguments, last in (((), "With --yes the person is forgotten"), (("--yes",), "Forgotten.")):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PHONE}\n"))
        assert cli.main(["client", "forget-person", "clinic", *arguments]) == 0
        said = capsys.readouterr().out
        assert last in said
        assert "111" not in said


def test_another_client_with_the_same_customer_keeps_them(workspace: Workspace, tmp_path: Path) -> None:
    workspace.add_client(ClientProfile("other", "Other", "RUB", "RU", "Europe/Moscow"), by="test")
    file = tmp_path / "calls.csv"
    file.write_text(samples.CALLTOUCH, encoding="utf-8")
    take_in(workspace, "other", file)
    before = shutil.copytree(workspace.root / "clients" / "other", tmp_path / "before")
    forgetting.forget(workspace, "clinic", PHONE, by="test")
    for path in before.rglob("*.duckdb"):
        assert path.read_bytes() == (workspace.root / "clients" / "other" / path.relative_to(before)).read_bytes()
    assert forgetting.find(workspace, "other", PHONE).known.calls == 2
