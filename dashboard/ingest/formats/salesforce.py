"""Salesforce: a report of opportunities, with its footer."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

SALESFORCE = Format(
    name="salesforce",
    label="Salesforce",
    kind=Kind.DEALS,
    grade="C",  # the footer is known from another program's reading, the headers are not verified
    columns={
        "lead_id": ("Opportunity ID", "Opportunity ID (18 characters)"),
        "title": ("Opportunity Name",),
        "stage": ("Stage",),
        "amount": ("Amount", "Amount (converted)"),
        "currency": ("Amount Currency", "Amount (converted) Currency"),
        "expected_close": ("Close Date",),
        "created": ("Created Date",),
        "source": ("Lead Source", "Primary Campaign Source"),
        "manager": ("Opportunity Owner",),
        "lost_reason": ("Loss Reason",),
    },
    required=("title", "stage", "amount", "created"),
    known=("Type", "Probability (%)", "Account Name", "Age", "Next Step", "Fiscal Period"),
    words={"won": ("closed won",), "lost": ("closed lost",)},
    export=N_(
        "In Salesforce open Reports → Opportunities, add Stage, Amount, Created Date and Close Date, then Export."
    ),
)
