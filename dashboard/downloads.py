"""The addresses that give files out. Each asks for itself who wants the file, whatever stands before it.

`/download/rejects/<client>/<import>.csv` (or `.xlsx`): the rejected rows of an import; with `held-<key>` in the place
of the import, those of a file that this session has sent and not agreed to yet.
`/download/template/<client>/<name>.csv`: a template of a table to fill. Whoever may open the screen that offers a file
may have it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.access import audit, sessions
from dashboard.access.doors import notices
from dashboard.access.viewer import Viewer
from dashboard.domain.errors import Busy, ClientUnknown, ImportUnknown, SverkaError, TemplateUnknown
from dashboard.exports import rejects, templates
from dashboard.i18n import LANGUAGES, Language, best_of
from dashboard.warehouse import rejected
from dashboard.warehouse.records import Reject
from dashboard.workspace import Workspace

HELD = "held-"

Found = tuple[str, Iterator[Reject]]  # what the file is called, and its rejected rows


def routes(workspace: Callable[[], Workspace], held: Callable[[str, str, str], tuple[str, Path] | None]) -> list[Route]:
    """The routes, over the workspace that `workspace` opens.

    `held` gives, for a client, the name of a session and the key of a file that it has sent there, what the file is
    called and where its rows lie; None where there is none.
    """
    downloads = _Downloads(workspace, held)
    return [
        Route("/download/rejects/{client}/{name}.{kind}", downloads.rejected_rows),
        Route("/download/template/{client}/{name}.csv", downloads.template),
    ]


def otherwise() -> list[Route]:
    """The route for every other address below /download/, after all that give files: closed, not Streamlit's shell."""

    async def closed(request: Request) -> Response:
        return notices.closed(request, 404)

    return [Route("/download/{rest:path}", closed)]


class _Downloads:
    def __init__(
        self, workspace: Callable[[], Workspace], held: Callable[[str, str, str], tuple[str, Path] | None]
    ) -> None:
        self._workspace = workspace
        self._held = held

    def rejected_rows(self, request: Request) -> Response:
        """The rejected rows as a file; the closed page for whoever may not have it, and where there is none."""
        workspace = self._workspace()
        viewer = sessions.viewer(workspace.access, request.cookies.get(sessions.COOKIE))
        kind = request.path_params["kind"]
        client, name = request.path_params["client"], request.path_params["name"]
        screen = "upload" if name.startswith(HELD) else "imports"  # whoever may see the screen may have its file
        if viewer is None or not viewer.may(client, screen) or kind not in rejects.TYPES:
            return notices.closed(request, 404)
        language = _language(request)
        try:
            with self._rows(viewer, client, name) as (file, rows):
                given = _given(file, rows, kind, language)
            came_from = request.client.host if request.client else ""
            with workspace.access.writing() as connection:
                what, about = "rejected rows taken out", f"import {name}" if screen == "imports" else ""
                audit.record(connection, viewer.email, what, client=client, about=about, came_from=came_from)
            return given
        except (ClientUnknown, ImportUnknown, ValueError):
            return notices.closed(request, 404)
        except SverkaError as error:
            said = language.say(error.phrase)
            status = 503 if isinstance(error, Busy) else 410
            return PlainTextResponse(said, status, {"Cache-Control": "no-store"})

    def template(self, request: Request) -> Response:
        """A template of a table to fill; the closed page for whoever may upload nothing of that client's."""
        viewer = sessions.viewer(self._workspace().access, request.cookies.get(sessions.COOKIE))
        if viewer is None or not viewer.may(request.path_params["client"], "upload"):
            return notices.closed(request, 404)
        name, filled = request.path_params["name"], BytesIO()
        try:
            self._workspace().namespace(request.path_params["client"])
            templates.write(name, filled, _language(request))
        except (ClientUnknown, TemplateUnknown):
            return notices.closed(request, 404)
        headers = {"Content-Disposition": templates.disposition(name), "Cache-Control": "no-store"}
        return Response(filled.getvalue(), media_type=templates.TYPE, headers=headers)

    @contextmanager
    def _rows(self, viewer: Viewer, client: str, name: str) -> Iterator[Found]:
        """The name of a file and its rejected rows. Raises ValueError where the address names no file of theirs."""
        namespace = self._workspace().namespace(client)
        if name.startswith(HELD):
            found = self._held(client, viewer.session, name.removeprefix(HELD))
            if found is None:
                raise ValueError(name)
            yield found[0], rejected.of_reading(found[1])
            return
        number = int(name) if name.isascii() and name.isdigit() and len(name) <= 9 else 0
        record = next((one for one in namespace.reader().imports() if one.import_id == number), None)
        if record is None:
            raise ValueError(name)
        with namespace.store() as store:
            yield record.file or f"import-{number}", store.rejects_in_turn(number)


def _given(file: str, rows: Iterator[Reject], kind: str, language: Language) -> Response:
    """Writes the file aside first: whoever loads it slowly must not keep the store's writers waiting."""
    handle, name = tempfile.mkstemp(prefix="rejects-", suffix=f".{kind}")
    path = Path(name)
    try:
        if kind == "csv":
            with os.fdopen(handle, "wb") as to:
                rejects.write_csv(rows, to, language)
        else:
            os.close(handle)
            rejects.write_xlsx(rows, path, language)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type=rejects.TYPES[kind],
        headers={"Content-Disposition": rejects.disposition(file, kind), "Cache-Control": "no-store"},
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def _language(request: Request) -> Language:
    asked = request.query_params.get("lang")
    return Language(asked if asked in LANGUAGES else best_of(request.headers.get("accept-language")))
