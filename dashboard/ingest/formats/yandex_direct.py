"""Yandex Direct: the report wizard of the web interface (Мастер отчётов)."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

YANDEX_DIRECT = Format(
    name="yandex_direct",
    label=N_("Yandex Direct"),
    kind=Kind.ADS,
    grade="B",
    languages=("ru",),
    columns={
        "day": ("Дата", "День"),
        "account": ("Логин", "Аккаунт", "Логин клиента"),
        "campaign_id": ("№ Кампании", "Номер кампании", "ID кампании"),
        "campaign": ("Кампания", "Название кампании"),
        "ad_group": ("Группа", "Название группы"),
        "keyword": ("Условие показа", "Ключевая фраза", "Фраза"),
        "impressions": ("Показы",),
        "clicks": ("Клики",),
        "spend": (
            "Расход без НДС", "Расход без НДС ({currency})", "Расход ({currency})", "Расход, {currency}", "Расход",
            "Расход с НДС", "Расход с НДС ({currency})",
        ),
        "currency": ("Валюта",),
        "conversions": ("Конверсии",),
        "conversion_value": ("Прибыль ({currency})", "Доход ({currency})", "Доход, {currency}", "Доход"),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "№ Группы", "№ Объявления", "№ Условия показа", "Тип условия показа", "Тип площадки", "Взвешенные показы",
        "CTR (%)", "wCTR (%)", "Ср. цена клика ({currency})", "Ср. ставка за клик ({currency})", "Отказы (%)",
        "Глубина (стр.)", "Ср. цена клика, {currency}", "Отказы, %", "CTR, %",
    ),
    source="yandex",
    medium="cpc",
    account_line=r"(?:Аккаунт|Логин|Клиент)\s*:\s*(\S.*)",
    vat_headers=("Расход с НДС", "Расход с НДС ({currency})"),
    date_order="dmy",
    decimal_mark=",",
    currency="RUB",
    export=N_(
        "In Yandex Direct open Statistics → Report wizard, group by days, add Campaign, Campaign No., Impressions, "
        "Clicks and Cost, choose the period, then download as CSV or XLSX."
    ),
)  # fmt: skip
