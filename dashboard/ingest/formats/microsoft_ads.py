"""Microsoft Advertising: performance reports of the web interface, and of its API."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, segments

MICROSOFT_ADS = Format(
    name="microsoft_ads",
    label="Microsoft Advertising",
    kind=Kind.ADS,
    grade="A",  # the lines above the header are the vendor's own description; headers B
    columns={
        "day": ("Gregorian date",),
        "account": ("Account name",),
        "campaign_id": ("Campaign ID",),
        "campaign": ("Campaign name", "Campaign"),
        "ad_group": ("Ad group", "Ad group name"),
        "keyword": ("Keyword",),
        "impressions": ("Impressions",),
        "clicks": ("Clicks",),
        "spend": ("Spend",),
        "currency": ("Currency code",),
        "conversions": ("Conversions",),
        "conversion_value": ("Revenue",),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "Account number", "Campaign status", "Network", "Device type", "Assists", "CTR (%)", "CTR", "Average CPC",
        "Avg. CPC", "Avg. position", "Conversion rate (%)", "Conversion rate", "CPA", "Return on ad spend (%)", "Hour",
        "Top impression rate", "Keyword ID", "Ad group ID",
    ),
    told_by=(
        "Gregorian date", "Account number", "CTR (%)", "Average CPC", "Conversion rate (%)", "Return on ad spend (%)",
        "Assists", "Top impression rate",
    ),
    title=r"^report name:",
    variants=segments(("Gregorian date",), week=("Week",), month=("Month",), year=("Year",)),
    source="bing",
    medium="cpc",
    includes_vat=False,
    row_count=r"^rows: *([\d,.]+)\s*$",
    export=N_(
        "In Microsoft Advertising open Reports → Campaign, unit of time Day, choose the period, then Download → CSV."
    ),
)  # fmt: skip

MICROSOFT_ADS_API = Format(
    name="microsoft_ads_api",
    label=N_("Microsoft Advertising (API)"),
    platform="microsoft_ads",
    kind=Kind.ADS,
    grade="A",
    columns={
        "day": ("TimePeriod", "GregorianDate"),
        "account": ("AccountName", "AccountId"),
        "campaign_id": ("CampaignId",),
        "campaign": ("CampaignName", "CampaignId"),
        "ad_group": ("AdGroupName", "AdGroupId"),
        "keyword": ("Keyword",),
        "impressions": ("Impressions",),
        "clicks": ("Clicks",),
        "spend": ("Spend",),
        "currency": ("CurrencyCode",),
        "conversions": ("Conversions",),
        "conversion_value": ("Revenue",),
    },
    required=("day", "campaign", "clicks", "spend"),
    known=(
        "AccountId", "AccountNumber", "AdGroupId", "AdId", "KeywordId", "Ctr", "AverageCpc", "CampaignStatus",
        "ConversionRate", "CostPerConversion", "DeviceType", "Network", "ReturnOnAdSpend", "CampaignType",
    ),
    source="bing",
    medium="cpc",
    includes_vat=False,
    decimal_mark=".",
    row_count=r"^rows: *([\d,.]+)\s*$",
    export=N_(
        "Ask the Microsoft Advertising API for a campaign performance report with the columns TimePeriod, CampaignId, "
        "CampaignName, CurrencyCode, Impressions, Clicks, Spend, aggregation Daily, format Csv."
    ),
)  # fmt: skip
