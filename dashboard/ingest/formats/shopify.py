"""Shopify: the orders export. Totals, payment and phone stand on an order's first line only."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

SHOPIFY = Format(
    name="shopify",
    label="Shopify",
    kind=Kind.ORDERS,
    grade="A",
    columns={
        "order_id": ("Name",),
        "email": ("Email",),
        "status": ("Financial Status",),
        "currency": ("Currency",),
        "order_total": ("Total",),
        "sold": ("Created at",),
        "quantity": ("Lineitem quantity",),
        "product": ("Lineitem name",),
        "unit_price": ("Lineitem price",),
        "discount": ("Lineitem discount",),
        "outstanding": ("Outstanding Balance",),
        "order_refunded": ("Refunded Amount",),
        "cancelled_at": ("Cancelled at",),
        "way": ("Source",),
        "phone": ("Phone", "Billing Phone", "Shipping Phone"),
        "utm": ("Note Attributes",),
        "location": ("Location",),
    },
    required=("order_id", "status", "order_total", "sold", "product"),
    known=(
        "Paid at", "Fulfillment Status", "Fulfilled at", "Accepts Marketing", "Subtotal", "Shipping", "Taxes",
        "Discount Code", "Discount Amount", "Shipping Method", "Payment Method", "Vendor",
        "Id", "Tags", "Payment References", "Tax 1 Name", "Lineitem sku", "Lineitem vendor",
    ),
    words={
        "paid": ("paid", "partially_paid", "partially_refunded", "refunded"),
        "phone": ("phone", "draft", "shopify_draft_order"),
        "site": ("web", "online", "checkout", "shop"),
    },
    date_order="ymd",
    export=N_("In Shopify open Orders → Export, choose the dates and “CSV for Excel or other spreadsheet programs”."),
)  # fmt: skip
