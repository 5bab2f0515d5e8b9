"""What platforms call themselves, by the names under which their rows are kept."""

from __future__ import annotations

from dashboard.domain.phrase import N_, Term

PLATFORM_NAMES = {
    "google_ads": "Google Ads",
    "yandex_direct": N_("Yandex Direct"),
    "meta_ads": "Meta Ads",
    "vk_ads": "VK Ads",
    "microsoft_ads": "Microsoft Ads",
    "tiktok_ads": "TikTok Ads",
    "linkedin_ads": "LinkedIn Ads",
    "pinterest_ads": "Pinterest Ads",
    "x_ads": "X Ads",
    "connector_tables": N_("Ads of several platforms (connector)"),
    "calltouch": "Calltouch",
    "sipuni": "Sipuni",
    "callrail": "CallRail",
    "comagic": "CoMagic / UIS",
    "mango": "Mango Office",
    "nimbata": "Nimbata",
    "ringostat": "Ringostat",
    "twilio": "Twilio",
    "zadarma": "Zadarma",
    "bitrix24": N_("Bitrix24"),
    "amocrm": "amoCRM",
    "hubspot": "HubSpot",
    "pipedrive": "Pipedrive",
    "salesforce": "Salesforce",
    "zoho": "Zoho CRM",
    "shopify": "Shopify",
    "woocommerce": "WooCommerce",
    "1c": N_("1C"),
    "one_c": N_("1C"),
    "rates": N_("Exchange rates"),
    "plan": N_("Plan"),
    "events": N_("Events"),
    "notes": N_("Notes"),
    "series": N_("Series"),
    "demand": N_("Demand"),
    "demand_index": N_("Demand, as an index"),
    "price_index": N_("Price index"),
    "market_prices": N_("Competitors' prices"),
    "stock": N_("Stock"),
    "capacity": N_("Capacity"),
    "temperature": N_("Temperature"),
    "visits": N_("Visits"),
    "locations": N_("Stores opened and closed"),
    "refunds": N_("Refunds from accounting"),
}


def platform_name(platform: str) -> Term:
    """What the platform calls itself; its name in the rows where nobody knows another."""
    return Term(PLATFORM_NAMES.get(platform, platform))
