"""Like for like is what worked throughout both years; a holiday is no closing, and rare sales are no silence."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.domain.comparison import Alignment, Pair
from dashboard.domain.period import Period
from dashboard.domain.year_over_year.presence import Presence, Seen, presence

OCTOBER = Pair(
    Alignment.SAME_ELAPSED, Period(date(2026, 10, 1), date(2026, 10, 31)), Period(date(2025, 10, 1), date(2025, 10, 31))
)
KNOWN = date(2025, 1, 1), date(2026, 11, 20)
EVERY_DAY = 10_000


@pytest.mark.parametrize(
    ("first", "last", "days", "expected"),
    [
        (date(2025, 1, 1), date(2026, 11, 20), EVERY_DAY, Presence.THROUGHOUT),
        (date(2025, 10, 4), date(2026, 11, 20), EVERY_DAY, Presence.THROUGHOUT),  # all but three days of the month
        (date(2025, 10, 5), date(2026, 11, 20), EVERY_DAY, Presence.BEGAN),  # less than twelve full months
        (date(2026, 3, 1), date(2026, 11, 20), EVERY_DAY, Presence.BEGAN),
        (date(2025, 1, 1), date(2026, 10, 20), EVERY_DAY, Presence.ENDED),  # silent for a month since
        (date(2025, 1, 1), date(2026, 10, 26), EVERY_DAY, Presence.THROUGHOUT),  # for 25 days: it may open again
        (date(2025, 1, 1), date(2026, 10, 20), 9, Presence.THROUGHOUT),  # once in two months: nothing to wonder at
        (date(2025, 1, 25), date(2025, 9, 30), EVERY_DAY, Presence.ENDED),
        (date(2025, 10, 20), date(2026, 10, 26), 9, Presence.BEGAN),  # and before that never in ten months
        (date(2025, 10, 20), date(2025, 10, 20), 1, Presence.BEGAN),
    ],
)
def test_what_was_not_there_all_days_is_told_from_what_was_silent(
    first: date, last: date, days: int, expected: Presence
) -> None:
    assert presence(Seen(first, last, days), OCTOBER, *KNOWN) is expected


def test_what_is_as_old_as_the_data_may_be_older() -> None:
    since = date(2025, 10, 15)
    assert presence(Seen(since, KNOWN[1], EVERY_DAY), OCTOBER, since, KNOWN[1]) is Presence.THROUGHOUT
