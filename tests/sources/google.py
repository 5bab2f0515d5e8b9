"""A server on this machine that answers as Google does: tokens, and as much of the Sheets API (v4) as gspread asks for.

What a test wants of it stands in its fields: documents by id, and answers that are given first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

EMAIL = "sverka@agency-reports.iam.gserviceaccount.com"
DOCUMENT = "1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789"
ADDRESS = f"https://docs.google.com/spreadsheets/d/{DOCUMENT}/edit?gid=7#gid=7"


@dataclass(frozen=True)
class Date:
    """A cell that holds a date: its serial number, and how its format writes it."""

    serial: float
    shown: str


HEADERS = ["Day", "Campaign", "Currency code", "Impr.", "Clicks", "Cost"]


def day(number: int) -> Date:
    """A day of March 2026 as a Russian sheet shows it: 46082 is the first."""
    return Date(46081 + number, f"{number:02}.03.2026")


def ads(*costs: Any) -> list[list[Any]]:
    """A table of ads, a row for each day's cost from the first of March on."""
    rows = ([day(number), "Brand", "USD", 100 * number, 10, cost] for number, cost in enumerate(costs, 1))
    return [[*HEADERS], *rows]


@dataclass
class Tab:
    """One tab: Google's number, its title, and its rows."""

    id: int
    title: str
    rows: list[list[Any]]
    hidden: bool = False
    kind: str = "GRID"


@dataclass
class Answer:
    """What is answered instead of a sheet: a status, a body as it is, and headers."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Google:
    """What the server knows. `first` are answers to the next requests about sheets, in their order."""

    address: str = ""
    title: str = "Nord: orders"
    tabs: list[Tab] = field(default_factory=list)
    first: list[Answer] = field(default_factory=list)
    always: Answer | None = None
    token: Answer | None = None
    asked: list[str] = field(default_factory=list)
    before: Callable[[str], None] = lambda path: None

    def forget(self) -> None:
        """The document is as it was at the beginning, and Google well."""
        self.title = "Nord: orders"
        self.tabs = [Tab(0, "Read me", [["Nothing here"]]), Tab(7, "Ads", ads(5, 7.5, 10, 12.25))]
        self.first, self.always, self.token, self.asked = [], None, None, []
        self.before = lambda path: None

    def answer(self, path: str, query: dict[str, list[str]]) -> Answer:
        self.asked.append(path)
        self.before(path)
        if self.first:
            return self.first.pop(0)
        if self.always:
            return self.always
        found = re.fullmatch(r"/v4/spreadsheets/([^/]+)(?:/values/(.+))?", path)
        if not found or found[1] != DOCUMENT:
            return error(404, "Requested entity was not found.", "NOT_FOUND")
        if not found[2]:
            return Answer(200, json.dumps(self._metadata()))
        title = unquote(found[2]).strip("'").replace("''", "'")
        tab = next((tab for tab in self.tabs if tab.title == title), None)
        if tab is None:
            return error(400, f"Unable to parse range: {title}", "INVALID_ARGUMENT")
        assert query["valueRenderOption"] == ["UNFORMATTED_VALUE"]
        shown = query.get("dateTimeRenderOption") == ["FORMATTED_STRING"]
        rows = [[_cell(cell, shown) for cell in row] for row in tab.rows]
        return Answer(200, json.dumps({"range": title, "majorDimension": "ROWS", **({"values": rows} if rows else {})}))

    def _metadata(self) -> dict[str, Any]:
        return {
            "spreadsheetId": DOCUMENT,
            "properties": {"title": self.title, "locale": "ru_RU"},
            "sheets": [
                {
                    "properties": {
                        "sheetId": tab.id,
                        "title": tab.title,
                        "index": place,
                        "sheetType": tab.kind,
                        "hidden": tab.hidden,
                        "gridProperties": {"rowCount": 1000, "columnCount": 26},
                    }
                }
                for place, tab in enumerate(self.tabs)
            ],
        }


def _cell(cell: object, shown: bool) -> object:
    if isinstance(cell, Date):
        return cell.shown if shown else cell.serial
    return cell


def error(status: int, message: str, code: str, **details: Any) -> Answer:
    """An error as Google writes it."""
    return Answer(status, json.dumps({"error": {"code": status, "message": message, "status": code, **details}}))


def key(private_key: str | None = None) -> str:
    """A key's file as Google saves it, for an account that never was."""
    return json.dumps(
        {
            "type": "service_account",
            "project_id": "agency-reports",
            "private_key_id": "0123456789abcdef",
            "private_key": private_key or PRIVATE_KEY,
            "client_email": EMAIL,
            "client_id": "1",
            "auth_uri": "https://accounts.google.com/o/oauth2/auth",
            "token_uri": "http://192.0.2.1/steal",
        }
    )


def _private_key() -> str:
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.private_bytes(*form).decode("ascii")


PRIVATE_KEY = _private_key()


@contextmanager
def serving() -> Iterator[Google]:
    """Runs the server on a free port for the time of the block."""
    known = Google()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if self.headers.get("Authorization") != "Bearer made-up-token":
                return self._send(error(401, "Request had invalid authentication credentials.", "UNAUTHENTICATED"))
            return self._send(known.answer(address.path, parse_qs(address.query)))

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            token = json.dumps({"access_token": "made-up-token", "expires_in": 3600, "token_type": "Bearer"})
            self._send(known.token or Answer(200, token))

        def _send(self, answer: Answer) -> None:
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            with suppress(BrokenPipeError, ConnectionResetError):  # who waited no longer is gone
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.address = f"http://127.0.0.1:{server.server_port}"
    known.forget()
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
