"""A client's settings in the terminal: tried out, saved, looked back at, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from tests.test_command_line import USA, printed


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setenv("SVERKA_HOME", str(tmp_path / "home"))
    assert main(["client", "add", "Fen", *USA]) == 0
    capsys.readouterr()
    (tmp_path / "settings.toml").write_text("margin = 0.4\n", encoding="utf-8")
    return tmp_path


def test_settings_are_tried_out_saved_and_taken_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = ["client", "set", "fen", "--settings", str(home / "settings.toml"), "--json"]
    tried = printed(capsys, *change, "--dry-run")
    assert (tried["saved"], tried["changes"][0]["before"], tried["changes"][0]["after"]) == (False, "not agreed", "40%")
    assert printed(capsys, "client", "show", "fen", "--json")["version"] == 1
    assert printed(capsys, *change, "--since", "2026-11-01")["changes"][0]["since"] == "2026-11-01"
    shown = printed(capsys, "client", "show", "fen", "--json")
    assert (shown["version"], shown["settings"]["margin"]) == (2, "0.4")
    assert printed(capsys, "client", "restore", "fen", "1", "--json")["saved"]
    past = printed(capsys, "client", "history", "fen", "--json")
    assert [(one["version"], one["restored"]) for one in past] == [(3, 1), (2, None), (1, None)]


def test_what_the_terminal_prints_is_read_without_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["client", "set", "fen", "--settings", str(home / "settings.toml")]) == 0
    assert "Margin: not agreed → 40%" in capsys.readouterr().out
    assert main(["client", "history", "fen"]) == 0
    assert main(["client", "show", "fen"]) == 0
    assert "Margin\t40%" in capsys.readouterr().out


def test_a_setting_that_cannot_be_used_is_refused_with_its_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "settings.toml").write_text('timezone = "Moon"\n', encoding="utf-8")
    assert main(["client", "set", "fen", "--settings", str(home / "settings.toml")]) == 1
    assert "Time zone: “Moon” is no time zone" in capsys.readouterr().err
