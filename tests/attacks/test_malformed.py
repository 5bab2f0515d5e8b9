"""Oversized and malformed everything: no traceback, no hang, no growth, and readers are served beside it."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPException
from random import Random

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from tests.attacks.record import Record
from tests.attacks.target import SHELL, Target
from tests.attacks.test_cookies import NAME
from tests.attacks.test_strangers import KEPT_APART
from tests.attacks.workspace import ALDER, BIRCH, NAMES, ONLY

BIG = 200_000
FAILURE = re.compile(r'class=\\?"sv-failure')


@pytest.fixture
def alive(target: Target, record: Record) -> Iterator[None]:
    """Afterwards a reader is still served, and the server has not grown by more than it may."""
    cookie, before = target.holder(target.link(ALDER, "campaigns")), target.server.memory()
    yield
    page = target.ask(f"/campaigns?client={ALDER}", cookie=cookie)
    record.attempt("readers", page.status == 200 and SHELL in page.text, f"a page afterwards: {page.status}")
    with target.stream(cookie) as stream:
        record.attempt("readers", NAMES[ALDER] in stream.text("campaigns"), "a screen afterwards")
    grown = (target.server.memory() - before) >> 20
    record.attempt("malformed", grown < 200, f"the server has grown by {grown} MB")
    log = target.server.printed.read_text("utf-8", "replace")
    record.attempt("malformed", "Exception in ASGI application" not in log, f"the log: {log[-2000:]}")


def raw(target: Target, sent: bytes, patience: float = 1.5) -> bytes:
    """Sends bytes as they stand, and gives what came back before the server closed or kept silent."""
    came = b""
    with (
        socket.create_connection(("localhost", target.port), timeout=patience) as connection,
        contextlib.suppress(OSError),
    ):
        connection.sendall(sent)
        while piece := connection.recv(65536):
            came += piece
            if len(came) > 1_000_000 or (b"\r\n\r\n" in came and b"content-length: 0" in came.lower()):
                break
            connection.settimeout(0.3)
    return came


def headed(start: str, *headers: str | bytes) -> bytes:
    """The head of a request as it stands on the wire."""
    lines = [start.encode("latin-1"), *(one if isinstance(one, bytes) else one.encode("latin-1") for one in headers)]
    return b"\r\n".join([*lines, b"", b""])


def requests(chance: Random, many: int) -> Iterator[bytes]:
    """Requests that are none, too large, or two in one."""
    host, chunked = "Host: localhost", "Transfer-Encoding: chunked"
    upgrade = ("Connection: Upgrade, HTTP2-Settings", host)
    yield from (
        b"\r\n" * 100,
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"G" * BIG,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    )
    for start in (
        "GET / HTTP/9.9", "GET /\x00 HTTP/1.1", "GET /\xff\xfe HTTP/1.1", f"GET /{'a' * BIG} HTTP/1.1",
        "CONNECT a:1 HTTP/1.1", "PRI * HTTP/2.0", f"GET /campaigns?{'a=b&' * 20_000} HTTP/1.1",
        "GET http://evil.example/x HTTP/1.1", "OPTIONS * HTTP/1.1",
    ):  # fmt: skip
        yield headed(start, host)
    for headers in (
        (), (host, host), ("Host: \xff",), (host, "X\x00Y: a"), (host, " folded: a", " b"), (host, f"X: {'a' * BIG}"),
        (host, f"Cookie: {'a=b; ' * 20_000}"), (host, *(f"X-{number}: a" for number in range(5000))),
        ("Upgrade: websocket", *upgrade), ("Upgrade: h2c", *upgrade),
    ):  # fmt: skip
        yield headed("GET /_stcore/stream HTTP/1.1", *headers)
    for headers, body in (
        (("Content-Length: -1",), b""), ((f"Content-Length: {'9' * 20}",), b"x"), ((chunked,), b"zz\r\n\r\n"),
        (("Content-Length: 5", "Content-Length: 6"), b"hello"), ((chunked,), b"F" * 17 + b"\r\n"),
        (("Content-Length: 4", chunked), b"0\r\n\r\nGET /campaigns HTTP/1.1\r\n\r\n"),
    ):  # fmt: skip
        yield headed("POST /s/x HTTP/1.1", host, *headers) + body
    good = headed("GET /campaigns?client=alder HTTP/1.1", host, f"Cookie: {NAME}=x", "Accept-Language: ru;q=x")
    for _ in range(many):
        spoilt = bytearray(good)
        for _again in range(chance.randrange(1, 8)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        yield bytes(spoilt)


@pytest.mark.usefixtures("alive")
def test_no_malformed_request_breaks_or_tells_anything(
    target: Target, record: Record, chance: Random, times: int
) -> None:
    for sent in requests(chance, 15 * times):
        came = raw(target, sent).decode("utf-8", "replace")
        held = not came.startswith("HTTP/1.1 5") and not any(word in came for word in KEPT_APART)
        record.attempt("malformed", held, f"{sent[:80]!r}: {came[:120]}")


@pytest.mark.usefixtures("alive")
def test_no_header_or_query_breaks_a_page(target: Target, record: Record) -> None:
    cookie = target.holder(target.link(ALDER, "campaigns"))
    odd = ("", "\xff\xfe", "a" * 20_000, ",,,;;;q=", "ru;q=9e999", "=" * 500, "%00%ff", "{}", "*;q=nan", "\u00e9" * 100)
    for name in ("Accept_Language", "User_Agent", "Origin", "Sec_Fetch_Site", "Content_Type", "X_Forwarded_For",
                 "X_Forwarded_Proto", "X_Forwarded_Host", "Forwarded", "If_None_Match", "If_Modified_Since", "Range",
                 "Accept_Encoding", "Accept", "Referer", "Expect"):  # fmt: skip
        for value in odd:
            for path in ("/campaigns", "/s/nonsense", "/static/js/nonsense.js"):
                with contextlib.suppress(OSError, HTTPException):
                    answer = target.ask(path, cookie=cookie, **{name: value})
                    record.attempt("malformed", answer.status < 500, f"{name}: {value[:30]!r}: {answer.status}")
    for screen in ("campaigns", "imports"):
        for parameter in ("client", "lang", "period", "import", "view", "file", "mapping", "embed", "x"):
            for value in (
                "%00",
                "%ff",
                "%",
                "a" * 5000,
                "-1",
                "1e999",
                "%F0%9F%92%A9",
                "0001-01-01..9999-12-31",
                "%C2%B2",
            ):
                answer = target.ask(f"/{screen}?{parameter}={value}", cookie=cookie)
                record.attempt("malformed", answer.status < 500, f"{screen}?{parameter}={value[:30]}: {answer.status}")


@pytest.mark.usefixtures("alive")
def test_no_query_of_an_open_page_breaks_it(target: Target, record: Record) -> None:
    cookie = target.agency()
    odd = ("%00", "-1", "²", "1e999", "9" * 400, "2026-11-21..2026-11-08", "0001-01-01..9999-12-31", "2026-02-30..x",
           "..", "month", "[]", "💩", "'; drop table x; --", "<b>", "\u202e", "nan")  # fmt: skip
    for number, value in enumerate(odd):
        query = "&".join(f"{name}={value}" for name in ("period", "lang", "import", "view", "file", "mapping", "month"))
        with target.stream(cookie) as stream:
            for screen in ("campaigns", "imports", "summary", "mapping")[number % 2 :: 2]:
                text = stream.text(screen, f"client={ALDER}&{query}")
                held = "Traceback" not in text and FAILURE.search(text) is None and ONLY[BIRCH] not in text
                record.attempt("malformed", held, f"{screen}?{value}")


@pytest.mark.usefixtures("alive")
def test_no_frame_of_a_websocket_breaks_anything(target: Target, record: Record, chance: Random, times: int) -> None:
    cookie = target.holder(target.link(ALDER, "campaigns"))
    good = BackMsg()
    good.rerun_script.page_name = "campaigns"
    good.rerun_script.query_string = f"client={ALDER}"
    many = BackMsg()
    many.rerun_script.widget_states.widgets.extend(WidgetState(id=f"$$ID-{n}", string_value="x") for n in range(20_000))
    context = BackMsg()
    context.rerun_script.page_name = "campaigns"
    for name, value in (("locale", "\x00" * 900), ("timezone", "../../etc"), ("url", "javascript:x")):
        setattr(context.rerun_script.context_info, name, value)
    frames: list[bytes | str] = [
        b"", b"\x00", b"\xff" * 1000, "text", "x" * 10_000, good.SerializeToString()[:-1], many.SerializeToString(),
        context.SerializeToString(), b"\x22" + b"\xff" * 9 + b"\x01",
    ]  # fmt: skip
    whole = good.SerializeToString()
    for _ in range(15 * times):
        spoilt = bytearray(whole)
        for _again in range(chance.randrange(1, 5)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        frames.append(bytes(spoilt))
    for who in (cookie, None):
        stream = None
        for frame in frames:
            try:
                if stream is None:
                    stream = target.stream(who).__enter__()
                stream.send(frame)
                text = "".join(map(str, stream.heard()))
            except (OSError, WebSocketException):  # it may hang up
                text, stream = "", None
            held = "Traceback" not in text and (who is not None or not any(word in text for word in KEPT_APART))
            record.attempt("malformed", held, f"{frame[:40]!r}")
        if stream is not None:
            stream.__exit__(None, None, None)
    with contextlib.suppress(OSError, WebSocketException), target.stream(cookie) as large:
        large.send(bytes(100 << 20))
    record.attempt("malformed", True, "a frame of 100 MB")


@pytest.mark.usefixtures("alive")
def test_slow_and_broken_senders_keep_nobody_waiting(target: Target, record: Record) -> None:
    cookie = target.holder(target.link(ALDER, "campaigns"))
    own = f"Host: localhost:{target.port}\r\nOrigin: {target.server.address}\r\nX-Sverka-Upload: 1\r\n"
    own += f"Cookie: {NAME}={target.agency()}\r\n"
    slow = [
        f"POST /upload/{ALDER}?name=a.csv HTTP/1.1\r\n{own}Content-Length: 9\r\n\r\nx",
        "POST /s/x HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\n",
        "GET /campaigns HTTP/1.1\r\nHost: a\r\nX: ",
    ]
    held = [socket.create_connection(("localhost", target.port)) for _ in range(60)]
    try:
        for number, connection in enumerate(held):
            connection.sendall(slow[number % len(slow)].encode())
        served: list[int] = []

        def read() -> None:
            browser = Target(target.server)
            served.append(browser.ask("/campaigns", cookie=cookie).status)
            browser.forget()

        readers = [threading.Thread(target=read) for _ in range(8)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(20)
        for status in served:
            record.attempt("readers", status == 200, f"beside slow senders: {status}")
        record.attempt("readers", len(served) == 8, f"{len(served)} of 8 were served beside slow senders")
    finally:
        for connection in held:
            record.attempt("malformed", True, "a sender that stops")
            connection.close()


@pytest.mark.usefixtures("alive")
def test_no_body_breaks_a_form_or_an_upload(target: Target, record: Record) -> None:
    agency = target.agency()
    own = {"Origin": target.server.address, "Sec_Fetch_Site": "same-origin", "X_Sverka_Upload": "1"}
    bodies = (
        b"", b"\x00" * 5000, b"a" * 300_000, b"&" * 50_000, b"a=" * 50_000, b"%" * 1000, b"\xff\xfe=\xff",
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="../../x"\r\n\r\n', b"--x" * 9999, b"{" * 9999,
    )  # fmt: skip
    types = (
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json",
        "",
    )
    for path in (
        "/sign-in",
        "/sign-out",
        "/s/x",
        "/enter/x",
        f"/upload/{BIRCH}x",
        "/_stcore/upload_file/a/b",
        "/audit",
    ):
        for body in bodies:
            for kind in types:
                with contextlib.suppress(OSError):
                    answer = target.ask(
                        path, "POST", None if path == "/sign-out" else agency, body, Content_Type=kind, **own
                    )
                    held = answer.status < 500 and "Traceback" not in answer.text
                    record.attempt("malformed", held, f"{path} {kind} {body[:20]!r}: {answer.status}")
    for query in (
        "name=" + "a" * 5000,
        "name=%00",
        "name=..%2f..%2fx",
        "ask=-1",
        "ask=%C2%B2",
        "ask=" + "9" * 500,
        "ask=x",
    ):
        answer = target.ask(f"/upload/{ALDER}?{query}", "POST", agency, b"x", **own)
        record.attempt(
            "malformed", answer.status < 500 or answer.status == 507, f"upload {query[:30]}: {answer.status}"
        )
