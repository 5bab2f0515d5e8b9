"""A file that was read, in the shape in which `import --json` prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.domain.phrase import Phrase, PhraseValue
from dashboard.domain.reading import FileTotal, HiddenRows, Question, Reading, SettledBy
from dashboard.i18n import Language


def of_reading(reading: Reading, status: str) -> dict[str, Any]:
    """What the file is, its rows and totals, what was decided for it and what must be known; sentences in English."""
    decided = {one.about: one.decided for one in reading.assumptions}
    return {
        "file": reading.file,
        "format": reading.format,
        "kind": str(reading.kind) if reading.kind else None,
        "status": status,
        "rows_read": reading.rows_read,
        "rows_kept": reading.rows_kept,
        "rows_rejected": reading.rows_rejected,
        "period": [day.isoformat() for day in reading.period] if reading.period else None,
        **_days(reading),
        "currency": reading.currency,
        "mapping": next((made.decided for made in reading.assumptions if made.about == "mapping"), None),
        "totals": {key: _plain(value) for key, value in reading.totals.items()},
        "file_total": _file_total(reading.file_totals),
        "hidden": [_hidden_json(hidden) for hidden in reading.hidden],
        "clicks_are": decided.get("clicks"),
        "phantom_column": "phantom_column" in decided,
        "messages": [_english(message) for message in reading.messages],
        "questions": [_question(question) for question in reading.questions],
        "assumptions": [
            {
                "about": made.about,
                "decided": made.decided,
                "settled_by": made.settled_by,
                "because": _english(made.because) if made.because else None,
            }
            for made in reading.assumptions
        ],
    }


def _days(reading: Reading) -> dict[str, Any]:
    """First and last day that a row begins on; whether rows cover more than one; what settled day against month."""
    clear = (SettledBy.FILE, SettledBy.USUAL)
    settled = next(
        (one.because for one in reading.assumptions if one.about == "date_order" and one.settled_by not in clear), None
    )
    last = reading.last_start or (reading.period[1] if reading.period else None)
    return {
        "first_day": reading.period[0].isoformat() if reading.period else None,
        "last_day": last.isoformat() if last else None,
        "no_day": reading.rows_of_spans > 0,
        "ambiguous_dates": _english(settled) if settled else None,
    }


def _hidden_json(hidden: HiddenRows) -> dict[str, Any]:
    share = round(float(hidden.share), 4) if hidden.share is not None else None
    return {"name": hidden.name, "measure": hidden.measure, "amount": _plain(hidden.amount), "share": share}


def _question(question: Question) -> dict[str, Any]:
    english = Language("en")
    return {
        "about": question.about,
        "asks": english.say(question.asks),
        "choices": [
            {
                "value": choice.value,
                "label": english.say(choice.label),
                "rows": [{"line": row.line, "cell": row.cell, "means": _plainly(row.meaning)} for row in choice.rows],
                "totals": {key: _plain(value) for key, value in choice.totals.items()},
                "period": [day.isoformat() for day in choice.period] if choice.period else None,
            }
            for choice in question.choices
        ],
    }


def _plainly(meaning: PhraseValue) -> str:
    return Language("en").value(meaning).replace("\u00a0", " ")


def _file_total(totals: tuple[FileTotal, ...]) -> dict[str, Any] | None:
    if not totals:
        return None
    return {
        "agrees": all(total.agrees for total in totals),
        "measures": {
            total.measure: {"stated": _plain(total.stated), "summed": _plain(total.summed), "agrees": total.agrees}
            for total in totals
        },
    }


def _plain(value: Decimal | int) -> int | float:
    return int(value) if value == int(value) else float(value)


def _english(message: Phrase) -> str:
    return Language("en").say(message)
