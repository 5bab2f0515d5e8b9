"""Shopify orders: a line per item, the order's totals on its first line only, the source inside “Note Attributes”."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sample_data.chance import Chance
from sample_data.layouts.numbers import plain, table
from sample_data.people import as_written_in_america
from sample_data.rows import Order

HEADER = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem sku,Billing Country,Note Attributes,Cancelled at,Payment Method,Refunded Amount,Vendor,"
    "Outstanding Balance,Id,Tags,Source,Lineitem discount,Phone"
)
COLUMNS = HEADER.split(",")


def write(orders: Iterable[tuple[int, Order]], currency: str, zone: str, seen: date) -> bytes:
    """UTF-8 without a mark, line feeds. Refunds and cancellations are those known by the evening of `seen`."""
    place = ZoneInfo(zone)
    lines = [COLUMNS]
    for number, order in orders:
        for item in range(len(order.lines)):
            cells = _item(number, order, item, place)
            if item == 0:
                cells |= _head(number, order, currency, place, seen)
            lines.append([cells.get(column, "") for column in COLUMNS])
    return table(lines, ",", "\n").encode()


def _item(number: int, order: Order, item: int, place: ZoneInfo) -> dict[str, str]:
    line = order.lines[item]
    return {
        "Name": f"#{number}",
        "Email": order.person.email,
        "Created at": _moment(order.created, place),
        "Lineitem quantity": str(line.quantity),
        "Lineitem name": line.product,
        "Lineitem price": plain(line.price),
        "Lineitem sku": "".join(word[0] for word in line.product.split()) + f"-{line.price // 100}",
        "Vendor": "Harbor & Home",
        "Lineitem discount": "0.00",
    }


def _head(number: int, order: Order, currency: str, place: ZoneInfo, seen: date) -> dict[str, str]:
    total = order.subtotal + order.shipping
    refunded = order.refunded(seen) if order.paid else 0
    cancelled = order.cancelled is not None and order.cancelled.date() <= seen
    status = _status(order, refunded, total)
    return {
        "Financial Status": status,
        "Paid at": _moment(order.created, place) if order.paid else "",
        "Fulfillment Status": "fulfilled" if order.paid and not cancelled else "unfulfilled",
        "Accepts Marketing": "yes" if number % 3 else "no",
        "Currency": currency,
        "Subtotal": plain(order.subtotal),
        "Shipping": plain(order.shipping),
        "Taxes": "0.00",
        "Total": plain(total),
        "Discount Amount": "0.00",
        "Shipping Method": "Standard" if order.shipping else "Free",
        "Billing Country": "US",
        "Note Attributes": _note(order),
        "Cancelled at": _moment(order.cancelled, place) if cancelled and order.cancelled else "",
        "Payment Method": "manual" if order.by_phone else "Shopify Payments",
        "Refunded Amount": plain(refunded),
        "Outstanding Balance": plain(0 if order.paid else total),
        "Id": str(5_900_000_000_000 + number),
        "Tags": "phone" if order.by_phone else "",
        "Source": "shopify_draft_order" if order.by_phone else "web",
        "Phone": _phone(order),
    }


def _status(order: Order, refunded: int, total: int) -> str:
    if not order.paid:
        return "pending"
    if refunded == 0:
        return "paid"
    return "refunded" if refunded >= order.subtotal or refunded >= total else "partially_refunded"


def _note(order: Order) -> str:
    told = (("utm_source", order.source), ("utm_medium", order.medium), ("utm_campaign", order.campaign))
    return "\n".join(f"{name}: {value}" for name, value in told if value)


def _phone(order: Order) -> str:
    """Whoever ordered by phone left a number; of the others every second."""
    typing = Chance("shopify", order.person.phone)
    if order.by_phone or typing.happens(0.5):
        return as_written_in_america(order.person.phone, typing)
    return ""


def _moment(at: datetime, place: ZoneInfo) -> str:
    return f"{at.replace(tzinfo=place):%Y-%m-%d %H:%M:%S %z}"
