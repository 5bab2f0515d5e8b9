"""Connections that say little, slowly or too much end, and others are served meanwhile."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from dashboard.access.doors import patience
from dashboard.access.doors.patience import Patient


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server with the product's own protocol, which loses patience soon."""
    monkeypatch.setattr(patience, "SECONDS", 0.3)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        PlainTextResponse("here"),
        http=Patient,
        log_level="critical",
        lifespan="off",
        h11_max_incomplete_event_size=4096,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(10)
    listener.close()


def said(port: int, *words: bytes) -> bytes:
    """What the server says until it ends the connection, to words that never end."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        for word in words:
            connection.sendall(word)
        heard = b""
        while piece := connection.recv(4096):
            heard += piece
    return heard


@pytest.mark.parametrize("words", [b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: 1"])
def test_a_request_that_does_not_come_ends_the_connection(port, words):
    assert said(port, words) == b""


def test_a_second_request_is_waited_for_no_longer_than_the_first(port):
    heard = said(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / HTT")
    assert heard.endswith(b"here")


def test_headers_too_large_are_refused(port):
    assert b"400" in said(port, b"GET / HTTP/1.1\r\nX: " + b"a" * 9000).splitlines()[0]


def test_others_are_served_beside_a_hundred_that_say_nothing(port):
    idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
    try:
        assert said(port, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").endswith(b"here")
    finally:
        for one in idle:
            one.close()
