"""Moments as the store keeps them: UTC, of one length, so that they sort and compare as texts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MOMENT = timedelta(microseconds=1)

_WRITTEN = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """A moment as the store keeps it: 2026-11-22T18:44:59.000000Z."""
    return moment.astimezone(UTC).strftime(_WRITTEN)


def read(text: str) -> datetime:
    """A kept moment, in UTC."""
    return datetime.strptime(text, _WRITTEN).replace(tzinfo=UTC)


def after(**span: float) -> str:
    """The moment this far from now (days=, hours=, …), as the store keeps it."""
    return written(now() + timedelta(**span))


def end_of(day: date, timezone: str) -> datetime:
    """The moment at which a day is over in a time zone, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(timezone)).astimezone(UTC)
