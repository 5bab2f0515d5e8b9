"""Streamlit's own login, as the server uses it: without a screen of Streamlit's, which a stranger must not get."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Any

from streamlit import auth_util, user_info
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_app_utils
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def address_of(key: str) -> str:
    """Where `st.login(key)` sends a browser: on to that sign-in service."""
    return user_info.generate_login_redirect_url(key)


def claims(set_cookies: Iterable[str]) -> dict[str, Any] | None:
    """What the service said of the person, out of the cookies that Streamlit would now give them; None without."""
    given: SimpleCookie = SimpleCookie()
    for line in set_cookies:
        try:
            given.load(line)
        except CookieError:
            continue
    secret = server_util.get_cookie_secret()

    def one(name: str) -> bytes | None:
        if name not in given:
            return None
        return starlette_app_utils.decode_signed_value(secret, name, given[name].value.encode("latin-1"))

    written = auth_util.get_cookie_with_chunks(one, USER_COOKIE_NAME)
    if written is None:
        return None
    said = json.loads(written)
    return said if isinstance(said, dict) and said.get("is_logged_in") is True else None
