"""A stranger's file → canonical rows: read as text, recognised, decided as a whole, checked."""

from __future__ import annotations

from dashboard.ingest.answers import checked
from dashboard.ingest.mapping import Mapping
from dashboard.ingest.mapping_toml import load_mapping
from dashboard.ingest.reader import read

__all__ = ["Mapping", "checked", "load_mapping", "read"]
