"""The sample as it is at the end of 21 November 2026, read back from its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sample_data import SampleFile, generate

END = date(2026, 11, 21)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[SampleFile]:
    return generate(tmp_path_factory.mktemp("sample"), END)


@pytest.fixture(scope="session")
def files(sample: list[SampleFile]) -> dict[str, list[Path]]:
    """Client and first word of the file name → its files in order of upload."""
    found: dict[str, list[Path]] = {}
    for file in sample:
        found.setdefault(f"{file.client}/{file.path.name.split('-')[0].removesuffix('.csv')}", []).append(file.path)
    return found
