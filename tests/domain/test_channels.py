"""Which channel a source, a medium and a campaign mean, in English and Russian naming."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.channel_rules import DEFAULT_RULES
from dashboard.domain.channels import CHANNELS, channel_of
from dashboard.domain.client import ChannelRule

USUAL = [
    ("google", "cpc", "google_ads"),
    ("google", "ppc", "google_ads"),
    ("google.com", "paid_search", "google_ads"),
    ("google_ads", "", "google_ads"),
    ("Google Ads", "", "google_ads"),
    ("google", "", "google_ads"),
    ("youtube", "cpv", "google_ads"),
    ("yandex", "cpc", "yandex_direct"),
    ("yandex.direct", "", "yandex_direct"),
    ("yandex_direct", "", "yandex_direct"),
    ("ya.direct", "", "yandex_direct"),
    ("Яндекс.Директ", "", "yandex_direct"),
    ("Яндекс Директ", "реклама", "yandex_direct"),
    ("yandex", "контекст", "yandex_direct"),
    ("yandexdirect", "cpc", "yandex_direct"),
    ("direct.yandex.ru", "referral", "yandex_direct"),
    ("vk_ads", "", "vk_ads"),
    ("vkads", "cpc", "vk_ads"),
    ("vk", "cpc", "vk_ads"),
    ("target.my.com", "cpc", "vk_ads"),
    ("mytarget", "", "vk_ads"),
    ("ВКонтакте", "таргет", "vk_ads"),
    ("facebook", "cpc", "meta_ads"),
    ("fb", "paid", "meta_ads"),
    ("ig", "paid_social", "meta_ads"),
    ("instagram", "cpm", "meta_ads"),
    ("meta", "cpc", "meta_ads"),
    ("facebook ads", "", "meta_ads"),
    ("bing", "cpc", "microsoft_ads"),
    ("tiktok", "paidsocial", "tiktok_ads"),
    ("linkedin", "cpc", "linkedin_ads"),
    ("criteo", "retargeting", "other_ads"),
    ("", "cpc", "other_ads"),
    ("google", "organic", "organic_search"),
    ("yandex", "органика", "organic_search"),
    ("yandex.ru", "organic", "organic_search"),
    ("SEO", "", "organic_search"),
    ("duckduckgo", "", "organic_search"),
    ("2gis", "", "maps"),
    ("2ГИС", "cpc", "maps"),
    ("Яндекс.Карты", "", "maps"),
    ("yandex_maps", "organic", "maps"),
    ("google maps", "", "maps"),
    ("vk.com", "referral", "social"),
    ("instagram", "", "social"),
    ("t.co", "referral", "social"),
    ("e-mail", "", "email"),
    ("email", "newsletter", "email"),
    ("Рассылка", "", "email"),
    ("sendpulse", "email", "email"),
    ("Telegram", "", "messenger"),
    ("whatsapp", "", "messenger"),
    ("Мессенджер", "", "messenger"),
    ("example.org", "referral", "referral"),
    ("referral", "", "referral"),
    ("(direct)", "(none)", "direct"),
    ("(direct)", "cpc", "direct"),
    ("direct", "", "direct"),
    ("Прямой заход", "", "direct"),
    ("Прямые заходы", "", "direct"),
    ("", "(none)", "direct"),
    ("Рекомендация", "", "offline"),
    ("По рекомендации", "", "offline"),
    ("Выставка", "", "offline"),
    ("partner-shop", "", "other"),
    ("Существующий клиент", "", "other"),
    ("vkusno.example", "", "other"),
    ("Веб-сайт", "", "no_source"),
    ("Звонок", "", "no_source"),
    ("CRM-форма", "", "no_source"),
    ("Website pool", "", "no_source"),
    ("(not set)", "(not set)", "no_source"),
    ("(none)", "", "no_source"),
    ("unknown", "", "no_source"),
    ("Не указан", "", "no_source"),
    ("—", "", "no_source"),
    ("", "", "no_source"),
    ("  ", "", "no_source"),
]


@pytest.mark.parametrize(("source", "medium", "channel"), USUAL)
def test_the_usual_names_find_their_channel(source: str, medium: str, channel: str) -> None:
    assert channel_of(source, medium, "", ()) == channel


def test_nothing_at_all_is_no_source() -> None:
    assert channel_of(None, None, None, ()) == "no_source"


def test_the_website_is_no_source_but_its_medium_still_speaks() -> None:
    assert channel_of("Веб-сайт", "cpc", "", ()) == "other_ads"


def test_the_clients_own_rule_comes_before_the_usual_ones() -> None:
    own = (ChannelRule("offline", source="google", campaign="billboard"),)
    assert channel_of("google", "cpc", "Billboard June", own) == "offline"
    assert channel_of("google", "cpc", "search", own) == "google_ads"


def test_the_clients_own_rule_can_name_what_says_nothing_elsewhere() -> None:
    assert channel_of("Веб-сайт", "", "", (ChannelRule("organic_search", source="веб-сайт"),)) == "organic_search"


def test_every_rule_leads_to_a_channel() -> None:
    assert {rule.channel for rule in DEFAULT_RULES} <= set(CHANNELS)


def test_only_advertising_is_paid_and_nobody_knows_where_no_source_came_from() -> None:
    assert [key for key, channel in CHANNELS.items() if channel.is_paid] == [
        "google_ads",
        "yandex_direct",
        "vk_ads",
        "meta_ads",
        "microsoft_ads",
        "tiktok_ads",
        "linkedin_ads",
        "other_ads",
    ]
    assert CHANNELS["no_source"].is_internet is None
    assert CHANNELS["direct"].is_internet is True
    assert CHANNELS["offline"].is_internet is False


@given(st.sampled_from(USUAL))
def test_case_does_not_matter(usual: tuple[str, str, str]) -> None:
    source, medium, channel = usual
    assert channel_of(source.upper(), medium.upper(), "", ()) == channel
    assert channel_of(source.lower(), medium.title(), "", ()) == channel


@given(st.permutations(["email", "maps", "social"]), st.sampled_from(USUAL))
def test_the_first_rule_that_fits_decides(order: list[str], usual: tuple[str, str, str]) -> None:
    assert channel_of(usual[0], usual[1], "", [ChannelRule(channel) for channel in order]) == order[0]


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_channel(source: str, medium: str, campaign: str) -> None:
    assert channel_of(source, medium, campaign, ()) in CHANNELS
