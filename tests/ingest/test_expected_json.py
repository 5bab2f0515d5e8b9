"""`import --json` says of the specification's own files exactly what is expected of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main

_ADS = (
    "google_ads_en_utf16_tab.csv", "google_ads_ru_utf8bom.csv", "google_ads_nl_no_day.csv", "yandex_direct_wizard.csv",
    "meta_ads_en.csv", "meta_ads_ru.xlsx", "microsoft_ads_preamble.csv", "tiktok_ads.csv", "vk_ads_two_sheets.xlsx",
)  # fmt: skip
_WRONG = (
    "wrong_google_ads_editor.csv", "wrong_semrush.csv", "wrong_header_only.csv", "wrong_picture.csv", "wrong_empty.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SVERKA_HOME", str(tmp_path_factory.mktemp("expected") / "workspace"))
        made = main(["client", "add", "Clinic", "--currency", "RUB", "--country", "RU", "--timezone", "Europe/Moscow"])
        assert made == 0
        yield


def _told(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[dict[str, Any], int]:
    capsys.readouterr()
    code = main(["import", str(path), "--client", "clinic", "--dry-run", "--json"])
    (told,) = json.loads(capsys.readouterr().out)
    return told, code


def _expected(shared: Callable[[str], Path], name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(shared("files/expected.json").read_text(encoding="utf-8"))[name]
    return expected


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("name", _ADS)
def test_an_advertising_file(name: str, shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    expected = _expected(shared, name)
    told, code = _told(shared(f"files/{name}"), capsys)

    settled = told.pop("ambiguous_dates")
    assert bool(settled) is bool(expected.pop("ambiguous_dates", None)), settled
    flat = {**told, **told["totals"]}
    assert {key: flat[key] for key in expected} == expected
    assert told["no_day"] is expected.get("no_day", False)
    assert (code, told["status"], told["rows_rejected"]) == (0, "previewed", 0)
    assert told["file_total"] is None or told["file_total"]["agrees"]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("name", _WRONG)
def test_a_wrong_file(name: str, shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    told, code = _told(shared(f"files/{name}"), capsys)
    assert told["status"] == _expected(shared, name)["kind"]
    assert (told["rows_kept"], told["totals"], told["period"]) == (0, {}, None)
    assert "Nothing was imported" in told["messages"][0]
    assert code == (1 if told["status"] == "refused" else 0)


@pytest.mark.usefixtures("workspace")
def test_a_column_that_every_line_ends_with_is_told(
    shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "bitrix24_deals_cp1251.csv"
    told, code = _told(shared(f"files/{name}"), capsys)
    assert (told["phantom_column"], code) == (_expected(shared, name)["phantom_column"], 0)
    (made,) = [one for one in told["assumptions"] if one["about"] == "phantom_column"]
    assert made["because"].startswith("Every line ends with a delimiter")
