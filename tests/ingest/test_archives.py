"""A ZIP gives its files, and cannot write, swell or lead anywhere."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dashboard.domain.errors import FileRefused
from dashboard.ingest import archives
from dashboard.ingest.archives import Fault, Part, unpacked


def _zip(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "unpacked"
    made.mkdir()
    return made


def test_each_file_of_an_archive_stands_by_itself(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"b.csv": "b", "march/": "", "march/a.csv": "a", "c.txt": ""})
    parts = unpacked(path, "exports.zip", folder)
    assert [part.name for part in parts] == ["exports.zip/b.csv", "exports.zip/c.txt", "exports.zip/march/a.csv"]
    assert [part.path.read_text() for part in parts] == ["b", "", "a"]


def test_what_systems_leave_beside_files_is_passed_over(tmp_path: Path, folder: Path) -> None:
    litter = {"__MACOSX/._a.csv": "x", ".DS_Store": "x", "in/Thumbs.db": "x", "in/.hidden": "x", "a.csv": "a"}
    assert [part.name for part in unpacked(_zip(tmp_path / "a.zip", litter), "a.zip", folder)] == ["a.zip/a.csv"]


@pytest.mark.parametrize(
    ("name", "read_as"),
    [
        ("../../x.csv", "x.csv"),
        ("/etc/x.csv", "etc/x.csv"),
        ("C:\\Users\\x.csv", "Users/x.csv"),
        ("..\\..\\x.csv", "x.csv"),
        ("a\n\x1b.csv", "a.csv"),
    ],
)
def test_a_name_never_leads_out_of_the_folder(tmp_path: Path, folder: Path, name: str, read_as: str) -> None:
    parts = unpacked(_zip(tmp_path / "a.zip", {name: "x"}), "a.zip", folder)
    assert [part.name for part in parts] == [f"a.zip/{read_as}"]
    assert parts[0].path.parent == folder
    assert sorted(tmp_path.rglob("*")) == sorted([tmp_path / "a.zip", folder, parts[0].path])


def test_two_files_of_one_name_are_both_read(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": "1", "./a.csv": "2"})
    assert sorted(part.path.read_text() for part in unpacked(path, "a.zip", folder)) == ["1", "2"]


def test_a_plain_file_and_a_workbook_give_themselves(tmp_path: Path, folder: Path) -> None:
    plain = tmp_path / "a.csv"
    plain.write_text("a,b\n")
    book = _zip(tmp_path / "a.xlsx", {"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})
    calc = _zip(tmp_path / "a.ods", {"mimetype": "application/vnd.oasis", "content.xml": "<x/>"})
    for path in (plain, book, calc, tmp_path / "nowhere.csv"):
        assert unpacked(path, "as called", folder) == (Part("as called", path),)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": b"0" * (80 << 20)})
    with pytest.raises(FileRefused, match="far more"):
        unpacked(path, "a.zip", folder)
    assert not list(folder.iterdir())


def test_what_an_archive_says_of_its_sizes_is_not_believed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": "0" * 600, "b.csv": "0" * 600})
    monkeypatch.setattr(archives, "_members", lambda packed, name: packed.infolist())
    monkeypatch.setattr(archives, "_LARGEST_UNPACKED", 1000)
    with pytest.raises(FileRefused, match="far more"):
        unpacked(path, "a.zip", folder)
    assert not list(folder.iterdir())


def test_an_archive_under_a_password_says_so(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": "secret"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1  # the flag of the member, and of its entry in the directory
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(FileRefused, match="password"):
        unpacked(path, "a.zip", folder)


def _damage(path: Path, member: str) -> None:
    raw = bytearray(path.read_bytes())
    raw[raw.index(member.encode()) + len(member) + 2] ^= 0xFF
    path.write_bytes(raw)


def test_an_archive_with_nothing_but_damage_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"b.csv": "x,y\n" * 999})
    _damage(path, "b.csv")
    with pytest.raises(FileRefused, match="damaged"):
        unpacked(path, "a.zip", folder)
    assert not list(folder.iterdir())


def test_a_damaged_file_falls_alone(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": "one", "b.csv": "x,y\n" * 999, "c.csv": "three"})
    _damage(path, "b.csv")
    parts = unpacked(path, "a.zip", folder)
    assert [part.fault for part in parts] == [None, Fault.DAMAGED, None]
    assert [part.path.read_text() for part in parts] == ["one", "", "three"]
    assert parts[0].whole() == parts[0].path
    with pytest.raises(FileRefused, match=r"a\.zip/b.csv.*damaged"):
        parts[1].whole()


def test_a_protected_file_falls_alone(tmp_path: Path, folder: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.csv": "secret", "b.csv": "two"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    parts = unpacked(path, "a.zip", folder)
    assert [(part.fault, part.path.read_text()) for part in parts] == [(Fault.PROTECTED, ""), (None, "two")]
    with pytest.raises(FileRefused, match=r"a\.zip/a.csv.*password"):
        parts[0].whole()


def test_a_file_that_swells_falls_alone(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_RATIO_FROM", 1000)
    path = _zip(tmp_path / "a.zip", {"a.csv": b"0" * 1_000_000, "b.csv": "two"})
    parts = unpacked(path, "a.zip", folder)
    assert [(part.fault, part.path.read_text()) for part in parts] == [(Fault.SWELLS, ""), (None, "two")]
    with pytest.raises(FileRefused, match=r"a\.zip/a.csv.*far more"):
        parts[0].whole()


def test_an_archive_without_files_or_with_too_many_is_refused(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(FileRefused, match="no files"):
        unpacked(_zip(tmp_path / "a.zip", {"empty/": "", "__MACOSX/._x": ""}), "a.zip", folder)
    with pytest.raises(FileRefused, match="501"):
        unpacked(_zip(tmp_path / "b.zip", {f"{number}.csv": "" for number in range(501)}), "b.zip", folder)
