"""Which other sites may show a shared link's pages inside their own, in a frame: those that were named, else none.

Only what a link opens: the agency's screens, sign-in and everything else never are in a frame. In a frame of another
site a browser sends a cookie only if it was given there, for that site alone (`Partitioned`), so a frame knows nothing
of the links and sign-ins that the same browser has outside it.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Scope

from dashboard.access.screens import CLIENT_SCREENS

_LINKS = "/s/"
_SIGN_OUT = "/sign-out"
_INSIDE = ("iframe", "frame", "embed", "object")


def may_be_framed(path: str) -> bool:
    """Whether this address may stand in a frame of a site that was named."""
    return path.startswith(_LINKS) or path == _SIGN_OUT or path.removeprefix("/") in CLIENT_SCREENS


def is_framed(scope: Scope) -> bool:
    """Whether the browser asks for a page that may stand in a frame, for a frame."""
    return may_be_framed(scope["path"]) and in_frame(Headers(scope=scope))


def in_frame(headers: Headers) -> bool:
    """Whether the browser says that the answer will stand inside another page."""
    return headers.get("sec-fetch-dest") in _INSIDE
