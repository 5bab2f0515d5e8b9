"""«Last year without ads X, this year with ads X too»: a clinic whose March brought the same twice, as files.

March 2023 had 22 working days and no ads, March 2024 has 20 and ads for a million. People search for it 30 % less, 85
calls of 100 are answered and not 95, prices are 5 % higher, and more money is given back. Every count divides without
a rest; the one thing that files cannot carry is a third of a coin in the refunds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dashboard.domain.client import ClientProfile, VatRate
from dashboard.domain.period import Period
from sample_data.layouts import calltouch, yandex_direct
from sample_data.layouts.numbers import plain, table
from sample_data.rows import AdRow, Call
from tests.stories import spreading

THEN, NOW = Period(date(2023, 3, 1), date(2023, 3, 31)), Period(date(2024, 3, 1), date(2024, 3, 31))
TODAY = date(2024, 4, 10)
# The books go back so far that the clinic's own week can be learnt from them, and on so far that March is over.
BOOKS = (date(2022, 1, 1), date(2024, 4, 9))
FEWER_SINCE = date(2024, 1, 1)
CAMPAIGN = "Поиск | Приём врача"

CLINIC = ClientProfile(
    slug="then-and-now",
    name="Клиника «Тогда и теперь»",
    currency="RUB",
    country="RU",
    timezone="Europe/Moscow",
    language="ru",
    provisional_days=0,
    vat_deductible=True,
    vat=(VatRate(date(2019, 1, 1), Decimal("0.20")),),
    margin=Decimal("0.4"),
    sales_books=("receipts",),
)

ORDERS_ARE = """kind = "orders"
[columns]
order_id = "Чек"
sold_time = "Время"
sold = "День"
phone = "Телефон"
revenue = "Сумма"
refunded = "Возвращено"
[options]
platform = "receipts"
currency = "RUB"
date_order = "ymd"
decimal_mark = "."
"""


@dataclass(frozen=True)
class Stage:
    """People of one source in one month, stage by stage; money in coins."""

    source: tuple[str, str, str]
    days: tuple[date, ...]
    leads: int
    answered: int
    target: int
    sold: int
    price: int
    given_back: int

    @property
    def net(self) -> Decimal:
        """What stays of it, in roubles."""
        return Decimal(self.sold * self.price - self.given_back) / 100


ORGANIC, ADS = ("yandex", "organic", ""), ("yandex", "cpc", CAMPAIGN)
_THEN_DAYS = tuple(spreading.working("RU", THEN.first, THEN.last))
_NOW_DAYS = tuple(spreading.working("RU", NOW.first, NOW.last))

# Last year: demand 100, 22 days, half a lead for each point of demand and day; 95 of 100 answered, 80 of 100 on
# target, a quarter buys for 50,000, and 5 % of the money goes back.
ORGANIC_THEN = Stage(ORGANIC, _THEN_DAYS, 1100, 1045, 836, 209, 5_000_000, 52_250_000)
# This year: demand 70, 20 days; 85 of 100 answered; 52,500; 7.3 % goes back, so that both years bring the same.
ORGANIC_NOW = Stage(ORGANIC, _NOW_DAYS, 700, 595, 476, 119, 5_250_000, 45_645_833)
ADS_NOW = Stage(ADS, _NOW_DAYS, 500, 425, 340, 85, 5_250_000, 32_604_167)
STAGES = (ORGANIC_THEN, ORGANIC_NOW, ADS_NOW)
SPEND = 100_000_000
DEMAND_THEN, DEMAND_NOW = 700, 490  # searches a week


def files() -> Iterator[tuple[str, bytes]]:
    """The clinic's exports, by name."""
    yield "calltouch.csv", _calls()
    yield "receipts.csv", _receipts()
    yield "yandex-direct.csv", _ads()
    yield "demand.csv", _demand()


def _calls() -> bytes:
    return calltouch.write(
        ((number, call) for number, (call, _) in enumerate(_callers(), start=100_001)), "74950000143"
    )


def _callers() -> Iterator[tuple[Call, int | None]]:
    """Each caller with what they bought at: their place among the buyers of their stage; None: nothing."""
    number = 0
    for stage in STAGES:
        source, medium, campaign = stage.source
        answered = iter(spreading.chosen(stage.answered, stage.leads))
        target, bought = (
            iter(spreading.chosen(*of)) for of in ((stage.target, stage.answered), (stage.sold, stage.target))
        )
        buyers = 0
        for place, day in enumerate(spreading.over(stage.days, stage.leads)):
            number += 1
            is_answered = next(answered)
            is_target = is_answered and next(target)
            has_bought = is_target and next(bought)
            call = Call(
                started=datetime.combine(day, time(9)) + timedelta(minutes=place % 480),
                phone=f"7943{number:07d}",
                answered=is_answered,
                wait=12,
                talk=(120 if is_target else 20) if is_answered else 0,
                unique=True,
                target=is_target,
                manager="Анна",
                source=source,
                medium=medium,
                campaign=campaign,
                keyword="",
                city="Москва",
            )
            yield call, buyers if has_bought else None
            buyers += has_bought


def _receipts() -> bytes:
    """The books: both Marches sale by sale, and the takings of the working days around them."""
    lines = [["Чек", "День", "Время", "Телефон", "Сумма", "Возвращено"]]
    for day in spreading.working("RU", *BOOKS):
        if day not in THEN and day not in NOW:
            count, price = (9, "50000.00") if day < FEWER_SINCE else (6, "48260.00")
            lines += [[f"D{day:%Y%m%d}-{one}", f"{day}", "12:00:00", "", price, "0.00"] for one in range(count)]
    callers = iter(_callers())
    for stage in STAGES:
        back = list(spreading.shares(stage.given_back, stage.sold))
        for call, buyer in (next(callers) for _ in range(stage.leads)):
            if buyer is None:
                continue
            sold = call.started + timedelta(hours=1)
            lines.append(
                [
                    f"R{call.phone}",
                    f"{sold:%Y-%m-%d}",
                    f"{sold:%H:%M:%S}",
                    call.phone,
                    plain(stage.price),
                    plain(back[buyer]),
                ]
            )
    return table(lines, ",", "\n").encode()


def _ads() -> bytes:
    days = spreading.every(NOW.first, NOW.last)
    rows = [
        AdRow(day, "7001", CAMPAIGN, "Общая", 4000, 200, spend, 0)
        for day, spend in zip(days, spreading.shares(SPEND, len(days)), strict=True)
    ]
    return yandex_direct.write(rows, "then-and-now", NOW.first, NOW.last, modern=True)


def _demand() -> bytes:
    """How often people search for it, week by week: three of ten fewer from the new year on."""
    lines = [["day", "day_to", "kind", "name", "value"]]
    monday = BOOKS[0] - timedelta(days=BOOKS[0].weekday())
    while monday <= BOOKS[1]:
        value = DEMAND_NOW if monday >= FEWER_SINCE else DEMAND_THEN
        lines.append([f"{monday}", f"{monday + timedelta(days=6)}", "demand", "приём врача", str(value)])
        monday += timedelta(days=7)
    return table(lines, ",", "\n").encode()
