"""Microsoft Advertising: performance reports of the web interface."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

MICROSOFT_ADS = Format(
    name="microsoft_ads",
    label="Microsoft Advertising",
    kind=Kind.ADS,
    grade="A",
    columns={
        "day": ("Gregorian date",),
        "account": ("Account name",),
        "campaign_id": ("Campaign ID",),
        "campaign": ("Campaign name", "Campaign"),
        "ad_group": ("Ad group",),
        "keyword": ("Keyword",),
        "impressions": ("Impressions",),
        "clicks": ("Clicks",),
        "spend": ("Spend",),
        "currency": ("Currency code",),
        "conversions": ("Conversions",),
        "conversion_value": ("Revenue",),
    },
    required=("day", "campaign", "clicks", "spend"),
    known=(
        "Account number", "Campaign status", "Network", "Device type", "Assists", "CTR (%)", "CTR", "Average CPC",
        "Avg. CPC", "Avg. position", "Conversion rate (%)", "Conversion rate", "CPA", "Return on ad spend (%)", "Hour",
        "Top impression rate",
    ),
    source="bing",
    medium="cpc",
    includes_vat=False,
    export=N_(
        "In Microsoft Advertising open Reports → Campaign, unit of time Day, choose the period, then Download → CSV."
    ),
)  # fmt: skip
