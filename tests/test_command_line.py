"""The terminal's verbs: their JSON, their exit codes, and nothing but JSON on standard output."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard import intake
from dashboard.cli import main
from dashboard.domain.errors import FileRefused
from dashboard.workspace import Workspace

USA = ("--currency", "USD", "--country", "US", "--timezone", "America/New_York")
ADS = """Campaign report
"March 1, 2026 - March 2, 2026"
Day,Campaign,Currency code,Impr.,Clicks,Cost
2026-03-01,Brand,USD,100,10,5.00
2026-03-02,Brand,USD,200,20,7.50
Total: Campaigns, --,--,300,30,12.50
"""
ADS_LATER = ADS.replace("200,20,7.50", "200,20,8.50").replace("300,30,12.50", "300,30,13.50")
ORDERS = "Receipt,Sold on,Pieces,Each\nA1,2026-03-01,2,10.00\nA2,2026-03-02,1,5.00\nC3,2026-03-02,-1,5.00\n"
ORDERS_MAPPING = """kind = "orders"
[columns]
order_id = "Receipt"
sold = "Sold on"
quantity = "Pieces"
unit_price = "Each"
[options]
currency = "USD"
"""


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SVERKA_HOME", str(tmp_path / "workspace"))
    monkeypatch.setenv("SVERKA_TODAY", "2026-03-10")
    assert (
        main(["client", "add", "Shop", "--currency", "USD", "--country", "US", "--timezone", "America/New_York"]) == 0
    )
    return tmp_path / "workspace"


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    path = tmp_path / "ads.csv"
    path.write_text(ADS, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert main(arguments) == code
    return json.loads(capsys.readouterr().out)


def spend(capsys: pytest.CaptureFixture[str]) -> float:
    report = printed(
        capsys, "report", "campaigns", "--client", "shop", "--from", "2026-03-01", "--to", "2026-03-02", "--json"
    )
    found: float = report["measures"]["spend"]
    return found


def test_an_import_tells_what_the_file_is_and_what_came_of_it(ads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = printed(capsys, "import", str(ads), "--client", "Shop", "--json")
    assert told["file"] == "ads.csv"
    assert (told["format"], told["kind"], told["status"]) == ("google_ads", "ads", "imported")
    assert (told["rows_read"], told["rows_kept"], told["rows_rejected"]) == (2, 2, 0)
    assert told["period"] == ["2026-03-01", "2026-03-02"]
    assert told["currency"] == "USD"
    assert told["totals"] == {"rows": 2, "impressions": 300, "clicks": 30, "spend": 12.5}
    assert told["file_total"]["agrees"] is True
    assert told["messages"] == []


def test_a_dry_run_writes_nothing(ads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = printed(capsys, "import", str(ads), "--client", "shop", "--dry-run", "--json")
    assert told["status"] == "previewed"
    assert printed(capsys, "imports", "--client", "shop", "--json") == []


def test_the_same_file_again_changes_nothing(ads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(ads), "--client", "shop"])
    (told,) = printed(capsys, "import", str(ads), "--client", "shop", "--json")
    assert told["status"] == "unchanged"
    assert spend(capsys) == 12.5


def test_a_later_file_of_the_same_days_replaces_them_and_undo_brings_them_back(
    ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = tmp_path / "later.csv"
    later.write_text(ADS_LATER, encoding="utf-8")
    main(["import", str(ads), "--client", "shop"])
    (told,) = printed(capsys, "import", str(later), "--client", "shop", "--json")
    assert told["status"] == "replaced"
    assert spend(capsys) == 13.5
    newest = printed(capsys, "imports", "--client", "shop", "--json")[0]
    undone = printed(capsys, "undo", str(newest["import_id"]), "--client", "shop", "--json")
    assert undone["undone_at"]
    assert spend(capsys) == 12.5


def test_each_file_stands_or_falls_alone(ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, header = tmp_path / "empty.csv", tmp_path / "header.csv"
    empty.touch()
    header.write_text("Campaign report\nAll time\nCampaign,Currency code,Impr.,Clicks,Cost\n", encoding="utf-8")
    told = printed(capsys, "import", str(empty), str(header), str(ads), "--client", "shop", "--json", code=1)
    assert [one["status"] for one in told] == ["refused", "empty", "imported"]


def test_a_table_nobody_knows_needs_a_mapping_and_goes_in_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = tmp_path / "orders.csv", tmp_path / "orders.toml"
    table.write_text(ORDERS, encoding="utf-8")
    mapping.write_text(ORDERS_MAPPING, encoding="utf-8")
    (told,) = printed(capsys, "import", str(table), "--client", "shop", "--json", code=1)
    assert told["status"] == "needs_mapping"
    (told,) = printed(capsys, "import", str(table), "--client", "shop", "--mapping", str(mapping), "--json")
    assert told["status"] == "imported"
    assert (told["totals"]["paid"], told["totals"]["refunded"], told["totals"]["net_revenue"]) == (25, 5, 20)


@pytest.mark.parametrize("report", ["campaigns", "channels", "summary", "year-over-year"])
def test_a_report_has_the_agreed_keys(report: str, ads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(ads), "--client", "shop"])
    told = printed(capsys, "report", report, "--client", "shop", "--from", "2026-03-01", "--to", "2026-03-02", "--json")
    agreed = {"report", "client", "period", "measures", "metrics", "rows", "caveats", "data_as_of"}
    assert agreed <= told.keys()
    assert told["report"] == report
    assert told["client"] == "Shop"
    assert told["period"] == ["2026-03-01", "2026-03-02"]
    assert told["data_as_of"] == "2026-03-02"


def test_two_years_can_be_any_two_periods(ads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(ads), "--client", "shop"])
    asked = ["report", "year-over-year", "--client", "shop", "--from", "2026-03-01", "--to", "2026-03-02"]
    told = printed(capsys, *asked, "--then", "2026-02-01..2026-02-02", "--json")
    assert told["then"] == ["2026-02-01", "2026-02-02"]
    assert {"bridge", "reasons", "cannot_be_told", "coverage", "months", "weeks", "products", "notes"} <= told.keys()
    assert main([*asked, "--then", "2026-01-01..2026-02-02", "--json"]) == 1


def test_a_link_is_made_for_the_screens_named(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "link", "add", "--client", "shop", "--screens", "campaigns,year-over-year", "--json")
    assert told["screens"] == ["campaigns", "year_over_year"]
    assert "/s/" in told["address"]


def test_a_link_is_listed_edited_extended_rotated_and_revoked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def link(*words: str) -> Any:
        return printed(capsys, "link", *words, "--client", "shop", "--json")

    secret = tmp_path / "password"
    secret.write_text("open sesame\n", encoding="utf-8")
    made = link(
        "add", "--screens", "summary", "--period", "months:3+", "--until", "2099-12-31", "--password-file", str(secret),
        "--most-opens", "5", "--note", "for the owner", "--language", "en",
    )  # fmt: skip
    (listed,) = link("list")
    assert (listed["link"], listed["period"], listed["most_opens"]) == (made["link"], "months:3+", 5)
    assert listed["expires_at"].startswith("2100-01-01T")
    assert listed["has_password"]
    edited = link("edit", made["link"], "--period", "published", "--no-password", "--most-opens", "any")
    assert (edited["period"], edited["has_password"], edited["most_opens"]) == ("published", False, None)
    assert (edited["note"], edited["language"]) == ("for the owner", "en")
    assert link("extend", made["link"], "--days", "3")["state"] == "ends_soon"
    assert link("rotate", made["link"])["address"] != made["address"]
    assert link("revoke", made["link"])["state"] == "revoked"
    assert main(["link", "rotate", made["link"], "--client", "shop"]) == 1


def test_the_agency_says_whom_its_readers_ask(capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "agency", "--name", "North Agency", "--json")
    told = printed(capsys, "agency", "--contact", "Anna, anna@agency.example", "--json")
    assert told == {"name": "North Agency", "contact": "Anna, anna@agency.example"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["imports", "--client", "nobody"],
        ["undo", "7", "--client", "shop"],
        ["report", "summary", "--client", "shop", "--from", "2026-03-05", "--to", "2026-03-02"],
        ["client", "add", "Shop", *USA],
        ["client", "add", "New", "--currency", "USD", "--country", "US", "--timezone", "Mars/Olympus"],
        ["client", "add", "New", "--currency", "ZZZ", "--country", "US", "--timezone", "UTC"],
        ["client", "add", "New", "--currency", "USD", "--country", "ZZ", "--timezone", "UTC"],
        ["link", "add", "--client", "shop", "--screens", "upload"],
        ["import", "no-such-file.csv", "--client", "shop"],
    ],
    ids=lambda arguments: " ".join(arguments[:3]),
)
def test_what_is_refused_says_why_on_standard_error_and_exits_with_1(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert told.strip()
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["report"],
        ["report", "nonsense", "--client", "shop"],
        ["report", "summary", "--client", "shop", "--from", "soon", "--to", "2026-03-02"],
        ["import"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_standard_output_is_nothing_but_json_in_a_process_of_its_own(ads: Path, root: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "import", str(ads), "--client", "shop", "--json"]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout)[0]["status"] == "imported"
    assert ran.stderr == ""


def test_settings_come_from_a_file_and_change_the_figures(
    tmp_path: Path, ads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(ads), "--client", "shop"])
    settings = tmp_path / "settings.toml"
    settings.write_text('[[fees]]\nsince = 2026-01-01\nper_month = "310"\n', encoding="utf-8")
    assert main(["client", "set", "shop", "--settings", str(settings)]) == 0
    told = printed(
        capsys, "report", "summary", "--client", "shop", "--from", "2026-03-01", "--to", "2026-03-31", "--json"
    )
    assert told["measures"]["fee"] == 310


def test_a_zip_gives_one_result_for_each_of_its_files(
    ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "exports.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("empty.csv", "")
        packed.write(ads, "march/ads.csv")
        packed.writestr("__MACOSX/march/._ads.csv", "x")
    told = printed(capsys, "import", str(path), "--client", "shop", "--json", code=1)
    assert [(one["file"], one["status"]) for one in told] == [
        ("exports.zip/empty.csv", "refused"), ("exports.zip/march/ads.csv", "imported"),
    ]  # fmt: skip
    assert spend(capsys) == 12.5


def test_a_zip_that_cannot_be_unpacked_is_refused_as_a_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "exports.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("folder/", "")
    (told,) = printed(capsys, "import", str(path), "--client", "shop", "--json", code=1)
    assert (told["file"], told["status"]) == ("exports.zip", "refused")
    assert "no files" in told["messages"][0]


@pytest.fixture
def till(tmp_path: Path) -> tuple[Path, Path]:
    """A table that nobody knows, and the mapping for it."""
    table, mapping = tmp_path / "till.csv", tmp_path / "till.toml"
    table.write_text(ORDERS, encoding="utf-8")
    mapping.write_text("# The till by the door\n" + ORDERS_MAPPING, encoding="utf-8")
    return table, mapping


def test_a_saved_mapping_is_listed_shown_word_for_word_and_removed(
    till: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = till
    assert main(["mapping", "save", "The till", str(mapping), "--client", "shop"]) == 0
    (listed,) = printed(capsys, "mapping", "list", "--client", "shop", "--json")
    assert (listed["name"], listed["kind"], listed["version"]) == ("The till", "orders", 1)
    assert main(["mapping", "show", "the TILL", "--client", "shop"]) == 0
    assert capsys.readouterr().out == mapping.read_text(encoding="utf-8")
    (told,) = printed(capsys, "import", str(table), "--client", "shop", "--json", "--dry-run")
    assert (told["status"], told["mapping"]) == ("previewed", "The till")
    assert main(["mapping", "remove", "The till", "--client", "shop"]) == 0
    (told,) = printed(capsys, "import", str(table), "--client", "shop", "--json", code=1)
    assert (told["status"], told["mapping"]) == ("needs_mapping", None)
    assert main(["mapping", "show", "The till", "--client", "shop"]) == 1


def test_a_mapping_that_read_a_file_is_kept_on_request(
    till: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = till
    keep = ("--mapping", str(mapping), "--save-mapping", "Till")
    (told,) = printed(capsys, "import", str(table), "--client", "shop", *keep, "--json")
    assert told["status"] == "imported"
    (told,) = printed(capsys, "import", str(table), "--client", "shop", "--json")
    assert (told["status"], told["mapping"]) == ("unchanged", "Till")


def test_keeping_a_mapping_needs_one(till: tuple[Path, Path]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(till[0]), "--client", "shop", "--save-mapping", "Till"])
    assert stopped.value.code == 2


def test_a_file_that_is_no_mapping_is_not_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('kind = "orders"\n[columns]\norder_id = "A"\n', encoding="utf-8")
    assert main(["mapping", "save", "Wrong", str(wrong), "--client", "shop"]) == 1
    assert "must also name" in capsys.readouterr().err
    assert printed(capsys, "mapping", "list", "--client", "shop", "--json") == []


def test_a_mapping_of_one_client_is_not_the_other_ones(
    till: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = till
    assert main(["client", "add", "Other", *USA]) == 0
    assert main(["mapping", "save", "Till", str(mapping), "--client", "shop"]) == 0
    assert printed(capsys, "mapping", "list", "--client", "other", "--json") == []
    (told,) = printed(capsys, "import", str(table), "--client", "other", "--json", code=1)
    assert told["status"] == "needs_mapping"


def test_the_command_says_of_each_file_of_the_specification_what_it_must(
    shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A client whose currency and country are those of the files that do not say theirs."""
    expected = json.loads(shared("files/expected.json").read_text(encoding="utf-8"))
    russian = ("--currency", "RUB", "--country", "RU", "--timezone", "Europe/Moscow")
    assert main(["client", "add", "Clinic", *russian]) == 0
    figures = {"rows", "impressions", "clicks", "spend", "answered", "talk_seconds", "callers", "target", "won", "lost",
               "revenue", "orders", "paid", "refunded", "net_revenue", "gross_profit", "returned"}  # fmt: skip
    for name, says in expected.items():
        client = "shop" if name.startswith(("callrail", "shopify")) else "clinic"
        path = str(shared(f"files/{name}"))
        capsys.readouterr()
        main(["import", path, "--client", client, "--dry-run", "--json"])
        (told,) = json.loads(capsys.readouterr().out)
        if says["kind"] in ("refused", "empty"):
            assert (told["status"], bool(told["messages"])) == (says["kind"], True), name
            continue
        assert (told["kind"], told["status"], told["rows_rejected"]) == (says["kind"], "previewed", 0), name
        wanted = {key: value for key, value in says.items() if key in figures}
        assert {key: told["totals"].get(key) for key in wanted} == wanted, name
        assert told["currency"] == says.get("currency", told["currency"]), name
        assert told["file_total"] is None or told["file_total"]["agrees"], name


