"""Campaigns that reach people who look for the client already, told by their names in both languages."""

from __future__ import annotations

import pytest

from dashboard.domain.campaign_intent import Intent, intent_of


@pytest.mark.parametrize(
    ("name", "intent"),
    [
        ("Search | Brand", Intent.BRAND),
        ("brand_search_msk", Intent.BRAND),
        ("Поиск | Бренд", Intent.BRAND),
        ("БРЕНД москва", Intent.BRAND),
        ("Search | Non-Brand", Intent.OTHER),
        ("nonbrand generic", Intent.OTHER),
        ("Поиск | Небренд", Intent.OTHER),
        ("Поиск без бренда", Intent.OTHER),
        ("Rebranding of shops", Intent.OTHER),
        ("РСЯ | Ретаргетинг", Intent.RETARGETING),
        ("Retargeting | Visitors", Intent.RETARGETING),
        ("GDN remarketing", Intent.RETARGETING),
        ("Search RLSA brand", Intent.RETARGETING),
        ("Targeting by interests", Intent.OTHER),
        ("PMax | All products", Intent.OTHER),
        ("", Intent.OTHER),
    ],
)
def test_a_campaigns_name_says_whom_it_is_after(name: str, intent: Intent) -> None:
    assert intent_of(name) is intent


def test_the_clients_own_name_is_a_brand_too() -> None:
    assert intent_of("Поиск | клиника Норд", ("Норд",)) is Intent.BRAND
    assert intent_of("Поиск | Нордический стиль", ("Норд", "")) is Intent.OTHER
