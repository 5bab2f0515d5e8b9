"""The shop's exports, in the order in which an agency would have uploaded them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sample_data.harbor import agreed, outside
from sample_data.harbor.shop import Shop, simulate
from sample_data.harbor.story import Story
from sample_data.layouts import callrail, google_ads, meta_ads, plain, shopify
from sample_data.rows import AdRow
from sample_data.timeline import Timeline, month_end, month_start

CURRENCY, ZONE = "USD", "America/New_York"
TRACKING_NUMBER = "+1 212-555-0100"
BROKEN_CALL = (
    "Answered Call,Website pool,+1 212-555-0100,google,yesterday afternoon,n/a,,+1 (212) 555-0188,No,,,cpc,,,,"
)


def files(end: date, months: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """File name → bytes, in order of upload."""
    story = Story(Timeline(end, months))
    shop = simulate(story, seed)
    gap_first, gap_last = story.days_without_export
    for first, last in story.time.spans():
        google = _between(shop.google, first, last)
        yield f"google-ads-{first}_{last}.csv", google_ads.write_english(google, CURRENCY, first, last)
    for first, last in story.time.spans():
        meta = [row for row in _between(shop.meta, first, last) if not gap_first <= row.day <= gap_last]
        yield f"meta-ads-{first}_{last}.csv", meta_ads.write(meta, CURRENCY, first, last)
    for first, last in story.time.spans(story.tracking_since):
        calls = [call for call in shop.calls if first <= call.started.date() <= last]
        broken = [BROKEN_CALL] if last == story.time.end else []
        yield f"callrail-{first}_{last}.csv", callrail.write(calls, TRACKING_NUMBER, broken)
    yield from _orders(story, shop)
    yield "plan.csv", plain.plan(agreed.plan(story))
    yield "events.csv", plain.events(agreed.events(story))
    yield "stock.csv", plain.stock(outside.stock(story, seed))
    yield "market-prices.csv", plain.market_prices(outside.market_prices(story, seed))
    yield "notes.csv", plain.notes(agreed.notes(story, shop.orders))


def _between(rows: list[AdRow], first: date, last: date) -> list[AdRow]:
    return [row for row in rows if first <= row.day <= last]


def _orders(story: Story, shop: Shop) -> Iterator[tuple[str, bytes]]:
    """The older spans as exported two months after them, when most returns had come; the newest as of today.

    The two last full months were exported at their end before, so today's file brings their returns.
    """
    first, last = story.time.young()
    yield _orders_file(shop, first, last, last)
    for first, last in story.time.spans():
        yield _orders_file(shop, first, last, min(story.time.end, month_end(month_start(last, 2))))


def _orders_file(shop: Shop, first: date, last: date, seen: date) -> tuple[str, bytes]:
    numbered = enumerate(shop.orders, start=1001)
    part = [(number, order) for number, order in numbered if first <= order.created.date() <= last]
    return f"orders-{first}_{last}-as-of-{seen}.csv", shopify.write(part, CURRENCY, ZONE, seen)
