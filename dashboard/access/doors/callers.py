"""From which address a request comes. What a proxy says about that is believed of the proxies that were named alone.

Of a chain of addresses the last one that is no proxy of ours counts: whatever stands before it, anybody may have
written there. `Forwarded` is not read.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware


class Callers:
    """Puts the reader's own address and scheme into the scope. `proxies` are addresses and networks."""

    def __init__(self, app: ASGIApp, proxies: Sequence[str] = ()) -> None:
        self.app = ProxyHeadersMiddleware(cast(Any, app), [*proxies])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and scope.get("client"):
            address, port = scope["client"]
            scope = {**scope, "client": (plain(address), port)}
        await self.app(cast(Any, scope), cast(Any, receive), cast(Any, send))


def plain(address: str) -> str:
    """An IPv4 address as such where a socket of both kinds gives it as IPv6 (::ffff:192.0.2.1)."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return str(mapped or ip)
