"""A public year of a gift shop (UCI Online Retail) through the whole product: published sums, no naive December."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.cli import main

MAPPING = """kind = "orders"
[columns]
order_id = "InvoiceNo"
sold = "InvoiceDate"
product = "Description"
quantity = "Quantity"
unit_price = "UnitPrice"
[options]
platform = "till"
currency = "GBP"
"""


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory, shared: Callable[[str], Path]) -> Path:
    path = tmp_path_factory.mktemp("retail") / "orders.csv"
    duckdb.read_parquet(str(shared("data/online_retail.parquet"))).write_csv(str(path))
    path.with_name("orders.toml").write_text(MAPPING, encoding="utf-8")
    return path


def test_the_gift_shops_year_goes_in_whole_and_its_december_is_not_compared_naively(
    orders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SVERKA_HOME", str(tmp_path))
    main(["client", "add", "Gifts", "--currency", "GBP", "--country", "GB", "--timezone", "Europe/London"])

    def printed(*arguments: str) -> Any:
        capsys.readouterr()
        assert main(arguments) == 0
        return json.loads(capsys.readouterr().out)

    mapping = str(orders.with_name("orders.toml"))
    (told,) = printed("import", str(orders), "--client", "gifts", "--mapping", mapping, "--json")
    assert told["rows_kept"] == 541_909
    assert round(told["totals"]["net_revenue"], 2) == 9_747_747.93

    days = ("--from", "2011-12-01", "--to", "2011-12-31")
    report = printed("report", "year-over-year", "--client", "gifts", *days, "--json")
    naive, same, _aligned = report["rows"]
    assert (naive["revenue_now"], naive["revenue_then"]) == (433_668.01, 748_957.02)
    assert round(naive["change"], 2) == -0.42
    assert (same["revenue_now"], same["revenue_then"]) == (433_668.01, 377_488.45)
    assert round(same["change"], 3) == 0.149
    assert report["verdict"].startswith("These two periods cannot be compared this way: −42.1% sets unlike days")
    assert report["caveats"][0]["id"] == "Y05"
    named = [reason["text"] for reason in report["reasons"] if reason["id"] == "Y23"]
    assert any("number 581483 of" in text and text.count("was taken back whole") for text in named)

    # Nine days against nine: as the books say, before anything is made alike, and within what chance may do.
    nine = printed("report", "year-over-year", "--client", "gifts", *days[:3], "2011-12-09", "--json")
    assert nine["bridge"]["reported"] == {
        "then": 377_488.45,
        "now": 433_668.01,
        "change": pytest.approx(0.149, abs=5e-4),
    }
    assert "revenue is £433,668 against £377,488, +14.9%. The two periods cannot be told apart" in nine["verdict"]

    # The winter's giant too: half a year against the half year before it.
    half = ("--from", "2011-06-10", "--to", "2011-12-09", "--then", "2010-12-10..2011-06-09")
    told = printed("report", "year-over-year", "--client", "gifts", *half, "--json")
    assert {"581483", "541431"} <= {
        found.group(1) for reason in told["reasons"] if (found := re.search(r"number (\d+) of", reason["text"]))
    }
