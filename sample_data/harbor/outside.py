"""What the shop and its agency know beside sales: what was in stock, and what the same goods cost elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sample_data.chance import Chance
from sample_data.harbor.offer import GOODS
from sample_data.harbor.story import Story
from sample_data.timeline import month_end

COMPETITORS = {"Gadget Barn": 1.02, "Everyday Home": 0.99, "Lakeside Appliances": 1.05}
WATCHED = ("Smart Bulb Set", "Robot Vacuum", "Espresso Machine", "Tankless Water Heater")


def stock(story: Story, seed: int) -> Iterator[tuple[date, date, str, int]]:
    """Runs of days with the pieces at their end, month by month; none of what cannot be bought."""
    chance = Chance(seed, "harbor", "stock")
    for product in GOODS:
        for back in range(story.time.months, -1, -1):
            first = story.time.month(back)
            last = min(month_end(first), story.time.end)
            day = first
            while day <= last:
                there, until = story.in_stock(product, day), day
                while until < last and story.in_stock(product, until + timedelta(days=1)) == there:
                    until += timedelta(days=1)
                yield day, until, product, chance.randrange(8, 60) if there else 0
                day = until + timedelta(days=1)


def market_prices(story: Story, seed: int) -> Iterator[tuple[date, str, str, str]]:
    """Somebody looks on the first of each month; the bulbs have become cheaper elsewhere in the last year."""
    chance = Chance(seed, "harbor", "market")
    for back in range(story.time.months, -1, -1):
        day = story.time.month(back)
        for product in WATCHED:
            for competitor, level in COMPETITORS.items():
                price = GOODS[product].price * level * story.market(product, day) * (1 + chance.gauss(0, 0.01))
                yield day, product, competitor, f"{price / 100:.2f}"
