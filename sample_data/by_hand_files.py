"""A few small exports of each kind, for a person to upload by hand: `python -m sample_data.by_hand_files` writes them.

A fortnight of both clients, with another seed than the demo's. They are committed in `sample_data/by_hand`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sample_data.harbor import agreed as harbor_agreed
from sample_data.harbor import files as harbor
from sample_data.harbor import shop
from sample_data.harbor.story import Story as HarborStory
from sample_data.layouts import (
    amocrm,
    bitrix24,
    callrail,
    calltouch,
    google_ads,
    meta_ads,
    plain,
    shopify,
    sipuni,
    yandex_direct,
)
from sample_data.layouts.numbers import plain as money
from sample_data.layouts.numbers import table
from sample_data.nord import agreed as nord_agreed
from sample_data.nord import enquiries
from sample_data.nord import files as nord
from sample_data.nord.story import Story as NordStory
from sample_data.rows import AdRow, Deal, Order
from sample_data.timeline import Timeline, days

FOLDER = Path(__file__).parent / "by_hand"
FIRST, LAST = date(2026, 11, 8), date(2026, 11, 21)
MONTHS, SEED = 15, 8
NO_SUCH_DAY = (
    "31.11.2026;РСЯ | Ретаргетинг;51200107;Были на сайте;4921001500;M-1921001500;900;9;1,00;180,00;20,00;-;1,43;0"
)


def contents() -> dict[str, bytes]:
    """File name → bytes."""
    timeline = Timeline(LAST, MONTHS)
    return dict([*_clinic(NordStory(timeline)), *_shop(HarborStory(timeline)), *_strangers()])


def _fortnight(rows: list[AdRow]) -> list[AdRow]:
    return [row for row in rows if FIRST <= row.day <= LAST]


def _clinic(story: NordStory) -> Iterator[tuple[str, bytes]]:
    clinic = enquiries.simulate(story, SEED)
    direct = _fortnight(clinic.direct)
    yield "yandex-direct.csv", yandex_direct.write(direct, nord.ACCOUNT, FIRST, LAST, modern=False)
    week = LAST - timedelta(days=6)
    late = [row for row in direct if row.day >= week]
    content = yandex_direct.write(late, nord.ACCOUNT, week, LAST, modern=True)
    head, total = content.rsplit("Итого".encode(), 1)
    broken = head + f"{NO_SUCH_DAY}\r\n".encode() + "Итого".encode() + total
    yield "yandex-direct-with-a-bad-row.csv", broken
    yield "google-ads-ru.csv", google_ads.write_russian(_fortnight(clinic.google), "USD", FIRST, LAST)
    calls = [pair for pair in enumerate(clinic.calls, start=900_001) if pair[1].started.date() >= FIRST]
    yield "calltouch.csv", calltouch.write(calls[:150], nord.TRACKING_NUMBER)
    yield "sipuni.csv", sipuni.write(calls[:150], nord.TRACKING_NUMBER)
    deals = [(number, deal.as_of(LAST)) for number, deal in enquiries.deals_created(clinic.deals, FIRST, LAST)]
    yield "amocrm-deals.csv", amocrm.write(deals[:110])
    yield "bitrix24-deals.csv", bitrix24.write(_older(clinic.deals))
    rates = [(day, "USD", f"{81.5 + 0.13 * number:.4f}") for number, day in enumerate(days(FIRST, LAST))]
    yield "rates.csv", plain.rates(rates)
    yield "events.csv", plain.events(nord_agreed.events(story))
    yield "notes.csv", plain.notes(list(nord_agreed.notes(story, clinic.calls))[-1:])


def _older(deals: list[Deal]) -> list[tuple[int, Deal]]:
    """Deals of a month ago, of which many are decided."""
    found = enquiries.deals_created(deals, FIRST - timedelta(days=35), FIRST - timedelta(days=29))
    return [(number, deal.as_of(LAST)) for number, deal in found][:120]


def _shop(story: HarborStory) -> Iterator[tuple[str, bytes]]:
    seen = shop.simulate(story, SEED)
    yield "google-ads-en.csv", google_ads.write_english(_fortnight(seen.google), harbor.CURRENCY, FIRST, LAST)
    yield "meta-ads-en.csv", meta_ads.write(_fortnight(seen.meta), harbor.CURRENCY, FIRST, LAST)
    calls = [call for call in seen.calls if call.started.date() >= FIRST]
    yield "callrail.csv", callrail.write(calls, harbor.TRACKING_NUMBER)
    orders = [pair for pair in enumerate(seen.orders, start=50_001) if pair[1].created.date() >= FIRST]
    young = [pair for pair in orders if pair[1].created.date() < FIRST + timedelta(days=3)][:60]
    yield "shopify-orders.csv", shopify.write(young, harbor.CURRENCY, harbor.ZONE, FIRST + timedelta(days=2))
    yield "shopify-orders-later.csv", shopify.write(young, harbor.CURRENCY, harbor.ZONE, date(2027, 1, 15))
    yield "plan.csv", plain.plan(harbor_agreed.plan(story))
    yield "plain-orders.csv", _plain_orders(orders[60:200])


def _plain_orders(orders: list[tuple[int, Order]]) -> bytes:
    """A table from somebody's own till: no known layout, so it needs the mapping beside it."""
    lines = [["Receipt", "Sold on", "Article", "Pieces", "Amount", "Paid back", "Buyer e-mail", "Came from"]]
    for number, order in orders:
        for line in order.lines:
            lines.append(
                [
                    f"R-{number}",
                    f"{order.created:%Y-%m-%d %H:%M}",
                    line.product,
                    str(line.quantity),
                    money(line.total),
                    money(line.total if line.refunded_on else 0),
                    order.person.email,
                    order.source,
                ]
            )
    return table(lines, ",", "\n").encode()


def _strangers() -> Iterator[tuple[str, bytes]]:
    """A file that looks right and is of the wrong kind: it holds campaigns' settings, not what they did."""
    header = "Campaign\tLabels\tCampaign Type\tBudget\tAd Group\tKeyword\tCriterion Type\r\n"
    row = "Search | Brand\t\tSearch\t20.00\tBrand\t[harbor and home]\tExact\r\n"
    yield "wrong-google-ads-editor.csv", b"\xff\xfe" + (header + row).encode("utf-16-le")


def main() -> None:
    for name, content in contents().items():
        (FOLDER / name).write_bytes(content)
        print(f"{len(content):6d}  {name}")


if __name__ == "__main__":
    main()
