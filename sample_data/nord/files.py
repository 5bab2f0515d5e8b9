"""The clinic's exports, in the order in which an agency would have uploaded them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sample_data.chance import Chance
from sample_data.layouts import amocrm, calltouch, google_ads, plain, yandex_direct
from sample_data.nord import agreed, outside
from sample_data.nord.enquiries import Clinic, deals_created, simulate
from sample_data.nord.story import Story
from sample_data.rows import AdRow
from sample_data.timeline import Timeline, days

ACCOUNT = "nord-klinika"
TRACKING_NUMBER = "74950000143"
BROKEN_CALL = "смена сдана;;;;14;;;;;;;;;;;"
BROKEN_DEAL = (
    "без номера,Липосакция,уточнить у врача,Олег,вчера,не закрыта,,Первичный контакт,Воронка,Клиент,,,,,,,,,звонок,,"
)


def files(end: date, months: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """File name → bytes, in order of upload."""
    story = Story(Timeline(end, months))
    clinic = simulate(story, seed)
    yield "kursy-usd.csv", plain.rates(_rates(story, seed))
    yield from _direct(story, clinic, seed)
    for first, last in story.time.spans(story.abroad_since):
        rows = _between(clinic.google, first, last)
        yield f"google-ads-{first}_{last}.csv", google_ads.write_russian(rows, "USD", first, last)
    yield from _calls(story, clinic)
    yield from _deals(story, clinic)
    yield "plan.csv", plain.plan(agreed.plan(story))
    yield "sobytiya.csv", plain.events(agreed.events(story))
    yield "spros.csv", plain.demand(outside.demand(story, seed))
    yield "indeks-tsen.csv", plain.price_index(outside.prices(story))
    yield "zametki.csv", plain.notes(agreed.notes(story, clinic.calls))


def _between(rows: list[AdRow], first: date, last: date) -> list[AdRow]:
    return [row for row in rows if first <= row.day <= last]


def _direct(story: Story, clinic: Clinic, seed: int) -> Iterator[tuple[str, bytes]]:
    """The newest file begins a fortnight before its month: it settles three days that were provisional before."""
    gap_first, gap_last = story.days_without_export
    kept = [row for row in clinic.direct if not gap_first <= row.day <= gap_last]
    before = story.time.month(0) - timedelta(days=1)
    chance = Chance(seed, "nord", "provisional")
    for first, last in story.time.spans():
        if first <= before:
            until = min(last, before)
            rows = _between(kept, first, until)
            young = before - timedelta(days=3)
            rows = [_provisional(row, chance) if row.day > young else row for row in rows]
            yield _direct_file(rows, first, until, modern=first >= story.time.month(11))
    newest = before - timedelta(days=13)
    yield _direct_file(_between(kept, newest, story.time.end), newest, story.time.end, modern=True)


def _direct_file(rows: list[AdRow], first: date, last: date, *, modern: bool) -> tuple[str, bytes]:
    return f"direct-{first}_{last}.csv", yandex_direct.write(rows, ACCOUNT, first, last, modern=modern)


def _provisional(row: AdRow, chance: Chance) -> AdRow:
    """A day before the platform has thrown out the clicks that it will not charge."""
    return replace(row, clicks=row.clicks + chance.randrange(1, 4), spend=round(row.spend * 1.03))


def _calls(story: Story, clinic: Clinic) -> Iterator[tuple[str, bytes]]:
    numbered = list(enumerate(clinic.calls, start=700_001))
    spans = story.time.spans()
    for first, last in spans:
        part = [(number, call) for number, call in numbered if first <= call.started.date() <= last]
        broken = [BROKEN_CALL] if (first, last) == spans[-2] else []
        yield f"calltouch-{first}_{last}.csv", calltouch.write(part, TRACKING_NUMBER, broken)


def _deals(story: Story, clinic: Clinic) -> Iterator[tuple[str, bytes]]:
    """Deals by day of creation, as they are today; those of the two last full months were exported young before."""
    first, last = story.time.young()
    yield _deals_file(clinic, first, last, last, [BROKEN_DEAL])
    for first, last in story.time.spans():
        yield _deals_file(clinic, first, last, story.time.end, [])


def _deals_file(clinic: Clinic, first: date, last: date, seen: date, broken: list[str]) -> tuple[str, bytes]:
    deals = [(number, deal.as_of(seen)) for number, deal in deals_created(clinic.deals, first, last)]
    return f"amocrm-{first}_{last}-na-{seen}.csv", amocrm.write(deals, broken)


def _rates(story: Story, seed: int) -> Iterator[tuple[date, str, str]]:
    """Roubles for a dollar: a made-up walk around 82, every day but two."""
    missing = days(*story.days_without_rate)
    chance = Chance(seed, "nord", "rates")
    rate = 82.0
    for day in days(story.abroad_since - timedelta(days=3), story.time.end):
        rate += 0.02 * (82 - rate) + chance.gauss(0, 0.45)
        if day not in missing:
            yield day, "USD", f"{rate:.4f}"
