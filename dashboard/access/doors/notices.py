"""The few pages that the server writes itself, without Streamlit and without a script: closed, sign in, sign out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from html import escape
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from dashboard.access.agency import Agency
from dashboard.access.doors.edge import BASE
from dashboard.access.held_links import Ended, Reason
from dashboard.domain.errors import SverkaError
from dashboard.domain.phrase import N_, Phrase, say, say_n
from dashboard.i18n import Language, best_of

CLOSED = (
    N_("This page is closed"),
    N_("It opens with the link that your agency sent you. If that link no longer opens, ask the agency for a new one."),
)
SIGN_IN = ("/sign-in", N_("For people of the agency: sign in"))
AGENCY = "sverka.agency"  # where a request carries what the agency is called, as something to ask
ENTER = (
    N_("Sign in to the agency’s workspace"),
    N_("This address works once. Press the button to sign this browser in for 30 days."),
)
SIGN_OUT = (N_("Sign out?"), N_("This browser will show nothing until it is given a link or a sign-in address again."))
SIGNED_OUT = (N_("You are signed out"), N_("This browser shows nothing now. To come back, open your link again."))
TOO_LARGE = (N_("This is too large"), N_("A form has at most 64 KB. Nothing was changed."))
TOO_SLOW = (N_("This took too long"), N_("The form did not arrive in time. Nothing was changed. Send it again."))
BROKEN = (
    N_("Something went wrong"),
    N_("The server could not show this page and wrote the reason into its log. Nothing was changed. Try again."),
)
SIGN_IN_BUTTON = N_("Sign in")
SIGN_OUT_BUTTON = N_("Sign out")

_STYLE = """
:root { color-scheme: light dark; --paper: #FBFAF7; --ink: #1D2125; --muted: #6B7076; --accent: #0F5F6B; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181B; --ink: #ECE9E2; --muted: #9AA0A6; --accent: #5FB7C3; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif; }
main { box-sizing: border-box; max-width: 36rem; margin: 0 auto; padding: 20vh 24px 40px; }
h1 { font-size: 1.6rem; line-height: 1.25; font-weight: 600; margin: 0 0 16px; }
p { margin: 0 0 16px; }
p + p { color: var(--muted); }
form p { color: var(--ink); }
button { font: inherit; padding: 10px 24px; border: 0; border-radius: 4px; background: var(--accent);
  color: var(--paper); cursor: pointer; }
input { font: inherit; box-sizing: border-box; width: 100%; max-width: 22rem; margin-top: 4px; padding: 10px 12px;
  border: 1px solid var(--muted); border-radius: 4px; background: transparent; color: var(--ink); }
input:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.wrong { border-left: 3px solid currentColor; padding-left: 12px; color: var(--ink); font-weight: 600; }
small { display: block; max-width: 22rem; margin-top: 4px; color: var(--muted); }
a { color: var(--accent); }
.way { margin-top: 32px; }
.other { display: inline-block; padding: 9px 24px; border: 1px solid var(--muted); border-radius: 4px;
  color: var(--ink); text-decoration: none; }
.qr { display: block; width: 220px; max-width: 100%; border-radius: 4px; }
.codes { columns: 13rem 2; max-width: 30rem; padding: 0; list-style: none; }
code { font: 1rem ui-monospace, monospace; overflow-wrap: anywhere; }
form { margin-bottom: 24px; }
button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def page(
    connection: HTTPConnection,
    texts: tuple[Phrase | str, ...],
    status: int,
    *,
    action: str = "",
    button: str = "",
    fields: str = "",
    head: str = "",
    below: str = "",
    link: tuple[str, str] | None = None,
    language: Language | None = None,
) -> HTMLResponse:
    """A page of a title and paragraphs in the browser's language, with one button that posts to `action`.

    `fields` is the HTML of what is typed in before the button, `below` of what stands after it, `head` of what the
    page's head has beside the usual. `link` is an address of ours, and the words that lead there.
    """
    language = language or language_of(connection)
    title, *paragraphs = (escape(language.say(text)) for text in texts)
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    base = connection.scope.get(BASE, "")
    if button:
        label = escape(language.gettext(button))
        focus, where = "" if fields else " autofocus", escape(base + action)
        body += f'<form method="post" action="{where}">{fields}<button{focus}>{label}</button></form>'
    body += below
    if link:
        body += f'<p class="way"><a href="{escape(base + link[0])}">{escape(language.gettext(link[1]))}</a></p>'
    html = (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{title} · Sverka</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"{head}"
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, status, headers={"Content-Security-Policy": _POLICY, "Vary": "Accept-Language, Cookie"})


def closed(connection: HTTPConnection, status: int = 403, ended: tuple[Ended, ...] = ()) -> HTMLResponse:
    """The one page for everything that does not open: says nothing about what exists, and whom to ask.

    Whoever held a link that `ended` is told why: they knew of it.
    """
    agency = agency_of(connection)
    return page(connection, ended_texts(ended[0], agency) if ended else closed_texts(agency), status, link=SIGN_IN)


def ended_texts(ended: Ended, agency: Agency) -> tuple[Phrase | str, ...]:
    """Why a link shows nothing any more, for whoever had it open, and whom to ask."""
    who = ", ".join(filter(None, (agency.name, agency.contact)))
    ask = say("For anything you still need, ask {who}.", who=who) if who else N_("Ask the agency for a new one.")
    match ended.reason:
        case Reason.EXPIRED:
            return (N_("This link has expired"), N_("It shows nothing any more."), ask)
        case Reason.REPLACED:
            return (
                N_("This link was renewed"),
                N_("The agency gave it a new address or a password. Open the link that it sent you last."),
                ask,
            )
        case _:
            return (N_("This link was closed by the agency"), N_("It shows nothing any more."), ask)


def closed_texts(agency: Agency) -> tuple[Phrase | str, ...]:
    """The texts of that page, with the agency's name and contact where it has said them."""
    title, ask = CLOSED
    if not agency.name:
        return (title, ask)
    named = say(
        "It opens with the link that {agency} sent you. If that link no longer opens, ask for a new one.",
        agency=agency.name,
    )
    return (title, named, *([agency.contact] if agency.contact else []))


def agency_of(connection: HTTPConnection) -> Agency:
    """The agency as the request carries it; nobody where it carries none, or the store cannot be read."""
    ask: Callable[[], Agency] | None = connection.scope.get(AGENCY)
    try:
        return ask() if ask else Agency()
    except (SQLAlchemyError, SverkaError):
        return Agency()


def language_of(connection: HTTPConnection) -> Language:
    """The language that the browser asks for, of ours."""
    return Language(best_of(connection.headers.get("accept-language")))


def is_own_form(connection: HTTPConnection) -> bool:
    """Whether a form was sent from our own page, as far as the browser tells."""
    if connection.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host")


def too_many(connection: HTTPConnection, seconds: int) -> HTMLResponse:
    """Says after how long the next try is welcome, to the person and (`Retry-After`) to the program."""
    if seconds < 60:
        wait = say_n("Try again in {count} second.", "Try again in {count} seconds.", seconds)
    else:
        wait = say_n("Try again in {count} minute.", "Try again in {count} minutes.", -(-seconds // 60))
    answer = page(connection, (N_("Too many tries"), wait, N_("What is open already stays open.")), 429)
    answer.headers["Retry-After"] = str(seconds)
    return answer
