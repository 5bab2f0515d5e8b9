"""Health in the terminal: its JSON, and an exit code that a scheduler can watch."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from tests.test_command_line import ads as ads
from tests.test_command_line import printed
from tests.test_command_line import workspace as workspace


def test_health_needs_no_days_and_says_by_its_exit_code_whether_anybody_is_ill(
    ads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (told,) = printed(capsys, "health", "--json", code=1)
    assert (told["client"], told["state"]) == ("Shop", "unhealthy")
    assert told["findings"][0]["id"] == "nothing_imported"
    printed(capsys, "import", "--client", "shop", "--json", str(ads))
    (told,) = printed(capsys, "health", "--json", code=1)
    assert [finding["id"] for finding in told["findings"]] == ["stale_source"]
    assert told == printed(capsys, "report", "health", "--client", "shop", "--json")


def test_the_agreed_age_of_a_source_is_a_setting(ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "import", "--client", "shop", "--json", str(ads))
    settings = tmp_path / "settings.toml"
    settings.write_text("[agreed_age_by_source]\ngoogle_ads = 9\n", encoding="utf-8")
    assert main(["client", "set", "shop", "--settings", str(settings)]) == 0
    (told,) = printed(capsys, "health", "--json")
    assert told["rows"][0]["agreed_days"] == 9
    settings.write_text("[agreed_age_by_source]\ngoogle_ads = -1\n", encoding="utf-8")
    assert main(["client", "set", "shop", "--settings", str(settings)]) == 1


def test_only_health_goes_without_days(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["summary"], ["health", "--from", "2026-03-01"]):
        with pytest.raises(SystemExit) as stopped:
            main(["report", *wrong, "--client", "shop"])
        assert stopped.value.code == 2
