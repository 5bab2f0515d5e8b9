"""Reads the exports back with nothing but the csv module: the newest file that has a row decides, as in the import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

Rows = list[dict[str, str]]


def records(path: Path, encoding: str, delimiter: str, before_header: int = 0) -> Rows:
    text = path.read_bytes().decode(encoding).split("\n", before_header)[before_header]
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def iso(day: str) -> str:
    """31.12.2026 or 31/12/2026 10:00:00 → 2026-12-31."""
    return "-".join(reversed(day[:10].replace("/", ".").split(".")))


def direct(paths: Iterable[Path]) -> dict[tuple[str, str, str], dict[str, object]]:
    """(day, campaign number, group) → campaign, spend."""
    found: dict[tuple[str, str, str], dict[str, object]] = {}
    for path in paths:
        modern = path.read_bytes()[:3] == b"\xef\xbb\xbf"
        spend = "Расход, ₽" if modern else "Расход (руб.)"
        for row in records(path, "utf-8-sig" if modern else "cp1251", ";", 4):
            if row["Дата"] != "Итого":
                day = iso(row["Дата"])
                key = (day, row["№ Кампании"], row["Группа"])
                found[key] = {"campaign": row["Кампания"], "spend": float(row[spend].replace(",", "."))}
    return found


def calls(paths: Iterable[Path]) -> Rows:
    """Calltouch, without the line that somebody left in by mistake."""
    return [row for path in paths for row in records(path, "utf-8", ";") if row["callId"].isdigit()]


def deals(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
    """Deal number → its newest state."""
    return {row["ID"]: row for path in paths for row in records(path, "utf-8-sig", ",") if row["ID"].isdigit()}


def orders(paths: Iterable[Path]) -> dict[str, Rows]:
    """Order → its lines, in their newest state."""
    found: dict[str, Rows] = {}
    for path in paths:
        of_file: dict[str, Rows] = {}
        for row in records(path, "utf-8", ","):
            of_file.setdefault(row["Name"], []).append(row)
        found |= of_file
    return found


def digits(phone: str) -> str:
    """The last ten digits: what two ways of writing a number have in common."""
    return "".join(filter(str.isdigit, phone))[-10:]
