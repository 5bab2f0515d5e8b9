"""TikTok Ads: campaign reports. Clicks are those to the destination, not all taps on the advertisement."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

TIKTOK_ADS = Format(
    name="tiktok_ads",
    label="TikTok Ads",
    kind=Kind.ADS,
    grade="B",
    columns={
        "day": ("By Day", "Date"),
        "account": ("Account name",),
        "campaign_id": ("Campaign ID",),
        "campaign": ("Campaign name",),
        "ad_group": ("Ad group name",),
        "keyword": ("Ad name",),
        "impressions": ("Impressions",),
        "clicks": ("Clicks (destination)",),
        "spend": ("Cost",),
        "currency": ("Currency",),
        "conversions": ("Conversions",),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=(
        "Clicks (all)", "CTR (all)", "CTR (destination)", "CPC (destination)", "CPM", "Reach", "Frequency",
        "Website URL (Ad level)", "Primary status", "Campaign budget", "2-second video views", "6-second video views",
    ),
    source="tiktok",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    export=N_("In TikTok Ads Manager open Campaign, breakdown By Day, choose the period, then Export → CSV."),
)  # fmt: skip
