"""Channels, and the rules that tell from source, medium and campaign which one a visit, call or sale belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain.channel_rules import DEFAULT_RULES, SAYS_NOTHING
from dashboard.domain.client import ChannelRule
from dashboard.domain.phrase import N_


@dataclass(frozen=True)
class Channel:
    """`is_internet` is None where nobody knows."""

    key: str
    label: str
    is_internet: bool | None
    is_paid: bool


NO_SOURCE = "no_source"
OTHER = "other"

_ALL = (
    Channel("google_ads", N_("Google Ads"), True, True),
    Channel("yandex_direct", N_("Yandex Direct"), True, True),
    Channel("vk_ads", N_("VK Ads"), True, True),
    Channel("meta_ads", N_("Meta Ads"), True, True),
    Channel("microsoft_ads", N_("Microsoft Ads"), True, True),
    Channel("tiktok_ads", N_("TikTok Ads"), True, True),
    Channel("linkedin_ads", N_("LinkedIn Ads"), True, True),
    Channel("other_ads", N_("Other ads"), True, True),
    Channel("organic_search", N_("Organic search"), True, False),
    Channel("maps", N_("Maps"), True, False),
    Channel("social", N_("Social networks"), True, False),
    Channel("email", N_("E-mail"), True, False),
    Channel("messenger", N_("Messengers"), True, False),
    Channel("referral", N_("Links from other sites"), True, False),
    Channel("direct", N_("Direct visits"), True, False),
    Channel("offline", N_("Offline"), False, False),
    Channel(OTHER, N_("Other sources"), None, False),
    Channel(NO_SOURCE, N_("No source"), None, False),
)

CHANNELS: dict[str, Channel] = {channel.key: channel for channel in _ALL}


def channel_of(source: str | None, medium: str | None, campaign: str | None, rules: Iterable[ChannelRule] = ()) -> str:
    """The channel's key: the client's own rules first, then the usual ones; the first rule that fits decides.

    A source that says nothing about where a person came from («Веб-сайт», «Звонок», "(not set)") is no source; a
    source that says something no rule knows is other.
    """
    return _channel_of(source or "", medium or "", campaign or "", tuple(rules))


@lru_cache(maxsize=50_000)
def _channel_of(source: str, medium: str, campaign: str, rules: tuple[ChannelRule, ...]) -> str:
    told = (source.strip(), medium.strip(), campaign.strip())
    for rule in rules:
        if _fits(rule, *told):
            return rule.channel
    meant = ("" if SAYS_NOTHING.match(told[0]) else told[0], told[1], told[2])
    for rule in DEFAULT_RULES:
        if _fits(rule, *meant):
            return rule.channel
    return OTHER if meant[0] else NO_SOURCE


def _fits(rule: ChannelRule, source: str, medium: str, campaign: str) -> bool:
    return all(
        not pattern or re.search(pattern, value, re.IGNORECASE) is not None
        for pattern, value in ((rule.source, source), (rule.medium, medium), (rule.campaign, campaign))
    )
