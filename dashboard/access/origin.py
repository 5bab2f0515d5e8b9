"""From which address the work at hand was asked for, where no request is at hand that says it."""

from __future__ import annotations

from contextvars import ContextVar

came_from: ContextVar[str] = ContextVar("came_from", default="")
"""Set by whatever knows it: a run of a screen, an order to the process that adds files. The record reads it."""
