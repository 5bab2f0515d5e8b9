"""What must be said about rows that were left out without being wrong, or were kept and are doubtful."""

from __future__ import annotations

from dashboard.domain.phrase import Phrase, say_n


def in_words(why: str, count: int) -> Phrase:
    """What is said about so many rows. Raises KeyError for a reason that no statement gives."""
    return {
        "leg": say_n(
            "{count} row is a part of a call that stands in the file already: it was joined to it.",
            "{count} rows are parts of calls that stand in the file already: they were joined to them.",
            count=count,
        ),
        "internal": say_n(
            "{count} row is a talk within the firm and is no call of a customer.",
            "{count} rows are talks within the firm and no calls of customers.",
            count=count,
        ),
        "unmade": say_n(
            "{count} row is a planned call that was not made.",
            "{count} rows are planned calls that were not made.",
            count=count,
        ),
        "cancelled": say_n(
            "{count} order is cancelled, but paid and not given back: it counts until the refund is in an export.",
            "{count} orders are cancelled, but paid and not given back: they count until the refund is in an export.",
            count=count,
        ),
        "whole_month": say_n(
            "{count} row states a month or a period instead of a day: it is dated to the last day of it that has come, "
            "and shows in full there. How many orders it was is not in the file: it counts as none.",
            "{count} rows state a month or a period instead of a day: they are dated to the last day of it that has "
            "come, and show in full there. How many orders they were is not in the file: they count as none.",
            count=count,
        ),
    }[why]
