"""Where this installation keeps its workspace, at which address it answers, and which day it is."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

DEFAULT_PORT = 8501
DEFAULT_UPLOAD = "8 GB"

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
    """The address that people open, without a slash at the end: what SVERKA_URL says, else this machine's own."""
    return (os.environ.get("SVERKA_URL") or f"http://localhost:{port()}").rstrip("/")


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
