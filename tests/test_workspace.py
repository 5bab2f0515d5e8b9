"""The workspace: made whole, named plainly, refused in a sentence where it cannot be."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import ClientExists, ClientUnknown, WorkspaceUnusable
from dashboard.workspace import Workspace, slug_of

SHOP = ClientProfile(slug="shop", name="Shop", currency="USD", country="US", timezone="America/New_York")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Clinic “North”", "clinic-north"),
        ("Клиника «Норд»", "klinika-nord"),
        ("Щука & Ёж", "shchuka-ezh"),
        ("Café", "cafe"),
    ],
)
def test_a_clients_short_name_is_plain_latin(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_name_without_a_letter_still_gets_a_short_name() -> None:
    assert slug_of("☂☂☂").startswith("client-")


def test_a_client_is_found_by_name_and_by_short_name(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add_client(SHOP, by="test")
    assert workspace.client("Shop") == workspace.client("shop")
    with pytest.raises(ClientUnknown, match="shop"):
        workspace.client("other")


def test_a_client_called_as_anothers_short_name_does_not_stand_in_its_place(tmp_path: Path) -> None:
    # Permission is asked for short names: an address must not lead to whoever is merely called so.
    workspace = Workspace(tmp_path)
    workspace.add_client(replace(SHOP, slug="zebra", name="Zebra"), by="test")
    workspace.add_client(replace(SHOP, slug="ant", name="zebra"), by="test")
    assert workspace.client("zebra").name == "Zebra"


def test_a_client_cannot_be_added_twice(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add_client(SHOP, by="test")
    with pytest.raises(ClientExists):
        workspace.add_client(replace(SHOP, slug="another"), by="test")


def test_the_key_of_the_hashes_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first, second = Workspace(tmp_path).secret, Workspace(tmp_path).secret
    assert first == second
    assert len(first) == 32
    if os.name == "posix":
        assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_the_folder_is_its_users_alone_and_says_what_is_not(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "new" / "workspace")
    if os.name != "posix":
        assert workspace.open_to_others() == ()
        return
    assert workspace.root.stat().st_mode & 0o777 == 0o700
    assert workspace.secret
    assert workspace.open_to_others() == ()
    workspace.root.chmod(0o755)
    (workspace.root / "secret.key").chmod(0o640)
    assert workspace.open_to_others() == (workspace.root, workspace.root / "secret.key")


def test_the_same_phone_has_unlike_hashes_at_two_clients(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.secret_of("nord") == workspace.secret_of("nord")
    assert len({workspace.secret, workspace.secret_of("nord"), workspace.secret_of("shop")}) == 3


def test_a_folder_that_is_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(WorkspaceUnusable, match="SVERKA_HOME"):
        Workspace(tmp_path / "taken")
