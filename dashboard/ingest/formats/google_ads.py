"""Google Ads: campaign, ad group, keyword and search term reports of the web interface."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

GOOGLE_ADS = Format(
    name="google_ads",
    label="Google Ads",
    kind=Kind.ADS,
    grade="A",  # real English and Dutch files; Russian B: another program's reading of real files
    languages=("en", "ru", "nl"),
    columns={
        "day": ("Day", "День", "Дата", "Dag"),
        "account": ("Account", "Account name", "Аккаунт", "Название аккаунта"),
        "campaign_id": ("Campaign ID", "Идентификатор кампании", "Campagne-ID"),
        "campaign": ("Campaign", "Campaign name", "Кампания", "Campagne"),
        "ad_group": ("Ad group", "Ad group name", "Группа объявлений", "Advertentiegroep"),
        "keyword": (
            "Search keyword", "Keyword", "Search term",
            "Ключевое слово", "Поисковый запрос", "Zoekwoord", "Zoekterm",
        ),
        "impressions": ("Impr.", "Impressions", "Показы", "Vertoningen", "Vert."),
        "clicks": ("Clicks", "Клики", "Aantal klikken", "Klikken"),
        "spend": ("Cost", "Cost (Converted currency)", "Расходы", "Стоимость", "Расход", "Kosten"),
        "currency": ("Currency code", "Currency", "Код валюты", "Валюта", "Valutacode"),
        "conversions": ("Conversions", "Conv. (Platform Comparable)", "Конверсии", "Conversies"),
        "conversion_value": ("Conv. value", "Ценность конверсий", "Conv.waarde"),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "Campaign status", "Campaign type", "Budget", "Budget type", "Status", "Status reasons", "Optimization score",
        "Interactions", "Interaction rate", "Avg. cost", "Avg. CPC", "Avg. CPM", "Search impr. share", "Conv. rate",
        "Cost / conv.", "Bid strategy type", "Match type", "Added/Excluded", "Quality Score", "CTR",
        "TrueView avg. CPV",
        "Ср. цена за клик", "Сред. цена за клик", "Коэфф. конверсии", "Стоимость/конв.", "Тип кампании",
        "Тип соответствия", "Добавленные/Исключенные", "Gem. CPC", "Conv.waarde/kosten", "Kosten/conv.", "Conv. perc.",
        "Zoekwoordstatus",
    ),
    source="google",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    export=N_(
        "In Google Ads open Campaigns, add the segment Time → Day, choose the period, then Download → .csv. "
        "The columns Campaign, Impr., Clicks, Cost and Currency code must be on."
    ),
)  # fmt: skip
