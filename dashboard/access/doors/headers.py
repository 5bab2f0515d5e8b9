"""Security headers on every answer: our own, Streamlit's, and the upgrade of its websocket."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.access.doors import frames

NO_FRAMES = "frame-ancestors 'none'"

# Styles inline and workers from blobs are Streamlit's; nothing may come from, or go to, another host.
CONTENT = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    f"form-action 'self'; {NO_FRAMES}"
)

HEADERS = {
    "Content-Security-Policy": CONTENT,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}

# The program's own files, which tell nothing about anybody.
PROGRAM = ("/static/", "/app/static/", "/component/", "/_stcore/bidi-components/")
_FONTS = "/app/static/"

_STARTS = ("http.response.start", "websocket.accept", "websocket.http.response.start")


class SecurityHeaders:
    """Adds the headers that an answer does not set itself. `framing` are the sites that may frame a link's pages."""

    def __init__(self, app: ASGIApp, framing: Callable[[], Sequence[str]] = tuple) -> None:
        self.app = app
        self._framing = framing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] in _STARTS:
                add(scope, message, self._framing())
            await send(message)

        await self.app(scope, receive, send_with_headers)


def add(scope: Scope, message: Message, framing: Sequence[str] = ()) -> None:
    """Adds the headers to the start of an answer, in place."""
    message.setdefault("headers", [])
    headers = MutableHeaders(raw=message["headers"])
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if framing and frames.may_be_framed(scope["path"]):
        policy = headers["content-security-policy"]
        headers["content-security-policy"] = policy.replace(NO_FRAMES, f"frame-ancestors {' '.join(framing)}")
        del headers["x-frame-options"]  # which knows no lists
    if scope["scheme"] in ("https", "wss"):
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if not scope["path"].startswith(PROGRAM):
        headers["Cache-Control"] = "no-store"  # whoever signs out leaves nothing in the browser's memory
    elif scope["path"].startswith(_FONTS):
        headers.setdefault("Cache-Control", "public, max-age=86400")
    message["headers"] = headers.raw
