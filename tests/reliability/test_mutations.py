"""Some hundred spoilt files, always the same: no error, no row lost in silence, nothing changed by what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import intake
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import FileRefused
from dashboard.warehouse.namespace import Namespace
from dashboard.workspace import Workspace
from tests.ingest import samples
from tests.reliability import mutations
from tests.reliability.fuzzing import Tally, run
from tests.reliability.oracle import chance_of
from tests.reliability.seeds import Seed, seeds
from tests.warehouse.test_cancelling import contents

TURNS = 2 * len(mutations.ALL)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> list[Seed]:
    return seeds(tmp_path_factory.mktemp("seeds"), beside=None)


def test_spoilt_files_are_refused_counted_said_or_the_same(untouched: list[Seed]) -> None:
    tally = Tally()
    assert len(untouched) == len(samples.ALL)
    for _ in run(untouched, range(TURNS), 7, tally):
        pass
    assert [f"{one.turn} {one.mutation} {one.seed}: {one.sentence}" for one in tally.findings] == []
    assert {name for name, _ in tally.outcomes} == set(mutations.ALL)


def _published(namespace: Namespace) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted((namespace.root / "snapshots").iterdir())]


def test_what_is_refused_changes_nothing_in_the_warehouse(tmp_path: Path, untouched: list[Seed]) -> None:
    workspace = Workspace(tmp_path / "workspace")
    profile = ClientProfile("clinic", "Clinic", "RUB", "RU", "Europe/Moscow")
    namespace = workspace.add_client(profile, by="test")
    path = tmp_path / "file.csv"
    path.write_text(samples.GOOGLE_RU, encoding="utf-8", newline="")
    with intake.offered(workspace, "clinic", path) as offered:
        intake.accept(workspace, "clinic", offered, by="test")
    before = contents(namespace.root), _published(namespace)
    turned_away = 0
    for turn in range(50):
        chance = chance_of(9, turn)
        spoil = chance.choice(
            [mutations.cut_short, mutations.piece_lost, mutations.column_renamed, mutations.nuls_put_in]
        )
        content = spoil(chance.choice(untouched), chance)
        if content is None:
            continue
        path.write_bytes(content)
        with intake.offered(workspace, "clinic", path) as offered:
            if offered.preview is not None:
                continue
            turned_away += 1
            with pytest.raises(FileRefused):
                intake.accept(workspace, "clinic", offered, by="test")
        if turned_away >= 15:
            break
    assert turned_away >= 15
    assert (contents(namespace.root), _published(namespace)) == before
    assert list((namespace.root / "scratch").iterdir()) == []
