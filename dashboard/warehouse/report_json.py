"""What is kept of an import beside its rows: totals, what was decided, and every message, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from dashboard.domain.reading import Assumption, FileTotal, Reading, SettledBy
from dashboard.warehouse import phrase_json
from dashboard.warehouse.records import Gap, ImportRecord, MonthChange, Preview, TableChange


def written(reading: Reading, preview: Preview) -> str:
    """The report of one import as JSON text."""
    return json.dumps(
        {
            "totals": {name: _number(value) for name, value in reading.totals.items()},
            "file_totals": [
                {
                    "measure": total.measure,
                    "stated": str(total.stated),
                    "summed": str(total.summed),
                    "agrees": total.agrees,
                }
                for total in reading.file_totals
            ],
            "assumptions": [
                {
                    "about": assumption.about,
                    "decided": assumption.decided,
                    "because": phrase_json.to_json(assumption.because) if assumption.because else None,
                    "settled_by": assumption.settled_by,
                }
                for assumption in reading.assumptions
            ],
            "same_kind": reading.same_kind,
            "messages": [phrase_json.to_json(message) for message in (*reading.messages, *preview.messages)],
            "units": {
                table.table: {
                    "new": table.units_new,
                    "replaced": table.units_replaced,
                    "identical": table.units_identical,
                    "kept": table.units_kept,
                }
                for table in preview.tables
            },
            "gaps": [
                {**asdict(gap), "first": gap.first.isoformat(), "last": gap.last.isoformat()} for gap in preview.gaps
            ],
            "published": [
                {
                    **asdict(reached),
                    "month": reached.month.isoformat(),
                    "published_at": reached.published_at.isoformat(),
                    "before": _number(reached.before),
                    "after": _number(reached.after),
                }
                for reached in preview.published
            ],
        },
        ensure_ascii=False,
    )


def record(row: Mapping[str, Any]) -> ImportRecord:
    """The import that a row of the query `imports/imports` describes."""
    report = json.loads(row["report"])
    return ImportRecord(
        import_id=row["import_id"],
        imported_at=row["imported_at"].replace(tzinfo=UTC),
        imported_by=row["imported_by"],
        file=row["file"],
        format=row["format"],
        kind=row["kind"],
        rows_read=row["rows_read"],
        rows_kept=row["rows_kept"],
        rows_rejected=row["rows_rejected"],
        period=_period(row["period_first"], row["period_last"]),
        currency=row["currency"],
        status=row["status"],
        totals={name: _from_number(value) for name, value in report["totals"].items()},
        file_totals=tuple(
            FileTotal(total["measure"], Decimal(total["stated"]), Decimal(total["summed"]), total["agrees"])
            for total in report["file_totals"]
        ),
        assumptions=tuple(
            Assumption(
                assumption["about"],
                assumption["decided"],
                phrase_json.from_json(assumption["because"]) if assumption["because"] else None,
                SettledBy(assumption["settled_by"]) if assumption.get("settled_by") else None,
            )
            for assumption in report["assumptions"]
        ),
        messages=tuple(phrase_json.from_json(message) for message in report["messages"]),
        same_kind=report.get("same_kind", ""),
        units=report["units"],
        gaps=tuple(_gap(gap) for gap in report.get("gaps", ())),
        published=tuple(_reached(reached) for reached in report.get("published", ())),
        undone_at=row["undone_at"].replace(tzinfo=UTC) if row["undone_at"] else None,
        undone_by=row["undone_by"],
    )


def tables(record: ImportRecord) -> list[TableChange]:
    """How many units of each table an import changed, as it was written down with it."""
    return [
        TableChange(name, units["new"], units["replaced"], units["identical"], units["kept"])
        for name, units in record.units.items()
    ]


def unchanged(reading: Reading, preview: Preview, import_id: int, by: str, now: datetime) -> ImportRecord:
    """The record of a file that changed nothing: it is shown, and not written down."""
    return ImportRecord(
        import_id=import_id,
        imported_at=now,
        imported_by=by,
        file=reading.file,
        format=reading.format or "",
        kind=str(reading.kind or ""),
        rows_read=reading.rows_read,
        rows_kept=reading.rows_kept,
        rows_rejected=reading.rows_rejected,
        period=reading.period,
        currency=reading.currency,
        status="unchanged",
        totals=reading.totals,
        file_totals=reading.file_totals,
        assumptions=reading.assumptions,
        messages=(*reading.messages, *preview.messages),
        same_kind=reading.same_kind,
        units=json.loads(written(reading, preview))["units"],
    )


def _number(value: Decimal | int) -> str | int:
    return str(value) if isinstance(value, Decimal) else value


def _from_number(value: str | int) -> Decimal | int:
    return Decimal(value) if isinstance(value, str) else value


def _gap(written: Mapping[str, Any]) -> Gap:
    days = {name: date.fromisoformat(written[name]) for name in ("first", "last")}
    return Gap(**{**written, **days})


def _reached(written: Mapping[str, Any]) -> MonthChange:
    typed = {
        "month": date.fromisoformat(written["month"]),
        "published_at": datetime.fromisoformat(written["published_at"]),
        "before": _from_number(written["before"]),
        "after": _from_number(written["after"]),
    }
    return MonthChange(**{**written, **typed})


def _period(first: date | None, last: date | None) -> tuple[date, date] | None:
    return None if first is None or last is None else (first, last)
