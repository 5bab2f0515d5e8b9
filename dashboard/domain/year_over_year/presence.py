"""Whether a shop, or a channel, was there in both years throughout, by the days on which it is known to have sold.

Like for like is what worked on all days of both periods; where they are a year apart, that is twelve full months.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil, log

from dashboard.domain.comparison import Pair

_QUIET = 28  # days: anything may be closed for a holiday or a repair, and open again
_BY_CHANCE = 0.01  # a longer silence than this often comes about is no silence any more
_MISSING = 10  # of so many days one may be missing


class Presence(StrEnum):
    """In both years throughout, or not all of the earlier one, or not all of the later one."""

    THROUGHOUT = "throughout"
    BEGAN = "began"
    ENDED = "ended"


@dataclass(frozen=True)
class Seen:
    """The first and the last day on which something sold, ever, and on how many days between them."""

    first: date
    last: date
    days: int

    @property
    def longest_silence(self) -> int:
        """For how many days it may well have sold nothing while it was there."""
        whole = (self.last - self.first).days + 1
        if self.days >= whole:
            return _QUIET
        return max(_QUIET, ceil(log(_BY_CHANCE) / log(1 - self.days / whole)))


def presence(seen: Seen, pair: Pair, known_from: date, known_to: date) -> Presence:
    """By its own first and last day, as far as days before `known_from` and after `known_to` are unknown of all.

    What is as old as the data may be older, and what was silent only lately may sell again.
    """
    now, then = pair.now, pair.then
    silence = seen.longest_silence
    if (seen.first - known_from).days > silence and (seen.first - then.first).days > _slack(then.days):
        return Presence.BEGAN
    if (known_to - seen.last).days > silence and (now.last - seen.last).days > _slack(now.days):
        return Presence.ENDED
    return Presence.THROUGHOUT


def _slack(days: int) -> int:
    return min(_QUIET, days // _MISSING)
