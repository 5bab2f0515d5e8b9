"""Google Ads: campaign, ad group, ad, keyword and search term reports, and the overview card, of the web interface."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant, segments

_DAYS = ("Day", "День", "Дата", "Dag")
_COST = ("Cost", "Расходы", "Стоимость", "Расход", "Kosten")

GOOGLE_ADS = Format(
    name="google_ads",
    label="Google Ads",
    kind=Kind.ADS,
    grade="A",  # real English and Dutch files; Russian B: another program's reading of real files
    languages=("en", "ru", "nl"),
    columns={
        "day": _DAYS,
        "account": ("Account", "Account name", "Аккаунт", "Название аккаунта", "Accountnaam"),
        "campaign_id": ("Campaign ID", "Идентификатор кампании", "Campagne-ID"),
        "campaign": ("Campaign", "Campaign name", "Кампания", "Campagne"),
        "ad_group": ("Ad group", "Ad group name", "Группа объявлений", "Advertentiegroep"),
        "keyword": (
            "Search keyword", "Keyword", "Search term",
            "Ключевое слово", "Поисковый запрос", "Zoekwoord", "Zoekterm",
        ),
        "impressions": ("Impr.", "Impressions", "Показы", "Vertoningen", "Vert."),
        "clicks": ("Clicks", "Клики", "Aantal klikken", "Klikken"),
        "spend": _COST,
        "currency": ("Currency code", "Currency", "Код валюты", "Валюта", "Valutacode"),
        "conversions": ("Conversions", "Conv. (Platform Comparable)", "Конверсии", "Conversies"),
        "conversion_value": (
            "Conv. value", "Conv. value (Platform Comparable)", "Ценность конверсий", "Ценность конв.", "Conv.waarde",
        ),
    },
    required=("campaign", "clicks", "spend"),
    known=(
        "Campaign status", "Campaign type", "Campaign group name", "Budget", "Budget name", "Budget type", "Status",
        "Status reasons", "Optimization score", "Interactions", "Interaction rate", "Avg. cost", "Avg. CPC",
        "Avg. CPM", "Search impr. share", "Search lost IS (budget)", "Conv. rate", "Cost / conv.", "All conv.",
        "Phone calls", "Bid strategy type", "Match type", "Added/Excluded", "Quality Score", "CTR", "TrueView avg. CPV",
        "Cost / Conv. (Platform Comparable)", "Converted currency code", "Avg. CPC (Converted currency)",
        "Ad status", "Ad type", "Final URL", "Ad name", "Keyword status", "Max. CPC",
        "Ср. цена за клик", "Сред. цена за клик", "Коэфф. конверсии", "Стоимость/конв.", "Тип кампании",
        "Тип соответствия", "Добавленные/Исключенные", "% показов на верх. поз.",
        "Gem. CPC", "Conv.waarde/kosten", "Kosten/conv.", "Conv. perc.", "Zoekwoordstatus", "Kwaliteitsscore",
    ),
    # Campaign, clicks and cost any table may have.
    told_by=(
        "Impr.", "Currency code", "Campaign status", "Campaign group name", "Interactions", "Avg. CPC", "Avg. CPM",
        "Avg. cost", "Match type", "Added/Excluded", "Keyword status", "Ad status", "Bid strategy type", "Budget type",
        "Optimization score", "Search impr. share", "Conv. (Platform Comparable)", "Conv. rate", "Cost / conv.",
        "Код валюты", "Ср. цена за клик", "Сред. цена за клик", "Коэфф. конверсии", "Стоимость/конв.",
        "Тип соответствия", "Добавленные/Исключенные", "% показов на верх. поз.",
        "Valutacode", "Aantal klikken", "Gem. CPC", "Kosten/conv.", "Conv. perc.", "Zoekwoordstatus",
    ),
    title=(
        r"^(campaign|ad group|ad|keyword|search keyword|search terms?) report$"
        r"|^отч[её]т (по (кампаниям|группам объявлений|объявлениям|ключевым словам)|о поисковых запросах)"
        r"|^(campagne|zoektermen|zoekwoorden|advertentie|advertentiegroep)rapport"
    ),
    variants=(
        *segments(
            _DAYS,
            week=("Week", "Неделя"),
            month=("Month", "Месяц", "Maand"),
            quarter=("Quarter", "Квартал", "Kwartaal"),
            year=("Year", "Год", "Jaar"),
        ),
        Variant(
            ("Cost (Converted currency)",),
            without=_COST,
            columns={"spend": ("Cost (Converted currency)",), "currency": ("Converted currency code",)},
            says=N_("Its cost is in the currency that the manager account converts to, not in the account's own."),
        ),
    ),
    source="google",
    medium="cpc",
    includes_vat=False,
    date_order="ymd",
    wider_marks=(
        "total: account", "total: manager account", "итого: аккаунт", "итого: управляющий аккаунт", "totaal: account",
        "totaal: manageraccount",
    ),
    hidden_marks=(
        "total: other search terms", "итого: другие поисковые запросы", "итого: прочие поисковые запросы",
        "totaal: andere zoektermen", "totaal: overige zoektermen",
    ),
    export=N_(
        "In Google Ads open Campaigns, add the segment Time → Day, choose the period, then Download → .csv. "
        "The columns Campaign, Impr., Clicks, Cost and Currency code must be on."
    ),
)  # fmt: skip
