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
    "calltouch": "Calltouch",
    "sipuni": "Sipuni",
    "callrail": "CallRail",
    "bitrix24": N_("Bitrix24"),
    "amocrm": "amoCRM",
    "shopify": "Shopify",
    "salesforce": "Salesforce",
    "1c": N_("1C"),
    "one_c": N_("1C"),
    "comagic": "CoMagic / UIS",
    "hubspot": "HubSpot",
    "mango": "Mango Office",
    "nimbata": "Nimbata",
    "pinterest_ads": "Pinterest Ads",
    "pipedrive": "Pipedrive",
    "ringostat": "Ringostat",
    "twilio": "Twilio",
    "woocommerce": "WooCommerce",
    "x_ads": "X Ads",
    "zadarma": "Zadarma",
    "zoho": "Zoho CRM",
}


def platform_name(platform: str) -> Term:
    """What the platform calls itself; its name in the rows where nobody knows another."""
    return Term(PLATFORM_NAMES.get(platform, platform))
