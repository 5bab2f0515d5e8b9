"""Mango Office: the statistics of calls, without a header as its API gives them, or with the names of the fields.

Times are seconds since 1970; an answer at nought is a call that nobody took.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

_MOMENT = r"1\d{9}"
_EXTENSION = r"\d{0,6}"
_NUMBER = r"\+?\d{0,15}|sip:\S+"

MANGO = Format(
    name="mango",
    label="Mango Office",
    kind=Kind.CALLS,
    grade="C",
    languages=("en", "ru"),
    columns={
        "recording": ("records",),
        "started": ("start",),
        "ended": ("finish",),
        "answered_at": ("answer",),
        "from_extension": ("from_extension",),
        "phone": ("from_number",),
        "to_extension": ("to_extension",),
        "called": ("to_number",),
        "tracking_number": ("line_number", "to_number"),
        "call_id": ("entry_id",),
    },
    required=("started", "ended", "answered_at", "phone", "called"),
    known=("disconnect_reason", "location", "create", "sip_call_id"),
    date_order="epoch",
    legs_share_id=True,
    bare=(
        ("recording", r"\[?[\w=+/,\-]*\]?"),
        ("started", _MOMENT),
        ("ended", _MOMENT),
        ("answered_at", rf"{_MOMENT}|0|"),
        ("from_extension", _EXTENSION),
        ("phone", _NUMBER),
        ("to_extension", _EXTENSION),
        ("called", _NUMBER),
        ("", r"\d{0,5}"),
    ),
    export=N_(
        "In Mango Office order the statistics of calls with the fields records, start, finish, answer, from_extension, "
        "from_number, to_extension, to_number, disconnect_reason, and save them as CSV."
    ),
)
