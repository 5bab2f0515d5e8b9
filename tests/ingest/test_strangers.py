"""Headers that any table may have prove nothing: a stranger's table asks, and each platform's own is told apart."""

from __future__ import annotations

import pytest

from dashboard.domain.reading import Outcome

from .conftest import ReadText

STRANGERS = (
    "Campaign name,Impressions,Clicks,Spend",
    "Campaign,Impressions,Clicks,Cost",
    "Campaign,Date,Clicks,Cost",
    "Campaign name,Cost,Impressions,Clicks",
    "Campaign Name,Impressions,Clicks,Spend,Currency",
    "campaign_name,date,impressions,clicks,spend",
    "date,campaign,clicks,cost",
    "Кампания,Показы,Клики,Расход",
    "Дата,Кампания,Клики,Расход",
    "Название кампании,Показы,Клики,Расход",
    "Channel,Month,Budget,Leads",
    "Name,Date,Amount",
)


@pytest.mark.parametrize("header", STRANGERS)
def test_a_strangers_table_is_not_taken_for_an_export(read_text: ReadText, header: str) -> None:
    row = ",".join("2026-03-01" if cell.lower() in ("date", "дата", "month") else "7" for cell in header.split(","))
    reading = read_text(f"{header}\n{row}\n")
    assert (reading.outcome, reading.format) == (Outcome.NEEDS_MAPPING, None)


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("День,Кампания,Клики,Показы,Расход,Ср. цена за клик", "google_ads"),
        ("Дата,Кампания,Показы,Клики,Расход,CTR (%)", "yandex_direct"),
        ('Дата,Кампания,Показы,Клики,"Расход, ₽"', "yandex_direct"),
        ('Дата,Название кампании,Показы,Клики,"Расход, ₽",Охват', "vk_ads"),
        ("Day,Campaign,Clicks,Impr.,Cost", "google_ads"),
        ("Gregorian date,Campaign,Impressions,Clicks,Spend", "microsoft_ads"),
        ("TimePeriod,CampaignId,Impressions,Clicks,Spend", "microsoft_ads_api"),
        ("Campaign name,By Day,Cost,Impressions,Clicks (destination)", "tiktok_ads"),
        ("Campaign name,Day,Amount spent (USD),Impressions,Link clicks", "meta_ads"),
        ("Campaign Name,Start Date (in UTC),Total Spent,Impressions,Clicks,Campaign Group Name", "linkedin_ads"),
        ("date,campaign_id,impressions,clicks,cost_micros", "connector_google_ads"),
    ],
)
def test_few_columns_are_enough_where_one_is_the_platforms_own(read_text: ReadText, header: str, form: str) -> None:
    cells = header.replace('"Расход, ₽"', "Расход ₽").split(",")
    days = {"день", "дата", "day", "gregorian date", "timeperiod", "by day", "start date (in utc)", "date"}
    row = ",".join("2026-03-13" if cell.lower() in days else "7" for cell in cells)
    reading = read_text(f"{header}\n{row}\n")
    assert (reading.outcome, reading.format) == (Outcome.READABLE, form), reading.messages


def test_a_reports_title_tells_it_where_its_columns_do_not(read_text: ReadText) -> None:
    plain = "Campaign,Day,Clicks,Cost\nBrand,2026-03-01,1,1.00\n"
    assert read_text(plain).outcome is Outcome.NEEDS_MAPPING
    assert read_text(f"Campaign report\nMarch 1, 2026 - March 2, 2026\n{plain}").format == "google_ads"
