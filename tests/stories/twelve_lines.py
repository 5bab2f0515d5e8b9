"""Reported −5.0 %, comparable +7.0 %, like for like +9.5 %: shops whose March lost 600,000 in twelve lines, as files.

What is alike earned 10.5 million in March 2023 and 11.5 in March 2024. One shop closed and one opened between; what the
last two weeks' leads will still buy, VAT in one till's earlier export and a Saturday missing from the later ones are no
change at all. Demand is a tenth lower, goods for a twentieth of the takings were not there, prices are a tenth higher,
and of those who call fewer are answered and fewer buy.

What files cannot carry exactly: seven for five, what working days bring beside days off, makes the calendar 0.9799 and
not 0.98; whole orders of the scarce goods make their share 0.05 to five places. The rest is whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dashboard.domain.client import ClientProfile, VatRate
from dashboard.domain.period import Period
from sample_data.layouts import calltouch
from sample_data.layouts.numbers import plain, table
from sample_data.rows import Call
from tests.stories import spreading

THEN, NOW = Period(date(2023, 3, 1), date(2023, 3, 31)), Period(date(2024, 3, 1), date(2024, 3, 31))
TODAY = date(2024, 4, 10)
BOOKS = (date(2023, 1, 1), NOW.last)
FEWER_SINCE = date(2024, 1, 1)

SHOPS = ClientProfile(
    slug="twelve-lines",
    name="Магазины «Двенадцать строк»",
    currency="RUB",
    country="RU",
    timezone="Europe/Moscow",
    language="ru",
    provisional_days=0,
    vat_deductible=True,
    vat=(VatRate(date(2019, 1, 1), Decimal("0.20")),),
    margin=Decimal("0.4"),
    sales_books=("main_till", "north_till"),
)

_MAPPING = """kind = "orders"
[columns]
order_id = "{number}"
sold_time = "Время"
sold = "День"
phone = "Телефон"
product = "Товар"
location = "Точка"
revenue = "{amount}"
[options]
platform = "{platform}"
currency = "RUB"
date_order = "ymd"
decimal_mark = "."
"""
# The headers by which each file calls the number and the amount of a receipt.
_TILLS = {
    "main-till.csv": ("Чек", "Сумма"),
    "north-till-2023.csv": ("Документ", "Итог с налогом"),
    "north-till.csv": ("Документ", "Итог"),
}
MAPPINGS = tuple(
    _MAPPING.format(number=number, amount=amount, platform="main_till" if number == "Чек" else "north_till")
    + ("includes_vat = true\n" if amount == "Итог с налогом" else "")
    for number, amount in _TILLS.values()
)
WITHOUT_VAT_SINCE = date(2024, 1, 1)  # the till in the north; the other never had it

MAIN, NORTH, CLOSED, OPENED = "Центр", "Север", "Юг", "Запад"
CLOSED_AFTER = date(2023, 8, 31)  # the one in the west opened on the next day
SCARCE, OTHER = "Кресло", "Стол"
# The chairs are 19 of 65 of both Marches' takings: 31 % of what a day with everything brings, gone for 5 days of 31.
SCARCE_DAYS = Period(date(2024, 3, 18), date(2024, 3, 22))
# On a working day seven come for five on a day off: March 2024 weighs 195, and the Saturday of which no till tells 5.
WORKING, OFF = 7, 5
SILENT = date(2024, 3, 23)


@dataclass(frozen=True)
class Sold:
    """What one place sold in one March: receipts, of which so many of what was scarce; the sum of them in coins."""

    place: str
    receipts: int
    scarce: int
    coins: int


@dataclass(frozen=True)
class March:
    """People stage by stage, and the places that they bought at."""

    period: Period
    leads: int
    answered: int
    target: int
    sold: tuple[Sold, ...]

    @property
    def receipts(self) -> int:
        """Of all places."""
        return sum(one.receipts for one in self.sold)


MARCH_THEN = March(
    THEN,
    leads=2737,
    answered=2415,
    target=1932,
    sold=(
        Sold(MAIN, 1056, 312, 800_000_000),
        Sold(NORTH, 330, 97, 250_000_000),
        Sold(CLOSED, 132, 39, 100_000_000),
    ),
)
MARCH_NOW = March(
    NOW,
    leads=2952,
    answered=2460,
    target=1968,
    sold=(
        Sold(MAIN, 895, 260, 745_853_659),
        Sold(NORTH, 384, 110, 320_000_000),
        Sold(OPENED, 89, 26, 74_146_341),
    ),
)
# Of earlier leads 160 of 3,040 bought two weeks later: so 72 of the 1,368 of the last two weeks are still to come.
LATER, LAST_DAYS, LAST_LEADS = timedelta(days=14), 14, 1368
EARLIER, EARLIER_LEADS, EARLIER_BUYERS = Period(date(2023, 10, 1), date(2023, 10, 31)), 303, 160  # when they bought
DEMAND_THEN, DEMAND_NOW = 1000, 900  # searches a week
PRICES_THEN, PRICES_NOW = 100, 110


def files() -> Iterator[tuple[str, bytes]]:
    """The exports, by name."""
    yield "calltouch.csv", _calls()
    for name, rows in _receipts().items():
        number, amount = _TILLS[name]
        header = [number, "День", "Время", "Телефон", "Товар", "Точка", amount]
        yield name, table([header, *rows], ",", "\n").encode()
    yield "demand.csv", _series("demand", "кресло купить", DEMAND_THEN, DEMAND_NOW)
    yield "prices.csv", _series("price_index", "свои цены", PRICES_THEN, PRICES_NOW)
    yield "stock.csv", _stock()
    yield "events.csv", _events()


_COLUMNS = ("День", "Время", "Телефон", "Товар", "Точка")
_SOURCE = ("yandex", "organic")


@dataclass(frozen=True)
class _Receipt:
    place: str
    product: str
    coins: int


def _calls() -> bytes:
    return calltouch.write(
        ((number, call) for number, call in enumerate((call for call, _, _ in _callers()), start=100_001)),
        "74950000144",
    )


def _callers() -> Iterator[tuple[Call, datetime | None, _Receipt | None]]:
    """Each caller, when they bought and what; None: nothing."""
    place = 0
    for march in (MARCH_THEN, MARCH_NOW):
        bought = _by_day(march)
        for call in _people(_lead_days(march), march.leads, march.answered, march.target, place):
            place += 1
            held = bought[call.started.date()] if call.target else []
            yield call, *((call.started + timedelta(hours=1), held.pop()) if held else (None, None))
        assert not any(bought.values()), "more was sold on a day than people were on target"
    days = spreading.every(EARLIER.first, EARLIER.last)
    came = [day - LATER for day in spreading.weighed(days, _weights(days), EARLIER_LEADS)]
    for call in _people(came, EARLIER_LEADS, EARLIER_LEADS, EARLIER_BUYERS, place):
        yield call, *((call.started + LATER, _EARLIER) if call.target else (None, None))


_EARLIER = _Receipt(MAIN, OTHER, 800_000)


def _people(days: list[date], leads: int, answered: int, target: int, before: int) -> Iterator[Call]:
    """So many callers, evenly answered and on target; `before` came before them."""
    is_answered, is_target = spreading.chosen(answered, leads), iter(spreading.chosen(target, answered))
    source, medium = _SOURCE
    for place, (day, talks) in enumerate(zip(days, is_answered, strict=True)):
        suits = talks and next(is_target)
        yield Call(
            started=datetime.combine(day, time(9)) + timedelta(minutes=place % 480),
            phone=f"7944{before + place + 1:07d}",
            answered=talks,
            wait=12,
            talk=(120 if suits else 20) if talks else 0,
            unique=True,
            target=suits,
            manager="Анна",
            source=source,
            medium=medium,
            campaign="",
            keyword="",
            city="Москва",
        )


def _lead_days(march: March) -> list[date]:
    """The day of each lead; of this year's so many came in the last days that what they still owe is whole."""
    days = spreading.every(march.period.first, march.period.last)
    if march is MARCH_THEN:
        return spreading.weighed(days, _weights(days), march.leads)
    early, late = days[:-LAST_DAYS], days[-LAST_DAYS:]
    return [
        *spreading.weighed(early, _weights(early), march.leads - LAST_LEADS),
        *spreading.weighed(late, _weights(late), LAST_LEADS),
    ]


