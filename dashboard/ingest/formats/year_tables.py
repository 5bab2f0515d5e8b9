"""Tables of one's own that explain a year, as the templates have them: demand, prices, stock, weather, stores."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.domain.series import SeriesKind
from dashboard.ingest.declaration import Format, segments

_DAY = ("day", "date", "День", "Дата")
_DAY_TO = ("day_to", "day to", "По день", "До")
_SPANS = segments(_DAY, week=("week", "Неделя"), month=("month", "Месяц"))
_PRODUCT = ("product", "Товар", "Услуга", "Номенклатура")
_PLACE = ("place", "branch", "store", "Где", "Филиал", "Магазин")

DEMAND = Format(
    name="demand",
    label=N_("Demand"),
    kind=Kind.SERIES,
    series=str(SeriesKind.DEMAND),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": (*_DAY, "week", "month", "Неделя", "Месяц"),
        "name": ("query", "Запрос"),
        "count": ("count", "queries", "Число запросов", "Количество запросов"),
    },
    required=("day", "name", "count"),
    told_by=("query", "Запрос"),
    variants=_SPANS,
    export=N_("A table with the columns week, query and count: how often each query was searched for in the week."),
)

DEMAND_INDEX = Format(
    name="demand_index",
    label=N_("Demand, as an index"),
    kind=Kind.SERIES,
    series=str(SeriesKind.DEMAND_INDEX),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": (*_DAY, "week", "month", "Неделя", "Месяц"),
        "name": ("query", "Запрос"),
        "value": ("index", "interest", "Индекс", "Интерес"),
    },
    required=("day", "name", "value"),
    told_by=("query", "Запрос"),
    variants=_SPANS,
    export=N_("A table with the columns week, query and index."),
)

PRICE_INDEX = Format(
    name="price_index",
    label=N_("Price index"),
    kind=Kind.SERIES,
    series=str(SeriesKind.PRICE_INDEX),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": ("month", "Месяц", *_DAY),
        "name": ("name", "Что"),
        "value": ("price_index", "price index", "cpi", "Индекс цен", "ИПЦ"),
    },
    required=("day", "value"),
    told_by=("price_index", "price index", "cpi", "Индекс цен", "ИПЦ"),
    variants=segments(_DAY, month=("month", "Месяц")),
    export=N_("A table with the columns month, name and price_index: 100 in the month that it is compared with."),
)

MARKET_PRICES = Format(
    name="market_prices",
    label=N_("Competitors' prices"),
    kind=Kind.SERIES,
    series=str(SeriesKind.MARKET_PRICE),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": _DAY,
        "name": _PRODUCT,
        "place": ("competitor", "Конкурент"),
        "value": ("price", "Цена"),
        "currency": ("currency", "Валюта"),
    },
    required=("day", "name", "place", "value"),
    told_by=("competitor", "Конкурент"),
    export=N_("A table with the columns day, product, competitor and price."),
)

STOCK = Format(
    name="stock",
    label=N_("Stock"),
    kind=Kind.SERIES,
    series=str(SeriesKind.STOCK),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": _DAY,
        "day_to": _DAY_TO,
        "name": _PRODUCT,
        "place": (*_PLACE, "warehouse", "Склад"),
        "count": ("in_stock", "in stock", "stock", "Остаток", "Остаток на складе", "В наличии", "Наличие"),
    },
    required=("day", "name", "count"),
    told_by=("in_stock", "in stock", "stock", "Остаток", "Остаток на складе", "В наличии", "Наличие"),
    export=N_("A table with the columns day, product and in_stock: pieces, or yes and no."),
)

CAPACITY = Format(
    name="capacity",
    label=N_("Capacity"),
    kind=Kind.SERIES,
    series=str(SeriesKind.CAPACITY),
    grade="A",
    languages=("en", "ru"),
    columns={"day": _DAY, "day_to": _DAY_TO, "place": _PLACE, "count": ("slots", "capacity", "Слоты", "Мест в день")},
    required=("day", "count"),
    told_by=("slots", "capacity", "Слоты", "Мест в день"),
    export=N_("A table with the columns day, day_to and slots: how many orders or visits each of these days can take."),
)

TEMPERATURE = Format(
    name="temperature",
    label=N_("Weather"),
    kind=Kind.SERIES,
    series=str(SeriesKind.TEMPERATURE),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": (*_DAY, "week", "Неделя"),
        "name": ("place", "city", "Где", "Город"),
        "value": ("temperature", "Температура"),
    },
    required=("day", "value"),
    told_by=("temperature", "Температура"),
    variants=segments(_DAY, week=("week", "Неделя")),
    export=N_("A table with the columns day, place and temperature: the mean of each day."),
)

VISITS = Format(
    name="visits",
    label=N_("Visits of the site"),
    kind=Kind.SERIES,
    series=str(SeriesKind.VISITS),
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": (*_DAY, "Дата визита"),
        "name": ("site", "Сайт"),
        "count": ("visits", "sessions", "Визиты", "Сеансы"),
    },
    required=("day", "count"),
    told_by=("visits", "sessions", "Визиты", "Сеансы"),
    export=N_("A table with the columns day, site and visits: how many each day had."),
)

LOCATIONS = Format(
    name="locations",
    label=N_("Stores opened and closed"),
    kind=Kind.EVENTS,
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": _DAY,
        "what": ("what", "Что"),
        "text": ("location", "store", "branch", "Магазин", "Филиал", "Точка", "Регион"),
    },
    required=("day", "what", "text"),
    told_by=("location", "store", "branch", "Магазин", "Филиал", "Точка", "Регион"),
    export=N_("A table with the columns day, what (opened or closed) and location."),
)
