"""Templates of tables that explain a year: a header and two rows that are plainly examples, in the reader's language.

What is downloaded here and filled is read by the formats of the same names; its example rows are told by their first
word and never taken in.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.errors import TemplateUnknown
from dashboard.domain.phrase import N_, say

Row = tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """`label` is what the table is called, `answers` what a comparison can tell with it, `how` where to take it from:
    English texts that have translations. `rows` are header and examples by language."""

    name: str
    label: str
    answers: str
    how: str
    rows: dict[str, tuple[Row, ...]]

    def of(self, language: str) -> tuple[Row, ...]:
        """The header and the examples in the language of that code."""
        return self.rows.get(language, self.rows["en"])


TEMPLATES: tuple[Template, ...] = (
    Template(
        "demand",
        N_("Demand"),
        N_("Whether people looked for it less or more than a year ago, whoever advertised."),
        N_(
            "Yandex Wordstat → Dynamics → by weeks, for five queries or more without your brand, over two years; "
            "copy each week under its query."
        ),
        {
            "en": (
                ("week", "query", "count"),
                ("2026-01-05", "example: dental implants", "1250"),
                ("2026-01-12", "example: dental implants", "1310"),
            ),
            "ru": (
                ("Неделя", "Запрос", "Число запросов"),
                ("2026-01-05", "пример: имплантация зубов", "1250"),
                ("2026-01-12", "пример: имплантация зубов", "1310"),
            ),
        },
    ),
    Template(
        "price-index",
        N_("Price index"),
        N_("How much of the growth is prices, and how much is more sold."),
        N_(
            "Your own price list against the same goods a year ago, or the consumer price index of your sector, "
            "by months."
        ),
        {
            "en": (
                ("month", "name", "price_index"),
                ("2026-01", "example: own prices", "100"),
                ("2026-02", "example: own prices", "101.5"),
            ),
            "ru": (
                ("Месяц", "Что", "Индекс цен"),
                ("2026-01", "пример: свои цены", "100"),
                ("2026-02", "пример: свои цены", "101,5"),
            ),
        },
    ),
    Template(
        "market-prices",
        N_("Competitors' prices"),
        N_("Whether you became dearer than others for the same goods."),
        N_("The price of the same product at three competitors or more, on the days when somebody looked."),
        {
            "en": (
                ("day", "product", "competitor", "price"),
                ("2026-01-15", "example: Boiler 80 l", "example: Shop A", "349.90"),
                ("2026-01-15", "example: Boiler 80 l", "example: Shop B", "365"),
            ),
            "ru": (
                ("День", "Товар", "Конкурент", "Цена"),
                ("2026-01-15", "пример: Бойлер 80 л", "пример: Магазин А", "24990,50"),
                ("2026-01-15", "пример: Бойлер 80 л", "пример: Магазин Б", "26100"),
            ),
        },
    ),
    Template(
        "stock",
        N_("Stock"),
        N_("What was lost because goods were not there, and what ads for absent goods cost."),
        N_("From your stock system: each product on each day, in pieces, or yes and no. «day_to» saves rows."),
        {
            "en": (
                ("day", "day_to", "product", "in_stock"),
                ("2026-01-01", "2026-01-14", "example: Boiler 80 l", "12"),
                ("2026-01-15", "2026-01-31", "example: Boiler 80 l", "0"),
            ),
            "ru": (
                ("День", "По день", "Товар", "Остаток"),
                ("2026-01-01", "2026-01-14", "пример: Бойлер 80 л", "12"),
                ("2026-01-15", "2026-01-31", "пример: Бойлер 80 л", "0"),
            ),
        },
    ),
    Template(
        "refunds",
        N_("Refunds from accounting"),
        N_("What of the sales was given back later, where your sales system does not say."),
        N_(
            "From accounting: each refund under its order's number, or one sum a month where the orders are not known; "
            "such a sum is spread over the channels by what they sold."
        ),
        {
            "en": (
                ("order_id", "day", "month", "refund_amount", "comment"),
                ("1001", "2026-01-15", "", "49.90", "example: a refund of an order"),
                ("", "", "2026-02", "1200", "example: only the month's sum is known"),
            ),
            "ru": (
                ("Номер заказа", "День", "Месяц", "Сумма возврата", "Комментарий"),
                ("1001", "2026-01-15", "", "4990,50", "пример: возврат по заказу"),
                ("", "", "2026-02", "120000", "пример: известна только сумма за месяц"),
            ),
        },
    ),
    Template(
        "events",
        N_("Events"),
        N_("What happened in one year only: a promotion, an outage, a new rule of counting."),
        N_(
            "From memory and letters. «what» is promotion, outage, tracking, definition, attribution, price, site, "
            "opened or closed."
        ),
        {
            "en": (
                ("day", "day_to", "what", "text"),
                ("2025-11-24", "2025-11-30", "promotion", "example: Black Friday week, 20 % off"),
                ("2026-01-15", "2026-01-15", "outage", "example: the site did not open until the evening"),
            ),
            "ru": (
                ("День", "По день", "Что", "Описание"),
                ("2025-11-24", "2025-11-30", "акция", "пример: неделя чёрной пятницы, скидка 20 %"),
                ("2026-01-15", "2026-01-15", "сбой", "пример: сайт не открывался до вечера"),
            ),
        },
    ),
    Template(
        "capacity",
        N_("Capacity"),
        N_("Whether more could have been sold at all."),
        N_("How many appointments, orders or visits a day can take, for runs of days."),
        {
            "en": (
                ("day", "day_to", "place", "slots"),
                ("2026-01-01", "2026-03-31", "example: Main branch", "24"),
                ("2026-04-01", "2026-06-30", "example: Main branch", "32"),
            ),
            "ru": (
                ("День", "По день", "Где", "Слоты"),
                ("2026-01-01", "2026-03-31", "пример: Главный филиал", "24"),
                ("2026-04-01", "2026-06-30", "пример: Главный филиал", "32"),
            ),
        },
    ),
    Template(
        "temperature",
        N_("Weather"),
        N_("Whether the season came earlier or later, or was another one."),
        N_("The mean temperature of each day in the client's town, over two years, from any archive of the weather."),
        {
            "en": (
                ("day", "place", "temperature"),
                ("2026-01-15", "example: Leeds", "4.5"),
                ("2026-01-16", "example: Leeds", "6"),
            ),
            "ru": (
                ("День", "Город", "Температура"),
                ("2026-01-15", "пример: Казань", "3,5"),
                ("2026-01-16", "пример: Казань", "2"),
            ),
        },
    ),
    Template(
        "visits",
        N_("Visits of the site"),
        N_("Whether on a day without leads the site did not work, or nobody came."),
        N_("Yandex Metrica → Reports → Attendance by days, or Google Analytics → sessions by day, over two years."),
        {
            "en": (
                ("day", "site", "visits"),
                ("2026-01-15", "example: shop.example", "840"),
                ("2026-01-16", "example: shop.example", "795"),
            ),
            "ru": (
                ("День", "Сайт", "Визиты"),
                ("2026-01-15", "пример: shop.example", "840"),
                ("2026-01-16", "пример: shop.example", "795"),
            ),
        },
    ),
    Template(
        "locations",
        N_("Stores opened and closed"),
        N_("Which growth comes from stores, regions or sites that one of the years did not have."),
        N_("The day on which each opened or closed, by the name that your sales have for it."),
        {
            "en": (
                ("day", "what", "location"),
                ("2026-01-15", "opened", "example: North store"),
                ("2026-02-28", "closed", "example: South store"),
            ),
            "ru": (
                ("День", "Что", "Магазин"),
                ("2026-01-15", "открыт", "пример: Северный"),
                ("2026-02-28", "закрыт", "пример: Южный"),
            ),
        },
    ),
)


def named(name: str) -> Template:
    """The template of that name. Raises TemplateUnknown."""
    found = next((one for one in TEMPLATES if one.name == name), None)
    if found is None:
        raise TemplateUnknown(
            say(
                "There is no template “{name}”: expected one of {known}.",
                name=name,
                known=", ".join(one.name for one in TEMPLATES),
            )
        )
    return found
