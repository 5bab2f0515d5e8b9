"""When nobody is there to be asked: what a file says that a person has to decide first."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.phrase import Number, Phrase, say
from dashboard.domain.reading import Outcome, Reading


def to_be_asked(reading: Reading) -> tuple[Phrase, ...]:
    """Why this file cannot be taken in unasked; nothing where an upload would only say «add»."""
    if reading.outcome is Outcome.EMPTY:
        return ()
    if reading.outcome is not Outcome.READABLE:
        return reading.messages or (
            say("{file} cannot be taken in unasked: add it on the screen “Upload”.", file=reading.file),
        )
    return tuple(_totals_apart(reading))


def _totals_apart(reading: Reading) -> Sequence[Phrase]:
    return [
        say(
            "{file} states a total of its own that its rows do not give: {stated} stated, {summed} summed. "
            "Look at it on the screen “Upload” and decide there. Nothing was changed.",
            file=reading.file,
            stated=Number(total.stated),
            summed=Number(total.summed),
        )
        for total in reading.file_totals
        if not total.agrees
    ]
