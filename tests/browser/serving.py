"""A server of the whole product over a copy of the demo workspace, started as a person starts it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from dashboard.access import entries
from dashboard.workspace import Workspace
from tests import workspaces


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, its workspace and what it prints."""

    address: str
    workspace: Workspace
    printed: Path
    process: subprocess.Popen[bytes] | None = None

    def memory(self) -> int:
        """How many bytes of memory the server holds."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) * 1024

    def link(self, client: str, *screens: str, language: str | None = None) -> str:
        """The whole address of a new shared link."""
        return self.address + workspaces.link(self.workspace, client, *screens, language=language)

    def sign_in_address(self) -> str:
        """A new one-time address of the owner."""
        return f"{self.address}/enter/{entries.issue(self.workspace.access, by='test')}"

    def command(self, *words: str) -> str:
        """Runs `python -m dashboard …` on the same workspace, and gives what it printed."""
        command = [sys.executable, "-m", "dashboard", *words]
        environment = os.environ | {"SVERKA_HOME": str(self.workspace.root)}
        return subprocess.run(
            command, cwd=workspaces.ROOT, env=environment, check=True, capture_output=True, text=True
        ).stdout


@contextmanager
def serving(workspace: Workspace, port: int = 0, *, wait: bool = True, **settings: str) -> Iterator[Server]:
    """Starts a server on this port (0: a free one), with the clock held at the demo's day, and ends it.

    Without `wait` nobody has asked it anything yet when it is given.
    """
    port = port or free_port()
    printed = workspace.root / "server.log"
    environment = os.environ | {
        "SVERKA_HOME": str(workspace.root),
        "SVERKA_PORT": str(port),
        "SVERKA_TODAY": workspaces.TODAY.isoformat(),
        "PYTHONUNBUFFERED": "1",
        **settings,
    }
    with printed.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "dashboard", "serve"],
            cwd=workspaces.ROOT,
            env=environment,
            stdout=written,
            stderr=written,
        )
    try:
        server = Server(f"http://localhost:{port}", workspace, printed, process)
        if wait:
            _answers(server, process)
        else:
            _listens(port, process)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nobody listens")


def _answers(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, server.printed.read_text("utf-8")
        try:
            if httpx.get(f"{server.address}/healthz", timeout=5).json()["status"] == "ok":
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(server.printed.read_text("utf-8"))
