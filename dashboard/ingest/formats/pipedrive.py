"""Pipedrive: the list of deals, whose headers begin with what they belong to («Deal - Title»)."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

PIPEDRIVE = Format(
    name="pipedrive",
    label="Pipedrive",
    kind=Kind.DEALS,
    grade="B",
    columns={
        "lead_id": ("Deal - ID",),
        "title": ("Deal - Title",),
        "product": ("Deal - Product name", "Product - Name"),
        "amount": ("Deal - Value",),
        "currency": ("Deal - Currency of value", "Deal - Currency"),
        "stage": ("Deal - Stage", "Deal - Stage (pipeline)"),
        "status": ("Deal - Status",),
        "created": ("Deal - Deal created", "Deal - Created"),
        "closed": ("Deal - Won time", "Deal - Lost time", "Deal - Deal closed on"),
        "expected_close": ("Deal - Expected close date",),
        "lost_reason": ("Deal - Lost reason",),
        "manager": ("Deal - Owner",),
        "phone": (
            "Person - Phone", "Person - Phone - Work", "Person - Phone - Mobile", "Person - Phone - Home",
            "Person - Phone - Other",
        ),
        "email": (
            "Person - Email", "Person - Email - Work", "Person - Email - Home", "Person - Email - Other",
        ),
        "source": ("Deal - utm_source", "Deal - UTM Source", "Deal - Source", "Deal - Lead source"),
        "medium": ("Deal - utm_medium", "Deal - UTM Medium"),
        "campaign": ("Deal - utm_campaign", "Deal - UTM Campaign"),
        "keyword": ("Deal - utm_term", "Deal - UTM Term"),
    },
    required=("title", "amount", "status", "created"),
    known=(
        "Deal - Pipeline", "Deal - Organization", "Deal - Contact person", "Deal - Probability", "Deal - Label",
        "Deal - Weighted value", "Deal - Last activity date", "Deal - Next activity date", "Deal - Update time",
    ),
    date_order="ymd",
    words={"won": ("won",), "lost": ("lost",)},
    export=N_("In Pipedrive open Deals as a list with all columns, then ⋯ → Export filter results → CSV or XLSX."),
)  # fmt: skip
