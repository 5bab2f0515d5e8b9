"""From raw rows to marts: leads joined, sales credited, money in one currency and net of VAT."""

from __future__ import annotations

from dashboard.warehouse.marts.duckdb_marts import DuckDBMarts
from dashboard.warehouse.marts.engine import MARTS, MartEngine

__all__ = ["MARTS", "DuckDBMarts", "MartEngine"]
