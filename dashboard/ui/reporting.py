"""Builds a report once for each client, data version, selection, days given and day, in whichever language.

The data version is in the key, so what is kept can never be stale; reports are frozen, so all viewers share one object.
The days that a reader was given are in it too, so nobody is shown what was built for somebody who may see more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NoReturn, TypeVar

import duckdb
import streamlit as st

from dashboard import settings
from dashboard.access.viewer import Viewer
from dashboard.domain import period_policy
from dashboard.domain.errors import SverkaError
from dashboard.domain.period import Period
from dashboard.reports import freshness
from dashboard.reports.freshness import SourceAge
from dashboard.reports.selection import Selection
from dashboard.ui import failure, session
from dashboard.warehouse.reader import Warehouse

R = TypeVar("R")

_MOST_KEPT = 512


def today(viewer: Viewer) -> date:
    """The day it is where the client works."""
    try:
        return settings.today(session.warehouse(viewer).profile.timezone)
    except SverkaError as error:
        _stop(error)


def sources(viewer: Viewer) -> tuple[SourceAge, ...]:
    """The client's sources and their ages; () where nothing was imported yet."""
    return report(_sources, viewer)


def report(build: Callable[..., R], viewer: Viewer, *selection: Any) -> R:
    """`build(warehouse, *selection, today)`, kept. Says what happened and ends the run where it cannot be built.

    Days that the viewer was not given close the screen, whatever asked for them: the filters never do.
    """
    try:
        given, warehouse = session.days_given(viewer), session.warehouse(viewer)
        if not all(period_policy.holds(given, period) for period in _periods(selection)):
            session.closed()
        if not all(warehouse.gives(then.first, then.last) for then in _compared(selection)):
            session.closed()
        return _of(warehouse, build, selection)
    except (SverkaError, duckdb.Error, OSError) as error:
        _stop(error)


def report_of(slug: str, build: Callable[..., R], *selection: Any) -> R:
    """The same for any client of the workspace. Raises what building raises: SverkaError, duckdb.Error, OSError."""
    return _of(session.workspace().namespace(slug).reader(), build, selection)


def _of(warehouse: Warehouse, build: Callable[..., R], selection: tuple[Any, ...]) -> R:
    now = settings.today(warehouse.profile.timezone)
    key = f"{build.__module__}.{build.__qualname__}"
    # A client erased and made anew counts its versions from 1 again; the moment of building tells the two apart.
    place = f"{warehouse.path}@{warehouse.built_at.isoformat()} {warehouse.days}"
    made: R = _kept(key, place, warehouse.version, repr(selection), now, _made=(build, warehouse, selection))
    return made


@st.cache_resource(max_entries=_MOST_KEPT, show_spinner=False)
def _kept(key: str, place: str, version: int, chosen: str, now: date, *, _made: tuple[Any, ...]) -> Any:
    build, warehouse, selection = _made
    return build(warehouse, *selection, now)


def _periods(selection: tuple[Any, ...]) -> list[Period]:
    asked = (part.period if isinstance(part, Selection) else part for part in selection)
    return [part for part in asked if isinstance(part, Period)]


def _compared(selection: tuple[Any, ...]) -> list[Period]:
    """The earlier periods asked for by name: a screen may show more of them than of the period itself."""
    return [part.against for part in selection if isinstance(part, Selection) and part.against]


def _sources(warehouse: Warehouse, now: date) -> tuple[SourceAge, ...]:
    return freshness.sources(warehouse, now)


def _stop(error: BaseException) -> NoReturn:
    failure.show(error)
    st.stop()
