"""When a source is refreshed by itself: never, every hour, or each day at a time of the client's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say

_DAILY = re.compile(r"daily ([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Schedule:
    """`hourly`, or `at` a time of each day; neither: by hand alone."""

    hourly: bool = False
    at: time | None = None

    def written(self) -> str:
        """As it is kept and typed: `hand`, `hourly`, `daily 07:30`."""
        return f"daily {self.at:%H:%M}" if self.at else "hourly" if self.hourly else "hand"

    def next_after(self, moment: datetime, timezone: str) -> datetime | None:
        """The next time, in UTC; None by hand. A time that the clocks leave out comes an hour later that day."""
        if self.hourly:
            return moment.astimezone(UTC) + timedelta(hours=1)
        if self.at is None:
            return None
        zone = ZoneInfo(timezone)
        day = moment.astimezone(zone).date()
        found = moment
        while found <= moment:
            found = datetime.combine(day, self.at, zone).astimezone(UTC)
            day += timedelta(days=1)
        return found


def parse(text: str) -> Schedule:
    """The schedule that is written so. Raises SettingsInvalid."""
    if text == "hand":
        return Schedule()
    if text == "hourly":
        return Schedule(hourly=True)
    found = _DAILY.fullmatch(text)
    if not found:
        raise SettingsInvalid(
            say(
                "“{text}” is no schedule: expected hand, hourly, or daily and a time such as daily 07:30. "
                "Nothing was changed.",
                text=text,
            )
        )
    return Schedule(at=time(int(found[1]), int(found[2])))
