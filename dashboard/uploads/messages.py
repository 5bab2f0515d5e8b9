"""What the server and the process beside it say to each other, pickled over the two pipes that only they hold."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dashboard.domain.errors import SverkaError
from dashboard.domain.watch import Stage
from dashboard.uploads.task import Work


@dataclass(frozen=True)
class Do:
    """Begin this task, in the workspace of that folder. One at a time."""

    home: Path
    task: Work


@dataclass(frozen=True)
class Stop:
    """Cancel what is being done."""


@dataclass(frozen=True)
class At:
    """The task has come so far."""

    stage: Stage
    share: float | None


@dataclass(frozen=True)
class Done:
    """The task has ended well."""

    result: Any


@dataclass(frozen=True)
class Failed:
    """The task has ended with this error, which may be Cancelled."""

    error: SverkaError


Order = Do | Stop
News = At | Done | Failed


def send(pipe: IO[bytes], message: Order | News) -> None:
    """Sends one message. Raises OSError where nobody holds the other end."""
    pickle.dump(message, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def orders(pipe: IO[bytes]) -> Order | None:
    """The next order; None once the server has let go of its end."""
    message = _next(pipe)
    return message if isinstance(message, Do | Stop) else None


def news(pipe: IO[bytes]) -> News | None:
    """The next news; None once the process has ended."""
    message = _next(pipe)
    return message if isinstance(message, At | Done | Failed) else None


def _next(pipe: IO[bytes]) -> object:
    try:
        return pickle.load(pipe)  # noqa: S301 - from our own process, through a pipe that nobody else holds
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        return None
