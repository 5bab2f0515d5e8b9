"""Queries that take both periods at once: a query costs more to plan than to run, so that one for both is half."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dashboard.domain.comparison import Pair

Rows = list[dict[str, Any]]


def days_of(pair: Pair) -> dict[str, date]:
    """The parameters of such a query."""
    return {
        "now_from": pair.now.first,
        "now_to": pair.now.last,
        "then_from": pair.then.first,
        "then_to": pair.then.last,
    }


def parted(rows: Iterable[dict[str, Any]]) -> tuple[Rows, Rows]:
    """The rows of now and those of then, by their column `is_now`, which they have no longer."""
    parts: tuple[Rows, Rows] = [], []
    for row in rows:
        parts[0 if row.pop("is_now") else 1].append(row)
    return parts
