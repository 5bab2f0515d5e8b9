"""The public names of the reports, for whoever has to list them without loading any."""

from __future__ import annotations

REPORT_NAMES = ("campaigns", "channels", "health", "summary", "year-over-year")