def _by_day(march: March) -> dict[date, list[_Receipt]]:
    days = spreading.every(march.period.first, march.period.last)
    found: dict[date, list[_Receipt]] = {day: [] for day in days}
    for sold in march.sold:
        told = [day for day in days if day != SILENT]
        of = spreading.weighed(told, _weights(told), sold.receipts)
        could = [place for place, day in enumerate(of) if day not in SCARCE_DAYS]
        scarce = {place for place, is_so in zip(could, spreading.chosen(sold.scarce, len(could)), strict=True) if is_so}
        fives = 1 if sold.coins % 5 else 5  # of which a fifth is a whole coin of VAT
        sums = (fives * part for part in spreading.shares(sold.coins // fives, sold.receipts))
        for place, (day, coins) in enumerate(zip(of, sums, strict=True)):
            found[day].append(_Receipt(sold.place, SCARCE if place in scarce else OTHER, coins))
    return found


def _weights(days: list[date]) -> list[int]:
    works = set(spreading.working("RU", days[0], days[-1]))
    return [WORKING if day in works else OFF for day in days]


def _receipts() -> dict[str, list[list[str]]]:
    """The rows of each file of a till: of both Marches, of earlier leads, and the takings of the days around."""
    rows: dict[str, list[list[str]]] = {name: [] for name in _TILLS}
    for call, at, receipt in _callers():
        if at is not None and receipt is not None:
            _write(rows, f"R{call.phone}", at, call.phone, receipt)
    days = [day for day in spreading.every(*BOOKS) if day not in THEN and day not in NOW]
    for day, weight in zip(days, _weights(days), strict=True):
        third = CLOSED if day <= CLOSED_AFTER else OPENED
        for number, place in enumerate([*[NORTH] * 2, third, *[MAIN] * (weight - 3)]):
            noon = datetime.combine(day, time(12))
            _write(rows, f"D{day:%Y%m%d}-{number}", noon, "", _Receipt(place, OTHER, 800_000))
    return rows


def _write(rows: dict[str, list[list[str]]], number: str, at: datetime, phone: str, receipt: _Receipt) -> None:
    name, coins = "main-till.csv", receipt.coins
    if receipt.place == NORTH:
        name = "north-till.csv"
        if at.date() < WITHOUT_VAT_SINCE:
            name, coins = "north-till-2023.csv", coins * 6 // 5
    row = [number, f"{at:%Y-%m-%d}", f"{at:%H:%M:%S}", phone, receipt.product, receipt.place, plain(coins)]
    rows[name].append(row)


def _series(kind: str, name: str, then: int, now: int) -> bytes:
    """A value a week; another one from the new year on."""
    lines = [["day", "day_to", "kind", "name", "value"]]
    monday = BOOKS[0] - timedelta(days=BOOKS[0].weekday())
    while monday <= BOOKS[1]:
        value = now if monday >= FEWER_SINCE else then
        lines.append([f"{monday}", f"{monday + timedelta(days=6)}", kind, name, str(value)])
        monday += timedelta(days=7)
    return table(lines, ",", "\n").encode()


def _stock() -> bytes:
    """Both goods were there on all days but five, on which one was not."""
    day = timedelta(days=1)
    lines = [["day", "day_to", "product", "in_stock"]]
    for product in (SCARCE, OTHER):
        lines.append([f"{THEN.first}", f"{THEN.last}", product, "1"])
    lines.append([f"{NOW.first}", f"{NOW.last}", OTHER, "1"])
    lines.append([f"{NOW.first}", f"{SCARCE_DAYS.first - day}", SCARCE, "1"])
    lines.append([f"{SCARCE_DAYS.first}", f"{SCARCE_DAYS.last}", SCARCE, "0"])
    lines.append([f"{SCARCE_DAYS.last + day}", f"{NOW.last}", SCARCE, "1"])
    return table(lines, ",", "\n").encode()


def _events() -> bytes:
    """What the agency wrote down."""
    lines = [
        ["day", "day_to", "what", "text"],
        [f"{SILENT}", f"{SILENT}", "data_missing", "в выгрузках касс нет субботы"],
    ]
    return table(lines, ",", "\n").encode()
