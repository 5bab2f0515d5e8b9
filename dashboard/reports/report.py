"""What every report has: whose it is, the days, the answer, sums and ratios, what to keep in mind, how old it is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from dashboard import i18n
from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase
from dashboard.reports.freshness import SourceAge, data_as_of
from dashboard.reports.selection import Selection

Measures = Mapping[str, Decimal | int | None]
Metrics = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Caveat:
    """One thing a reader must keep in mind. `id` is stable, for readers of the JSON; `blocks` holds a verdict back."""

    id: str
    text: Phrase
    blocks: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """The fields that all reports share. Money is in the client's currency, net of VAT where he deducts it."""

    key: ClassVar[str]

    profile: ClientProfile
    selection: Selection
    today: date
    verdict: Phrase
    measures: Measures
    metrics: Metrics
    caveats: tuple[Caveat, ...]
    sources: tuple[SourceAge, ...]

    @property
    def currency(self) -> str:
        """The client's currency (ISO 4217)."""
        return self.profile.currency

    @property
    def data_as_of(self) -> date | None:
        """The newest day that any source covers; None without data."""
        return data_as_of(self.sources)

    @property
    def grows_late(self) -> bool:
        """True where orders of this period's leads are still to come in numbers that matter. Overridden by reports."""
        return False

    @property
    def is_empty(self) -> bool:
        """True where nothing at all was ever imported for this client."""
        return not self.sources

    @abstractmethod
    def rows(self) -> list[dict[str, Any]]:
        """The table of the report, one mapping per row, with values of the domain (Decimal, date, str, None)."""

    def as_json(self) -> dict[str, Any]:
        """The report in the shape that `report --json` prints: numbers as numbers, no value as null, days as ISO."""
        english = i18n.Language("en")
        return {
            "report": self.key,
            "client": self.profile.name,
            "period": [self.selection.period.first.isoformat(), self.selection.period.last.isoformat()],
            "measures": plain(self.measures),
            "metrics": plain(self.metrics),
            "rows": plain(self.rows()),
            "caveats": [{"id": caveat.id, "text": english.say(caveat.text)} for caveat in self.caveats],
            "data_as_of": self.data_as_of.isoformat() if self.data_as_of else None,
            "currency": self.currency,
            "verdict": english.say(self.verdict),
        }


def plain(value: Any) -> Any:
    """A value as JSON knows it: Decimal as a number (whole where it is whole), a day as ISO, a phrase in English."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Phrase):
        return i18n.Language("en").say(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
