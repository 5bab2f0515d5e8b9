"""Where this installation keeps its workspace, at which address it answers, and which day it is."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

DEFAULT_PORT = 8501
DEFAULT_UPLOAD = "8 GB"

_FOLDER = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")
_SITE = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?")
_UNITS = {"": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}


def home() -> Path:
    """The workspace's folder: what SVERKA_HOME says, else `workspace` in the folder the program was started in."""
    return Path(os.environ.get("SVERKA_HOME") or "workspace").resolve()


def port() -> int:
    """The port to serve on: what SVERKA_PORT says, else 8501. Raises SettingsInvalid for what is no port."""
    stated = os.environ.get("SVERKA_PORT") or str(DEFAULT_PORT)
    if not stated.isascii() or not stated.isdigit() or not 0 < int(stated) < 65536:
        raise SettingsInvalid(
            say("SVERKA_PORT is “{stated}”: expected a number from 1 to 65535. Set it and start again.", stated=stated)
        )
    return int(stated)


def address() -> str:
    """The address that people open, without a slash at the end: what SVERKA_URL says, else this machine's own.

    It may end in a folder: https://host/reports. Raises SettingsInvalid for what is no such address.
    """
    stated = os.environ.get("SVERKA_URL")
    return _address(stated) if stated else f"http://localhost:{port()}"


@cache
def _address(stated: str) -> str:
    try:
        parts = urlsplit(stated)
        right = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not parts.username
    except ValueError:
        right = False
    if not right or parts.query or parts.fragment or not _FOLDER.fullmatch(parts.path):
        raise SettingsInvalid(
            say(
                "SVERKA_URL is “{stated}”: expected the address that people open, such as https://reports.example or "
                "https://host.example/reports. Set it and start again.",
                stated=stated,
            )
        )
    return stated.rstrip("/")


def proxies() -> tuple[str, ...]:
    """The proxies whose word is taken for where a request comes from: what SVERKA_PROXIES says, else this machine.

    Addresses and networks, such as “10.0.0.5, 10.1.0.0/16”; “none” for nobody. Raises SettingsInvalid for others.
    """
    stated = os.environ.get("SVERKA_PROXIES") or "127.0.0.1, ::1"
    named = stated.replace(",", " ").split()
    try:
        return () if named == ["none"] else tuple(str(ip_network(one)) for one in named)
    except ValueError:
        raise SettingsInvalid(
            say(
                "SVERKA_PROXIES is “{stated}”: expected addresses and networks such as 10.0.0.5, 10.1.0.0/16, or none. "
                "Set it and start again.",
                stated=stated,
            )
        ) from None


def frame_ancestors() -> tuple[str, ...]:
    """The sites that may show a shared link inside their own pages: what SVERKA_FRAME_ANCESTORS says, else none.

    Raises SettingsInvalid for what is no https site.
    """
    return _sites(os.environ.get("SVERKA_FRAME_ANCESTORS") or "")


@cache
def _sites(stated: str) -> tuple[str, ...]:
    sites = tuple(stated.replace(",", " ").split())
    if not all(_SITE.fullmatch(site) for site in sites):
        raise SettingsInvalid(
            say(
                "SVERKA_FRAME_ANCESTORS is “{stated}”: expected sites such as https://crm.example. "
                "Set it and start again.",
                stated=stated,
            )
        )
    return sites


def passwords_are_on() -> bool:
    """Whether people may sign in with a password kept here: unless SVERKA_PASSWORDS is “off”.

    Raises SettingsInvalid for what is neither “on” nor “off”.
    """
    stated = (os.environ.get("SVERKA_PASSWORDS") or "on").strip().lower()
    if stated not in ("on", "off"):
        raise SettingsInvalid(
            say("SVERKA_PASSWORDS is “{stated}”: expected on or off. Set it and start again.", stated=stated)
        )
    return stated == "on"


def largest_upload() -> int:
    """The size in bytes above which an upload is refused: what SVERKA_MAX_UPLOAD says (500 MB), else 8 GB.

    Raises SettingsInvalid for what is no size.
    """
    stated = os.environ.get("SVERKA_MAX_UPLOAD") or DEFAULT_UPLOAD
    written = re.fullmatch(r"\s*([0-9]{1,15})\s*([KMGT]?B)?\s*", stated, re.IGNORECASE)
    if written is None or int(written[1]) == 0:
        raise SettingsInvalid(
            say(
                "SVERKA_MAX_UPLOAD is “{stated}”: expected a size such as 500 MB or 8 GB. Set it and start again.",
                stated=stated,
            )
        )
    unit = (written[2] or "").upper()
    return int(written[1]) * _UNITS["" if unit == "B" else unit]


def today(timezone: str) -> date:
    """The day it is in this time zone; SVERKA_TODAY (YYYY-MM-DD) holds the clock still for tests and pictures."""
    held = os.environ.get("SVERKA_TODAY")
    if held:
        try:
            return date.fromisoformat(held)
        except ValueError:
            raise SettingsInvalid(
                say("SVERKA_TODAY is “{held}”: expected a day as YYYY-MM-DD. Set it and start again.", held=held)
            ) from None
    return datetime.now(ZoneInfo(timezone)).date()
