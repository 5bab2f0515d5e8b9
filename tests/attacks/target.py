"""A server to attack: raw requests without a library's tidying, and who holds what."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from secrets import token_hex
from urllib.parse import urlsplit

import httpx

from dashboard.access import people, sessions
from dashboard.access.viewer import Role
from dashboard.workspace import Workspace
from tests import workspaces
from tests.browser.serving import Server, serving
from tests.server.conftest import BROWSER
from tests.server.stream import Stream

CLOSED = "This page is closed"
SHELL = 'id="root"'


@dataclass(frozen=True)
class Answer:
    """What came back: its status, headers and text."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Target:
    """The server, with connections that are kept open."""

    server: Server
    _connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    @property
    def port(self) -> int:
        return int(urlsplit(self.server.address).port or 0)

    @property
    def workspace(self) -> Workspace:
        return self.server.workspace

    def ask(
        self, path: str, method: str = "GET", cookie: str | None = None, body: bytes | None = None, **headers: str
    ) -> Answer:
        """Sends a request with its path as it stands, and gives the answer."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if cookie is not None:
            sent["Cookie"] = f"sverka_session={cookie}"
        for last in (False, True):
            if self._connection is None:
                self._connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
            try:
                self._connection.putrequest(method, path, skip_accept_encoding=True)
                for name, value in sent.items():
                    self._connection.putheader(name, value.encode("latin-1"))
                if body is not None or method in ("POST", "PUT", "PATCH"):
                    self._connection.putheader("Content-Length", str(len(body or b"")))
                self._connection.endheaders(body)
                came = self._connection.getresponse()
                return Answer(
                    came.status, {name.lower(): value for name, value in came.getheaders()},
                    came.read().decode("utf-8", "replace"),
                )  # fmt: skip
            except (http.client.HTTPException, OSError):
                self.forget()
                if last:
                    raise
        raise AssertionError

    def forget(self) -> None:
        """Closes the connection that is kept open."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def link(self, client: str, *screens: str) -> str:
        """The path of a new link."""
        return workspaces.link(self.workspace, client, *screens)

    def holder(self, *paths: str) -> str:
        """The cookie of a browser that has opened these links one after another."""
        with httpx.Client(base_url=self.server.address, headers=BROWSER) as browser:
            for path in paths:
                assert browser.get(path).status_code == 303
            return browser.cookies["sverka_session"]

    def agency(self) -> str:
        """The cookie of a new session of the owner."""
        owner = people.any_owner(self.workspace.access)
        assert owner is not None
        return sessions.enter(self.workspace.access, None, owner.id)

    def person(self, role: Role, *clients: str) -> tuple[str, str]:
        """Somebody new of the agency, who works for these clients: their id, and the cookie of a session of theirs."""
        email = f"{role}-{token_hex(4)}@agency.example"
        person = people.add(self.workspace.access, email=email, name=email, role=role, clients=clients, by="test")
        return person.id, sessions.enter(self.workspace.access, None, person.id)

    def stream(self, cookie: str | None = None, **options: object) -> Stream:
        """A websocket of this cookie."""
        return Stream(self.port, cookie, **options)


@contextmanager
def attacked(workspace: Workspace, *, wait: bool = True) -> Iterator[Target]:
    """Serves a workspace, and gives the server as a target, which nobody has asked anything when `wait` is False."""
    with serving(workspace, wait=wait) as server:
        target = Target(server)
        try:
            yield target
        finally:
            target.forget()
            workspace.access.close()
