"""How fast, how much and how many at once: who asks without end waits, and a reader beside them does not."""

from __future__ import annotations

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from dashboard.access.doors import pace
from dashboard.access.doors.pace import FORM_BYTES, Buckets, Limits, Pace, Rate

GOOD = "g" * 43
FEW = Limits(Rate(3, 1), Rate(3, 1), Rate(2, 1000), open_sockets=2, strangers_sockets=3)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def app(scope, receive, send) -> None:
    if scope["type"] == "websocket":
        await receive()
        return
    body = b""
    while scope["method"] == "POST":
        message = await receive()
        body += message["body"]
        if not message.get("more_body"):
            break
    await PlainTextResponse(str(len(body)))(scope, receive, send)


def scope_of(kind: str, by: str, cookie: str = "", method: str = "GET") -> dict:
    sent = [(b"cookie", f"sverka_session={cookie}".encode())] if cookie else []
    return {"type": kind, "method": method, "path": "/x", "headers": sent, "client": (by, 1), "query_string": b""}


def ask(paced: Pace, by: str = "203.0.113.7", cookie: str = "", pieces: tuple[bytes, ...] = ()) -> dict:
    """The start of an answer."""
    arriving = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces[:-1]]
    arriving.append({"type": "http.request", "body": pieces[-1] if pieces else b"", "more_body": False})
    sent = []

    async def receive():
        return arriving.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(paced(scope_of("http", by, cookie, "POST" if pieces else "GET"), receive, send))
    return sent[0] | {"text": sent[1]["body"].decode()}


def status(*asked, **options) -> int:
    return ask(*asked, **options)["status"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def paced(clock: Clock) -> Pace:
    return Pace(app, is_good=lambda cookie: cookie == GOOD, limits=FEW, clock=clock)


def test_who_asks_too_fast_waits_and_is_told_how_long(paced, clock):
    assert [status(paced) for _ in range(4)] == [200, 200, 200, 429]
    assert dict(ask(paced)["headers"])[b"retry-after"] == b"1"
    clock.now = 1
    assert status(paced) == 200


def test_a_reader_with_a_session_is_served_beside_an_attack_from_their_own_office(paced):
    for _ in range(10):
        status(paced)
    assert status(paced, cookie=GOOD) == 200
    assert status(paced, cookie="made up") == 429  # which counts for the network


def test_another_network_is_not_slowed(paced):
    for _ in range(10):
        status(paced)
    assert status(paced, by="198.51.100.9") == 200


def test_a_form_arrives_whole_and_not_larger_than_it_may_be(paced):
    assert ask(paced, pieces=(b"a" * 100, b"b" * 100))["text"] == "200"
    assert status(paced, cookie=GOOD, pieces=(b"a" * FORM_BYTES, b"b")) == 413


def test_a_form_that_does_not_arrive_is_not_waited_for(paced, monkeypatch):
    monkeypatch.setattr(pace, "FORM_SECONDS", 0.01)
    sent = []

    async def receive():
        await asyncio.sleep(10)

    async def send(message):
        sent.append(message)

    asyncio.run(paced(scope_of("http", "203.0.113.7", method="POST"), receive, send))
    assert sent[0]["status"] == 408


def sockets(paced: Pace, *who: tuple[str, str]) -> list[str]:
    """Opens these websockets (address, cookie) all at once; what became of each."""

    async def one(by: str, cookie: str, ends: asyncio.Event) -> str:
        told = []

        async def receive():
            await ends.wait()
            return {"type": "websocket.disconnect"}

        async def send(message):
            told.append(message["type"])

        await paced(scope_of("websocket", by, cookie), receive, send)
        return "refused" if told else "open"

    async def all_of_them() -> list[str]:
        ends = asyncio.Event()
        tasks = [asyncio.create_task(one(*each, ends)) for each in who]
        await asyncio.sleep(0.2)
        ends.set()
        return list(await asyncio.gather(*tasks))

    return asyncio.run(all_of_them())


def test_a_network_has_so_many_websockets_open_and_no_more(paced):
    assert sockets(paced, *[("203.0.113.7", "")] * 3) == ["open", "open", "refused"]
    assert not paced._open  # what ended is not counted any more


def test_strangers_of_many_networks_leave_room_for_readers(paced):
    strangers = [(f"203.0.113.{number}", "") for number in range(5)]
    assert sockets(paced, *strangers, ("203.0.113.9", GOOD)) == ["open"] * 3 + ["refused"] * 2 + ["open"]


def test_websockets_opened_again_and_again_are_refused_for_a_while(paced):
    assert [sockets(paced, ("203.0.113.7", GOOD))[0] for _ in range(4)] == ["open"] * 3 + ["refused"]


def test_messages_wait_for_each_other_and_none_is_lost(clock):
    limits = Limits(messages=Rate(2, 1000))
    heard = []

    async def listening(scope, receive, send) -> None:
        for _ in range(20):
            heard.append((await receive())["bytes"])

    arriving = iter(range(20))

    async def receive():
        return {"type": "websocket.receive", "bytes": next(arriving)}

    paced = Pace(listening, is_good=lambda cookie: False, limits=limits)
    asyncio.run(paced(scope_of("websocket", "203.0.113.7"), receive, receive))
    assert heard == list(range(20))


def test_a_crowd_of_addresses_takes_a_bounded_memory(monkeypatch):
    monkeypatch.setattr(pace, "_MOST_KEYS", 10)
    buckets = Buckets(Rate(1, 1))
    for number in range(1000):
        buckets.take(str(number))
    assert len(buckets._left) <= 10