OPEN_ADS = "Gregorian date,Campaign name,Impressions,Clicks,Spend,Currency code\n3/4/2026,Brand,100,10,5.00,USD\n"


def test_a_file_that_asks_is_answered_once_and_the_next_of_its_kind_is_not_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "march.csv"
    path.write_text(OPEN_ADS, encoding="utf-8")
    (asked,) = printed(capsys, "import", str(path), "--client", "shop", "--json", code=1)
    assert asked["status"] == "asks"
    (question,) = asked["questions"]
    assert question["choices"][0]["rows"] == [{"line": 2, "cell": "3/4/2026", "means": "4 March 2026"}]
    assert main(["import", str(path), "--client", "shop"]) == 1
    assert "--answer date_order=mdy   3/4/2026 means 4 March 2026" in capsys.readouterr().err
    answer = ("--answer", "date_order=dmy", "--json")
    (done,) = printed(capsys, "import", str(path), "--client", "shop", *answer)
    assert (done["status"], done["period"]) == ("imported", ["2026-04-03", "2026-04-03"])
    path.with_name("april.csv").write_text(OPEN_ADS.replace("3/4", "5/4"), encoding="utf-8")
    (later,) = printed(capsys, "import", str(tmp_path / "april.csv"), "--client", "shop", "--json")
    assert later["period"] == ["2026-04-05", "2026-04-05"]
    told = next(made for made in later["assumptions"] if made["about"] == "date_order")
    assert told["because"] == "So it was in “march.csv”, an export of the same kind."


