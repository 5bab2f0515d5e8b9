"""One subject in a file: what grows past this holds two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.source import ROOT, python_files

LONGEST = 350


@pytest.mark.parametrize("path", python_files("dashboard", "sample_data", "scripts", "benchmarks"), ids=str)
def test_a_file_holds_one_subject(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", python_files("dashboard"), ids=str)
def test_names_come_from_the_field(path: Path) -> None:
    assert not {"utils", "helpers", "common", "manager", "service", "base", "misc"} & {
        part.removesuffix(".py") for part in path.parts
    }
