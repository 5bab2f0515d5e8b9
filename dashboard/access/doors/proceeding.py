"""What comes between a right password and a session: the second factor, shown or set up.

Who has come so far is known by a cookie of its own, good for ten minutes and for these pages alone. The session that
follows is a new one, so nothing that the browser held before is worth more afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dashboard.access import audit, entries, people, second_factor, sessions
from dashboard.access.doors import attempts, forms, notices, session_cookie
from dashboard.access.doors.forms import Field
from dashboard.access.doors.session_cookie import came_from
from dashboard.access.people import Person
from dashboard.access.store import AccessStore
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import N_, Phrase

STEP = "sverka_step"
PATH = "/sign-in/code"
TRIED = "code"  # how the limit on trying calls what is tried here

CODE = (N_("One more step"), N_("Open your authenticator app and type the code that it shows for Sverka."))
CODE_LABEL = N_("Code of six digits")
CODE_HINT = N_("Without your phone: one of your recovery codes.")
CODE_BUTTON = N_("Sign in")
WRONG = N_("This code is not right, or was used already. Type the one that the app shows now.")
ENROL = (
    N_("Set up a second factor"),
    N_(
        "This agency asks for a code of your phone beside the password. Scan the picture with an authenticator app, "
        "then type the code that the app shows."
    ),
)
ENROL_BUTTON = N_("Set up and sign in")
BY_HAND = N_("Or type this key into the app:")
CODES = (
    N_("Your recovery codes"),
    N_("Each signs you in once, without your phone. Print them or keep them in a password manager: not shown again."),
)
ONWARD = N_("I have kept them: go on")

_SECONDS = 600
_PICTURE = N_("QR code of the key below")
_BACK = ("/sign-in", N_("Begin again"))


class Proceeding:
    """The rest of a sign-in. `own` is the address that people open, `sealing` what seals second factors."""

    def __init__(self, store: Callable[[], AccessStore], own: Callable[[], str], sealing: Callable[[], bytes]) -> None:
        self._store = store
        self._own = own
        self._sealing = sealing

    def on(self, request: Request, person: Person) -> Response:
        """Goes on with somebody who has shown their password: to the second factor where there is one, else in."""
        store = self._store()
        if not person.has_second_factor and not second_factor.is_required(store):
            return self.enter(request, person)
        with store.writing() as connection:
            token = entries.issuing(connection, "second_factor", person.id)
        onward = RedirectResponse(PATH, 303, {"Cache-Control": "no-store"})
        secure = session_cookie.is_secure(request, self._own())
        onward.set_cookie(STEP, token, max_age=_SECONDS, httponly=True, samesite="lax", secure=secure)
        return onward

    def get(self, request: Request) -> Response:
        """The page that asks for the code, or shows what to set up."""
        person = self._person(request)
        if person is None:
            return RedirectResponse("/sign-in", 303, {"Cache-Control": "no-store"})
        return self._ask(request) if person.has_second_factor else self._offer(request, person)

    async def post(self, request: Request) -> Response:
        """The code that was typed."""
        typed = await forms.typed(request)
        if typed is None or not notices.is_own_form(request):
            return notices.closed(request)
        return await run_in_threadpool(self._do, request, typed)

    def enter(self, request: Request, person: Person) -> Response:
        """Lets a person in: a new session, always."""
        return self._given(RedirectResponse("/", 303, {"Cache-Control": "no-store"}), request, person)

    def _do(self, request: Request, typed: dict[str, str]) -> Response:
        person, code = self._person(request), typed.get("code", "")
        if person is None:
            return RedirectResponse("/sign-in", 303, {"Cache-Control": "no-store"})
        if not person.has_second_factor:
            return self._enrol(request, person, typed.get("sealed", ""), code)
        store, where = self._store(), came_from(request)
        if seconds := attempts.too_many(store, TRIED, where, person.id):
            return notices.too_many(request, seconds)
        if not second_factor.check(store, person.id, self._sealing(), code, where):
            attempts.failed(store, TRIED, where, person.id)
            with store.writing() as connection:
                audit.record(connection, person.email, "sign-in failed", about="second factor", came_from=where)
            return self._ask(request, WRONG)
        attempts.succeeded(store, TRIED, where, person.id)
        return self.enter(request, person) if self._use(request) else notices.closed(request)

    def _enrol(self, request: Request, person: Person, sealed: str, code: str) -> Response:
        sealing, mine = self._sealing(), f"{person.id} "
        text = second_factor.unsealed(sealing, sealed, seconds=_SECONDS) or ""
        if not text.startswith(mine):
            return self._offer(request, person)
        key = text.removeprefix(mine)
        try:
            codes = second_factor.enrol(
                self._store(), person.id, sealing, key, "".join(code.split()), came_from(request)
            )
        except SverkaError as error:
            return self._offer(request, person, key, error.phrase)
        if not self._use(request):
            return notices.closed(request)
        listed = "".join(f"<li><code>{code}</code></li>" for code in codes)
        page = notices.page(request, CODES, 200, below=f'<ul class="codes">{listed}</ul>', link=("/", ONWARD))
        return self._given(page, request, person)

    def _ask(self, request: Request, wrong: Phrase | str = "") -> HTMLResponse:
        field = Field("code", CODE_LABEL, "one-time-code", hint=CODE_HINT, longest=40)
        fields = forms.fields(notices.language_of(request), field, wrong=wrong)
        return notices.page(
            request, CODE, 403 if wrong else 200, action=PATH, button=CODE_BUTTON, fields=fields, link=_BACK
        )

    def _offer(self, request: Request, person: Person, key: str = "", wrong: Phrase | str = "") -> HTMLResponse:
        key = key or second_factor.new_key()
        language = notices.language_of(request)
        grouped = " ".join(key[place : place + 4] for place in range(0, len(key), 4))
        shown = (
            f'<p><img class="qr" alt="{escape(language.gettext(_PICTURE))}" '
            f'src="{escape(second_factor.picture(key, person.email))}"></p>'
            f"<p>{escape(language.gettext(BY_HAND))}<br><code>{grouped}</code></p>"
        )
        sealed = second_factor.sealed(self._sealing(), f"{person.id} {key}")
        fields = forms.fields(
            language,
            Field("sealed", "", "off", "hidden", value=sealed),
            Field("code", CODE_LABEL, "one-time-code", mode="numeric", longest=12),
            wrong=wrong,
        )
        return notices.page(
            request, ENROL, 400 if wrong else 200, action=PATH, button=ENROL_BUTTON, fields=shown + fields, link=_BACK
        )

    def _person(self, request: Request) -> Person | None:
        """Who has shown their password in this browser, in the last ten minutes."""
        entry = entries.look(self._store(), request.cookies.get(STEP, "")[:200])
        if entry is None or entry.kind != "second_factor" or entry.person is None:
            return None
        return people.of_id(self._store(), entry.person)

    def _use(self, request: Request) -> bool:
        return entries.use(self._store(), request.cookies.get(STEP, "")[:200], "second_factor") is not None

    def _given(self, answer: Response, request: Request, person: Person) -> Response:
        let_in(answer, request, person, self._store(), self._own())
        if STEP in request.cookies:
            secure = session_cookie.is_secure(request, self._own())
            answer.delete_cookie(STEP, httponly=True, samesite="lax", secure=secure)
        return answer


def let_in(answer: Response, request: Request, person: Person, store: AccessStore, own: str) -> None:
    """Puts a new session of this person into an answer: a new one always, whatever the browser held."""
    held, agent = request.cookies.get(sessions.COOKIE), request.headers.get("user-agent", "")
    cookie = sessions.enter(store, held, person.id, came_from(request), agent)
    session_cookie.give(answer, request, own, "agency", cookie)
