"""Shared links: what they open, and when they no longer do."""

from __future__ import annotations

import sqlite3

import pytest

from dashboard.access import audit, links
from dashboard.access.clients import Clients
from dashboard.domain.errors import ClientUnknown, SettingsInvalid


def test_a_link_opens_the_screens_it_was_made_for(store, secret_of):
    link = links.open(store, secret_of(screens=("summary", "campaigns"), language="ru", note="for the owner"))
    assert (link.client, link.screens, link.options.language, link.note) == (
        "nord", ("summary", "campaigns"), "ru", "for the owner",
    )  # fmt: skip


def test_a_secret_is_256_random_bits_and_only_its_hash_is_kept(store, secret_of, tmp_path):
    secret = secret_of()
    assert len(secret) == 43
    assert secret != secret_of()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert secret.encode() not in kept


def test_a_link_dies_when_its_days_are_over(store, secret_of, later):
    secret = secret_of(days=2)
    later(days=1, hours=23)
    assert links.open(store, secret) is not None
    later(days=2, seconds=1)
    assert links.open(store, secret) is None


def test_a_revoked_link_no_longer_opens_and_cannot_be_revoked_again(store, secret_of):
    secret = secret_of()
    public_id = links.open(store, secret).public_id
    assert links.revoke(store, public_id, by="test")
    assert links.open(store, secret) is None
    assert not links.revoke(store, public_id, by="test")


def test_an_archived_client_closes_its_links(store, secret_of):
    secret, other = secret_of("nord"), secret_of("harbor")
    Clients(store).archive("nord", by="test")
    assert links.open(store, secret) is None
    assert links.open(store, other) is not None


@pytest.mark.parametrize("wrong", ["", "x", "x" * 43, "x" * 10_000, "ё", "\ud800", "' or 1=1 --"])
def test_what_is_no_secret_opens_nothing(store, secret_of, wrong):
    secret_of()
    assert links.open(store, wrong) is None


@pytest.mark.parametrize("screens", [(), ("upload",), ("campaigns", "nonsense")])
def test_a_link_cannot_be_made_to_other_than_a_clients_screens(store, screens):
    with pytest.raises(SettingsInvalid):
        links.add(store, client="nord", screens=screens, by="test")
    assert links.of_client(store, "nord") == ()


@pytest.mark.parametrize("days", [0, -1, 40_000])
def test_a_link_lives_for_a_day_at_least_and_not_for_ever(store, days):
    with pytest.raises(SettingsInvalid):
        links.add(store, client="nord", screens=("summary",), days=days, by="test")


def test_a_link_to_an_unknown_client_is_not_made(store):
    with pytest.raises(ClientUnknown):
        links.add(store, client="nobody", screens=("summary",), by="test")
    assert "link added" not in {change.what for change in audit.newest(store)}


def test_the_links_of_a_client_are_listed_without_their_secrets(store, secret_of):
    secret_of("nord", note="one")
    secret_of("harbor", note="other")
    (listed,) = links.of_client(store, "nord")
    assert listed.note == "one"
    assert not hasattr(listed, "secret_hash")


def test_making_and_revoking_a_link_is_on_the_record(store, secret_of):
    public_id = links.open(store, secret_of()).public_id
    links.revoke(store, public_id, by="anna")
    newest, made = audit.newest(store)[:2]
    assert (newest.who, newest.what, newest.client, newest.about) == ("anna", "link revoked", "nord", public_id)
    assert (made.who, made.what) == ("test", "link added")


def test_the_database_is_the_servers_users_alone(store, tmp_path):
    assert (tmp_path / "workspace.sqlite").stat().st_mode & 0o077 == 0
    with sqlite3.connect(tmp_path / "workspace.sqlite") as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_dead_link_that_is_tried_is_in_the_record_and_an_address_that_never_was_is_not(store, secret_of):
    dead = secret_of()
    (link,) = links.of_client(store, "nord")
    links.revoke(store, link.public_id, by="test")
    for shown in (dead, "never-made", "x" * 999):
        links.refused(store, shown, "203.0.113.7")
    lines = [line for line in audit.newest(store) if line.what == "link refused"]
    assert [(line.client, line.about, line.came_from) for line in lines] == [("nord", link.public_id, "203.0.113.7")]
