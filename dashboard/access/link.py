"""A shared link as the store keeps it, without its secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from dashboard.access import moments
from dashboard.domain import period_policy
from dashboard.domain.period_policy import ANY_DAYS, PeriodPolicy

_SOON = timedelta(days=7)


class State(StrEnum):
    """What whoever opens the link meets now."""

    OPEN = "open"
    ENDS_SOON = "ends_soon"
    USED_UP = "used_up"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Options:
    """What a link gives, all of which can be changed later. `language` None is the reader's own.

    With `writes_notes` whoever holds it may write the client's own note on a month.
    """

    screens: tuple[str, ...]
    period: PeriodPolicy = ANY_DAYS
    language: str | None = None
    note: str = ""
    most_opens: int | None = None
    writes_notes: bool = False


@dataclass(frozen=True)
class Link:
    """A link as it stands: what it opens, for whom, and how it was used. The secret is not part of it."""

    public_id: str
    client: str
    options: Options
    created_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None
    opened_count: int
    last_opened: datetime | None
    has_password: bool
    generation: int

    @property
    def screens(self) -> tuple[str, ...]:
        """The screens it opens, in the order in which they are shown."""
        return self.options.screens

    @property
    def note(self) -> str:
        """For whom it is."""
        return self.options.note

    @property
    def is_used_up(self) -> bool:
        """Whether nobody new can open it; browsers that did keep what they have."""
        return self.options.most_opens is not None and self.opened_count >= self.options.most_opens

    @classmethod
    def nobody(cls) -> Link:
        """A link that there is none of, for looking it up as long as one that there is."""
        never = datetime.min.replace(tzinfo=UTC)
        return cls("", "", Options(()), never, "", never, None, 0, None, False, 0)

    def state(self) -> State:
        """What it is now."""
        now = moments.now()
        if self.revoked_at:
            return State.REVOKED
        if self.expires_at <= now:
            return State.EXPIRED
        if self.is_used_up:
            return State.USED_UP
        return State.ENDS_SOON if self.expires_at - now <= _SOON else State.OPEN


def read(row: Row[Any]) -> Link:
    """The link that a row of the table is."""
    return Link(
        public_id=row.public_id,
        client=row.client,
        options=Options(
            screens=tuple(row.screens.split(",")),
            period=period_policy.read(row.period),
            language=row.language,
            note=row.note,
            most_opens=row.most_opens,
            writes_notes=bool(row.writes_notes),
        ),
        created_at=moments.read(row.created_at),
        made_by=row.made_by,
        expires_at=moments.read(row.expires_at),
        revoked_at=moments.read(row.revoked_at) if row.revoked_at else None,
        opened_count=row.opened_count,
        last_opened=moments.read(row.last_opened) if row.last_opened else None,
        has_password=row.password_hash is not None,
        generation=row.generation,
    )
