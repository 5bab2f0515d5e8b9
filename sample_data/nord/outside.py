"""What the clinic's agency wrote down of the world outside: how often people searched, and the clinic's own prices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import exp

from sample_data.chance import Chance
from sample_data.nord.story import Story
from sample_data.timeline import days

# Searches in an ordinary week of the first year; none has the clinic's name.
QUERIES = {
    "ринопластика": 29_400,
    "липосакция": 24_600,
    "блефаропластика": 21_900,
    "пластический хирург москва": 11_300,
    "ринопластика цена": 8_700,
}


def demand(story: Story, seed: int) -> Iterator[tuple[date, str, int]]:
    """Every whole week of the sample: it moves as the clinic's demand does, with a little noise of each query."""
    chance = Chance(seed, "nord", "searches")
    week = story.time.start + timedelta(days=-story.time.start.weekday() % 7)
    while week + timedelta(days=6) <= story.time.end:
        run = days(week, week + timedelta(days=6))
        level = sum(story.interest(day) * story.demand(day) for day in run) / 7
        for query, usual in QUERIES.items():
            yield week, query, round(usual * level * exp(chance.gauss(0, 0.03)))
        week += timedelta(days=7)


def prices(story: Story) -> Iterator[tuple[date, str, str]]:
    """The price list of each month against the first one's."""
    for back in range(story.time.months, -1, -1):
        month = story.time.month(back)
        yield month, "Прейскурант клиники", f"{100 * story.price_level(month):.1f}".replace(".", ",")
