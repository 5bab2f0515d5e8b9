"""A file whose reading is cancelled leaves nothing behind, wherever it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.domain.reading import Outcome
from dashboard.domain.watch import Cancelled, Stage, Watch
from dashboard.ingest import read
from tests.ingest.conftest import CLINIC, SECRET

HEADER = "Дата;№ Кампании;Кампания;Условие показа;Показы;Клики;Расход, руб.\n"
PHRASE = "длинная фраза " * 12
LINES = "".join(f"2026-01-{1 + n % 28:02};{n % 50};Кампания {n % 50};{PHRASE}{n};10;1;1,50\n" for n in range(15_000))


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "ads.csv"
    path.write_text(HEADER + LINES, encoding=request.param)
    return path


@pytest.mark.parametrize("file", ["utf-8", "cp1251"], indirect=True)
def test_the_stages_come_in_their_order_and_end_in_rows(file: Path, scratch: Path) -> None:
    heard: list[Stage] = []
    reading = read(file, profile=CLINIC, secret=SECRET, scratch=scratch, watch=Watch(lambda s, _: heard.append(s)))
    assert (reading.outcome, reading.rows_kept) == (Outcome.READABLE, 15_000)
    assert list(dict.fromkeys(heard)) == [Stage.LOOKING, Stage.READING]


@pytest.mark.parametrize("file", ["utf-8", "cp1251"], indirect=True)
@pytest.mark.parametrize("stage", [Stage.LOOKING, Stage.READING])
def test_nothing_stays_in_the_scratch_folder(file: Path, scratch: Path, stage: Stage) -> None:
    watch = Watch(lambda at, _: watch.cancel() if at is stage else None)
    with pytest.raises(Cancelled):
        read(file, profile=CLINIC, secret=SECRET, scratch=scratch, watch=watch)
    assert list(scratch.rglob("*")) == []
