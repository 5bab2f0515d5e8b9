"""Zoho CRM: the calls that its people noted. The number is there for calls that they made themselves."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

ZOHO_CALLS = Format(
    name="zoho_calls",
    label=N_("Zoho CRM, calls"),
    kind=Kind.CALLS,
    grade="A",
    columns={
        "call_id": ("Id", "Record Id", "Call Id"),
        "started": ("Call Start Time",),
        "direction": ("Call Type",),
        "answered": ("Call Status", "Outgoing Call Status", "Call Type"),
        "phone": ("Dialled Number", "Caller Number", "Phone"),
        "duration": ("Call Duration (in seconds)", "Call Duration"),
        "manager": ("Call Owner Name", "Call Owner"),
    },
    required=("started", "direction", "duration"),
    known=(
        "CONTACTID", "Contact Name", "Scheduled in CRM", "Tag", "Subject", "Related To", "Call Result", "Call Purpose",
    ),
    date_order="dmy",
    words={
        "missed": ("missed", "unattended", "cancelled", "no response", "busy"),
        "unmade": ("scheduled", "overdue"),
        "outgoing": ("outbound", "outgoing"),
    },
    platform="zoho",
    export=N_("In Zoho CRM open Calls, choose a view with all columns, then ⋯ → Export."),
)  # fmt: skip
