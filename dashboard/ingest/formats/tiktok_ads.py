"""TikTok Ads: campaign reports. Clicks are those to the destination, not all taps on the advertisement."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant

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
        "impressions": ("Impressions", "Impression"),
        "clicks": ("Clicks (destination)", "Clicks", "Click", "Clicks (all)"),
        "spend": ("Cost", "Total cost"),
        "currency": ("Currency",),
        "conversions": ("Conversions", "Conversion"),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=(
        "Clicks (all)", "CTR (all)", "CTR (destination)", "CPC (destination)", "CPM", "Reach", "Frequency",
        "Cost per 1,000 people reached", "Website URL (Ad level)", "Primary status", "Campaign budget",
        "2-second video views", "6-second video views", "Video views at 25%", "Video views at 50%",
        "Video views at 75%", "Video views at 100%", "Average play time per video view", "Currency",
    ),
    told_by=(
        "Clicks (destination)", "CTR (destination)", "CPC (destination)", "By Day", "Primary status",
        "2-second video views", "6-second video views", "Cost per 1,000 people reached", "Website URL (Ad level)",
        "Average play time per video view",
    ),
    variants=(
        Variant(
            ("Ad group name",),
            without=("Campaign name",),
            columns={"campaign": ("Ad group name",)},
            says=N_("The file names no campaigns: each ad group is taken for one."),
        ),
        Variant(
            ("Ad name",),
            without=("Campaign name", "Ad group name"),
            columns={"campaign": ("Ad name",)},
            says=N_("The file names no campaigns: each ad is taken for one."),
        ),
    ),
    source="tiktok",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    row_count=r"^total of ([\d,.]+) results?",
    masked=r"^\s*<\s*\d+\s*$",
    export=N_("In TikTok Ads Manager open Campaign, breakdown By Day, choose the period, then Export → CSV."),
)  # fmt: skip
