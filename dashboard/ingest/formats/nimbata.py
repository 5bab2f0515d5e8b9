"""Nimbata, and trackers whose call log looks like its own: day and time apart, durations as minutes and seconds."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

NIMBATA = Format(
    name="nimbata",
    label="Nimbata",
    kind=Kind.CALLS,
    grade="C",
    columns={
        "call_id": ("Call ID",),
        "started": ("Date", "Call Date"),
        "started_time": ("Time", "Call Time"),
        "phone": ("Caller", "Caller Number"),
        "tracking_number": ("Tracking Number",),
        "answered": ("Outcome", "Call Outcome"),
        "talk": ("Call Duration",),
        "direction": ("Direction",),
        "source": ("Source",),
        "medium": ("Medium",),
        "campaign": ("Campaign",),
        "keyword": ("Keyword",),
        "recording": ("Recording",),
        "target": ("Qualified",),
    },
    required=("started", "started_time", "phone", "talk", "answered"),
    known=("City", "Value", "Summary"),
    words={
        "answered": ("answered", "connected", "completed", "qualified", "booked", "converted"),
        "missed": ("missed", "no answer", "not answered", "unanswered", "voicemail", "abandoned", "busy", "failed"),
        "outgoing": ("outbound", "outgoing"),
    },
    export=N_("In the tracker open the call log, choose the period, then Export → CSV with all columns."),
)
