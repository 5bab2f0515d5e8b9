"""What every test may use."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A test tells what is true, not how fast this machine is.
settings.register_profile("sverka", deadline=None, print_blob=True)
settings.load_profile("sverka")

# Every test process and every server and command that a test starts reads the same modules; whatever the environment
# says, they are compiled once and not by each of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parent.parent
# The folders in which single files take long, the longest first.
LONG = ("browser", "attacks", "uploads", "ingest", "warehouse", "sample_data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that no process is left alone with one at the end: slow tests, then the long folders."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}

    def place(item: pytest.Item) -> tuple[bool, int]:
        return item.path not in slow, min((LONG.index(part) for part in item.path.parts if part in LONG), default=99)

    items.sort(key=place)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """A file of the specification's folder beside the project; the test is skipped where there is none."""

    def find(name: str) -> Path:
        path = ROOT.parent / "shared" / name
        if not path.exists():
            pytest.skip(f"needs ../shared/{name}")
        return path

    return find
