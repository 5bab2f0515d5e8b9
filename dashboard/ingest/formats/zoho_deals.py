"""Zoho CRM: the export of deals. Amounts may carry a sign or not («€ 2.900,00», 11000): what one says, all mean."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

ZOHO_DEALS = Format(
    name="zoho_deals",
    label=N_("Zoho CRM, deals"),
    kind=Kind.DEALS,
    grade="A",
    columns={
        "lead_id": ("Id", "Record Id", "Deal Id"),
        "title": ("Deal Name",),
        "product": ("Product",),
        "stage": ("Stage",),
        "amount": ("Amount", "Offer Total Amount", "Initial Amount Paid"),
        "currency": ("Currency",),
        "created": ("Created Time",),
        "expected_close": ("Closing Date",),
        "lost_reason": ("Lost Reason", "Reason For Loss"),
        "manager": ("Deal Owner Name", "Deal Owner"),
        "source": ("Source", "Lead Source"),
        "campaign": ("Campaign", "Campaign Source"),
        "keyword": ("Term",),
        "target": ("Quality",),
        "phone": ("Phone", "Mobile"),
        "email": ("Email",),
    },
    required=("lead_id", "stage", "amount", "created"),
    known=(
        "Page", "SLA", "Content", "Education Type", "Payment Type", "Course duration", "Months of study",
        "Contact Name", "City", "Level of Deutsch", "Account Name", "Pipeline", "Probability (%)", "Type",
        "Modified Time", "Initial Amount Paid", "Offer Total Amount",
    ),
    date_order="dmy",
    words={
        "won": ("closed won", "payment done"),
        "lost": ("closed lost", "lost", "closed-lost to competition"),
        "target": ("a - high", "b - medium", "c - low"),
        "off_target": ("d - non target", "e - non qualified", "f"),
    },
    platform="zoho",
    export=N_("In Zoho CRM open Deals, choose a view with all columns, then ⋯ → Export."),
)  # fmt: skip
