"""What an event may be, in the agreed words that comparisons look for, and in those that people write."""

from __future__ import annotations

from enum import StrEnum


class Happening(StrEnum):
    """The events that a comparison of years looks for; any other word may stand in the log beside them."""

    ADS_STARTED = "ads_started"  # ads began, or grew at once
    PROMOTION = "promotion"
    OUTAGE = "outage"  # the site, the phones or the shop did not work
    ATTRIBUTION = "attribution"  # another rule of crediting sales
    DEFINITION = "definition"  # another meaning of a lead or a target call
    TRACKING = "tracking"  # counters, numbers or tags came, went or broke
    PRICE = "price"
    SITE = "site"  # a new site or page
    OPENED = "opened"
    CLOSED = "closed"
    DATA_MISSING = "data_missing"  # why a source has no rows of some days


# Compared in lower case; the agreed word itself need not be named.
WORDS: dict[Happening, tuple[str, ...]] = {
    Happening.ADS_STARTED: (
        "ads started", "ads began", "launch of ads", "запуск рекламы", "реклама запущена", "начало рекламы",
    ),
    Happening.PROMOTION: (
        "promo", "sale", "discount", "sale day", "акция", "распродажа", "скидка", "скидки", "промо", "промоакция",
    ),
    Happening.OUTAGE: (
        "site_down", "site down", "down", "downtime", "hosting", "phone_down", "phone down", "сбой", "авария",
        "простой", "сайт не работал", "сайт недоступен", "не работал сайт", "недоступность",
    ),
    Happening.ATTRIBUTION: ("attribution rule", "attribution model", "атрибуция", "модель атрибуции"),
    Happening.DEFINITION: (
        "goal", "goals", "lead definition", "цель", "цели", "определение", "определение лида", "целевой звонок",
    ),
    Happening.TRACKING: (
        "tracking_on", "tracking_off", "counter", "call tracking",
        "call_tracking", "analytics", "трекинг", "отслеживание", "счётчик", "счетчик",
        "коллтрекинг", "аналитика", "метрика",
    ),
    Happening.PRICE: ("prices", "price change", "цена", "цены", "прейскурант", "прайс", "повышение цен"),
    Happening.SITE: ("new site", "website", "landing", "redesign", "сайт", "новый сайт", "лендинг", "редизайн"),
    Happening.OPENED: ("open", "opening", "открыт", "открыта", "открыто", "открытие", "открылся", "открылась"),
    Happening.CLOSED: ("close", "closing", "закрыт", "закрыта", "закрыто", "закрытие", "закрылся", "закрылась"),
    Happening.DATA_MISSING: ("data missing", "no data", "нет данных", "данных нет", "пропуск данных"),
}  # fmt: skip


def agreed_words() -> list[tuple[str, str]]:
    """Every word that people write, in lower case, with the agreed one."""
    return [(word, str(what)) for what, words in WORDS.items() for word in (str(what), *words)]
