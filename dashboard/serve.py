"""Starting the server: what must be right before it, the addresses to open, and a clean end."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from types import FrameType

from dashboard import demonstration, providers, settings
from dashboard.access import entries, people
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent

_SECONDS_TO_FINISH = 3
_HEADER_BYTES = 32 << 10  # the request line with all headers, cookies among them
_MESSAGE_BYTES = 4 << 20  # what a page sends in one go: what was typed and chosen on it
_OPEN_FILES = 65_536


def serve(workspace: Workspace, prepare: Callable[[], Sequence[str]] = tuple) -> int:
    """Serves a workspace until Ctrl-C and gives the exit code.

    `prepare` runs once the port is ours, so that nobody waits for it in vain; it gives further lines to print.
    Raises SettingsInvalid where the port is taken or a sign-in service is not set up rightly, and what opening the
    workspace raises, before anything is started.
    """
    for stated in (settings.address, settings.proxies, settings.frame_ancestors, settings.passwords_are_on):
        stated()  # what is set wrongly is said before anything is started
    providers.configured(workspace.root)
    with closing(listen(settings.port())) as listener:
        shown = [*_warnings(workspace), *prepare()]
        for line in ("Sverka is starting. Ctrl-C ends it.", "", *_addresses(workspace), *shown, ""):
            print(line, flush=True)
        # Beside the start, not before it: readers need nothing of it, and an agency may have many clients.
        Thread(target=workspace.recover, name="recovery").start()
        return _run(workspace, listener)


def listen(port: int) -> socket.socket:
    """A socket on this port of every address of the machine. Raises SettingsInvalid where another program has it."""
    address = os.environ.get("SVERKA_ADDRESS", "")
    try:
        if address or not socket.has_dualstack_ipv6():
            listener = socket.create_server((address, port), backlog=512)
        else:
            listener = socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=512)
        # Every connection inherits it; else each answer of two pieces waits 40 ms for the other side's acknowledgement.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise SettingsInvalid(
            say(
                "Port {port} cannot be used ({reason}). End the program that has it, or choose another port with "
                "SVERKA_PORT, such as SVERKA_PORT={other}. Nothing was started.",
                port=str(port),
                reason=os.strerror(error.errno) if error.errno else type(error).__name__,
                other=str(port + 1 if port < 65535 else settings.DEFAULT_PORT),
            )
        ) from error


def _addresses(workspace: Workspace) -> list[str]:
    """What people of the agency open: once, to set the workspace up, and from then on the page to sign in at."""
    store, address = workspace.access, settings.address()
    if not people.is_set_up(store):
        token = entries.issue(store, by="server start")
        hours = entries.HOURS["set_up"]
        return [f"Set this workspace up, once, within {hours} hours: {address}/enter/{token}"]
    lines = [f"People of the agency sign in: {address}/sign-in"]
    owner = people.of_email(store, demonstration.OWNER)
    if owner is not None and not owner.has_password:  # of the demo, where everything is made up
        token = entries.issue(store, by="server start", person=owner.id)
        hours = entries.HOURS["sign_in"]
        lines.append(f"As the owner of the demo, once, within {hours} hours: {address}/enter/{token}")
    return lines


def _warnings(workspace: Workspace) -> list[str]:
    found = workspace.open_to_others()
    if not found:
        return []
    named = ", ".join(str(path) for path in found)
    return [
        "",
        f"Other users of this machine may read the workspace: {named}. Keep it to yourself: chmod 700 {found[0]}",
    ]


def _run(workspace: Workspace, listener: socket.socket) -> int:
    import uvicorn  # here, so that a port that is taken is said at once

    from dashboard.access.doors.patience import Patient

    os.environ["SVERKA_HOME"] = str(workspace.root)
    os.chdir(ROOT)  # Streamlit looks for .streamlit/config.toml here
    sys.path.insert(0, str(ROOT))
    config = uvicorn.Config(
        importlib.import_module("app").app,
        access_log=False,  # an address may hold a secret
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # app.py takes them, of the proxies that SVERKA_PROXIES names
        http=Patient,
        h11_max_incomplete_event_size=_HEADER_BYTES,
        ws="websockets-sansio",
        ws_max_size=_MESSAGE_BYTES,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
    _allow_connections()
    signal.signal(signal.SIGTERM, _end)  # the server ends by it, and then hands it on
    with suppress(KeyboardInterrupt):  # an interrupt that comes while it ends is not handed on
        uvicorn.Server(config).run(sockets=[listener])
    print("Sverka has ended. Everything that was written is safe.", flush=True)
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _allow_connections() -> None:
    """Lets the process hold as many connections as the system allows it; each is an open file."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, _OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
