"""The key of the service account: tried before it is kept, kept for one user, and in nothing that anybody reads."""

from __future__ import annotations

import json
import logging
import os
import traceback
from pathlib import Path

import pytest

from dashboard.access import audit
from dashboard.cli import main
from dashboard.domain.errors import SettingsInvalid
from dashboard.sources.keys import Keys
from dashboard.workspace import Workspace
from tests.sources.google import EMAIL, PRIVATE_KEY, Answer, Google, key

SECRET = PRIVATE_KEY.splitlines()[1]


def kept(workspace: Workspace) -> Path:
    return workspace.root / "google-key.json"


def test_a_key_is_kept_for_the_servers_user_alone(workspace: Workspace, google: Google) -> None:
    account = Keys(workspace).give(key(), by="Ann")
    assert (account.email, account.given_by) == (EMAIL, "Ann")
    assert Keys(workspace).account() == account
    if os.name == "posix":
        assert kept(workspace).stat().st_mode & 0o777 == 0o600
    assert not list(workspace.root.glob(".google-key-*"))


def test_only_what_is_needed_of_a_key_is_kept_and_never_its_token_address(workspace: Workspace, google: Google) -> None:
    Keys(workspace).give(key(), by="Ann")
    assert json.loads(kept(workspace).read_text()).keys() == {
        "client_email", "private_key", "private_key_id", "given_at", "given_by",
    }  # fmt: skip


def test_giving_and_removing_a_key_stands_in_the_record(workspace: Workspace, google: Google) -> None:
    keys = Keys(workspace)
    keys.give(key(), by="Ann")
    keys.remove(by="Bob")
    assert keys.account() is None
    assert not kept(workspace).exists()
    newest = [(line.who, line.what, line.about) for line in audit.newest(workspace.access, limit=2)]
    assert newest == [("Bob", "key of Google Sheets removed", EMAIL), ("Ann", "key of Google Sheets given", EMAIL)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not the key"),
        ("{", "not the key"),
        ("[]", "not the key"),
        ("[" * 100_000, "not the key"),
        ('{"installed": {"client_id": "x"}}', "Add key → JSON"),
        (json.dumps({"type": "service_account", "client_email": EMAIL}), "not the key"),
        (json.dumps({**json.loads(key()), "client_email": "somebody@example.com"}), "not the key"),
        (key(private_key="-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n"), "not the key"),
    ],
)
def test_what_is_no_key_is_refused_and_the_earlier_one_stays(
    workspace: Workspace, google: Google, text: str, said: str
) -> None:
    keys = Keys(workspace)
    account = keys.give(key(), by="Ann")
    with pytest.raises(SettingsInvalid, match=said) as refused:
        keys.give(text, by="Bob")
    assert "c2VjcmV0" not in "".join(traceback.format_exception(refused.value))
    assert keys.account() == account


def test_a_key_that_google_does_not_take_is_refused(workspace: Workspace, google: Google) -> None:
    google.token = Answer(400, json.dumps({"error": "invalid_grant", "error_description": "Invalid JWT Signature."}))
    with pytest.raises(SettingsInvalid, match="gives nothing for this key"):
        Keys(workspace).give(key(), by="Ann")
    assert Keys(workspace).account() is None


def test_a_google_that_is_not_reached_says_so(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_GOOGLE_STAND_IN", "http://127.0.0.1:1")
    with pytest.raises(SettingsInvalid, match="could not be reached"):
        Keys(workspace).give(key(), by="Ann")


def test_a_stand_in_for_google_can_only_be_this_machine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("http://192.0.2.1", "http://localhost.example.com", "http://127.0.0.1@192.0.2.1"):
        monkeypatch.setenv("SVERKA_GOOGLE_STAND_IN", address)
        with pytest.raises(SettingsInvalid, match="only name this machine"):
            Keys(workspace).give(key(), by="Ann")


def test_the_key_is_in_nothing_that_is_printed_or_logged(
    workspace: Workspace,
    google: Google,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(workspace.root))
    caplog.set_level(logging.DEBUG)
    file = tmp_path / "key.json"
    file.write_text(key())
    assert main(["sheets", "key", str(file)]) == 0
    assert main(["sheets", "key"]) == 0
    google.token = Answer(400, json.dumps({"error": "invalid_grant"}))
    assert main(["sheets", "key", str(file)]) == 1
    printed = capsys.readouterr()
    said = printed.out + printed.err + caplog.text + repr(Keys(workspace).key()) + str(Keys(workspace).key())
    assert EMAIL in said
    assert SECRET not in said
    assert "made-up-token" not in said
