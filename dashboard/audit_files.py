"""`/download/audit.csv` (or `.xlsx`): the lines of the record that are asked for, as far as the asker may see them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dashboard.access import audit, audit_search, sessions
from dashboard.access.audit_search import Asked
from dashboard.access.doors import notices
from dashboard.access.viewer import Viewer
from dashboard.domain.phrase import N_
from dashboard.exports import listing
from dashboard.i18n import LANGUAGES, Language, best_of
from dashboard.workspace import Workspace

SCREEN = "audit"
MOST = 200_000
HEADER = (N_("When"), N_("Who"), N_("What"), N_("Client"), N_("About"), N_("From where"))


def routes(workspace: Callable[[], Workspace]) -> list[Route]:
    """The route, over the workspace that `workspace` opens."""

    def answer(request: Request) -> Response:
        place = workspace()
        viewer = sessions.viewer(place.access, request.cookies.get(sessions.COOKIE))
        kind = request.path_params["kind"]
        if viewer is None or not viewer.may("", SCREEN) or kind not in listing.TYPES:
            return notices.closed(request, 404)
        came_from = request.client.host if request.client else ""
        with place.access.writing() as connection:
            audit.record(connection, viewer.email, "record taken out", about=kind, came_from=came_from)
        zone = zone_of(request.query_params.get("zone"))
        asked = read(request.query_params, visible(viewer, place), zone)
        return _file(_rows(place, asked, zone, language_of(request)), kind, language_of(request))

    return [Route("/download/audit.{kind}", answer)]


def visible(viewer: Viewer, workspace: Workspace) -> tuple[str, ...] | None:
    """The clients whose lines this viewer may see; None is the whole workspace's, which only owners see."""
    if viewer.is_owner:
        return None
    return tuple(client.slug for client in workspace.clients() if viewer.works_for(client.slug))


def read(params: Mapping[str, str], clients: tuple[str, ...] | None, zone: ZoneInfo) -> Asked:
    """What an address asks for (`of`, `what`, `who`, `from`, `since`, `until`); a day that is none asks for all."""
    since, until = day_of(params.get("since", "")), day_of(params.get("until", ""))
    return Asked(
        clients,
        client=params.get("of", ""),
        what=params.get("what", ""),
        who=params.get("who", "").strip().lower(),
        came_from=params.get("from", "").strip().lower(),
        since=_begins(since, zone),
        until=_begins(until + timedelta(days=1), zone) if until and until < date.max else None,
    )


def zone_of(name: str | None) -> ZoneInfo:
    """The time zone of this name; UTC for none."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def day_of(written: str) -> date | None:
    """The day that an address states; None for what is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def language_of(request: Request) -> Language:
    """The language asked for, else the browser's."""
    asked = request.query_params.get("lang")
    return Language(asked if asked in LANGUAGES else best_of(request.headers.get("accept-language")))


def _rows(workspace: Workspace, asked: Asked, zone: ZoneInfo, language: Language) -> Iterator[tuple[str, ...]]:
    names = {client.slug: client.name for client in workspace.clients()}
    for line in audit_search.lines(workspace.access, asked, MOST):
        yield (
            line.at.astimezone(zone).isoformat(sep=" ", timespec="seconds"),
            line.who,
            language.gettext(audit.EVENTS.get(line.what, line.what)),
            names.get(line.client or "", line.client or ""),
            line.about,
            line.came_from,
        )


def _file(rows: Iterator[tuple[str, ...]], kind: str, language: Language) -> Response:
    handle, name = tempfile.mkstemp(prefix="audit-", suffix=f".{kind}")
    path = Path(name)
    header = [language.gettext(title) for title in HEADER]
    try:
        with os.fdopen(handle, "wb") as to:
            if kind == "csv":
                listing.write_csv(header, rows, to, language)
        if kind == "xlsx":
            listing.write_xlsx(header, rows, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    named = f"record-{datetime.now(UTC):%Y-%m-%d}.{kind}"
    return FileResponse(
        path,
        media_type=listing.TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{named}"', "Cache-Control": "no-store"},
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def _begins(day: date | None, zone: ZoneInfo) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=zone) if day else None
