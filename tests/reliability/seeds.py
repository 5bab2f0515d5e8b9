"""The files that are spoilt: the samples of the tests, and those of the folder beside the project where it is there."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.client import ClientProfile
from dashboard.domain.reading import Outcome, Reading
from dashboard.ingest import read
from tests.ingest import samples
from tests.ingest.conftest import CLINIC, SECRET, rows_in

ROOT = Path(__file__).resolve().parent.parent.parent
_SIGNS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

Values = tuple[object, ...]


@dataclass(frozen=True)
class Kept:
    """What the product made of a file: its canonical rows by line, without the line itself, and the rejected lines."""

    rows: dict[int, tuple[tuple[str, dict[str, object]], ...]]
    rejected: tuple[int, ...]


@dataclass(frozen=True)
class Seed:
    """An untouched file that is read well. `codec` and `delimiter` are '' where it is no delimited text."""

    name: str
    file: str
    content: bytes
    codec: str
    delimiter: str
    header: int  # line, from 1
    reading: Reading
    kept: Kept

    @property
    def is_table(self) -> bool:
        """Whether its rows are lines of text."""
        return bool(self.delimiter)

    def lines(self, content: bytes | None = None) -> list[str]:
        """Lines of the file, or of a spoilt one, with their ends; NULs are no characters."""
        return lines_of(self.content if content is None else content, self.codec)


def lines_of(content: bytes, codec: str) -> list[str]:
    """The lines of a text with their ends, without NULs and without the mark of its encoding."""
    text = content.decode(codec, errors="replace").replace("\0", "").removeprefix("\ufeff")
    return list(io.StringIO(text, newline=""))


def kept_of(reading: Reading) -> Kept:
    """The rows of a reading, taken from its file."""
    import duckdb

    assert reading.rows is not None
    rows: dict[int, list[tuple[str, dict[str, object]]]] = {}
    with duckdb.connect(str(reading.rows), read_only=True) as connection:
        names = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
    for name in sorted(names):
        if name == "rejects":
            continue
        for row in rows_in(reading, name):
            rows.setdefault(int(row.pop("line")), []).append((name, row))
    return Kept(
        {line: tuple(found) for line, found in rows.items()}, tuple(row["line"] for row in rows_in(reading, "rejects"))
    )


def read_as(content: bytes, file: str, folder: Path, profile: ClientProfile = CLINIC) -> Reading:
    """The reading of a file of that content and name."""
    path = folder / Path(file).name
    path.write_bytes(content)
    return read(path, name=file, profile=profile, secret=SECRET, scratch=folder / "scratch")


def _codec(content: bytes) -> str:
    for sign, codec in _SIGNS.items():
        if content.startswith(sign):
            return codec
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"


def _seed(name: str, file: str, content: bytes, folder: Path) -> Seed | None:
    reading = read_as(content, file, folder)
    if reading.outcome is not Outcome.READABLE or reading.rows is None:
        return None
    decided = {one.about: one.decided for one in reading.assumptions}
    is_text = decided.get("encoding") not in ("workbook", "parquet") and decided.get("layout") != "html"
    kept = kept_of(reading)
    reading.rows.unlink()
    delimiter = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}.get(
        decided.get("delimiter", ""), decided.get("delimiter", "")
    )
    line = decided.get("header_line", "")
    return Seed(
        name,
        file,
        content,
        _codec(content) if is_text else "",
        delimiter if is_text else "",
        int(line) if line.isdigit() else 0,
        reading,
        kept,
    )


def seeds(folder: Path, beside: Path | None = ROOT.parent / "shared" / "files") -> list[Seed]:
    """Every sample, and every readable file of the folder `beside` the project; `folder` is for what is made."""
    found = [_seed(name, f"{name}.csv", text.encode(), folder) for name, (text, _) in samples.ALL.items()]
    if beside is not None and beside.is_dir():
        found += [_seed(path.name, path.name, path.read_bytes(), folder) for path in sorted(beside.iterdir())]
    return [seed for seed in found if seed is not None]
