"""Names in the terminal: what waits, what is decided and taken back, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard import names
from dashboard.cli import main
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import Name, NameKind
from dashboard.workspace import Workspace
from tests.test_command_line import ADS, USA, printed

MAPPING = """kind = "orders"
[columns]
order_id = "Receipt"
sold = "Sold on"
product = "What"
revenue = "Paid"
source = "From"
medium = "By"
campaign = "Campaign"
[options]
currency = "USD"
"""
SALES = "Receipt,Sold on,What,Paid,From,By,Campaign\nA1,2026-03-02,Lampe,20.00,google,cpc,brand-search\n"
SETTINGS = '[[product_rules]]\nproduct = "Lamp"\npattern = "^lamp$"\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ads of one campaign, and a sale that names both the campaign and the product in its own way."""
    folder = tmp_path_factory.mktemp("names")
    files = {"ads.csv": ADS, "sales.csv": SALES, "sales.toml": MAPPING, "settings.toml": SETTINGS}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    mapping = ("--mapping", str(folder / "sales.toml"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SVERKA_HOME", str(folder / "workspace"))
        assert main(["client", "add", "Shop", *USA]) == 0
        assert main(["client", "set", "shop", "--settings", str(folder / "settings.toml")]) == 0
        assert main(["import", str(folder / "ads.csv"), "--client", "shop"]) == 0
        assert main(["import", str(folder / "sales.csv"), "--client", "shop", *mapping]) == 0
    return folder / "workspace"


@pytest.fixture(autouse=True)
def workspace(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to write to."""
    monkeypatch.setenv("SVERKA_HOME", str(tmp_path / "workspace"))
    monkeypatch.setenv("SVERKA_TODAY", "2026-03-10")
    return Path(shutil.copytree(made, tmp_path / "workspace"))


def unmatched(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, list[str]]]:
    told = printed(capsys, "names", "--client", "shop", "--json")["unmatched"]
    return [(one["name"], [like["name"] for like in one["suggestions"]]) for one in told]


def test_what_waits_is_decided_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    before = unmatched(capsys)
    assert before == [("brand-search", ["Brand"]), ("Lampe", ["Lamp"])]
    printed(capsys, "names", "match", "BRAND-search", "Brand", "--client", "shop", "--json")
    decided = printed(capsys, "names", "match", "Lampe", "Lamp", "--product", "--client", "shop", "--json")
    assert (decided["number"], decided["kind"], decided["meaning"]) == (2, "product", "Lamp")
    told = printed(capsys, "names", "--client", "shop", "--json")
    assert told["unmatched"] == []
    assert [(one["meaning"], one["has_own_ads"]) for one in told["decisions"]] == [("Lamp", False), ("Brand", False)]
    report = ["report", "campaigns", "--client", "shop", "--from", "2026-03-01", "--to", "2026-03-02", "--json"]
    (row,) = printed(capsys, *report)["rows"]
    assert (row["spend"], row["orders"]) == (12.5, 1)
    for number in ("1", "2"):
        assert main(["names", "withdraw", number, "--client", "shop"]) == 0
    assert unmatched(capsys) == before


def test_the_list_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "own", "brand-search", "--client", "shop"]) == 0
    capsys.readouterr()
    assert main(["names", "--client", "shop"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "product\tLampe\t0 leads\t20\tLamp (very alike)"
    assert said[2].startswith("decision 1\tgoogle_ads\tbrand-search\tone of its own\t")


def test_what_cannot_be_is_refused_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["match", "nobody", "Brand"],
        ["match", "brand-search", "Nobody"],
        ["match", "brand-search", "Lamp"],
        ["withdraw", "7"],
        ["withdraw", "one"],
    ):
        assert main(["names", *words, "--client", "shop"]) == 1
        assert "Nothing was changed." in capsys.readouterr().err
    assert len(unmatched(capsys)) == 2


def test_too_few_words_are_a_misuse() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["names", "match", "brand-search", "--client", "shop"])
    assert stopped.value.code == 2


def test_what_has_ads_or_is_agreed_itself_is_refused(workspace: Path) -> None:
    made = Workspace(workspace)
    for name, meaning in (
        (Name(NameKind.CAMPAIGN, "google_ads", "BRAND"), ""),
        (Name(NameKind.PRODUCT, "", "Lamp"), ""),
        (Name(NameKind.CAMPAIGN, "vk_ads", "brand-search"), "Brand"),
    ):
        with pytest.raises(SettingsInvalid):
            names.decide(made, "shop", name, meaning, by="anna")
    assert names.read(made, "shop").decisions == ()
