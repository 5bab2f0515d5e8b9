"""/sign-in: e-mail and password, or a sign-in service where one is set up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.access import accounts, audit, people, sessions
from dashboard.access.doors import attempts, forms, notices
from dashboard.access.doors.edge import BASE
from dashboard.access.doors.forms import Field
from dashboard.access.doors.proceeding import Proceeding
from dashboard.access.doors.session_cookie import came_from
from dashboard.access.store import AccessStore
from dashboard.domain.phrase import N_, Phrase, say

PATH = "/sign-in"
TRIED = "sign-in"  # how the limit on trying calls what is tried here

TEXTS = (N_("Sign in"), N_("For people of the agency. Clients open their report by the link that they were sent."))
WRONG = N_("E-mail or password is not right.")
FORGOTTEN = N_("Forgotten? An owner of the workspace gives you an address for a new password.")
NOT_SET_UP = (
    N_("This workspace is not set up yet"),
    N_("Open the set-up address that the server printed when it started. Starting it again prints a new one."),
)


class SignInDoor:
    """The sign-in page. `services` are the names of sign-in services, each with the address that leads there; they
    are the only way where `passwords` are off."""

    def __init__(
        self,
        store: Callable[[], AccessStore],
        proceeding: Proceeding,
        services: Sequence[tuple[str, str]] = (),
        passwords: bool = True,
    ) -> None:
        self._store = store
        self._proceeding = proceeding
        self._services = services
        self._passwords = passwords

    def get(self, request: Request) -> Response:
        """The page; whoever is signed in goes on to their first screen."""
        viewer = sessions.viewer(self._store(), request.cookies.get(sessions.COOKIE))
        if viewer is not None and viewer.kind == "agency":
            return RedirectResponse("/", 303, {"Cache-Control": "no-store"})
        if not people.is_set_up(self._store()):
            return notices.page(request, NOT_SET_UP, 200)
        return self._page(request)

    async def post(self, request: Request) -> Response:
        """What was typed."""
        typed = await forms.typed(request)
        if typed is None or not notices.is_own_form(request) or not self._passwords:
            return notices.closed(request)
        return await run_in_threadpool(self._do, request, typed)

    def _do(self, request: Request, typed: dict[str, str]) -> Response:
        store, where = self._store(), came_from(request)
        email, password = typed.get("email", ""), typed.get("password", "")
        target = email.strip().lower()
        if seconds := attempts.too_many(store, TRIED, where, target):
            return notices.too_many(request, seconds)
        person = accounts.check(store, email, password)
        if person is None:
            attempts.failed(store, TRIED, where, target)
            with store.writing() as connection:
                # What was typed may be a password in the wrong field; only whom it is about is written down.
                known = people.folded(email) if people.of_email(store, email) else ""
                audit.record(connection, "", "sign-in failed", about=known, came_from=where)
            return self._page(request, email, WRONG)
        attempts.succeeded(store, TRIED, where, target)
        return self._proceeding.on(request, person)

    def _page(self, request: Request, email: str = "", wrong: Phrase | str = "") -> Response:
        language = notices.language_of(request)
        if not self._passwords:
            return notices.page(request, TEXTS, 200, below=self._others(request))
        fields = forms.fields(
            language,
            Field("email", N_("E-mail address"), "username", "email", value=email[:200]),
            Field("password", N_("Password"), "current-password", "password"),
            wrong=wrong,
        )
        return notices.page(
            request,
            TEXTS,
            403 if wrong else 200,
            action=PATH,
            button=notices.SIGN_IN_BUTTON,
            fields=fields,
            below=self._others(request) + f"<p><small>{escape(language.gettext(FORGOTTEN))}</small></p>",
        )

    def _others(self, request: Request) -> str:
        base, language = request.scope.get(BASE, ""), notices.language_of(request)
        return "".join(
            f'<p><a class="other" href="{escape(base + address)}">'
            f"{escape(language.say(say('Sign in with {service}', service=name)))}</a></p>"
            for name, address in self._services
        )
