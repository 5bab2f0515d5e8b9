"""Signing in with a service of the agency's choice: out to it, back from it, and a session of our own.

Streamlit's login talks to the service: it makes state, nonce and the PKCE challenge, keeps them in a signed cookie of
this browser, and checks issuer, audience, time, nonce and signature of the answer. It would then give the browser a
cookie with what the service said, good for thirty days and not to be ended from here. That cookie never leaves the
server: its content is read out of Streamlit's answer, and the answer to the browser is a session like every other.
So there is nothing to be handed over, replayed or planted between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access import audit, people, sessions, vouched
from dashboard.access.doors import attempts, notices, session_cookie
from dashboard.access.store import AccessStore
from dashboard.domain.errors import PersonUnknown
from dashboard.domain.phrase import N_

LOGIN, CALLBACK, BEGIN = "/auth/login", "/oauth2callback", "/sign-in/with/"
USER_COOKIES = "_streamlit_user"  # Streamlit's own; also the beginning of the names of its further parts

FAILED = (
    N_("Signing in did not work"),
    N_("The sign-in service did not confirm who you are. Nothing was opened. Begin again from the sign-in page."),
)
UNAVAILABLE = (
    N_("The sign-in service does not answer"),
    N_("Try again in a minute. If it goes on, tell whoever runs this server."),
)
UNVERIFIED = (
    N_("Your e-mail is not confirmed there"),
    N_("The sign-in service does not say that this e-mail address is yours. Confirm it there, and begin again."),
)
UNKNOWN = (
    N_("You have no account here"),
    N_("Nobody was invited by this e-mail address. Ask an owner of the workspace to invite you, by exactly this one."),
)
BACK = N_("To the sign-in page")

_TRIED, _BEGUN = "service", "service begun"  # how the limit on trying calls what is tried here


def paths(providers: Sequence[object]) -> tuple[str, ...]:
    """The addresses that strangers may open for signing in with a service: none without one."""
    return (LOGIN, CALLBACK, BEGIN) if providers else ()


def routes(keys: Sequence[str], address_of: Callable[[str], str]) -> list[Route]:
    """The address that a button of the sign-in page leads to: on to the service of this key."""

    def begin(request: Request) -> Response:
        key = request.path_params["key"]
        if key not in keys:
            return notices.closed(request, 404)
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return RedirectResponse("/sign-in", 303, {"Cache-Control": "no-store"})  # only our own page begins it
        return RedirectResponse(address_of(key), 303, {"Cache-Control": "no-store"})

    return [Route(BEGIN + "{key}", begin, methods=["GET"])]


class ProviderDoor:
    """Stands before Streamlit's login and puts our own answer in the place of its."""

    def __init__(
        self,
        app: ASGIApp,
        store: Callable[[], AccessStore],
        own: Callable[[], str],
        claims: Callable[[Iterable[str]], Mapping[str, Any] | None],
    ) -> None:
        self.app = app
        self._store = store
        self._own = own
        self._claims = claims  # what the service said, out of the cookies that Streamlit would give

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in (LOGIN, CALLBACK):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        came_from = session_cookie.came_from(request)
        tried = _BEGUN if scope["path"] == LOGIN else _TRIED
        if seconds := await run_in_threadpool(attempts.too_many, self._store(), tried, came_from):
            await notices.too_many(request, seconds)(scope, receive, send)
            return
        if tried == _BEGUN:  # each makes this server ask the service, so nobody begins without end
            await run_in_threadpool(attempts.failed, self._store(), tried, came_from)
        status, headers = await self._asked(scope, receive)
        cookies = headers.getlist("set-cookie")
        if scope["path"] == LOGIN:
            answer = _on_to(request, status, headers)
        else:
            answer = await run_in_threadpool(self._came_back, request, cookies)
        for cookie in cookies:
            if not cookie.startswith(USER_COOKIES):
                answer.headers.append("set-cookie", cookie)
        await answer(scope, receive, send)

    async def _asked(self, scope: Scope, receive: Receive) -> tuple[int, MutableHeaders]:
        """Status and headers of what Streamlit answers."""
        starts: list[Message] = []

        async def take(message: Message) -> None:
            if message["type"] == "http.response.start":
                starts.append(message)

        await self.app(scope, receive, take)
        return starts[0]["status"], MutableHeaders(raw=list(starts[0].get("headers", [])))

    def _came_back(self, request: Request, cookies: Sequence[str]) -> Response:
        claims = self._claims(cookies)
        if claims is None:
            return self._refused(request, FAILED, "not confirmed by the service")
        email = vouched.email_of(claims)
        if email is None:
            return self._refused(request, UNVERIFIED, "e-mail not verified by the service")
        person = people.of_email(self._store(), email)
        if person is None:
            return self._refused(request, UNKNOWN, "nobody was invited by this e-mail")
        # The second factor is the service's own: it is asked for there, as the agency has set it up there.
        onward = RedirectResponse("/", 303, {"Cache-Control": "no-store"})
        held, agent = request.cookies.get(sessions.COOKIE), request.headers.get("user-agent", "")
        came_from = session_cookie.came_from(request)
        try:
            cookie = sessions.enter(self._store(), held, person.id, came_from, agent)
        except PersonUnknown:  # ended a moment ago
            return self._refused(request, UNKNOWN, "nobody was invited by this e-mail")
        session_cookie.give(onward, request, self._own(), "agency", cookie)
        return onward

    def _refused(self, request: Request, texts: tuple[str, ...], why: str) -> Response:
        came_from = session_cookie.came_from(request)
        attempts.failed(self._store(), _TRIED, came_from)
        with self._store().writing() as connection:
            audit.record(connection, "", "sign-in failed", about=why, came_from=came_from)
        return _page(request, texts)


def _on_to(request: Request, status: int, headers: MutableHeaders) -> Response:
    onward = headers.get("location", "")
    if status != 302 or "://" not in onward:
        return _page(request, UNAVAILABLE if status >= 400 else FAILED, 502 if status >= 400 else 403)
    return RedirectResponse(onward, 303, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


def _page(request: Request, texts: tuple[str, ...], status: int = 403) -> Response:
    return notices.page(request, texts, status, link=("/sign-in", BACK))
