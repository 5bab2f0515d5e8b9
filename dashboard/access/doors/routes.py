"""The server's own addresses: /s/<secret>, /enter/<token>, /sign-in, /sign-out, /healthz.

Functions here run in threads, since the store may have to wait for another writer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard import __version__
from dashboard.access import links, sessions
from dashboard.access.doors import attempts, notices, session_cookie
from dashboard.access.doors.agency_door import AgencyDoor
from dashboard.access.doors.link_door import LinkDoor
from dashboard.access.doors.proceeding import Proceeding
from dashboard.access.doors.session_cookie import came_from
from dashboard.access.doors.sign_in import SignInDoor
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SverkaError

_LOG = logging.getLogger(__name__)
_ADDRESS = "address"  # how the limit on trying calls what is tried here
_EVERY = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def routes(
    store: Callable[[], AccessStore],
    own: Callable[[], str],
    sealing: Callable[[], bytes],
    services: Sequence[tuple[str, str]] = (),
    passwords: bool = True,
) -> list[Route]:
    """The routes, over the store that `store` opens; `own` is the address that people open.

    `sealing` is the workspace's key for second factors; `services` are the names of sign-in services, each with the
    address of ours that leads there; `passwords` says whether people may sign in without them.
    """
    doors = _Doors(store, own, sealing, services, passwords)
    return [
        Route("/healthz", doors.health),
        Route("/robots.txt", _robots),
        Route("/favicon.ico", _no_icon),
        Route("/s/{secret}", doors.link.get),
        Route("/s/{secret}", doors.link.post, methods=["POST"]),
        Route("/s/{rest:path}", doors.nothing, methods=_EVERY),
        Route("/enter/{token}", doors.agency.get),
        Route("/enter/{token}", doors.agency.post, methods=["POST"]),
        Route("/enter/{rest:path}", doors.nothing, methods=_EVERY),
        Route("/sign-in", doors.sign_in.get),
        Route("/sign-in", doors.sign_in.post, methods=["POST"]),
        Route("/sign-in/code", doors.proceeding.get),
        Route("/sign-in/code", doors.proceeding.post, methods=["POST"]),
        Route("/sign-out", doors.sign_out, methods=["GET", "POST"]),
    ]


class _Doors:
    def __init__(
        self,
        store: Callable[[], AccessStore],
        own: Callable[[], str],
        sealing: Callable[[], bytes],
        services: Sequence[tuple[str, str]],
        passwords: bool,
    ) -> None:
        self._store = store
        self._own = own
        self.proceeding = Proceeding(store, own, sealing)
        self.sign_in = SignInDoor(store, self.proceeding, services, passwords)
        self.agency = AgencyDoor(store, self.proceeding, dead=self._dead, passwords=passwords)
        self.link = LinkDoor(store, give=self._give_link, dead=self._dead, came_from=came_from)

    def health(self, request: Request) -> Response:
        """Whether the server runs and can read its workspace. The body says it; says nothing else to strangers."""
        try:
            readable = self._store().is_readable()
        except SverkaError as error:
            _LOG.error("The workspace cannot be read: %s", error)
            readable = False
        body = {"status": "ok" if readable else "failing", "workspace": "readable" if readable else "unreadable"}
        return JSONResponse(body | {"version": __version__}, 200 if readable else 503, {"Cache-Control": "no-store"})

    def sign_out(self, request: Request) -> Response:
        """Ends the session; asks first where another site has sent the reader here."""
        if not notices.is_own_form(request) or (request.method == "GET" and not _is_own_click(request)):
            return notices.page(request, notices.SIGN_OUT, 200, action="/sign-out", button=notices.SIGN_OUT_BUTTON)
        sessions.close(self._store(), request.cookies.get(sessions.COOKIE))
        gone = notices.page(request, notices.SIGNED_OUT, 200)
        session_cookie.take_away(gone, request, self._own())
        return gone

    def nothing(self, request: Request) -> Response:
        """Addresses below the doors that cannot exist."""
        return self._dead(request)

    def _give_link(self, answer: Response, request: Request, cookie: str) -> None:
        session_cookie.give(answer, request, self._own(), "link", cookie)

    def _dead(self, request: Request) -> Response:
        # A right address always opens: 256 bits are not guessed, and an office must not wait for one of its own.
        if seconds := attempts.too_many(self._store(), _ADDRESS, came_from(request)):
            return notices.too_many(request, seconds)
        attempts.failed(self._store(), _ADDRESS, came_from(request))
        links.refused(self._store(), request.path_params.get("secret", ""), came_from(request))
        return notices.closed(request, 404)


def _no_icon(request: Request) -> Response:
    """Browsers ask for it beside a page without one, such as a file; the pages bring their own."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _is_own_click(request: Request) -> bool:
    return request.headers.get("sec-fetch-site", "none") in ("same-origin", "none")
