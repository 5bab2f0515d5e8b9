"""CallRail: the call log."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

CALLRAIL = Format(
    name="callrail",
    label="CallRail",
    kind=Kind.CALLS,
    grade="C",  # headers of the web interface's file are not verified; its API's names are
    columns={
        "call_id": ("Call ID", "id"),
        "started": ("Start Time", "start_time"),
        "answered": ("Call Status", "answered"),
        "direction": ("Direction", "Call Direction", "direction"),
        "tracking_number": ("Tracking Number", "tracking_phone_number"),
        "phone": ("Phone Number", "customer_phone_number", "caller_number"),
        "email": ("Email",),
        "duration": ("Duration (seconds)", "Duration", "duration"),
        "first_call": ("First-Time Caller", "first_call"),
        "source": ("Source", "source"),
        "medium": ("Medium", "medium"),
        "campaign": ("Campaign", "campaign"),
        "keyword": ("Keywords", "keywords"),
        "manager": ("Agent Name", "agent_name"),
        "recording": ("Recording Url", "recording"),
        "target": ("Qualified", "lead_status"),
    },
    required=("started", "answered", "phone", "duration"),
    known=(
        "Number Name", "Name", "City", "State", "Country", "Device Type", "Referrer", "Landing Page", "Value", "Tags",
        "Note", "caller_name", "caller_city", "landing_page_url",
    ),
    words={
        "answered": ("answered", "true"),
        "missed": ("missed", "abandoned", "voicemail", "false", "in progress"),
        "outgoing": ("outbound",),
    },
    date_order="ymd",
    export=N_("In CallRail open Analytics → Calls, choose the period, then Export → CSV with all columns."),
)  # fmt: skip
