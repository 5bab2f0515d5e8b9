"""One subject in a file: what grows past this holds two."""

from __future__ import annotations

from pathlib import Path

from tests.rules.source import ROOT, for_each, python_files

LONGEST = 350


@for_each(python_files("dashboard", "sample_data", "scripts", "benchmarks"))
def test_a_file_holds_one_subject(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


@for_each(python_files("dashboard"))
def test_names_come_from_the_field(path: Path) -> None:
    assert not {"utils", "helpers", "common", "manager", "service", "base", "misc"} & {
        part.removesuffix(".py") for part in path.parts
    }
