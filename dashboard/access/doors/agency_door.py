"""/enter/<token>: the one-time addresses of the agency, each with the page of what it is for."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dashboard.access import accounts, entries, people
from dashboard.access.doors import forms, notices
from dashboard.access.doors.forms import Field
from dashboard.access.doors.proceeding import Proceeding
from dashboard.access.doors.session_cookie import came_from
from dashboard.access.entries import Entry
from dashboard.access.store import AccessStore
from dashboard.domain.errors import EntryDead, SettingsInvalid
from dashboard.domain.phrase import N_, Phrase, say

SET_UP = (
    N_("Set this workspace up"),
    N_("You will be its owner: you add clients, invite others, and make links. Nobody can come in before."),
)
SET_UP_BUTTON = N_("Set up and sign in")
INVITATION = (N_("Welcome"), N_("Choose a password. You sign in with it and your e-mail from now on."))
RESET = (N_("A new password"), N_("With it all your other sign-ins end."))
PASSWORD_BUTTON = N_("Keep the password and sign in")
BY_SERVICE = (N_("Welcome"), N_("You sign in with the agency’s sign-in service, by the e-mail that was invited."))
UNLIKE = N_("The two passwords are not the same. Type the same one twice.")


class AgencyDoor:
    """What a one-time address answers. `dead` answers for what does not open.

    Where `passwords` are off, an invitation leads on to the sign-in page.
    """

    def __init__(
        self,
        store: Callable[[], AccessStore],
        proceeding: Proceeding,
        dead: Callable[[Request], Response],
        passwords: bool = True,
    ) -> None:
        self._store = store
        self._proceeding = proceeding
        self._dead = dead
        self._passwords = passwords

    def get(self, request: Request) -> Response:
        """The page of the address. A program that looks it up to preview it must not use it up."""
        entry = entries.look(self._store(), request.path_params["token"])
        return self._dead(request) if entry is None else self._page(request, entry)

    async def post(self, request: Request) -> Response:
        """What the page sends."""
        typed = await forms.typed(request)
        if typed is None or not notices.is_own_form(request):
            return await run_in_threadpool(self._dead, request)
        return await run_in_threadpool(self._do, request, typed)

    def _do(self, request: Request, typed: dict[str, str]) -> Response:
        store, token = self._store(), request.path_params["token"]
        entry = entries.look(store, token)
        if entry is None:
            return self._dead(request)
        if entry.kind == "sign_in":
            used = entries.use(store, token, "sign_in")
            known = people.of_id(store, used.person) if used and used.person else None
            return self._proceeding.on(request, known) if known else self._dead(request)
        if entry.kind != "set_up" and not self._passwords:
            return self._dead(request)
        if typed.get("password") != typed.get("again"):
            return self._page(request, entry, typed, UNLIKE)
        where, password = came_from(request), typed.get("password", "")
        try:
            if entry.kind == "set_up":
                email, name = typed.get("email", ""), typed.get("name", "")
                person = accounts.set_up(store, token, email=email, name=name, password=password, came_from=where)
            else:
                person = accounts.accept(store, token, password=password, came_from=where)
        except SettingsInvalid as error:
            return self._page(request, entry, typed, error.phrase)
        except EntryDead:
            return self._dead(request)
        return self._proceeding.on(request, person)

    def _page(
        self, request: Request, entry: Entry, typed: dict[str, str] | None = None, wrong: Phrase | str = ""
    ) -> Response:
        typed = typed or {}
        if entry.kind == "sign_in":
            return notices.page(request, notices.ENTER, 200, action=request.url.path, button=notices.SIGN_IN_BUTTON)
        if entry.kind != "set_up" and not self._passwords:
            return notices.page(request, BY_SERVICE, 200, link=notices.SIGN_IN)
        if entry.kind == "set_up":
            who = [
                Field("name", N_("Your name"), "name", value=typed.get("name", ""), longest=120),
                Field("email", N_("E-mail address"), "username", "email", value=typed.get("email", "")),
            ]
            texts, button = SET_UP, SET_UP_BUTTON
        elif entry.kind in ("invitation", "reset") and (person := people.of_id(self._store(), entry.person or "")):
            # Sent along so that a password manager knows whose password it keeps; never read.
            who = [Field("email", N_("E-mail address"), "username", "email", value=person.email, fixed=True)]
            texts, button = INVITATION if entry.kind == "invitation" else RESET, PASSWORD_BUTTON
        else:
            return self._dead(request)
        language = notices.language_of(request)
        fields = forms.fields(language, *who, *new_password(), wrong=wrong)
        status = 400 if wrong else 200
        return notices.page(request, texts, status, action=request.url.path, button=button, fields=fields)


def new_password() -> tuple[Field, Field]:
    """The two fields of a new password."""
    hint = say("12 letters, digits and signs or more. Four unrelated words in a row are easy to keep in mind.")
    return (
        Field("password", N_("Password"), "new-password", "password", hint=hint),
        Field("again", N_("The same again"), "new-password", "password"),
    )
