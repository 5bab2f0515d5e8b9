"""A store with two clients, and a clock that a test can move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.access import links, moments
from dashboard.access.clients import Client, Clients
from dashboard.access.store import AccessStore


@pytest.fixture
def store(tmp_path: Path):
    store = AccessStore(tmp_path)
    for slug, name in (("nord", "Clinic Nord"), ("harbor", "Harbor Shop")):
        Clients(store).add(Client(slug, name), by="test")
    yield store
    store.close()


@pytest.fixture
def secret_of(store: AccessStore) -> Callable[..., str]:
    """Makes a link and gives its secret."""

    def make(client: str = "nord", screens: tuple[str, ...] = ("campaigns", "channels"), **options: object) -> str:
        return links.add(store, client=client, screens=screens, by="test", **options).path.removeprefix("/s/")

    return make


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Moves the clock this far ahead."""

    def move(**span: float) -> None:
        monkeypatch.setattr(moments, "now", lambda: datetime.now(UTC) + timedelta(**span))

    return move
