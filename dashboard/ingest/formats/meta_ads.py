"""Meta Ads: reports of the Ads Manager (Facebook, Instagram). Clicks are link clicks, as its own cost per click is."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant

_CAMPAIGN = (
    "Campaign name", "Название кампании", "Nombre de la campaña", "Nom de la campagne", "Tên chiến dịch",
)  # fmt: skip

META_ADS = Format(
    name="meta_ads",
    label="Meta Ads",
    kind=Kind.ADS,
    grade="B",  # Spanish, French and Vietnamese C: headers that other programs look for
    languages=("en", "ru", "es", "fr", "vi"),
    columns={
        "day": (
            "Day", "День", "Día", "Jour", "Ngày",
            "Reporting starts", "Дата начала отчетности", "Начало отчетности",
            "Inicio del informe", "Début des rapports", "Début du rapport", "Bắt đầu báo cáo", "Lượt bắt đầu báo cáo",
        ),
        "day_to": (
            "Reporting ends", "Окончание отчетности", "Дата окончания отчетности",
            "Fin del informe", "Fin des rapports", "Fin du rapport", "Kết thúc báo cáo", "Lượt kết thúc báo cáo",
        ),
        "account": (
            "Account name", "Account ID", "Название аккаунта", "Название рекламного аккаунта",
            "Nombre de la cuenta", "Nom du compte", "Tên tài khoản",
        ),
        "campaign_id": (
            "Campaign ID", "Идентификатор кампании", "Identificador de la campaña", "ID de la campagne",
            "ID chiến dịch",
        ),
        "campaign": _CAMPAIGN,
        "ad_group": (
            "Ad set name", "Название группы объявлений", "Nombre del conjunto de anuncios",
            "Nom de l'ensemble de publicités", "Nom de l’ensemble de publicités", "Tên nhóm quảng cáo",
        ),
        "keyword": (
            "Ad name", "Название объявления", "Nombre del anuncio", "Nom de la publicité", "Tên quảng cáo",
        ),
        "impressions": ("Impressions", "Показы", "Impresiones", "Lượt hiển thị"),
        "clicks": (
            "Link clicks", "Клики по ссылке", "Clics en el enlace", "Clics sur un lien", "Clics sur le lien",
            "Lượt click vào liên kết", "Số lượt nhấp vào liên kết", "Lượt nhấp vào liên kết",
            "Clicks (all)", "Клики (все)", "Clics (todos)", "Clics (tous)", "Lượt click (tất cả)",
        ),
        "spend": (
            "Amount spent ({currency})", "Потраченная сумма ({currency})", "Сумма затрат ({currency})",
            "Importe gastado ({currency})", "Montant dépensé ({currency})", "Số tiền đã chi tiêu ({currency})",
            "Amount spent", "Потраченная сумма", "Сумма затрат", "Importe gastado", "Montant dépensé",
        ),
        "currency": ("Currency", "Валюта", "Divisa", "Moneda", "Devise", "Đơn vị tiền tệ"),
        "conversions": ("Results", "Результат", "Результаты", "Resultados", "Résultats", "Kết quả"),
        "conversion_value": (
            "Purchases conversion value", "Website purchases conversion value", "Ценность конверсий покупок",
        ),
        "result_kind": (
            "Result indicator", "Result type", "Индикатор результата", "Тип результата", "Indicador de resultado",
            "Indicateur de résultat", "Indicateur de résultats", "Chỉ báo kết quả",
        ),
    },
    required=("campaign", "impressions", "clicks", "spend"),
    known=(
        "Attribution setting", "Reach", "Clicks (all)", "Frequency", "Cost per results", "Cost per result",
        "Campaign delivery", "Ad set budget", "Ad set budget type", "Ends", "CTR (link click-through rate)",
        "CPM (cost per 1,000 impressions) ({currency})", "CPC (cost per link click) ({currency})", "Purchases",
        "Охват", "Клики (все)", "CPM (цена за 1 000 показов) ({currency})", "Настройка атрибуции",
        "CPC (цена за клик по ссылке) ({currency})", "Цена за результат", "Цена за результаты", "Частота",
        "Показ кампании", "Бюджет группы объявлений", "Конец", "shop_clicks", "Просмотры целевой страницы",
        "Alcance", "Frecuencia", "Coste por resultados", "Costo por resultados", "Couverture", "Répétition",
        "Người tiếp cận", "Tần suất",
    ),
    variants=tuple(
        Variant(
            (group,),
            without=_CAMPAIGN,
            columns={"campaign": (group,)},
            says=N_("The file names no campaigns: each ad set is taken for one."),
        )
        for group in ("Ad set name", "Название группы объявлений")
    ),
    source="facebook",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    blank_campaign_is_total=True,
    not_conversions=(
        "actions:link_click", "actions:landing_page_view", "actions:omni_landing_page_view", "actions:post_engagement",
        "actions:page_engagement", "actions:post_interaction", "actions:post_reaction", "actions:video_view",
        "actions:thruplay", "actions:like", "actions:photo_view", "video_", "reach", "impressions",
        "estimated_ad_recall", "link_click", "landing_page_view", "profile_visit",
    ),
    export=N_(
        "In Meta Ads Manager open Campaigns, Breakdown → By time → Day, add the columns Impressions, Link clicks and "
        "Amount spent, then Reports → Export table data → .csv or .xlsx."
    ),
)  # fmt: skip
