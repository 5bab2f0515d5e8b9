"""`/download/export/<client>/<key>.zip`: gives an export to the session that had it made, while that may have it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dashboard.access import sessions
from dashboard.access.doors import notices
from dashboard.domain.errors import SverkaError
from dashboard.keeping import desk
from dashboard.workspace import Workspace


def routes(workspace: Callable[[], Workspace]) -> list[Route]:
    """The route, over the workspace that `workspace` opens."""

    def give(request: Request) -> Response:
        """The archive; the closed page for whoever may not have it, and where there is none."""
        place, client = workspace(), request.path_params["client"]
        viewer = sessions.viewer(place.access, request.cookies.get(sessions.COOKIE))
        key = request.path_params["key"]
        if viewer is None or not viewer.may_write(client) or (desk.has_recordings(key) and not viewer.hears_recordings):
            return notices.closed(request, 404)
        try:
            path = desk.path_of(place, client, viewer.session, key)
        except SverkaError:
            path = None
        if path is None:
            return notices.closed(request, 404)
        return FileResponse(
            path,
            media_type="application/zip",
            filename=f"{client}-{path.stem[:8]}.zip",
            headers={"Cache-Control": "no-store"},
        )

    return [Route("/download/export/{client}/{key}.zip", give)]
