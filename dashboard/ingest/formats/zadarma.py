"""Zadarma: the statistics of calls, of an account or of its telephone exchange. What a call cost is not kept."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

ZADARMA = Format(
    name="zadarma",
    label="Zadarma",
    kind=Kind.CALLS,
    grade="C",  # that the methods exist is verified, their fields are not
    columns={
        "call_id": ("call_id", "id"),
        "started": ("callstart",),
        "phone": ("from", "clid"),
        "called": ("to", "destination"),
        "tracking_number": ("to", "destination"),
        "answered": ("disposition",),
        "talk": ("billseconds", "seconds"),
        "manager": ("sip",),
    },
    required=("started", "phone", "called", "answered", "talk"),
    known=("description", "cost", "billcost", "currency", "is_recorded", "pbx_call_id"),
    date_order="ymd",
    words={
        "answered": ("answered",),
        "missed": ("no answer", "no-answer", "busy", "cancel", "failed", "call failed", "line limit", "unallocated"),
    },
    export=N_("In Zadarma open Statistics, choose the period, then Export → CSV."),
)
