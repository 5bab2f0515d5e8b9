"""Tables that a connector (Fivetran and the like) makes of the platforms' APIs: each platform has a unit of its own.

The cost columns and their units are known from a real file; the headers beside them are not verified, so all are C.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant

_EXPORT = N_(
    "Query the connector's campaign report with its day, campaign, impressions, clicks and cost, and save the result "
    "as CSV or Parquet."
)
_DAY = ("date", "date_day", "day", "stat_time_day", "segments_date")
_CAMPAIGN = ("campaign_name", "campaign_id", "id")
_ACCOUNT = ("account_name", "customer_descriptive_name", "account_id", "customer_id", "advertiser_id")
_CURRENCY = ("currency_code", "account_currency", "customer_currency_code", "currency")
_KNOWN = (
    "_fivetran_id", "_fivetran_synced", "device", "ad_network_type", "ctr", "cpc", "cpm", "reach", "frequency",
    "adset_id", "ad_id", "ad_name", "source_relation", "campaign_status", "account_id", "customer_id",
)  # fmt: skip

CONNECTOR_GOOGLE = Format(
    name="connector_google_ads",
    label=N_("Google Ads (connector)"),
    platform="google_ads",
    kind=Kind.ADS,
    grade="C",
    columns={
        "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id", "id"), "campaign": _CAMPAIGN,
        "ad_group": ("ad_group_name",), "keyword": ("keyword_text", "search_term"),
        "impressions": ("impressions",), "clicks": ("clicks",), "spend": ("cost_micros",), "currency": _CURRENCY,
        "conversions": ("conversions",), "conversion_value": ("conversions_value",),
    },
    required=("day", "campaign", "clicks", "spend"),
    known=_KNOWN,
    source="google", medium="cpc", includes_vat=False, money_unit="micros", decimal_mark=".", export=_EXPORT,
)  # fmt: skip

CONNECTOR_META = Format(
    name="connector_meta_ads",
    label=N_("Meta Ads (connector)"),
    platform="meta_ads",
    kind=Kind.ADS,
    grade="C",
    columns={
        "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id",), "campaign": _CAMPAIGN,
        "ad_group": ("adset_name", "ad_set_name"), "keyword": ("ad_name",), "impressions": ("impressions",),
        "clicks": ("inline_link_clicks", "clicks"), "spend": ("spend",), "currency": _CURRENCY,
        "conversions": ("conversions",),
    },
    required=("day", "campaign", "impressions", "clicks", "spend"),
    known=_KNOWN,
    told_by=("inline_link_clicks", "adset_name", "ad_set_name", "adset_id"),
    source="facebook", medium="cpc", includes_vat=False, decimal_mark=".", export=_EXPORT,
)  # fmt: skip

CONNECTOR_LINKEDIN = Format(
    name="connector_linkedin_ads",
    label=N_("LinkedIn Ads (connector)"),
    platform="linkedin_ads",
    kind=Kind.ADS,
    grade="C",
    columns={
        "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id",), "campaign": _CAMPAIGN,
        "impressions": ("impressions",), "clicks": ("clicks",), "spend": ("cost_in_local_currency",),
        "currency": _CURRENCY, "conversions": ("external_website_conversions",),
    },
    required=("day", "campaign", "clicks", "spend"),
    known=(*_KNOWN, "cost_in_usd"),
    variants=(
        Variant(
            ("cost_in_usd",), without=("cost_in_local_currency",), columns={"spend": ("cost_in_usd",), "currency": ()},
            currency="USD",
        ),
    ),
    source="linkedin", medium="cpc", includes_vat=False, decimal_mark=".", export=_EXPORT,
)  # fmt: skip

CONNECTOR_X = Format(
    name="connector_x_ads",
    label=N_("X (Twitter) Ads (connector)"),
    platform="x_ads",
    kind=Kind.ADS,
    grade="C",
    columns={
        "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id",), "campaign": _CAMPAIGN,
        "impressions": ("impressions",), "clicks": ("url_clicks", "clicks"), "spend": ("billed_charge_local_micro",),
        "currency": _CURRENCY,
    },
    required=("day", "campaign", "clicks", "spend"),
    known=(*_KNOWN, "placement"),
    source="x", medium="cpc", includes_vat=False, money_unit="micros", decimal_mark=".", export=_EXPORT,
)  # fmt: skip

CONNECTOR_PINTEREST = Format(
    name="connector_pinterest_ads",
    label=N_("Pinterest Ads (connector)"),
    platform="pinterest_ads",
    kind=Kind.ADS,
    grade="C",
    columns={
        "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id",), "campaign": _CAMPAIGN,
        "impressions": ("impressions", "impression_1"), "clicks": ("clicks", "clickthrough_1"),
        "spend": ("spend_in_micro_dollar",),
    },
    required=("day", "campaign", "clicks", "spend"),
    known=(*_KNOWN, "impression_2", "clickthrough_2"),
    source="pinterest", medium="cpc", includes_vat=False, money_unit="micros", currency="USD", decimal_mark=".",
    export=_EXPORT,
)  # fmt: skip

CONNECTOR_SEVERAL = Format(
    name="connector_tables",
    label=N_("Ads of several platforms (connector)"),
    kind=Kind.ADS,
    grade="C",
    columns={
        "platform": ("platform",), "day": _DAY, "account": _ACCOUNT, "campaign_id": ("campaign_id",),
        "campaign": _CAMPAIGN, "ad_group": ("ad_group_name",), "impressions": ("impressions",), "clicks": ("clicks",),
        "spend": ("spend",), "currency": _CURRENCY, "conversions": ("conversions",),
        "conversion_value": ("conversions_value",),
    },
    required=("platform", "day", "campaign", "impressions", "clicks", "spend"),
    known=_KNOWN,
    told_by=("source_relation", "date_day", "_fivetran_synced", "campaign_id"),
    words={
        "google_ads": ("google_ads", "google", "adwords"),
        "meta_ads": ("facebook_ads", "facebook", "meta_ads", "meta"),
        "microsoft_ads": ("microsoft_ads", "bing_ads", "bing", "microsoft"),
        "linkedin_ads": ("linkedin_ads", "linkedin"),
        "tiktok_ads": ("tiktok_ads", "tiktok"),
        "x_ads": ("twitter_ads", "twitter", "x_ads"),
        "pinterest_ads": ("pinterest_ads", "pinterest"),
        "yandex_direct": ("yandex_direct", "yandex"),
        "vk_ads": ("vk_ads", "vk"),
    },
    medium="cpc", includes_vat=False, decimal_mark=".", export=_EXPORT,
)  # fmt: skip
