"""Twilio: the log of calls. Times are UTC, prices are below nought, and a call that was passed on has a leg for each
telephone that it rang at: the first is the call, the others say who answered.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

TWILIO = Format(
    name="twilio",
    label="Twilio",
    kind=Kind.CALLS,
    grade="C",  # the API's description; headers of the console's own file are not verified
    columns={
        "call_id": ("sid", "Call SID", "CallSid", "Call Sid"),
        "parent_id": ("parent_call_sid", "Parent Call SID", "ParentCallSid"),
        "started": ("start_time", "Start Time", "StartTime"),
        "ended": ("end_time", "End Time", "EndTime"),
        "phone": ("from", "From"),
        "called": ("to", "To"),
        "tracking_number": ("to", "To"),
        "direction": ("direction", "Direction"),
        "answered": ("status", "Status", "Call Status"),
        "duration": ("duration", "Duration"),
    },
    required=("call_id", "started", "phone", "called", "answered", "duration"),
    known=(
        "price", "Price", "price_unit", "Price Unit", "date_created", "date_updated", "account_sid", "Account SID",
        "phone_number_sid", "answered_by", "forwarded_from", "caller_name", "from_formatted", "to_formatted", "uri",
    ),
    zone="UTC",
    date_order="ymd",
    words={
        "answered": ("completed", "in-progress"),
        "missed": ("no-answer", "no answer", "busy", "failed", "canceled", "cancelled", "queued", "ringing"),
        "outgoing": ("outbound-api", "outbound-dial", "outbound", "outgoing-api", "outgoing-dial"),
    },
    export=N_(
        "In Twilio open Monitor → Logs → Calls, choose the period, then Export → CSV; the columns Call SID, Parent "
        "Call SID, From, To, Direction, Status, Start Time and Duration must be in it."
    ),
)  # fmt: skip
