"""gspread before Google: one key, one host, a time limit, and another try where Google asks to wait."""

from __future__ import annotations

import os
from functools import partial
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import gspread
import requests
from google.auth.exceptions import TransportError
from google.auth.transport.requests import Request
from google.oauth2.service_account import Credentials

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

SCOPES = ("https://www.googleapis.com/auth/spreadsheets.readonly",)
TIMEOUT = (5.0, 60.0)  # seconds to connect, and to wait for an answer
PAUSES = (1.0, 2.0, 4.0, 8.0)  # seconds before another try
LONGEST_PAUSE = 30.0
_SHEETS = "https://sheets.googleapis.com"
_TOKENS = "https://oauth2.googleapis.com/token"
_STAND_IN = "SVERKA_GOOGLE_STAND_IN"


class Stopped(Exception):
    """The program was told to end while it waited for another try."""


class _Bearer(requests.auth.AuthBase):
    """Signs requests with a token that is good now.

    In the place of google-auth's own session, which also asks a third host, on a thread of its own, where the account
    may be used from.
    """

    def __init__(self, account: Credentials) -> None:
        self._account = account

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if not self._account.valid:
            _refresh(self._account)
        request.headers["Authorization"] = f"Bearer {self._account.token}"
        return request


class _Patient(gspread.HTTPClient):
    """Tries again, a few times, where Google says «later» or fails, and waits a little longer each time.

    gspread's own `BackOffHTTPClient` never gives up on a server that goes on failing.
    """

    def __init__(
        self, auth: Credentials, session: requests.Session | None = None, *, stop: Event | None = None
    ) -> None:
        super().__init__(auth, session)
        self._stop = stop or Event()

    def request(self, method: str, endpoint: str, *arguments: Any, **named: Any) -> requests.Response:
        address = endpoint.replace(_SHEETS, _stand_in() or _SHEETS, 1)
        for pause in (*PAUSES, None):
            try:
                answer: requests.Response = super().request(method, address, *arguments, **named)
                return answer
            except gspread.exceptions.APIError as error:
                status = error.response.status_code
                if pause is None or not (status in (408, 429) or status >= 500):
                    raise
                pause = _asked_for(error.response) or pause
            except (requests.ConnectionError, requests.Timeout):
                if pause is None:
                    raise
            self._wait(pause)
        raise AssertionError("the last try either answers or raises")

    def _wait(self, pause: float) -> None:
        if self._stop.wait(pause):
            raise Stopped


def client(info: dict[str, str], stop: Event | None = None) -> gspread.Client:
    """gspread with this key. `stop` ends the waiting between tries."""
    account = credentials(info)
    session = requests.Session()
    session.auth = _Bearer(account)
    made = gspread.Client(auth=account, session=session, http_client=partial(_Patient, stop=stop))  # type: ignore[arg-type]
    made.set_timeout(TIMEOUT)
    return made


def credentials(info: dict[str, str]) -> Credentials:
    """What signs for the account. Where tokens come from is ours to say, whatever a key's file says.

    Raises ValueError where the private key is none.
    """
    stand_in = _stand_in()
    tokens = f"{stand_in}/token" if stand_in else _TOKENS
    known = {**info, "type": "service_account", "token_uri": tokens}
    return Credentials.from_service_account_info(known, scopes=SCOPES)  # type: ignore[no-any-return, no-untyped-call]


def ask_for_token(info: dict[str, str]) -> None:
    """Proves the key by a token. Raises GoogleAuthError where Google gives none or does not answer, ValueError."""
    _refresh(credentials(info))


def _refresh(account: Credentials) -> None:
    try:
        account.refresh(partial(Request(requests.Session()), timeout=TIMEOUT[1]))  # type: ignore[no-untyped-call]
    except requests.RequestException as error:
        raise TransportError(type(error).__name__) from None  # type: ignore[no-untyped-call]


def _asked_for(answer: requests.Response) -> float | None:
    """The seconds that the server asks to wait, if it names them."""
    stated = answer.headers.get("Retry-After", "")
    return min(float(stated), LONGEST_PAUSE) if stated.isascii() and stated.isdigit() else None


def _stand_in() -> str:
    """The address of a server on this very machine that stands in for Google in tests; '' where there is none.

    Raises SettingsInvalid for an address of any other machine: keys are sent nowhere but to Google.
    """
    stated = os.environ.get(_STAND_IN, "").rstrip("/")
    if stated and urlsplit(stated).hostname not in ("127.0.0.1", "localhost", "::1"):
        raise SettingsInvalid(
            say("{name} is for tests, and may only name this machine. Remove it and start again.", name=_STAND_IN)
        )
    return stated