def test_a_decision_of_an_undone_import_counts_no_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "march.csv"
    path.write_text(OPEN_ADS, encoding="utf-8")
    assert main(["import", str(path), "--client", "shop", "--answer", "date_order=dmy"]) == 0
    assert main(["undo", "1", "--client", "shop"]) == 0
    (asked,) = printed(capsys, "import", str(path), "--client", "shop", "--json", code=1)
    assert asked["status"] == "asks"


@pytest.mark.parametrize("answer", ["date_order=first", "date_order", "colour=red"])
def test_an_answer_that_is_none_reads_nothing(ads: Path, capsys: pytest.CaptureFixture[str], answer: str) -> None:
    assert main(["import", str(ads), "--client", "shop", "--answer", answer]) == 1
    assert "Nothing was imported." in capsys.readouterr().err
    assert printed(capsys, "imports", "--client", "shop", "--json") == []


def test_files_that_are_taken_in_unasked_are_refused_where_they_ask(tmp_path: Path) -> None:
    path = tmp_path / "march.csv"
    path.write_text(OPEN_ADS, encoding="utf-8")
    with pytest.raises(FileRefused, match="the day or the month comes first"):
        list(intake.take_in(Workspace(), "shop", [path], by="test"))


def test_a_call_that_stands_in_two_files_counts_once(
    tmp_path: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ringostat splits what is longer than 6,500 calls into files whose ends may overlap."""
    header = "calldate,caller,dst,disposition,billsec,duration,utm_source,call_type\n"
    calls = [f"2026-03-02 1{hour}:00:00,79161112233,74951230000,ANSWERED,60,75,google,in\n" for hour in range(4)]
    for name, part in (("first.csv", calls[:3]), ("second.csv", calls[1:])):
        (tmp_path / name).write_text(header + "".join(part), encoding="utf-8")
        printed(capsys, "import", str(tmp_path / name), "--client", "shop", "--json")
    with duckdb.connect(str(workspace / "clients" / "shop" / "store.duckdb"), read_only=True) as store:
        assert store.sql("select count(*), sum(talk_seconds) from raw_calls where live").fetchall() == [(4, 240)]


def test_whose_sales_count_is_decided_by_a_command_and_kept(capsys: pytest.CaptureFixture[str], ads: Path) -> None:
    assert main(["client", "books", "shop", "shopify"]) == 0
    assert "Sales count from shopify." in capsys.readouterr().out
    assert Workspace().namespace("shop").reader().profile.sales_books == ("shopify",)


def test_what_a_file_would_lower_is_said_by_the_command_too(
    ads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(ads), "--client", "shop"])
    less = tmp_path / "less.csv"
    less.write_text(
        ads.read_text(encoding="utf-8").replace("20,7.50", "20,6.00").replace("12.50", "11.00"), encoding="utf-8"
    )
    (told,) = printed(capsys, "import", str(less), "--client", "shop", "--dry-run", "--json")
    assert told["preview"]["messages"][0].startswith("The spend of 1 day falls from $7.50 to $6.")
    assert main(["import", str(less), "--client", "shop", "--dry-run"]) == 0
    assert "  The spend of 1 day falls" in capsys.readouterr().out
