"""/s/<secret>: a shared link, from the tap in a messenger to the first screen that it opens."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dashboard.access import audit, held_links, links, sessions
from dashboard.access.doors import attempts, notices, visitors
from dashboard.access.doors.visitors import Visitor
from dashboard.access.link import Link
from dashboard.access.store import AccessStore
from dashboard.domain.phrase import N_
from dashboard.i18n import LANGUAGES, Language

_LONGEST_FORM = 4096
_TRIED = "link password"

TAP = (N_("Your report"), N_("Tap to open it."))
TAP_BUTTON = N_("Open the report")
PASSWORD = (N_("This report has a password"), N_("Whoever sent you the link knows it."))
WRONG_PASSWORD = (N_("This is not the password"), N_("Try again, or ask whoever sent you the link."))
PASSWORD_LABEL = N_("Password")
PASSWORD_BUTTON = N_("Open")
PREVIEW = N_("Marketing report")


class LinkDoor:
    """What the address of a link answers.

    `give` hands a browser the cookie to hold, `dead` answers for what does not open, `came_from` is who asks.
    """

    def __init__(
        self,
        store: Callable[[], AccessStore],
        give: Callable[[Response, Request, str], None],
        dead: Callable[[Request], Response],
        came_from: Callable[[Request], str],
    ) -> None:
        self._store = store
        self._give = give
        self._dead = dead
        self._came_from = came_from

    def get(self, request: Request) -> Response:
        """A person goes straight in, or is asked for the password; a preview learns nothing, not even whether it is."""
        visitor = visitors.of(request)
        if visitor is Visitor.PREVIEW:
            return _preview(request)
        return self._answer(request, typed=None, taps=visitor is Visitor.BROWSER)

    async def post(self, request: Request) -> Response:
        """A tap, with the password where one is asked for."""
        typed = await _typed(request)
        if typed is None or not notices.is_own_form(request):
            return await run_in_threadpool(self._dead, request)
        return await run_in_threadpool(self._answer, request, typed, True)

    def _answer(self, request: Request, typed: str | None, taps: bool) -> Response:
        store, cookie = self._store(), request.cookies.get(sessions.COOKIE)
        link = links.open(store, request.path_params["secret"])
        holds = held_links.holds_now(store, cookie, link)
        if link is None or (link.is_used_up and not holds):
            return self._dead(request)
        if link.has_password and not holds:
            return self._ask(request, link, typed) or self._enter(request, link)
        if not taps:
            return _page(request, link, TAP, TAP_BUTTON)
        return self._enter(request, link)

    def _ask(self, request: Request, link: Link, typed: str | None) -> Response | None:
        """The page that asks for the password; None where the one typed is right."""
        store, came_from = self._store(), self._came_from(request)
        if not typed:
            return _page(request, link, PASSWORD, PASSWORD_BUTTON, asks=True)
        if seconds := attempts.too_many(store, _TRIED, came_from, link.public_id):
            return notices.too_many(request, seconds)
        if links.password_is_right(store, link, typed):
            attempts.succeeded(store, _TRIED, came_from, link.public_id)
            return None
        attempts.failed(store, _TRIED, came_from, link.public_id, link.client)
        with self._store().writing() as connection:
            audit.record(
                connection, "stranger", "link refused", client=link.client, about=link.public_id, came_from=came_from
            )
        return _page(request, link, WRONG_PASSWORD, PASSWORD_BUTTON, 403, asks=True)

    def _enter(self, request: Request, link: Link) -> Response:
        held = request.cookies.get(sessions.COOKIE)
        cookie = sessions.open_link(self._store(), link, held, self._came_from(request))
        if cookie is None:
            return self._dead(request)
        onward = RedirectResponse(f"/{link.screens[0]}?client={link.client}", 303)
        onward.headers["Referrer-Policy"] = "no-referrer"
        onward.headers["Cache-Control"] = "no-store"
        self._give(onward, request, cookie)
        return onward


def _page(
    request: Request, link: Link, texts: tuple[str, ...], button: str, status: int = 200, *, asks: bool = False
) -> HTMLResponse:
    """A page of the link's own language, where it has one. It names nobody: whoever has the address may be anybody."""
    language = Language(link.options.language) if link.options.language in LANGUAGES else None
    field = ""
    if asks:
        label = escape((language or notices.language_of(request)).gettext(PASSWORD_LABEL))
        # No name of an account goes with it; the browser may keep it all the same.
        field = (
            f'<p><label>{label}<br><input type="password" name="password" required autofocus maxlength="200" '
            'autocomplete="current-password" autocapitalize="off" spellcheck="false"></label></p>'
        )
    return notices.page(request, texts, status, action=request.url.path, button=button, fields=field, language=language)


def _preview(request: Request) -> Response:
    """What a chat shows beside the address, the same for every address: whose it is, and nothing of what is in it."""
    name = notices.agency_of(request).name or "Sverka"
    what = " · ".join(Language(code).gettext(PREVIEW) for code in LANGUAGES)
    head = "".join(
        f'<meta property="og:{key}" content="{escape(value)}">'
        for key, value in (("title", name), ("description", what), ("type", "website"), ("site_name", name))
    )
    return notices.page(request, (name, what), 200, head=head, language=Language("en"))


async def _typed(request: Request) -> str | None:
    """The password that was sent, '' for none; None for a form that is not ours."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_FORM:
            return None
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=4).get("password", [""])[0]
    except ValueError:
        return None
