"""The import reads each small file as its README says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.domain.client import ClientProfile
from dashboard.domain.reading import Outcome, Reading
from dashboard.ingest import load_mapping, read
from sample_data.by_hand_files import FOLDER

CLINIC = ClientProfile("nord", "Nord", "RUB", "RU", "Europe/Moscow", "ru")
SHOP = ClientProfile("harbor", "Harbor", "USD", "US", "America/New_York")


def reading(name: str, profile: ClientProfile, scratch: Path) -> Reading:
    mapping = load_mapping(FOLDER / "plain-orders.toml") if name == "plain-orders.csv" else None
    return read(FOLDER / name, profile=profile, secret=b"s" * 32, scratch=scratch, mapping=mapping)


@pytest.mark.parametrize(
    ("name", "profile", "kind", "currency"),
    [
        ("yandex-direct.csv", CLINIC, "ads", "RUB"),
        ("google-ads-ru.csv", CLINIC, "ads", "USD"),
        ("google-ads-en.csv", SHOP, "ads", "USD"),
        ("meta-ads-en.csv", SHOP, "ads", "USD"),
        ("calltouch.csv", CLINIC, "calls", None),
        ("sipuni.csv", CLINIC, "calls", None),
        ("callrail.csv", SHOP, "calls", None),
        ("amocrm-deals.csv", CLINIC, "deals", "RUB"),
        ("bitrix24-deals.csv", CLINIC, "deals", "RUB"),
        ("shopify-orders.csv", SHOP, "orders", "USD"),
        ("plain-orders.csv", SHOP, "orders", "USD"),
        ("plan.csv", SHOP, "plan", None),
        ("rates.csv", CLINIC, "rates", None),
        ("events.csv", CLINIC, "events", None),
        ("notes.csv", CLINIC, "notes", None),
    ],
)
def test_every_row_is_kept(name: str, profile: ClientProfile, kind: str, currency: str | None, tmp_path: Path) -> None:
    found = reading(name, profile, tmp_path)
    assert found.outcome is Outcome.READABLE
    assert (found.kind, found.currency) == (kind, currency)
    assert found.rows_kept == found.rows_read > 0
    assert all(total.agrees for total in found.file_totals)


def test_the_bad_row_alone_is_rejected(tmp_path: Path) -> None:
    found = reading("yandex-direct-with-a-bad-row.csv", CLINIC, tmp_path)
    assert (found.outcome, found.rows_rejected) == (Outcome.READABLE, 1)
    assert all(total.agrees for total in found.file_totals)


def test_two_telephone_systems_tell_the_same_calls(tmp_path: Path) -> None:
    one, other = (reading(name, CLINIC, tmp_path) for name in ("calltouch.csv", "sipuni.csv"))
    assert {key: one.totals[key] for key in ("rows", "answered", "callers", "talk_seconds")} == {
        key: other.totals[key] for key in ("rows", "answered", "callers", "talk_seconds")
    }


def test_the_editors_file_is_refused_in_words(tmp_path: Path) -> None:
    found = reading("wrong-google-ads-editor.csv", SHOP, tmp_path)
    assert found.outcome is Outcome.REFUSED
    assert found.messages
