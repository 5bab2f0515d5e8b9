"""The screens by their keys, which addresses, links and file names share, in the order in which they are offered."""

from __future__ import annotations

CLIENT_SCREENS = ("campaigns", "channels", "summary", "year_over_year")
AGENCY_SCREENS = (
    "health", "upload", "imports", "mapping", "names", "sources", "links", "settings", "people", "audit", "account",
)  # fmt: skip
SCREENS = (*CLIENT_SCREENS, *AGENCY_SCREENS)

WORKSPACE_SCREENS = ("people", "audit", "account")  # of no client, or of all
OWNER_SCREENS = ("people",)
ANALYST_SCREENS = (*CLIENT_SCREENS, "health", "imports", "account")
