"""How fast, how much and how many at once: so that whoever asks without end does not keep readers waiting.

Who has a good session is counted by it, everybody else by the network: an attack from an office does not slow the
office's own readers. A bucket holds so many requests and fills up again at a steady rate, so opening a page, which
asks for a hundred things at once, never meets a limit. Kept in the memory of each process; a restart begins anew.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access import secret, sessions
from dashboard.access.doors import notices
from dashboard.access.doors.attempts import network

FORM_BYTES = 64 << 10
FORM_SECONDS = 20
_FILES = ("/upload/", "/_stcore/upload_file/")  # have limits of their own
_MOST_KEYS = 20_000
_KNOWN_SECONDS = 30
_SESSION = "session "
_STRANGERS = "strangers"


@dataclass(frozen=True)
class Rate:
    """So many in one go, and so many a second from then on."""

    burst: float
    each_second: float


@dataclass(frozen=True)
class Limits:
    """What one session, or one network without one, may ask for."""

    requests: Rate = Rate(3000, 150)
    sockets: Rate = Rate(120, 10)
    messages: Rate = Rate(200, 30)
    open_sockets: int = 40
    strangers_sockets: int = 200  # of all networks together


class Buckets:
    """A bucket for each key, as many keys as the memory is meant for; the one unused longest goes first."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Takes one out; gives how many seconds it will be until there is one, 0 if there was."""
        now = self._clock()
        left, since = self._left.pop(key, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - since) * self._rate.each_second)
        wait = 0.0 if left >= 1 else (1 - left) / self._rate.each_second
        self._left[key] = (left if wait else left - 1, now)
        if len(self._left) > _MOST_KEYS:
            self._left.popitem(last=False)
        return wait


class Pace:
    """Holds requests, websockets and what they carry to the limits. `is_good` says whether a cookie is a session's."""

    def __init__(
        self,
        app: ASGIApp,
        is_good: Callable[[str], bool],
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self._is_good, self._clock = is_good, clock
        self._limits = limits or Limits()
        self._requests, self._sockets = Buckets(self._limits.requests, clock), Buckets(self._limits.sockets, clock)
        self._open: Counter[str] = Counter()
        self._good: OrderedDict[str, float] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        if wait := self._requests.take(await self._key(scope)):
            await notices.too_many(HTTPConnection(scope), ceil(wait))(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD") or scope["path"].startswith(_FILES):
            await self.app(scope, receive, send)
        else:
            await self._form(scope, receive, send)

    async def _form(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Takes a form in whole first, so that whoever sends it slowly keeps nothing of the program waiting."""
        body = bytearray()
        try:
            async with asyncio.timeout(FORM_SECONDS):
                more = True
                while more and len(body) <= FORM_BYTES:
                    message = await receive()
                    if message["type"] != "http.request":
                        return
                    body += message.get("body", b"")
                    more = message.get("more_body", False)
        except TimeoutError:
            await notices.page(HTTPConnection(scope), notices.TOO_SLOW, 408)(scope, receive, send)
            return
        if len(body) > FORM_BYTES:
            answer = notices.page(HTTPConnection(scope), notices.TOO_LARGE, 413)
            answer.headers["Connection"] = "close"
            await answer(scope, receive, send)
            return
        given = False

        async def replayed() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": bytes(body), "more_body": False}

        await self.app(scope, replayed, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = await self._key(scope)
        counted = (key,) if key.startswith(_SESSION) else (key, _STRANGERS)
        most = {_STRANGERS: self._limits.strangers_sockets}
        if self._sockets.take(key) or any(
            self._open[one] >= most.get(one, self._limits.open_sockets) for one in counted
        ):
            await send({"type": "websocket.close", "code": 1013})  # try again later
            return
        messages = Buckets(self._limits.messages, self._clock)

        async def paced() -> Message:
            message = await receive()
            while wait := messages.take(""):
                await asyncio.sleep(wait)
            return message

        self._open.update(counted)
        try:
            await self.app(scope, paced, send)
        finally:
            self._open.subtract(counted)
            self._open += Counter()  # what is at zero goes

    async def _key(self, scope: Scope) -> str:
        """By what a request is counted: its session if that is good, else the network it comes from."""
        cookie = HTTPConnection(scope).cookies.get(sessions.COOKIE)
        if cookie:
            name = secret.hashed(cookie)
            if self._good.get(name, 0) > self._clock():
                return _SESSION + name
            if await run_in_threadpool(self._is_good, cookie):
                self._good[name] = self._clock() + _KNOWN_SECONDS
                if len(self._good) > _MOST_KEYS:
                    self._good.popitem(last=False)
                return _SESSION + name
        return network(scope["client"][0] if scope.get("client") else "")
