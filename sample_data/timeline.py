"""When things happen. Every turn of both stories is placed by whole months back from the running one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]


def month_start(day: date, months: int = 0) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def month_end(day: date) -> date:
    return month_start(day, 1) - timedelta(days=1)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@dataclass(frozen=True)
class Timeline:
    """The months of the sample: `months` full ones before the month of `end`, and that month up to `end`."""

    end: date
    months: int

    @property
    def start(self) -> date:
        return month_start(self.end, -self.months)

    def month(self, back: int) -> date:
        """First day of the month that lies `back` months before the running one."""
        return month_start(self.end, -back)

    def day(self, back: int, number: int) -> date:
        """The `number`-th day of that month."""
        return self.month(back) + timedelta(days=number - 1)

    def days(self) -> list[date]:
        return days(self.start, self.end)

    def spans(self, since: date | None = None) -> list[Span]:
        """What one export covers: a calendar year of the older months, half a year since eleven months ago."""
        spans: list[Span] = []
        first = max(self.start, since or self.start)
        while first <= self.end:
            length = 6 if first >= self.month(11) else 12
            last = month_start(first, length - (first.month - 1) % length) - timedelta(days=1)
            spans.append((first, min(last, self.end)))
            first = last + timedelta(days=1)
        return spans

    def young(self) -> Span:
        """The two last full months, which were exported at their end and will be again."""
        return self.month(2), self.month(0) - timedelta(days=1)
