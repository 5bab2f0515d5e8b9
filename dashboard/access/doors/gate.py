"""What a request may reach: strangers meet the closed page before Streamlit sees them.

The screens guard themselves as well; this is the first of two locks. The websocket passes, because a page that is
already open has to learn through it that it has been closed; what it carries is held to what our pages say.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access import agency, held_links, secret, sessions
from dashboard.access.doors import frames, headers, notices
from dashboard.access.screens import SCREENS
from dashboard.access.store import AccessStore
from dashboard.access.viewer import Viewer

# The program's own files, and the addresses that check for themselves.
_OPEN = (*headers.PROGRAM, "/s/", "/enter/")
_OPEN_EXACTLY = frozenset(
    {
        "/healthz",
        "/sign-in",
        "/sign-in/code",
        "/sign-out",
        "/robots.txt",
        "/favicon.ico",
        "/_stcore/health",
        "/_stcore/host-config",
    }
)
_FILES = "/static/"
_UPLOADS = "/_stcore/upload_file/"
_SENT_FILES = "/upload/"
_MEDIA = "/media/"
_DOWNLOADS = "/download/"

HOLDER = "x-sverka-holder"
"""The header that tells Streamlit whose connection it is, so that no other cookie takes its session over."""


class Gate:
    """Lets through what is open to all, what the viewer may see, and nothing else.

    `is_ours` says of a websocket's frame whether a page of ours sends such a one; others are not answered. `files` are
    the addresses of the program's own files: for any other below /static/ Streamlit would give its shell.
    `has_media` says whether a page that the viewer sees now shows the file at an address below /media/.
    `also` are further addresses that check for themselves; one that ends in a slash opens all below it.
    """

    def __init__(
        self,
        app: ASGIApp,
        store: Callable[[], AccessStore],
        own: Callable[[], str],
        is_ours: Callable[[bytes], bool],
        files: frozenset[str],
        has_media: Callable[[str, Viewer], bool],
        also: tuple[str, ...] = (),
    ) -> None:
        self.app = app
        self._files = files
        self._is_ours = is_ours
        self._has_media = has_media
        self._store = store
        self._own = own  # the address that people open, where a proxy hides it from this process
        self._exactly = _OPEN_EXACTLY | set(also)
        self._below = _OPEN + tuple(address for address in also if address.endswith("/"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
            return
        scope[notices.AGENCY] = functools.cache(lambda: agency.of(self._store()))
        if scope["type"] != "http" or self._is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        answer = await run_in_threadpool(self._answer, request)
        await (answer or self.app)(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses other sites' scripts before Streamlit does, which would ask an outside host who it is itself."""
        cookie = HTTPConnection(scope).cookies.get(sessions.COOKIE)
        asked = MutableHeaders(scope=scope)  # after the cookie was read, which makes the scope's list anew
        origin = asked.get("origin")
        if origin is not None:
            site = urlsplit(origin).netloc
            if site not in (asked.get("host"), urlsplit(self._own()).netloc):
                await send({"type": "websocket.close", "code": 1008})
                return
            asked["host"] = site  # a proxy may have put its own name here
        asked[HOLDER] = secret.hashed(cookie) if cookie else ""

        async def heard() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive" or self._is_ours(message.get("bytes") or b""):
                    return message

        await self.app(scope, heard, send)

    def _is_open(self, path: str) -> bool:
        if path.startswith(_FILES):
            return path in self._files
        return path in self._exactly or path.startswith(self._below)

    def _answer(self, request: Request) -> Response | None:
        viewer = sessions.viewer(self._store(), request.cookies.get(sessions.COOKIE))
        if viewer is None and request.url.path.removeprefix("/") in SCREENS:
            ended = held_links.ended(self._store(), request.cookies.get(sessions.COOKIE))
            return notices.closed(request, ended=ended)
        if viewer is not None and request.url.path.startswith(_MEDIA):
            return None if self._has_media(request.url.path, viewer) else notices.closed(request, 404)
        return _answer(request, viewer)


def first_screen(viewer: Viewer, client: str | None) -> str | None:
    """The address of the first screen that the viewer may open, of this client if they may see it at all."""
    if not viewer.is_owner and client not in viewer.clients():
        client = next(iter(viewer.clients()), None)
    screens = viewer.screens(client or "")
    if not screens:
        return None
    return f"/{screens[0]}" + (f"?client={quote(client, safe='')}" if client else "")


def _answer(request: Request, viewer: Viewer | None) -> Response | None:
    """What to answer instead of passing the request on; None passes it on."""
    path = request.url.path
    if viewer is None or (viewer.kind == "agency" and frames.in_frame(request.headers)):
        return notices.closed(request)
    if path.startswith((_UPLOADS, _SENT_FILES)):  # the second checks the client as well
        return None if viewer.role in ("owner", "manager") else notices.closed(request)
    if path.startswith(_DOWNLOADS):  # which asks for itself as well
        return None if viewer.kind == "agency" else notices.closed(request, 404)
    client = request.query_params.get("client")
    if path == "/":
        first = first_screen(viewer, client)
        return RedirectResponse(first, 303, headers={"Cache-Control": "no-store"}) if first else notices.closed(request)
    screen = path[1:]
    if screen not in SCREENS:
        return notices.closed(request, 404)
    clients = (client,) if client else viewer.clients() or ("",)
    return None if any(viewer.may(one, screen) for one in clients) else notices.closed(request)
