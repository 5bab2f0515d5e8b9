"""What all commands share: who types, and how a value becomes JSON."""

from __future__ import annotations

import getpass
import json
import sys
from decimal import Decimal

from dashboard.i18n import Language

ENGLISH = Language("en")


def person() -> str:
    """Who types here, for the record."""
    try:
        return f"terminal user {getpass.getuser()}"
    except (OSError, KeyError):
        return "terminal"


def print_json(value: object) -> None:
    """Prints a value as JSON, and nothing else, on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=_json_value)
    print()


def _json_value(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)
