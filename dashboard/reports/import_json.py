"""What an import or its undo changes, in the shape that the command line prints. A public interface: only added to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.domain.phrase import Phrase, Term
from dashboard.i18n import Language
from dashboard.reports import import_changes
from dashboard.warehouse.records import Preview


def of_offer(preview: Preview | None, label: str, rejected: int) -> dict[str, Any] | None:
    """What a file would change (`label` is what its export is called); None where there is nothing to take in."""
    return None if preview is None else as_json(preview, import_changes.sentence(preview, Term(label), rejected))


def as_json(preview: Preview, sentence: Phrase) -> dict[str, Any]:
    """The preview as JSON values: days as YYYY-MM-DD, amounts as numbers, None where nothing stands."""
    return {
        "sentence": Language("en").say(sentence),
        "messages": [Language("en").say(message) for message in preview.messages],
        "tables": [
            {
                "table": table.table,
                "new": table.units_new,
                "replaced": table.units_replaced,
                "identical": table.units_identical,
                "kept": table.units_kept,
                "gone": table.units_gone,
            }
            for table in preview.tables
        ],
        "days": [
            {
                "table": table.table,
                "day": change.day.isoformat(),
                "measure": change.measure,
                "currency": change.currency or None,
                "before": _plain(change.before),
                "after": _plain(change.after),
                "others": change.others,
            }
            for table in preview.tables
            for change in table.changes
        ],
        "campaigns": [
            {
                "campaign": line.campaign,
                "measure": line.measure,
                "currency": line.currency or None,
                "before": _plain(line.before),
                "after": _plain(line.after),
                "kept": _plain(line.kept),
                "others": line.others,
            }
            for table in preview.tables
            for line in table.campaigns
        ],
        "gaps": [
            {
                "table": gap.table,
                "platform": gap.platform,
                "account": gap.account,
                "from": gap.first.isoformat(),
                "to": gap.last.isoformat(),
                "opened": gap.opened,
            }
            for gap in preview.gaps
        ],
        "published_months": [
            {
                "month": f"{reached.month:%Y-%m}",
                "published_at": reached.published_at.isoformat(),
                "published_by": reached.published_by,
                "table": reached.table,
                "measure": reached.measure,
                "currency": reached.currency or None,
                "days": reached.days,
                "before": _plain(reached.before),
                "after": _plain(reached.after),
            }
            for reached in preview.published
        ],
    }


def _plain(value: Decimal | int | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
