"""A workspace with one client without data, made once and copied for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.workspace import Workspace
from tests import workspaces


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources") / "workspace"
    made = Workspace(root)
    workspaces.add_client(made, "shop")
    made.access.close()
    return root


@pytest.fixture
def workspace(_made: Path, tmp_path: Path) -> Workspace:
    """A workspace of the test's own with the client `shop` (dollars, New York), which has no data."""
    return workspaces.copied(_made, tmp_path / "workspace")
