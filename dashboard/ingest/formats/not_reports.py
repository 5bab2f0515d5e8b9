"""Files that people upload by mistake, and what to upload instead."""

from __future__ import annotations

from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import WrongFile
from dashboard.ingest.formats.google_ads import GOOGLE_ADS as _GOOGLE_ADS

GOOGLE_ADS_EDITOR = WrongFile(
    name="google_ads_editor",
    headers=("Campaign", "Criterion Type"),
    without=("Clicks", "Cost", "Impr."),
    what=N_("a Google Ads Editor file: the structure of campaigns, without a single figure"),
    instead=_GOOGLE_ADS.export,
)

SEMRUSH = WrongFile(
    name="semrush",
    headers=("Keyword", "Keyword Difficulty"),
    without=("Clicks", "Cost", "Impr."),
    what=N_("a list of keywords with search volumes, not a report of what was spent"),
    instead=_GOOGLE_ADS.export,
)
