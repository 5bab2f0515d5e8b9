"""What makes two years unlike: one sentence each, with its figure, and how much of the base it is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.metrics import share
from dashboard.domain.phrase import Phrase

WORTH_OF_BASE = Decimal("0.02")
WORTH_OF_CHANGE = Decimal("0.20")
HIGH_OF_BASE = Decimal("0.05")


class Severity(StrEnum):
    """How much a caveat weighs; a blocker forbids the comparison that it names."""

    BLOCKER = "blocker"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Caveat:
    """`id` is the catalogue's (Y01…Y35). `figure` is what it is worth in money, None where nobody can say."""

    id: str
    severity: Severity
    text: Phrase
    figure: Decimal | None = None
    share_of_base: Decimal | None = None


def weighed(
    id: str, text: Phrase, figure: Decimal, base: Decimal | None, change: Decimal | None, usual: Severity
) -> Caveat | None:
    """A caveat whose worth in money is known; None where it is too small to speak of.

    It is said from 2 % of the base or 20 % of the change on; it weighs high from 5 % of the base on, or where without
    it the change would have the other sign.
    """
    of_base, of_change = share(abs(figure), base), share(abs(figure), None if change is None else abs(change))
    if (of_base is None or of_base < WORTH_OF_BASE) and (of_change is None or of_change < WORTH_OF_CHANGE):
        return None
    flips = change is not None and change != 0 and (change - figure) * change < 0
    is_high = flips or (of_base is not None and of_base >= HIGH_OF_BASE)
    severity = usual if usual is Severity.BLOCKER else Severity.HIGH if is_high else Severity.MEDIUM
    return Caveat(id, severity, text, figure, of_base)


def in_order(caveats: Iterable[Caveat | None]) -> tuple[Caveat, ...]:
    """Blockers first, then by worth, the largest first; those of unknown worth by severity after them."""
    found = [caveat for caveat in caveats if caveat is not None]
    return tuple(
        sorted(
            found,
            key=lambda caveat: (
                caveat.severity is not Severity.BLOCKER,
                caveat.figure is None,
                -abs(caveat.figure or Decimal(0)),
                _ORDER[caveat.severity],
                caveat.id,
            ),
        )
    )
