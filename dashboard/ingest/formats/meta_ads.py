"""Meta Ads: reports of the Ads Manager (Facebook, Instagram). Clicks are link clicks, as its own cost per click is."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

META_ADS = Format(
    name="meta_ads",
    label="Meta Ads",
    kind=Kind.ADS,
    grade="B",
    languages=("en", "ru"),
    columns={
        "day": ("Day", "День", "Reporting starts", "Дата начала отчетности", "Начало отчетности"),
        "day_to": ("Reporting ends", "Окончание отчетности", "Дата окончания отчетности"),
        "account": ("Account name", "Account ID", "Название аккаунта", "Название рекламного аккаунта"),
        "campaign_id": ("Campaign ID", "Идентификатор кампании"),
        "campaign": ("Campaign name", "Название кампании"),
        "ad_group": ("Ad set name", "Ad Set Name", "Название группы объявлений"),
        "keyword": ("Ad name", "Название объявления"),
        "impressions": ("Impressions", "Показы"),
        "clicks": ("Link clicks", "Клики по ссылке"),
        "spend": ("Amount spent ({currency})", "Потраченная сумма ({currency})", "Сумма затрат ({currency})"),
        "currency": ("Currency", "Валюта"),
        "conversions": ("Results", "Результат", "Результаты"),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=(
        "Reporting starts", "Reporting ends", "Attribution setting", "Result indicator", "Reach", "Clicks (all)",
        "Frequency", "Cost per results", "Campaign delivery", "Ad set budget", "Ad set budget type", "Ends",
        "CPM (cost per 1,000 impressions) ({currency})", "CPC (cost per link click) ({currency})",
        "Дата начала отчетности", "Окончание отчетности", "Индикатор результата", "Охват", "Клики (все)",
        "CPM (цена за 1 000 показов) ({currency})", "Настройка атрибуции", "Цена за результат", "Частота",
    ),
    source="facebook",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    blank_campaign_is_total=True,
    export=N_(
        "In Meta Ads Manager open Campaigns, Breakdown → By time → Day, add the columns Impressions, Link clicks and "
        "Amount spent, then Reports → Export table data → .csv or .xlsx."
    ),
)  # fmt: skip
