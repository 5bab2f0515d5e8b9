"""When a client's data are healthy: what weighs how much, and whose it is to settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.phrase import N_, Phrase

REJECTED_TO_LOOK_AT, REJECTED_TOO_MANY = Decimal("0.01"), Decimal("0.05")  # of a source's rows
FEWEST_REJECTED = 3
UNMATCHED_TO_LOOK_AT, UNMATCHED_TOO_MANY = Decimal("0.10"), Decimal("0.30")  # of the leads of paid channels
FEWEST_UNMATCHED = 5
NO_SOURCE_TO_LOOK_AT = Decimal("0.20")  # of revenue, as where a ranking of channels is held back
LEADS_EXPECTED = 7.0  # so many are usual for such clicks where none came: chance does that once in a thousand times

AGENCY, CLIENT = N_("Agency"), N_("Client")
_OWNERS = {"ads": AGENCY, "calls": AGENCY, "leads": AGENCY, "deals": CLIENT, "orders": CLIENT, "sales": CLIENT}


class Weight(StrEnum):
    """A fault makes figures wrong or late now; the rest is worth a look, and may be as it should be."""

    FAULT = "fault"
    LOOK = "look"


class State(StrEnum):
    """How a client's data are as a whole."""

    UNHEALTHY = "unhealthy"
    REMARKS = "remarks"
    HEALTHY = "healthy"


STATE_NAMES = {
    State.UNHEALTHY: N_("not healthy"),
    State.REMARKS: N_("healthy, with remarks"),
    State.HEALTHY: N_("healthy"),
}


@dataclass(frozen=True)
class Finding:
    """One thing about the data. `what` says it in a sentence with its days and its size, `todo` how to settle it, on
    which `screen`; `owner` is whose it is. `worth` is money in the client's currency where it can be told."""

    id: str
    weight: Weight
    what: Phrase
    todo: Phrase
    owner: str
    screen: str
    since: date | None = None
    worth: Decimal | None = None


def owner_of(kind: str) -> str:
    """Whose a kind of source is: the agency exports ads and calls, the client answers what was sold."""
    return _OWNERS.get(kind, AGENCY)


def state_of(findings: Iterable[Finding]) -> State:
    """Healthy without a finding, unhealthy with a fault."""
    weights = {finding.weight for finding in findings}
    if Weight.FAULT in weights:
        return State.UNHEALTHY
    return State.REMARKS if weights else State.HEALTHY


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Faults first, then by money, then by how long it has been so."""
    return tuple(
        sorted(
            findings,
            key=lambda one: (one.weight is not Weight.FAULT, -(one.worth or Decimal(0)), one.since or date.max, one.id),
        )
    )
