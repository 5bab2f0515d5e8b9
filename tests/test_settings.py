"""Settings of the environment: what is not usable is said, not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard import settings
from dashboard.domain.errors import SettingsInvalid


@pytest.mark.parametrize("stated", ["0", "65536", "http", "-1", "８５０１", "8501 "])
def test_what_is_no_port_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_PORT", stated)
    with pytest.raises(SettingsInvalid, match="SVERKA_PORT"):
        settings.port()


def test_the_port_is_8501_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SVERKA_PORT", raising=False)
    assert settings.port() == 8501
    monkeypatch.setenv("SVERKA_PORT", "9000")
    assert settings.address() == "http://localhost:9000"


def test_an_address_is_written_without_a_slash_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_URL", "https://reports.example/")
    assert settings.address() == "https://reports.example"


@pytest.mark.parametrize(
    ("stated", "size"), [("", 8 << 30), ("500 MB", 500 << 20), ("2gb", 2 << 30), ("1024", 1024), ("7 B", 7)]
)
def test_a_size_is_a_number_with_a_unit(stated: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_MAX_UPLOAD", stated)
    assert settings.largest_upload() == size


@pytest.mark.parametrize("stated", ["much", "0 GB", "-1", "2 GiB", "1.5 GB", "８ GB"])
def test_what_is_no_size_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_MAX_UPLOAD", stated)
    with pytest.raises(SettingsInvalid, match="SVERKA_MAX_UPLOAD"):
        settings.largest_upload()


def test_the_clock_can_be_held_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_TODAY", "2026-03-10")
    assert settings.today("Asia/Tokyo") == date(2026, 3, 10)
    monkeypatch.setenv("SVERKA_TODAY", "10.03.2026")
    with pytest.raises(SettingsInvalid, match="SVERKA_TODAY"):
        settings.today("UTC")
