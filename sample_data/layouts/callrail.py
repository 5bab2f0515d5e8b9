"""CallRail call log: commas, CRLF, twelve-hour clock without seconds, no id of its own."""

from __future__ import annotations

from collections.abc import Iterable

from sample_data.layouts.numbers import table
from sample_data.people import as_shown_by_callrail
from sample_data.rows import Call

COLUMNS = (
    "Call Status,Number Name,Tracking Number,Source,Start Time,Duration (seconds),Name,Phone Number,First-Time Caller,"
    "Agent Name,Keywords,Medium,Landing Page,Campaign,Tags,Qualified"
)


def write(calls: Iterable[Call], tracking_number: str, broken: Iterable[str] = ()) -> bytes:
    lines = [COLUMNS.split(",")]
    for call in calls:
        lines.append(
            [
                "Answered Call" if call.answered else "Missed Call",
                "Website pool",
                tracking_number,
                call.source,
                f"{call.started:%Y-%m-%d %I:%M %p}",
                str(call.talk),
                "",
                as_shown_by_callrail(call.phone) if call.phone else "",
                "Yes" if call.unique else "No",
                call.manager,
                call.keyword,
                call.medium,
                "https://harbor.example/heaters?size=40,50" if call.medium == "cpc" else "https://harbor.example/",
                call.campaign,
                "heater, sales" if call.target else "",
                "Qualified" if call.target else "",
            ]
        )
    return (table(lines, ",", "\r\n") + "".join(f"{line}\r\n" for line in broken)).encode()
