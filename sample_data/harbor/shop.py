"""A day at the shop: advertising, orders on the site, calls, orders by phone, and goods that come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sample_data import people
from sample_data.chance import Chance
from sample_data.harbor.offer import GOODS, HEATERS, SOLD_BY_PHONE, SOURCES, Source
from sample_data.harbor.story import Story
from sample_data.people import Person
from sample_data.rows import AdRow, Call, Order, OrderLine

AGENTS = {"Dana": 5.0, "Marcus": 4.0, "Priya": 3.0}
MISSED = 0.09


@dataclass
class Shop:
    """Everything that happened at the shop, in order of time. Calls from before the tracking are not here."""

    google: list[AdRow] = field(default_factory=list)
    meta: list[AdRow] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    buyers: list[Person] = field(default_factory=list)


def simulate(story: Story, seed: int) -> Shop:
    shop = Shop()
    for day in story.time.days():
        for source in SOURCES:
            chance = Chance(seed, "harbor", source.key, day)
            orders = chance.count(source.orders * story.interest(day) * story.site(day), 0.05)
            placed = [_site_order(source, day, story, shop, chance) for _ in range(orders)]
            bought = [order for order in placed if order is not None]
            shop.orders += bought
            if source.spend:
                rows = _ad_rows(source, day, story, len(bought), chance)
                (shop.google if source.source == "google" else shop.meta).extend(rows)
            for _ in range(chance.count(source.calls * story.interest(day) ** 0.7, 0.05)):
                _call(source, day, story, shop, chance)
    shop.calls.sort(key=lambda call: (call.started, call.phone))
    shop.orders = [order for order in shop.orders if order.created.date() <= story.time.end]
    shop.orders.sort(key=lambda order: (order.created, order.person.phone))
    return shop


def _ad_rows(source: Source, day: date, story: Story, bought: int, chance: Chance) -> list[AdRow]:
    sets = source.ad_sets or ("",)
    planned = source.spend * story.interest(day) ** 0.85 / len(sets)
    rows = []
    for number, ad_set in enumerate(sets):
        spend = round(chance.around(planned, 0.13) * 100)
        clicks = max(1, round(spend / 100 / chance.around(source.cpc, 0.1)))
        impressions = max(clicks, round(clicks / chance.around(source.ctr, 0.1)))
        conversions = min(clicks, bought // len(sets) + (number < bought % len(sets)))
        rows.append(AdRow(day, "", source.name, ad_set, impressions, clicks, spend, conversions))
    return rows


def _buyer(shop: Shop, chance: Chance) -> Person:
    """One buyer in eight has bought before."""
    if shop.buyers and chance.happens(0.12):
        return chance.choice(shop.buyers)
    person = people.american(chance)
    shop.buyers.append(person)
    return person


def _site_order(source: Source, day: date, story: Story, shop: Shop, chance: Chance) -> Order | None:
    """None where what the buyer came for is out of stock."""
    products = {chance.pick(source.basket)}
    if chance.happens(0.28):
        products.add(chance.pick(source.basket))
    available = sorted(product for product in products if story.in_stock(product, day))
    if not available:
        return None
    created = chance.moment(day, 7, 23)
    lines = tuple(_line(product, created, chance) for product in available)
    total = sum(line.total for line in lines)
    cancelled = created + timedelta(hours=chance.randrange(1, 30)) if chance.happens(0.012) else None
    return Order(
        person=_buyer(shop, chance),
        created=created,
        lines=lines,
        shipping=0 if total >= 7_500 else 595,
        by_phone=False,
        paid=not chance.happens(0.02),
        cancelled=cancelled,
        source=source.source,
        medium=source.medium,
        campaign=source.name,
    )


def _line(product: str, created: datetime, chance: Chance) -> OrderLine:
    good = GOODS[product]
    cheap = good.price < 5_000
    quantity = 2 if cheap and chance.happens(0.2) else 1
    price = good.price - 500 * chance.randrange(3) if good.price > 10_000 else good.price
    refunded_on = None
    if chance.happens(good.returned):
        refunded_on = (created + timedelta(days=3 + chance.lognormvariate(3.2, 0.6))).date()
    return OrderLine(product, quantity, price, refunded_on)


def _call(source: Source, day: date, story: Story, shop: Shop, chance: Chance) -> None:
    """A call about a heater; what it leads to is an order that the shop's people type in, with no source of its own."""
    person = _buyer(shop, chance)
    at = chance.moment(day, 8, 20)
    answered = not chance.happens(MISSED)
    talk = min(2400, max(12, round(chance.lognormvariate(5.4, 0.7)))) if answered else 0
    if at.date() >= story.tracking_since:
        shop.calls.append(
            Call(
                started=at,
                phone="" if chance.happens(0.025) else person.phone,
                answered=answered,
                wait=0,
                talk=talk,
                unique=chance.happens(0.85),
                target=answered and talk >= 60 and chance.happens(0.85),
                manager=chance.pick(AGENTS) if answered else "",
                source=source.source,
                medium=source.medium,
                campaign=source.name,
                keyword=source.keyword if chance.happens(0.75) else "",
            )
        )
    if not answered or not chance.happens(SOLD_BY_PHONE):
        return
    created = at + timedelta(days=chance.expovariate(1 / 4), minutes=talk // 60 + 5)
    shop.orders.append(
        Order(
            person=person,
            created=created,
            lines=(_line(chance.pick(HEATERS), created, chance),),
            shipping=0,
            by_phone=True,
            paid=not chance.happens(0.015),
            cancelled=None,
            source="",
            medium="",
            campaign="",
        )
    )
