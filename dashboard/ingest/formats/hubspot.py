"""HubSpot: the export of deals. Its close date is an expected one until a deal ends, and stays there for open deals."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

HUBSPOT = Format(
    name="hubspot",
    label="HubSpot",
    kind=Kind.DEALS,
    grade="C",  # other programs read some of these headers; no real file was at hand
    columns={
        "lead_id": ("Record ID", "Deal ID"),
        "title": ("Deal Name",),
        "stage": ("Deal Stage",),
        "status": ("Is Closed Won", "Is closed won"),
        "amount": ("Amount", "Amount in company currency"),
        "currency": ("Currency",),
        "created": ("Create Date", "Created Date"),
        "closed": ('Date entered "Closed Won ({any})"', "Date entered Closed Won ({any})"),
        "expected_close": ("Close Date",),
        "source": ("utm_source", "Original Source", "Original Traffic Source", "Original Source Type"),
        "medium": ("utm_medium", "Original Source", "Original Traffic Source", "Original Source Type"),
        "campaign": ("utm_campaign",),
        "keyword": ("utm_term",),
        "manager": ("Deal owner",),
        "lost_reason": ("Closed Lost Reason",),
        "phone": ("Phone Number", "Associated Contact Phone"),
        "email": ("Email", "Associated Contact Email"),
    },
    required=("title", "stage", "amount", "created"),
    known=(
        "Pipeline", "Associated Company", "Associated Company IDs", "Associated Contact", "Associated Contact IDs",
        "Last Activity Date", "Deal Type", "Closed Won Reason", "Deal probability", "Weighted amount",
        'Date entered "Closed Lost ({any})"',
    ),
    date_order="ymd",
    words={"won": ("closed won", "closedwon", "true"), "lost": ("closed lost", "closedlost")},
    export=N_(
        "In HubSpot open Deals as a table, then Export with all properties; Record ID, Deal Stage, Amount, Create Date "
        "and Close Date must be in it."
    ),
)  # fmt: skip
