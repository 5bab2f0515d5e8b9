"""The cookie that holds a session: kept from scripts, from other sites' forms, and from connections without TLS."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from dashboard.access import sessions
from dashboard.access.viewer import Kind


def give(answer: Response, connection: HTTPConnection, own: str, kind: Kind, cookie: str) -> None:
    """Puts the cookie of a session into an answer. `own` is the address that people open."""
    answer.set_cookie(
        sessions.COOKIE,
        cookie,
        max_age=sessions.DAYS[kind] * 24 * 60 * 60,
        httponly=True,
        samesite="lax",
        secure=is_secure(connection, own),
    )


def take_away(answer: Response, connection: HTTPConnection, own: str) -> None:
    """Has the browser forget the cookie."""
    answer.delete_cookie(sessions.COOKIE, httponly=True, samesite="lax", secure=is_secure(connection, own))


def is_secure(connection: HTTPConnection, own: str) -> bool:
    """Whether the reader is behind TLS.

    The server believes X-Forwarded-Proto of a proxy on this machine; of any other only the address people open tells.
    """
    return connection.url.scheme in ("https", "wss") or own.startswith("https:")


def came_from(connection: HTTPConnection) -> str:
    """The network address that asks."""
    return connection.client.host if connection.client else ""
