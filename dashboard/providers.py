"""The services that people of the agency may sign in with: OpenID Connect, as whoever runs the server has set it up.

`secrets.toml` in the workspace's folder, in the words of Streamlit's own `st.login`, a section for each service:

    [auth.google]
    name = "Google"
    client_id = "…"
    client_secret = "…"
    server_metadata_url = "https://accounts.google.com/.well-known/openid-configuration"

or, for a single one, SVERKA_OIDC_URL, SVERKA_OIDC_CLIENT_ID, SVERKA_OIDC_CLIENT_SECRET and SVERKA_OIDC_NAME.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard import settings
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

FILE = "secrets.toml"
CALLBACK = "/oauth2callback"

_NEEDED = ("client_id", "client_secret", "server_metadata_url")
_MAY_HAVE = (*_NEEDED, "name", "client_kwargs")
_OURS = ("redirect_uri", "cookie_secret")  # what Streamlit's own examples have, and this program settles by itself
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ENVIRONMENT = {
    "server_metadata_url": "SVERKA_OIDC_URL",
    "client_id": "SVERKA_OIDC_CLIENT_ID",
    "client_secret": "SVERKA_OIDC_CLIENT_SECRET",
    "name": "SVERKA_OIDC_NAME",
}


@dataclass(frozen=True)
class Provider:
    """One service: the word for it in addresses, the name on its button, and what Streamlit's login takes of it."""

    key: str
    name: str
    login: Mapping[str, Any] = field(repr=False)  # its secret must not get into a log


def configured(home: Path) -> tuple[Provider, ...]:
    """The services set up for the workspace of this folder, in their order; () where there is none.

    Raises SettingsInvalid for what cannot be right, such as a file that others on the machine can read.
    """
    sections = _of_environment() | _of_file(home / FILE)
    return tuple(_provider(key, section) for key, section in sections.items())


def login(providers: tuple[Provider, ...], cookie_secret: str) -> dict[str, Any]:
    """What Streamlit's login is given: all services, and where they send people back to."""
    shared = {"redirect_uri": settings.address() + CALLBACK, "cookie_secret": cookie_secret}
    return {"auth": shared | {provider.key: dict(provider.login) for provider in providers}}


def _of_environment() -> dict[str, object]:
    stated = {key: os.environ[name] for key, name in _ENVIRONMENT.items() if os.environ.get(name)}
    return {"sso": stated} if stated else {}


def _of_file(path: Path) -> dict[str, object]:
    try:
        if not path.exists():
            return {}
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise SettingsInvalid(
                say(
                    "{file} holds secrets, and others on this machine may read it. Make it yours alone "
                    "(chmod 600) and start again. Nothing was started.",
                    file=str(path),
                )
            )
        stated = tomllib.loads(path.read_text(encoding="utf-8")).get("auth", {})
    except (OSError, ValueError) as error:
        raise SettingsInvalid(
            say(
                "{file} cannot be read as TOML ({reason}). Correct it and start again. Nothing was started.",
                file=str(path),
                reason=type(error).__name__ if isinstance(error, tomllib.TOMLDecodeError) else str(error),
            )
        ) from None  # what could not be read may be a secret
    if not isinstance(stated, dict):
        raise _wrong("auth", "[auth.…]")
    if not any(key in stated for key in _NEEDED):
        return {key: value for key, value in stated.items() if key not in _OURS}
    return {"sso": {key: value for key, value in stated.items() if key not in _OURS}}


def _provider(key: str, section: object) -> Provider:
    if not _KEY.fullmatch(key):
        raise _wrong(f"auth.{key}", "[auth.google]")
    if not isinstance(section, dict):
        raise _wrong(f"auth.{key}", f"[auth.{key}]")
    for needed in _NEEDED:
        if not isinstance(section.get(needed), str) or not section[needed].strip():
            raise _wrong(f"auth.{key}", needed)
    unknown = [name for name in section if name not in _MAY_HAVE]
    if unknown:
        raise SettingsInvalid(
            say(
                "The sign-in service “{key}” has {unknown}, which is not known: expected {known}. "
                "Correct it and start again. Nothing was started.",
                key=key,
                unknown=tuple(unknown),
                known=_MAY_HAVE,
            )
        )
    address = urlsplit(section["server_metadata_url"])
    if address.scheme != "https" and address.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise _wrong(f"auth.{key}", 'server_metadata_url = "https://…/.well-known/openid-configuration"')
    login = {name: section[name] for name in (*_NEEDED, "client_kwargs") if name in section}
    return Provider(key, str(section.get("name") or key.title()), login)


def _wrong(section: str, expected: str) -> SettingsInvalid:
    return SettingsInvalid(
        say(
            "The sign-in service “{section}” is not whole: expected {expected}. Set it and start again. "
            "Nothing was started.",
            section=section,
            expected=expected,
        )
    )
