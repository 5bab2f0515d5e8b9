"""A connection that says nothing, or says its request letter by letter, is not waited for."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 15


class Patient(H11Protocol):
    """uvicorn's own protocol, which waits for a first request without end; this one ends the connection."""

    _waits: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begins to wait for the first request."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._waits = self.loop.call_later(SECONDS, self._give_up)

    def data_received(self, data: bytes) -> None:
        """After the first request the pauses between others are uvicorn's to limit; each has to come whole in time."""
        super().data_received(data)
        if self._waits is None and self.cycle is not None and self.cycle.response_complete:
            self._waits = self.loop.call_later(SECONDS, self._give_up)
        elif self._waits is not None and self.cycle is not None and not self.cycle.response_complete:
            self._rest()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """A websocket keeps its own time."""
        self._rest()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no longer."""
        self._rest()
        super().connection_lost(exc)

    def _rest(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _give_up(self) -> None:
        self._waits = None
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
