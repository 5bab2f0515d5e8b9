"""The worked cases of the specification, read where they stand beside the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Shared = Callable[[str], Path]


def golden(shared: Shared, name: str) -> Any:
    """The case of this name; the test is skipped where the specification is not there."""
    return json.loads(shared(f"golden/{name}.json").read_text(encoding="utf-8"))
