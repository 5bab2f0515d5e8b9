"""What a name in a client's files means: decided by a person, kept with who and when, and taken back in the open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NameKind(StrEnum):
    """What the name is of."""

    CAMPAIGN = "campaign"
    PRODUCT = "product"


@dataclass(frozen=True)
class Name:
    """A name as reports show it while nothing is decided about it. `channel` is where a campaign was met; '' for a
    product."""

    kind: NameKind
    channel: str
    text: str

    @property
    def key(self) -> tuple[str, str, str]:
        """By which names are told apart: in any case of letters."""
        return self.kind.value, self.channel, self.text.lower()

    def is_called(self, text: str) -> bool:
        """Whether this is the very name: campaigns meet their ads in any case of letters, products stand as written."""
        return self.text == text if self.kind is NameKind.PRODUCT else self.text.lower() == text.lower()


@dataclass(frozen=True)
class NameDecision:
    """That `name` means the campaign of its channel, or the product, called `meaning`; '' is one of its own."""

    number: int
    name: Name
    meaning: str
    decided_at: datetime
    decided_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""

    @property
    def in_force(self) -> bool:
        """Whether nobody took it back."""
        return self.withdrawn_at is None
