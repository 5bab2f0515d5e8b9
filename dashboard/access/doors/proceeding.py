"""What comes between knowing who somebody is and letting them in."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.access import sessions
from dashboard.access.people import Person
from dashboard.access.store import AccessStore


class Proceeding:
    """The rest of a sign-in. `give` hands the browser the cookie to hold, `came_from` is who asks."""

    def __init__(
        self,
        store: Callable[[], AccessStore],
        give: Callable[[Response, Request, str], None],
        came_from: Callable[[Request], str],
    ) -> None:
        self._store = store
        self._give = give
        self._came_from = came_from

    def on(self, request: Request, person: Person) -> Response:
        """Lets a person in who has shown their password."""
        return self.enter(request, person.id)

    def enter(self, request: Request, person: str) -> Response:
        """Lets a person in: a new session, always."""
        onward = RedirectResponse("/", 303, {"Cache-Control": "no-store"})
        held = request.cookies.get(sessions.COOKIE)
        agent = request.headers.get("user-agent", "")
        cookie = sessions.enter(self._store(), held, person, self._came_from(request), agent)
        self._give(onward, request, cookie)
        return onward
