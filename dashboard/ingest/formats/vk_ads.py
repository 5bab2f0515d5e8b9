"""VK Реклама: statistics as a workbook, whose first sheet may be a summary."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant

_CAMPAIGN = ("Название кампании", "Кампания")

VK_ADS = Format(
    name="vk_ads",
    label=N_("VK Ads"),
    kind=Kind.ADS,
    grade="B",
    languages=("ru",),
    columns={
        "day": ("Дата", "День"),
        "campaign_id": ("ID кампании",),
        "campaign": _CAMPAIGN,
        "ad_group": ("Название группы", "Название группы объявлений"),
        "keyword": ("Название объявления",),
        "impressions": ("Показы",),
        "clicks": ("Клики",),
        "spend": (
            "Потрачено, {currency}", "Потрачено всего, {currency}", "Потрачено всего", "Потрачено",
            "Расход, {currency}",
        ),
        "conversions": ("Результат", "Результаты"),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=("ID объявления", "ID группы объявлений", "Статус", "Охват", "CPC, {currency}", "CTR, %", "Пол", "Возраст"),
    told_by=(
        "Потрачено, {currency}", "Потрачено всего, {currency}", "Потрачено всего", "Потрачено", "ID объявления",
        "ID группы объявлений", "Название объявления", "Охват", "CPC, {currency}",
    ),
    variants=(
        Variant(
            ("Название объявления",),
            without=_CAMPAIGN,
            columns={"campaign": ("Название объявления",)},
            says=N_("The file names no campaigns: each ad is taken for one."),
        ),
    ),
    source="vk",
    medium="cpc",
    date_order="dmy",
    currency="RUB",
    export=N_("In VK Ads open Statistics, detail by days, level Campaigns, choose the period, then "
        "Export → XLSX or CSV."
   ),
)  # fmt: skip
