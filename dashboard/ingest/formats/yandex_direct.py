"""Yandex Direct: the report wizard of the web interface (Мастер отчётов), and the reports of its API."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant, segments

_DAYS = ("Дата", "День")
_WITHOUT_TAX = (
    "Расход без НДС", "Расход без НДС ({currency})", "Расход без НДС, {currency}", "Расход ({currency})",
    "Расход, {currency}", "Расход",
)  # fmt: skip
_WITH_TAX = ("Расход с НДС", "Расход с НДС ({currency})", "Расход с НДС, {currency}")
_WITH_COMMISSION = ("Расход с НДС и АК", "Расход с НДС и АК ({currency})", "Расход с НДС и АК, {currency}")

YANDEX_DIRECT = Format(
    name="yandex_direct",
    label=N_("Yandex Direct"),
    kind=Kind.ADS,
    grade="B",
    languages=("ru",),
    columns={
        "day": _DAYS,
        "account": ("Логин", "Аккаунт", "Логин клиента"),
        "campaign_id": ("№ Кампании", "Номер кампании", "ID кампании"),
        "campaign": ("Кампания", "Название кампании"),
        "ad_group": ("Группа", "Название группы"),
        "keyword": ("Условие показа", "Ключевая фраза", "Фраза"),
        "impressions": ("Показы",),
        "clicks": ("Клики",),
        "spend": (*_WITHOUT_TAX, *_WITH_TAX, *_WITH_COMMISSION),
        "currency": ("Валюта",),
        "conversions": ("Конверсии",),
        "conversion_value": ("Прибыль ({currency})", "Доход ({currency})", "Доход, {currency}", "Доход"),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "№ Группы", "№ Объявления", "№ Условия показа", "Тип условия показа", "Тип площадки", "Взвешенные показы",
        "CTR (%)", "wCTR (%)", "Ср. цена клика ({currency})", "Ср. ставка за клик ({currency})", "Отказы (%)",
        "Глубина (стр.)", "Ср. цена клика, {currency}", "Отказы, %", "CTR, %", "Глубина, стр.", "wCTR, %",
    ),
    told_by=(
        "№ Кампании", "№ Группы", "№ Объявления", "№ Условия показа", "Условие показа", "Тип площадки",
        "Взвешенные показы", "CTR (%)", "wCTR (%)", "wCTR, %", "Отказы (%)", "Отказы, %", "Глубина (стр.)",
        "Глубина, стр.", "Расход ({currency})", "Расход, {currency}", "Расход без НДС", "Расход без НДС ({currency})",
        "Расход без НДС, {currency}", *_WITH_TAX, *_WITH_COMMISSION, "Ср. цена клика ({currency})",
        "Ср. цена клика, {currency}", "Прибыль ({currency})",
    ),
    title=r"^(аккаунт|логин|клиент)\s*:",
    variants=(
        *segments(_DAYS, week=("Неделя",), month=("Месяц",), quarter=("Квартал",), year=("Год",)),
        *(
            Variant(
                (header,),
                without=(*_WITHOUT_TAX, *_WITH_TAX),
                says=N_("Its cost includes the agency's commission, which cannot be told apart from the platform's."),
            )
            for header in _WITH_COMMISSION
        ),
    ),
    source="yandex",
    medium="cpc",
    account_line=r"(?:Аккаунт|Логин|Клиент)\s*:\s*(\S.*)",
    vat_headers=(*_WITH_TAX, *_WITH_COMMISSION),
    date_order="dmy",
    decimal_mark=",",
    currency="RUB",
    export=N_(
        "In Yandex Direct open Statistics → Report wizard, group by days, add Campaign, Campaign No., Impressions, "
        "Clicks and Cost, choose the period, then download as CSV or XLSX."
    ),
)  # fmt: skip

YANDEX_DIRECT_API = Format(
    name="yandex_direct_api",
    label=N_("Yandex Direct (API)"),
    platform="yandex_direct",
    kind=Kind.ADS,
    grade="B",
    columns={
        "day": ("Date",),
        "account": ("ClientLogin", "Login"),
        "campaign_id": ("CampaignId",),
        "campaign": ("CampaignName", "CampaignId"),
        "ad_group": ("AdGroupName", "AdGroupId"),
        "keyword": ("Criterion", "Criteria", "Query", "MatchedKeyword"),
        "impressions": ("Impressions",),
        "clicks": ("Clicks",),
        "spend": ("Cost",),
        "conversions": ("Conversions",),
        "conversion_value": ("Revenue",),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "AdGroupId", "AdId", "BounceRate", "AvgCpc", "AvgPageviews", "AvgClickPosition", "AvgImpressionPosition", "Ctr",
        "CampaignType", "CriterionType", "CriteriaType", "Device", "AdNetworkType", "ConversionRate",
        "CostPerConversion", "Sessions",
    ),
    told_by=("CampaignId", "CampaignName"),
    variants=segments(("Date",), week=("Week",), month=("Month",), quarter=("Quarter",), year=("Year",)),
    source="yandex",
    medium="cpc",
    money_unit="whole_micros",
    date_order="ymd",
    decimal_mark=".",
    row_count=r"^total rows: *([\d,.]+)\s*$",
    export=N_(
        "Ask the Yandex Direct API for a CAMPAIGN_PERFORMANCE_REPORT with Date, CampaignId, CampaignName, Impressions, "
        "Clicks, Cost, and say IncludeVAT NO; upload its TSV as it comes."
    ),
)  # fmt: skip
