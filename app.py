"""The server: links, sign-in, sessions, headers and health before Streamlit's screens. `streamlit run app.py`."""

from __future__ import annotations

import gc
import hmac
import importlib
import logging
import pkgutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from dashboard import audit_files, downloads, providers, settings
from dashboard.access import sessions
from dashboard.access.doors import headers, notices, provider, shell, uploads
from dashboard.access.doors.callers import Callers
from dashboard.access.doors.edge import Edge
from dashboard.access.doors.gate import Gate
from dashboard.access.doors.pace import Pace
from dashboard.access.doors.routes import routes
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SverkaError
from dashboard.keeping import handing
from dashboard.keeping.tidying import Tidying
from dashboard.sources.scheduler import Scheduler
from dashboard.ui import failure, media, session, settings_keeping, upload, wire
from dashboard.ui import provider as login
from dashboard.uploads import folder

HERE = Path(__file__).resolve().parent
INDEX = Path(st.__file__).parent / "static" / "index.html"
WARMED = ("dashboard.reports", "dashboard.charts", "dashboard.ui")

log = logging.getLogger("sverka.server")


def services() -> tuple[providers.Provider, ...]:
    """The sign-in services; none, with the reason in the log, where they are not set up rightly."""
    try:
        return providers.configured(settings.home())
    except SverkaError as error:
        log.error("Nobody signs in with a service: %s", error)
        return ()


def login_secrets() -> dict[str, Any] | None:
    """What Streamlit's login is given; None where no service is set up, or the workspace has no key to sign with."""
    try:
        key = hmac.new(session.workspace().secret, b"sign-in", "sha256").hexdigest() if SERVICES else ""
    except (SverkaError, OSError, ValueError) as error:
        log.error("Nobody signs in with a service: %s", error)
        return None
    return providers.login(SERVICES, key) if SERVICES else None


SERVICES = services()


def store() -> AccessStore:
    """The access store of the workspace; opened at the first request, so that a broken one leaves /healthz alive."""
    return session.workspace().access


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Quiets the server's log, and loads what the first reader would wait for while the server already answers."""
    logging.getLogger("uvicorn.access").disabled = True  # an address may hold a secret
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    threading.Thread(target=warm, name="warm", daemon=True).start()
    scheduler = Scheduler(session.workspace)
    scheduler.start()
    tidying = Tidying(session.workspace)
    tidying.start()
    yield
    tidying.end()
    scheduler.end()
    upload.close()
    settings_keeping.close()
    gc.unfreeze()  # at the end everything is to be let go of, and DuckDB complains about what is not


def warm() -> None:
    """Imports the screens' modules and takes them out of the garbage collector's way, which runs with every rerun."""
    for package in WARMED:
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            try:
                importlib.import_module(module.name)
            except ImportError:
                log.exception("%s cannot be loaded", module.name)
    gc.collect()
    gc.freeze()


async def broken(request: Request, error: Exception) -> Response:
    """A calm page for an error of the server's own; the reason is in the log alone."""
    log.error("%s failed", request.method, exc_info=error)  # not its address, which may hold a secret
    answer = notices.page(request, notices.BROKEN, 500)
    for name, value in headers.HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def script_failed(error: Exception) -> bool:
    """A calm notice for an error of a screen; True keeps Streamlit's own away."""
    failure.show(error)
    return True


app = st.App(
    HERE / "dashboard" / "main.py",
    routes=[
        *routes(
            store,
            own=settings.address,
            sealing=lambda: session.workspace().sealing,
            services=[(service.name, provider.BEGIN + service.key) for service in SERVICES],
            passwords=settings.passwords_are_on(),
        ),
        *uploads.routes(
            store,
            own=settings.address,
            place=lambda client, name: folder.place(session.workspace(), client, name),
            largest=settings.largest_upload,
            arrived=lambda client, name: upload.desk().files(client, name),
        ),
        *audit_files.routes(session.workspace),
        *downloads.routes(session.workspace, upload.rejected_of),
        *provider.routes([service.key for service in SERVICES], login.address_of),
        *handing.routes(session.workspace),
        *downloads.otherwise(),
        *shell.routes(INDEX),
        Mount("/app/static", StaticFiles(directory=HERE / "static")),
    ],
    middleware=[
        Middleware(Callers, proxies=settings.proxies()),
        Middleware(Edge, own=settings.address, framing=settings.frame_ancestors),
        Middleware(headers.SecurityHeaders, framing=settings.frame_ancestors),
        Middleware(Pace, is_good=lambda cookie: sessions.viewer(store(), cookie) is not None),
        Middleware(
            Gate,
            store=store,
            own=settings.address,
            is_ours=wire.is_ours,
            has_media=media.may_have,
            files=shell.files(INDEX),
            also=provider.paths(SERVICES),
        ),
        Middleware(provider.ProviderDoor, store=store, own=settings.address, claims=login.claims),
    ],
    secrets=login_secrets(),
    lifespan=lifespan,
    on_script_error=script_failed,
    exception_handlers={Exception: broken},
)
