"""The small files are what their script writes, and stay small."""

from __future__ import annotations

from dashboard.ingest import load_mapping
from sample_data import by_hand_files
from tests.sample_data import reading_back


def test_the_committed_files_are_what_the_script_writes() -> None:
    written = by_hand_files.contents()
    committed = {path.name: path.read_bytes() for path in by_hand_files.FOLDER.iterdir()}
    assert {name: content for name, content in committed.items() if name in written} == written
    assert committed.keys() - written.keys() == {"README.md", "plain-orders.toml"}


def test_each_file_is_small_and_named_in_the_readme() -> None:
    readme = (by_hand_files.FOLDER / "README.md").read_text(encoding="utf-8")
    for path in by_hand_files.FOLDER.iterdir():
        assert path.stat().st_size <= 30_000, path.name
        assert path.name == "README.md" or f"`{path.name}`" in readme


def test_the_mapping_names_headers_of_its_table() -> None:
    mapping = load_mapping(by_hand_files.FOLDER / "plain-orders.toml")
    header = reading_back.records(by_hand_files.FOLDER / "plain-orders.csv", "utf-8", ",")[0]
    assert {name for names in mapping.columns.values() for name in names} == set(header)


def test_the_later_export_of_the_same_orders_has_more_returns() -> None:
    then = reading_back.orders([by_hand_files.FOLDER / "shopify-orders.csv"])
    now = reading_back.orders([by_hand_files.FOLDER / "shopify-orders-later.csv"])
    assert then.keys() == now.keys()
    assert refunds(now) > refunds(then)


def refunds(orders: dict[str, reading_back.Rows]) -> float:
    return sum(float(lines[0]["Refunded Amount"]) for lines in orders.values())
