"""LinkedIn: campaign performance reports of the Campaign Manager, and the second file that comes with them."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, WrongFile

LINKEDIN_ADS = Format(
    name="linkedin_ads",
    label="LinkedIn Ads",
    kind=Kind.ADS,
    grade="B",
    columns={
        "day": ("Start Date (in UTC)", "Start Date"),
        "day_to": ("End Date (in UTC)", "End Date"),
        "account": ("Account Name",),
        "campaign_id": ("Campaign ID",),
        "campaign": ("Campaign Name",),
        "keyword": ("Creative Name", "Ad Name"),
        "impressions": ("Impressions",),
        "clicks": ("Clicks",),
        "spend": ("Total Spent", "Total Spent ({currency})"),
        "currency": ("Currency",),
        "conversions": ("Conversions",),
        "conversion_value": ("Total Conversion Value",),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=(
        "Campaign Group Name", "Campaign Group ID", "Campaign Type", "Campaign Objective", "Campaign Start Date",
        "Campaign End Date", "Click URL", "Clicks to Landing Page", "Total Social Actions", "Reactions",
        "Total Engagements", "Viral Impressions", "Leads", "Lead Forms Opened", "Post-Click Conversions",
        "View-Through Conversions", "Reach", "Average CPC", "Average CPM",
    ),
    title=r"^campaign performance report",
    source="linkedin",
    medium="cpc",
    includes_vat=False,
    date_order="mdy",
    one_day_is_all=True,
    says=(
        N_("Its days are days in UTC, not in the client's time zone: what happened around midnight is a day off."),
    ),
    export=N_(
        "In LinkedIn Campaign Manager select the campaigns, then Export → Campaign performance, time breakdown Daily, "
        "and upload the file whose name says campaign performance."
    ),
)  # fmt: skip

LINKEDIN_CONVERSIONS = WrongFile(
    name="linkedin_conversions",
    headers=("Campaign Name", "Conversion Name"),
    without=("Total Spent", "Clicks"),
    what=N_("LinkedIn's second file: conversions by their names, without impressions, clicks and cost"),
    instead=LINKEDIN_ADS.export,
)
