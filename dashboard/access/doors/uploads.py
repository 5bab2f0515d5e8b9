"""Where the browser sends files: straight to the disk, piece by piece, whatever their size.

The gate stands before this address, and it checks again for itself. A file is there whole, under its number, or not at
all: what arrives lies in a folder `<number>.part`, which is renamed when the last byte is there and removed when the
connection breaks.
"""

from __future__ import annotations

import contextlib
import json
import logging
import secrets
import shutil
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.access import sessions
from dashboard.access.doors import notices
from dashboard.access.store import AccessStore
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import SverkaError

SCREEN = "upload"
MARK = "x-sverka-upload"  # a header that another site's page cannot send without being asked about first
AT_ONCE = 8  # files that one session may send side by side
ROOM = 1 << 30  # bytes of the disk that stay free: what is read of a file needs room as well
FILE, ABOUT = "file", "about.json"

_PIECE = 1 << 20
_TRIES = 100
_LONGEST_NAME = 180
_LOG = logging.getLogger(__name__)
_EVERY = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

Place = Callable[[str, str], Path]
"""The folder for the files of a session (by its name in the record) at a client; raises ClientUnknown."""


Arrived = Callable[[str, str], object]
"""What is told that a file has arrived: the client, and the session's name in the record."""


def routes(
    store: Callable[[], AccessStore],
    own: Callable[[], str],
    *,
    place: Place,
    largest: Callable[[], int],
    arrived: Arrived,
) -> list[Route]:
    """The route. `own` is the address that people open, `largest` the size in bytes above which a file is refused."""
    door = _Door(store, own, place, largest, arrived)
    return [
        Route("/upload/{client}", door.receive, methods=["POST"]),
        Route("/upload/{rest:path}", door.nothing, methods=_EVERY),
    ]


class _Door:
    def __init__(
        self,
        store: Callable[[], AccessStore],
        own: Callable[[], str],
        place: Place,
        largest: Callable[[], int],
        arrived: Arrived,
    ) -> None:
        self._store = store
        self._own = own
        self._place = place
        self._largest = largest
        self._arrived = arrived

    async def nothing(self, request: Request) -> Response:
        """Addresses and methods that do not exist here."""
        return notices.closed(request, 404)

    async def receive(self, request: Request) -> Response:
        """Takes one file, the body as it stands, and answers with its number, or with why it was not taken.

        With `?ask=SIZE` it only says whether a file of that size would be taken.
        """
        client = request.path_params["client"]
        viewer = await run_in_threadpool(self._viewer, request)
        if viewer is None or not _may(viewer, client) or not self._is_own(request):
            return notices.closed(request)
        try:
            place = await run_in_threadpool(self._place, client, viewer.session)
        except SverkaError:
            return notices.closed(request, 404)
        largest = self._largest()
        stated = _stated_size(request.query_params.get("ask") or request.headers.get("content-length", ""))
        if stated is not None and stated > largest:
            return _refused("too_large", 413)
        if await run_in_threadpool(_no_room, place, stated or 0):
            return _refused("no_room", 507)
        if "ask" in request.query_params:
            return Response(status_code=204)
        if await run_in_threadpool(_sent_now, place) >= AT_ONCE:
            return _refused("too_many", 429)
        arriving = place / f"{_number()}.part"
        try:
            size = await _written(request, arriving, largest, stated)
            if isinstance(size, Response):
                return size
            await run_in_threadpool(_finish, arriving, safe_name(request.query_params.get("name", "")), size)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it
        except OSError as error:
            _LOG.error("A file could not be written: %s", error)
            return _refused("no_room", 507)
        finally:
            await run_in_threadpool(shutil.rmtree, arriving, ignore_errors=True)
        await run_in_threadpool(self._arrived, client, viewer.session)
        return JSONResponse({"arrived": arriving.stem}, 201, {"Cache-Control": "no-store"})

    def _viewer(self, request: Request) -> Viewer | None:
        return sessions.viewer(self._store(), request.cookies.get(sessions.COOKIE))

    def _is_own(self, request: Request) -> bool:
        """Whether a script of our own page sends it; a browser says for every POST from where it comes."""
        if MARK not in request.headers or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        site = urlsplit(request.headers.get("origin", "")).netloc
        return bool(site) and site in (request.headers.get("host"), urlsplit(self._own()).netloc)


def _may(viewer: Viewer, client: str) -> bool:
    return viewer.may(client, SCREEN) and viewer.may_write(client)


def safe_name(name: str) -> str:
    """What a file is called, without folders and without characters that are none; never empty."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip(" .")
    if len(shown) > _LONGEST_NAME:
        ending = PurePosixPath(shown).suffix[:20]
        shown = shown[: _LONGEST_NAME - len(ending)] + ending
    return shown or FILE


def _number() -> str:
    """A name that sorts by the time of its making and that nobody guesses."""
    return f"{time.time_ns():020d}-{secrets.token_hex(8)}"


def _stated_size(stated: str) -> int | None:
    return int(stated) if stated.isascii() and stated.isdigit() else None


def _no_room(place: Path, size: int) -> bool:
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    return shutil.disk_usage(there).free < size + ROOM


def _sent_now(place: Path) -> int:
    try:
        return sum(1 for one in place.iterdir() if one.suffix == ".part")
    except OSError:
        return 0  # nothing was sent yet, or the last of it has just been removed


def make(folder: Path) -> None:
    """Makes the folder, also where the session's is removed meanwhile because it was empty."""
    for _ in range(_TRIES):
        with contextlib.suppress(FileNotFoundError, FileExistsError):
            folder.mkdir(parents=True)
            return
    folder.mkdir(parents=True)


async def _written(request: Request, folder: Path, largest: int, stated: int | None) -> int | Response:
    """Writes the body to the folder's file and gives its size, or the answer to a body that was not taken."""
    await run_in_threadpool(make, folder)
    size, held = 0, bytearray()
    with (folder / FILE).open("wb", buffering=0) as file:
        async for piece in request.stream():
            size += len(piece)
            if size > largest:
                return _refused("too_large", 413)
            held += piece
            if len(held) >= _PIECE:
                await run_in_threadpool(file.write, held)
                held = bytearray()
        await run_in_threadpool(file.write, held)
    if stated is not None and size != stated:
        return _refused("broken", 400)
    return size


def _finish(folder: Path, name: str, size: int) -> None:
    (folder / ABOUT).write_text(json.dumps({"name": name, "size": size}), encoding="utf-8")
    folder.rename(folder.with_suffix(""))


def _refused(why: str, status: int) -> JSONResponse:
    """`why` is a word that the page has a sentence for. The connection ends: the rest of the body is not wanted."""
    return JSONResponse({"refused": why}, status, {"Cache-Control": "no-store", "Connection": "close"})
