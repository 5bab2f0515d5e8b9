"""WooCommerce: Analytics → Orders, and the plugin «Advanced Order Export».

Analytics has a row for each order and, below nought, one for each refund; net sales are without tax and shipping. The
plugin has a row for each item and repeats the order's totals on every one of them.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

_PAID = (
    "completed", "processing", "refunded", "wc-completed", "wc-processing", "wc-refunded",
    "выполнен", "завершен", "завершён", "обработка", "в обработке", "возвращен", "возвращён",
)  # fmt: skip

WOOCOMMERCE = Format(
    name="woocommerce",
    label="WooCommerce",
    kind=Kind.ORDERS,
    grade="A",  # the plugin's own source; that refunds are rows below nought is not verified
    columns={
        "order_id": ("Order #",),
        "sold": ("Date",),
        "status": ("Status",),
        "product": ("Product(s)",),
        "quantity": ("Items sold",),
        "revenue": ("Net Sales", "N. Revenue", "N. Revenue (formatted)"),
        "source": ("Attribution",),
        "currency": ("Currency", "N. Revenue (formatted)", "Net Sales (formatted)"),  # for the sign in it
    },
    required=("order_id", "sold", "status", "revenue"),
    known=("Customer", "Customer type", "Coupon(s)"),
    words={"paid": _PAID},
    date_order="ymd",
    includes_vat=False,
    counts_products=True,
    export=N_("In WooCommerce open Analytics → Orders, choose the period, then Download."),
)

WOOCOMMERCE_EXPORT = Format(
    name="woocommerce_export",
    label="WooCommerce, Advanced Order Export",
    kind=Kind.ORDERS,
    grade="B",
    columns={
        "order_id": ("Order Number", "Order ID"),
        "status": ("Order Status",),
        "sold": ("Order Date",),
        "product": ("Name", "Item Name", "Product Name"),
        "quantity": ("Quantity",),
        "unit_price": ("Item Cost",),
        "revenue": ("Order Line Total",),
        "order_total": ("Order Total Amount",),
        "order_refunded": ("Order Refund Amount",),
        "phone": ("Phone (Billing)", "Phone (Shipping)"),
        "email": ("Email (Billing)",),
        "currency": ("Order Currency", "Currency"),
        "source": ("_wc_order_attribution_utm_source", "Origin", "utm_source"),
        "medium": ("_wc_order_attribution_utm_medium", "utm_medium"),
        "campaign": ("_wc_order_attribution_utm_campaign", "utm_campaign"),
        "keyword": ("_wc_order_attribution_utm_term", "utm_term"),
    },
    required=("order_id", "status", "sold", "order_total"),
    known=(
        "Customer Note", "First Name (Billing)", "Last Name (Billing)", "Company (Billing)", "Item #", "SKU",
        "Quantity (- Refund)", "Payment Method Title", "Cart Discount Amount", "Order Subtotal Amount",
        "Order Shipping Amount", "Order Total Tax Amount", "Shipping Method Title", "Coupon Code", "Discount Amount",
        "Order Total Amount (- Refund)", "City (Billing)", "Address 1&2 (Billing)", "Postcode (Billing)",
    ),
    words={"paid": _PAID},
    date_order="ymd",
    platform="woocommerce",
    export=N_(
        "In WordPress open WooCommerce → Export Orders, turn on order number, status, date, item name, quantity, item "
        "cost, order total, refund amount and phone, then Export as CSV or XLSX."
    ),
)  # fmt: skip
