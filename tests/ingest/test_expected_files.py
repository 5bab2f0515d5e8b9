"""The specification's own files give exactly what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.canonical import TABLES_OF
from dashboard.ingest import read

from .conftest import CLINIC, SECRET, SHOP, rows_in

_READ = (
    "google_ads_en_utf16_tab.csv", "google_ads_ru_utf8bom.csv", "google_ads_nl_no_day.csv", "yandex_direct_wizard.csv",
    "meta_ads_en.csv", "meta_ads_ru.xlsx", "microsoft_ads_preamble.csv", "tiktok_ads.csv", "vk_ads_two_sheets.xlsx",
    "sipuni_cp1251.csv", "calltouch_log.csv", "callrail_calls.csv", "bitrix24_deals_cp1251.csv",
    "bitrix24_deals_html.xls",
    "amocrm_deals_dup_headers.csv", "shopify_orders.csv", "salesforce_report_footer.csv",
    "1c_sales_two_headers.xlsx",
)  # fmt: skip
_COUNTED = ("rows", "impressions", "clicks", "spend", "answered", "talk_seconds", "callers", "target", "won", "lost",
            "revenue", "orders", "paid", "refunded", "net_revenue", "gross_profit", "returned")  # fmt: skip


def _expected(shared: Callable[[str], Path], name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(shared("files/expected.json").read_text(encoding="utf-8"), parse_float=Decimal)
    return dict(told[name])


@pytest.mark.parametrize("name", _READ)
def test_a_known_export_gives_exactly_the_expected_figures(
    name: str, shared: Callable[[str], Path], scratch: Path
) -> None:
    expected = _expected(shared, name)
    profile = SHOP if name.startswith(("callrail", "shopify")) else CLINIC
    reading = read(shared(f"files/{name}"), profile=profile, secret=SECRET, scratch=scratch)

    assert reading.outcome == "readable", reading.messages
    assert reading.kind == expected["kind"]
    assert {key: reading.totals[key] for key in _COUNTED if key in expected} == {
        key: value for key, value in expected.items() if key in _COUNTED
    }
    assert reading.currency == expected.get("currency", reading.currency)
    if "first_day" in expected:
        span = expected.get("period", [expected["first_day"], expected["last_day"]])
        assert reading.period is not None
        assert [day.isoformat() for day in reading.period] == span
        assert {row["day"].isoformat() for row in rows_in(reading, "ad_day")} >= {expected["first_day"]}
    assert reading.rows_rejected == 0
    assert all(total.agrees for total in reading.file_totals)
    assert reading.kind is not None
    for table in TABLES_OF[reading.kind]:
        for row in rows_in(reading, table.name):
            assert list(row) == [*table.columns, "line"]


@pytest.mark.parametrize("name", ["wrong_google_ads_editor.csv", "wrong_semrush.csv", "wrong_header_only.csv",
                                  "wrong_picture.csv", "wrong_empty.csv"])  # fmt: skip
def test_a_wrong_file_is_refused_or_empty_with_a_reason(
    name: str, shared: Callable[[str], Path], scratch: Path
) -> None:
    reading = read(shared(f"files/{name}"), profile=CLINIC, secret=SECRET, scratch=scratch)

    assert reading.outcome == _expected(shared, name)["kind"]
    assert reading.messages
    assert reading.rows is None
    assert not list(scratch.iterdir())


def test_a_file_without_days_keeps_its_rows_for_the_whole_period(shared: Callable[[str], Path], scratch: Path) -> None:
    name = "google_ads_nl_no_day.csv"
    reading = read(shared(f"files/{name}"), profile=CLINIC, secret=SECRET, scratch=scratch)
    spans = {(row["day"].isoformat(), row["day_to"].isoformat()) for row in rows_in(reading, "ad_day")}
    assert spans == {("2026-03-01", "2026-03-14")}
