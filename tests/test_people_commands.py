"""`python -m dashboard people …`: inviting, roles, new passwords and ending from the terminal."""

from __future__ import annotations

import pytest

from dashboard.access import accounts, people, second_factor, sessions
from dashboard.access.store import AccessStore
from dashboard.cli import main
from tests.test_command_line import printed, workspace

__all__ = ["workspace"]


@pytest.fixture
def store(workspace):
    opened = AccessStore(workspace)
    yield opened
    opened.close()


PASSWORD = "kettle orbit pencil marsh"


def added(capsys, email="maria@agency.example", *more):
    told = printed(capsys, "people", "add", email, "--name", "Maria", "--role", "owner", "--json", *more)
    return told["address"].rpartition("/")[2]


def test_somebody_is_invited_listed_given_a_role_and_ended(store, capsys):
    token = added(capsys)
    accounts.accept(store, token, password=PASSWORD)
    added(capsys, "oleg@agency.example")
    assert main(["people", "role", "oleg@agency.example", "analyst", "--client", "shop", "--hears-recordings"]) == 0
    capsys.readouterr()
    rows = {row["email"]: row for row in printed(capsys, "people", "list", "--json")}
    oleg = rows["oleg@agency.example"]
    assert (oleg["role"], oleg["clients"], oleg["hears_recordings"]) == ("analyst", ["shop"], True)
    assert oleg["invited_until"]
    assert not rows["maria@agency.example"]["invited_until"]
    assert main(["people", "end", "oleg@agency.example"]) == 0
    assert people.of_email(store, "oleg@agency.example") is None


def test_the_last_owner_is_neither_ended_nor_demoted_and_a_stranger_is_unknown(store, capsys):
    added(capsys)
    for words in (["end", "maria@agency.example"], ["role", "maria@agency.example", "manager"]):
        assert main(["people", *words]) == 1
    assert main(["people", "reset", "nobody@agency.example"]) == 1
    assert "Nobody of the agency" in capsys.readouterr().err
    assert people.of_email(store, "maria@agency.example").role == "owner"


def test_a_reset_gives_an_address_and_takes_the_second_factor_away_if_asked(store, capsys):
    maria = accounts.accept(store, added(capsys), password=PASSWORD)
    cookie = sessions.enter(store, None, maria.id)
    told = printed(capsys, "people", "reset", maria.email, "--second-factor", "--json")
    accounts.accept(store, told["address"].rpartition("/")[2], password="lantern quartz rowing thistle")
    assert sessions.viewer(store, cookie) is None
    assert accounts.check(store, maria.email, PASSWORD) is None


def test_the_second_factor_is_required_from_the_terminal(store, capsys):
    assert main(["people", "second-factor", "required"]) == 0
    assert second_factor.is_required(store)
    assert main(["people", "second-factor", "optional"]) == 0
    assert not second_factor.is_required(store)
    assert main(["people", "list"]) == 0
    capsys.readouterr()
