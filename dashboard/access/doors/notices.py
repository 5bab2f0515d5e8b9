"""The few pages that the server writes itself, without Streamlit and without a script: closed, sign in, sign out."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from dashboard.domain.phrase import N_, Phrase, say_n
from dashboard.i18n import Language, best_of

CLOSED = (
    N_("This page is closed"),
    N_("It opens with the link that your agency sent you. If that link no longer opens, ask the agency for a new one."),
    N_("People of the agency sign in with the one-time address that the server prints when it starts."),
)
ENTER = (
    N_("Sign in to the agency’s workspace"),
    N_("This address works once. Press the button to sign this browser in for 30 days."),
)
SIGN_OUT = (N_("Sign out?"), N_("This browser will show nothing until it is given a link or a sign-in address again."))
SIGNED_OUT = (N_("You are signed out"), N_("This browser shows nothing now. To come back, open your link again."))
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
button { font: inherit; padding: 10px 24px; border: 0; border-radius: 4px; background: var(--accent);
  color: var(--paper); cursor: pointer; }
button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def page(
    connection: HTTPConnection, texts: tuple[Phrase | str, ...], status: int, *, action: str = "", button: str = ""
) -> HTMLResponse:
    """A page of a title and paragraphs in the browser's language, with one button that posts to `action`."""
    language = Language(best_of(connection.headers.get("accept-language")))
    title, *paragraphs = (escape(language.say(text)) for text in texts)
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    if button:
        label = escape(language.gettext(button))
        body += f'<form method="post" action="{escape(action)}"><button autofocus>{label}</button></form>'
    html = (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{title} · Sverka</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, status, headers={"Content-Security-Policy": _POLICY, "Vary": "Accept-Language, Cookie"})


def closed(connection: HTTPConnection, status: int = 403) -> HTMLResponse:
    """The one page for everything that does not open: says nothing about what exists."""
    return page(connection, CLOSED, status)


def too_many(connection: HTTPConnection, seconds: int) -> HTMLResponse:
    """Says after how long the next try is welcome, to the person and (`Retry-After`) to the program."""
    if seconds < 60:
        wait = say_n("Try again in {count} second.", "Try again in {count} seconds.", seconds)
    else:
        wait = say_n("Try again in {count} minute.", "Try again in {count} minutes.", -(-seconds // 60))
    answer = page(connection, (N_("Too many tries"), wait, N_("What is open already stays open.")), 429)
    answer.headers["Retry-After"] = str(seconds)
    return answer
