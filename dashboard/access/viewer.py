"""Whoever looks now, and what they may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.access.screens import ANALYST_SCREENS, CLIENT_SCREENS, OWNER_SCREENS, SCREENS, WORKSPACE_SCREENS
from dashboard.domain.period_policy import ANY_DAYS, PeriodPolicy

Kind = Literal["agency", "link"]
Role = Literal["owner", "manager", "analyst"]

_OF_ROLE: dict[Role, tuple[str, ...]] = {
    "owner": SCREENS,
    "manager": tuple(screen for screen in SCREENS if screen not in OWNER_SCREENS),
    "analyst": ANALYST_SCREENS,
}


@dataclass(frozen=True)
class Grant:
    """What one shared link opens: one client's screens, in a language of its own or (None) the reader's.

    With `writes_notes` its holder may write the client's own note on a month, and nothing else.
    """

    client: str
    screens: tuple[str, ...]
    language: str | None = None
    link: str = ""
    period: PeriodPolicy = ANY_DAYS
    writes_notes: bool = False


@dataclass(frozen=True)
class Viewer:
    """A session that is good now. `session` is the name it has in the record, never the cookie itself.

    The grants of a link's session stand with the link opened last first. A person of the agency has a role instead, and
    the clients that they work for: None is all of them.
    """

    kind: Kind
    session: str
    grants: tuple[Grant, ...] = ()
    person: str = ""
    email: str = ""
    name: str = ""
    role: Role | None = None
    own_clients: tuple[str, ...] | None = ()
    hears_recordings: bool = False

    def may(self, client: str, screen: str) -> bool:
        """Whether this screen of this client may be shown. False for a screen that does not exist."""
        return screen in self.screens(client)

    @property
    def is_owner(self) -> bool:
        """Whether this is an owner of the workspace."""
        return self.kind == "agency" and self.role == "owner"

    def works_for(self, client: str) -> bool:
        """Whether this is somebody of the agency who works for this client."""
        return self.kind == "agency" and (self.own_clients is None or client in self.own_clients)

    def may_write(self, client: str) -> bool:
        """Whether anything of this client may be changed."""
        return self.works_for(client) and self.role in ("owner", "manager")

    def may_note(self, client: str, screen: str) -> bool:
        """Whether the client's own note may be written on this screen: by who may write, or by a link that lets so."""
        if self.may_write(client):
            return True
        return any(one.client == client and one.writes_notes and screen in one.screens for one in self.grants)

    def screens(self, client: str) -> tuple[str, ...]:
        """The screens of this client that may be shown, in their usual order where several links give them.

        Those of the whole workspace are among them, also where `client` is '' or one that is not theirs.
        """
        opened = [grant.screens for grant in self.grants if grant.client == client]
        if self.kind == "agency":
            allowed = _OF_ROLE[self.role] if self.role else ()
            theirs = allowed if self.works_for(client) else tuple(one for one in allowed if one in WORKSPACE_SCREENS)
            linked = {screen for screens in opened for screen in screens if screen in CLIENT_SCREENS}
            return tuple(screen for screen in SCREENS if screen in theirs or screen in linked)
        if len(opened) == 1:
            return tuple(screen for screen in opened[0] if screen in CLIENT_SCREENS)
        return tuple(screen for screen in CLIENT_SCREENS if any(screen in screens for screens in opened))

    def clients(self) -> tuple[str, ...]:
        """The clients of this session: those of its links, the one opened last first, or those of the person.

        An owner has all, and they are not among them.
        """
        linked = (grant.client for grant in self.grants)
        return tuple(dict.fromkeys((*(self.own_clients or ()), *linked)))

    def language(self, client: str) -> str | None:
        """The language that the link opened last for this client asks for; None leaves it to the reader."""
        return next((grant.language for grant in self.grants if grant.client == client and grant.language), None)

    @property
    def is_limited(self) -> bool:
        """Whether a link that this session holds gives some days alone."""
        return any(grant.period != ANY_DAYS for grant in self.grants)

    def periods(self, client: str, screen: str) -> tuple[PeriodPolicy, ...]:
        """What limits the days of a screen: the policies of the links that open it, any one of which suffices.

        () for people of the agency who work for the client, whom nothing limits; for a link it is never empty where the
        screen may be shown.
        """
        if self.works_for(client):
            return ()
        return tuple(grant.period for grant in self.grants if grant.client == client and screen in grant.screens)
