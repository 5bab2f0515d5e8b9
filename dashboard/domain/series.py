"""Series that explain sales from outside: what they may be of, in the words that people write."""

from __future__ import annotations

from enum import StrEnum


class SeriesKind(StrEnum):
    """What a series is of. A count of several days (demand, visits) is the sum of them, an index their level."""

    DEMAND = "demand"  # how often people searched for it
    DEMAND_INDEX = "demand_index"  # the same as a level, such as Google Trends gives
    PRICE_INDEX = "price_index"  # the client's own prices, or the sector's
    MARKET_PRICE = "market_price"  # what a product costs elsewhere
    STOCK = "stock"  # pieces of a product, or 1 and 0
    TEMPERATURE = "temperature"
    CAPACITY = "capacity"  # slots or orders that a day can take
    VISITS = "visits"


# The words that a table may write, the agreed one first; compared in lower case.
WORDS: dict[SeriesKind, tuple[str, ...]] = {
    SeriesKind.DEMAND: ("demand", "queries", "спрос", "запросы", "wordstat", "вордстат"),
    SeriesKind.DEMAND_INDEX: ("demand_index", "demand index", "interest", "индекс спроса", "интерес", "google trends"),
    SeriesKind.PRICE_INDEX: ("price_index", "price index", "cpi", "inflation", "индекс цен", "ипц", "инфляция"),
    SeriesKind.MARKET_PRICE: (
        "market_price", "market price", "competitor price", "цена конкурента", "цена конкурентов", "рыночная цена",
        "цены рынка",
    ),
    SeriesKind.STOCK: ("stock", "in stock", "остаток", "остатки", "наличие", "склад"),
    SeriesKind.TEMPERATURE: ("temperature", "weather", "температура", "погода"),
    SeriesKind.CAPACITY: ("capacity", "slots", "мощность", "слоты", "места", "загрузка"),
    SeriesKind.VISITS: ("visits", "sessions", "визиты", "посещения", "сеансы"),
}  # fmt: skip

OF_PRODUCTS = frozenset({SeriesKind.MARKET_PRICE, SeriesKind.STOCK})

# What is known by the week or the month as a rule, and not looked at on single days.
MARKET = (SeriesKind.DEMAND, SeriesKind.DEMAND_INDEX, SeriesKind.PRICE_INDEX, SeriesKind.TEMPERATURE, SeriesKind.VISITS)

# Of several days, names or places: counts are added up, the rest is a level.
ADDED_UP = frozenset({SeriesKind.DEMAND, SeriesKind.STOCK, SeriesKind.CAPACITY, SeriesKind.VISITS})
