"""Whoever looks now, and what they may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.access.screens import CLIENT_SCREENS, SCREENS
from dashboard.domain.period_policy import ANY_DAYS, PeriodPolicy

Kind = Literal["agency", "link"]


@dataclass(frozen=True)
class Grant:
    """What one shared link opens: one client's screens, in a language of its own or (None) the reader's."""

    client: str
    screens: tuple[str, ...]
    language: str | None = None
    link: str = ""
    period: PeriodPolicy = ANY_DAYS


@dataclass(frozen=True)
class Viewer:
    """A session that is good now. `session` is the name it has in the record, never the cookie itself.

    The grants of a link's session stand with the link opened last first; people of the agency need none.
    """

    kind: Kind
    session: str
    grants: tuple[Grant, ...] = ()

    def may(self, client: str, screen: str) -> bool:
        """Whether this screen of this client may be shown. False for a screen that does not exist."""
        return screen in self.screens(client)

    @property
    def is_owner(self) -> bool:
        """Whether this is an owner of the workspace."""
        return self.kind == "agency"

    def may_write(self, client: str) -> bool:
        """Whether anything of this client may be changed."""
        return self.kind == "agency"

    def screens(self, client: str) -> tuple[str, ...]:
        """The screens of this client that may be shown, in their usual order where several links give them."""
        if self.kind == "agency":
            return SCREENS
        opened = [grant.screens for grant in self.grants if grant.client == client]
        if len(opened) == 1:
            return tuple(screen for screen in opened[0] if screen in CLIENT_SCREENS)
        return tuple(screen for screen in CLIENT_SCREENS if any(screen in screens for screens in opened))

    def clients(self) -> tuple[str, ...]:
        """The clients whose links this session holds, the one opened last first; empty for people of the agency."""
        return tuple(dict.fromkeys(grant.client for grant in self.grants))

    def language(self, client: str) -> str | None:
        """The language that the link opened last for this client asks for; None leaves it to the reader."""
        return next((grant.language for grant in self.grants if grant.client == client and grant.language), None)

    def periods(self, client: str, screen: str) -> tuple[PeriodPolicy, ...]:
        """What limits the days of a screen: the policies of the links that open it, any one of which suffices.

        () for people of the agency, whom nothing limits; for a link it is never empty where the screen may be shown.
        """
        if self.kind == "agency":
            return ()
        return tuple(grant.period for grant in self.grants if grant.client == client and screen in grant.screens)
