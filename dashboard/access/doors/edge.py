"""Where the outside meets the server: the folder it is reached under, and what its cookies are called there.

Within, every address begins at `/` and the session's cookie has one name. Outside, SVERKA_URL may say
https://host/reports: then what comes in loses `/reports`, whether or not a proxy has taken it off already, and
redirects, cookies and forms get it. Behind TLS cookies are `Secure` and begin with `__Host-`, or with `__Secure-` below
a folder, so that no other address of the host can plant one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access.doors import frames

BASE = "sverka.base"  # where the scope says the folder
_OURS = "sverka_"  # what the names of our cookies begin with
_ENDS = ("__Host-", "__Secure-")
_SECURE = {"http": "https", "ws": "wss"}
_STARTS = ("http.response.start", "websocket.accept", "websocket.http.response.start")

Header = tuple[bytes, bytes]


class Edge:
    """Translates between outside and within.

    `own` is the address that people open, `framing` the sites that may frame a link's pages.
    """

    def __init__(self, app: ASGIApp, own: Callable[[], str], framing: Callable[[], Sequence[str]]) -> None:
        self.app = app
        self._own = own
        self._framing = framing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        own = urlsplit(self._own())
        base = own.path.rstrip("/")
        # Of a proxy that does not say how it was reached only SVERKA_URL tells.
        secure = own.scheme == "https" or scope["scheme"] in ("https", "wss")
        mark = ("__Secure-" if base else "__Host-") if secure else ""
        within = {
            **scope,
            BASE: base,
            "path": without(base, scope["path"]),
            "raw_path": without(quote(base), (scope.get("raw_path") or b"").decode("latin-1")).encode("latin-1"),
            "scheme": _SECURE.get(scope["scheme"], scope["scheme"]) if secure else scope["scheme"],
            "headers": [*incoming(scope["headers"], mark)],
        }
        framed = secure and bool(self._framing()) and frames.is_framed(within)

        async def send_outside(message: Message) -> None:
            if message["type"] in _STARTS:
                message["headers"] = [*outgoing(message.get("headers", ()), base, mark, framed)]
            await send(message)

        await self.app(within, receive, send_outside)


def without(base: str, path: str) -> str:
    """A path without the folder before it."""
    return (path.removeprefix(base) or "/") if base and f"{path}/".startswith(f"{base}/") else path


def incoming(headers: Iterable[Header], mark: str) -> Iterable[Header]:
    """The headers with our cookies under their inner names; behind TLS one without its mark is not ours."""
    for name, value in headers:
        if name == b"cookie":
            value = _cookies_within(value.decode("latin-1"), mark).encode("latin-1")
        yield name, value


def outgoing(headers: Iterable[Header], base: str, mark: str, framed: bool) -> Iterable[Header]:
    """The headers with redirects below the folder, and cookies named, secured and held to it."""
    for name, value in headers:
        text = value.decode("latin-1")
        match name.lower():
            case b"location" if base and text.startswith("/") and not text.startswith("//"):
                yield name, (quote(base) + text).encode("latin-1")
            case b"set-cookie":
                yield name, _cookie_outside(text, base, mark, framed).encode("latin-1")
            case _:
                yield name, value


def _cookies_within(written: str, mark: str) -> str:
    kept = []
    for part in written.split(";"):
        name = part.strip().partition("=")[0]
        if name.startswith(_OURS) and mark:
            continue  # planted, or left from before TLS
        if mark and name.startswith(mark + _OURS):
            part = part.strip().removeprefix(mark)
        elif name.startswith(tuple(end + _OURS for end in _ENDS)):
            continue
        kept.append(part.strip())
    return "; ".join(kept)


def _cookie_outside(written: str, base: str, mark: str, framed: bool) -> str:
    first, *attributes = (part.strip() for part in written.split(";"))
    said = {attribute.partition("=")[0].lower(): attribute for attribute in attributes}
    if first.startswith(_OURS):
        first = mark + first
        said["path"] = f"Path={quote(base) or '/'}"
        if framed:
            said |= {"samesite": "SameSite=None", "partitioned": "Partitioned"}
    if mark:
        said["secure"] = "Secure"
    return "; ".join((first, *said.values()))
