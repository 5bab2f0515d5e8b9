"""What the shop and its agency agreed and wrote down: the plan, the events, the monthly notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sample_data.harbor.offer import SOURCES
from sample_data.harbor.story import Story
from sample_data.layouts.plain import Event, Note, Planned
from sample_data.rows import Order
from sample_data.timeline import days, month_end, month_start

AUTHOR = "Agency"


def plan(story: Story) -> Iterator[Planned]:
    """Six months back to the end of the running quarter; the last two months were agreed anew in the middle."""
    last = month_start(story.time.end, 2 - (story.time.end.month - 1) % 3)
    month = story.time.month(6)
    while month <= last:
        agreed_on = month_start(month, -((month.month - 1) % 3)) - timedelta(days=9)
        yield from _plan_of(month, agreed_on, story, 1.0)
        if month >= story.time.month(0):
            yield from _plan_of(month, story.time.day(1, 15), story, 1.1)
        month = month_start(month, 1)


def _plan_of(month: date, agreed_on: date, story: Story, level: float) -> Iterator[Planned]:
    interest = [story.interest(day) for day in days(month, month_end(month))]
    paid = sum(value**0.85 for value in interest)
    total = sum(interest)
    google = sum(source.spend for source in SOURCES if source.source == "google")
    meta = sum(source.spend for source in SOURCES if source.source == "facebook")
    for channel, measure, value, step in (
        ("google_ads", "spend", google * paid, 100),
        ("google_ads", "orders", 10.1 * total, 5),
        ("google_ads", "leads", 2.9 * total, 5),
        ("meta_ads", "spend", meta * paid, 100),
        ("meta_ads", "orders", 3.2 * total, 5),
        ("", "spend", (google + meta) * paid, 100),
        ("", "orders", 19.0 * total, 10),
        ("", "revenue", 2_700 * total, 1_000),
    ):
        yield Planned(month, channel, measure, round(value * level / step) * step, agreed_on)


def events(story: Story) -> list[Event]:
    since = story.tracking_since
    plan_changed = story.time.day(1, 15)
    sales = [Event(first, last, "promotion", "Black Friday to Cyber Monday") for first, last in story.black_fridays()]
    return [
        *sales,
        Event(since, since, "tracking_on", "Call tracking switched on; calls before this day were not recorded"),
        Event(*story.site_down, "site_down", "The shop was down after a failed update; advertising went on"),
        Event(*story.days_without_export, "data_missing", "Meta did not give out statistics for these days"),
        Event(*story.out_of_stock, "out_of_stock", "Espresso Machine out of stock; its campaigns were not paused"),
        Event(plan_changed, plan_changed, "plan_changed", "The plan from next month on was raised by a tenth"),
    ]


def notes(story: Story, orders: list[Order]) -> Iterator[Note]:
    for back, (text, next_steps) in enumerate(reversed(TEXTS), start=1):
        month = story.time.month(back)
        yield Note(month, AUTHOR, text.format(phone=_phone_share(orders, month)), next_steps)


def _phone_share(orders: list[Order], month: date) -> str:
    """Share of the month's order value that was agreed by phone."""
    placed = [order for order in orders if order.paid and month_start(order.created.date()) == month]
    by_phone = sum(order.subtotal for order in placed if order.by_phone)
    return f"{100 * by_phone / max(1, sum(order.subtotal for order in placed)):.0f}%"


TEXTS = (  # from the oldest of the last six full months to the newest
    (
        "Counted by orders on the site, the water heater campaign looks like a waste. Counted with the phone it "
        "carries the shop: {phone} of this month's order value was agreed by phone, mostly with older buyers.",
        "Keep the water heater budget. Judge campaigns by margin, phone included.",
    ),
    (
        "The shop was down for two days while advertising went on; that spend is in the figures. "
        "Phone orders made {phone} of the order value.",
        "Add an availability check that pauses the campaigns.",
    ),
    (
        "Two days of Meta statistics are missing, so the month's spend is a little understated. "
        "Phone orders made {phone} of the order value.",
        "Export the missing days again. Try a higher bid on water heaters in the evening.",
    ),
    (
        "Smart home advertising brings most orders and hardly pays: margins are thin and every tenth vacuum comes "
        "back. Phone orders made {phone} of the order value.",
        "Cut prospecting on smart home by a fifth and watch the orders for a month.",
    ),
    (
        "The espresso machine ran out on the 8th and its campaigns kept spending. "
        "Phone orders made {phone} of the order value.",
        "Shop: send the stock list every Monday. Agency: pause what is out of stock the same day.",
    ),
    (
        "The espresso machine came back in the middle of the month. Returns of the last weeks are not all in yet, so "
        "the month will end lower than it looks. Phone orders made {phone} of the order value.",
        "Plan raised by a tenth from next month, agreed on the 15th. One more person on the phone for the season.",
    ),
)
