"""One server of the whole product for all attacks of a process, and the record of what was tried."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests import workspaces
from tests.attacks import workspace
from tests.attacks.record import Record
from tests.attacks.target import Target, attacked


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A server with two clients of equal names and unlike figures."""
    made = workspaces.once(tmp_path_factory, "attacked-workspace", workspace.make)
    with attacked(workspaces.copied(made, tmp_path_factory.mktemp("attacked") / "workspace")) as started:
        yield started


@pytest.fixture
def record() -> Iterator[Record]:
    """Counts the attempts of a test, which fails if anything got through."""
    counted = Record()
    yield counted
    if file := os.environ.get("SVERKA_ATTACKS"):
        counted.add_to(Path(file))
    assert not counted.through, "\n".join(f"{family}: {what}"[:300] for family, what in counted.through[:20])


@pytest.fixture
def chance() -> Random:
    """The same chance at each run, unless another start is asked for."""
    return Random(int(os.environ.get("SVERKA_ATTACKS_SEED", "1")))  # noqa: S311


@pytest.fixture(scope="session")
def times() -> int:
    """How much more of what is made up by chance is tried than in the suite."""
    return int(os.environ.get("SVERKA_ATTACKS_TIMES", "1"))
