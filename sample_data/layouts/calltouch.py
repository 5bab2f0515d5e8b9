"""Calltouch call log: semicolons, DD/MM/YYYY, flags in words."""

from __future__ import annotations

from collections.abc import Iterable

from sample_data.layouts.numbers import table
from sample_data.rows import Call

COLUMNS = (
    "callId;date;callerNumber;phoneNumber;duration;waitingConnect;manager;successful;uniqueCall;targetCall;"
    "uniqTargetCall;source;medium;utmCampaign;keyword;city"
)


def write(calls: Iterable[tuple[int, Call]], tracking_number: str, broken: Iterable[str] = ()) -> bytes:
    """UTF-8, CRLF. `broken` are whole lines that a person left in the file by mistake."""
    lines = [COLUMNS.split(";")]
    for number, call in calls:
        lines.append(
            [
                str(number),
                f"{call.started:%d/%m/%Y %H:%M:%S}",
                call.phone,
                tracking_number,
                str(call.talk),
                str(call.wait),
                call.manager,
                _flag(call.answered),
                _flag(call.unique),
                _flag(call.target),
                _flag(call.unique and call.target),
                call.source,
                call.medium,
                call.campaign,
                call.keyword,
                call.city,
            ]
        )
    return (table(lines, ";", "\r\n") + "".join(f"{line}\r\n" for line in broken)).encode()


def _flag(value: bool) -> str:
    return "true" if value else "false"
