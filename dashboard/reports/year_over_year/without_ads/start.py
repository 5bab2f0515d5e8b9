"""When the ads began: after a time without any, or where the log says so and the spend agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.happenings import Happening
from dashboard.reports.year_over_year.without_ads.history import Event, Step

LEAST_PAUSE_DAYS = 56  # eight weeks without spend: less is a holiday of the account
GREW = 2  # an event is a start only where the spend after it is so many times that before
_LOOK_DAYS = 56
_NEAR_DAYS = 14  # so far from the first spend the log may lie and mean the same


@dataclass(frozen=True)
class Start:
    """The step of the start, those from which the time before and until which the time since can be used.

    The spend is per week, of both sides; `event` is what the log says of the start.
    """

    day: date
    step: int
    from_step: int
    until_step: int
    event: str
    spend_before: Decimal
    spend_since: Decimal

    @property
    def was_without(self) -> bool:
        """Whether nothing at all was spent before."""
        return self.spend_before == 0


def find_start(steps: Sequence[Step], events: Sequence[Event]) -> Start | None:
    """The newest start after a pause, else the logged one at which the spend grew most; None where there is neither."""
    return _after_pause(steps, events) or _logged(steps, events)


def _after_pause(steps: Sequence[Step], events: Sequence[Event]) -> Start | None:
    least = LEAST_PAUSE_DAYS // steps[0].days.days if steps else 1
    pauses = [run for run in _runs_without(steps) if len(run) >= least]
    began = [run for run in pauses if run.stop < len(steps)]
    if not began:
        return None
    pause = began[-1]
    stopped = next((run.start for run in pauses if run.start > pause.stop), len(steps))
    first = steps[pause.stop]
    day = first.first_spend or first.days.first
    said = (event.text for event in events if is_start(event) and abs((event.day - day).days) <= _NEAR_DAYS)
    return Start(
        day=day,
        step=pause.stop,
        from_step=pause.start,
        until_step=stopped,
        event=next(said, ""),
        spend_before=Decimal(0),
        spend_since=_weekly(steps[pause.stop : stopped]),
    )


def _runs_without(steps: Sequence[Step]) -> Iterator[range]:
    """Every run of steps without spend, in order."""
    begun = None
    for place, step in enumerate(steps):
        if step.spend and begun is not None:
            yield range(begun, place)
        begun = None if step.spend else place if begun is None else begun
    if begun is not None:
        yield range(begun, len(steps))


def _logged(steps: Sequence[Step], events: Sequence[Event]) -> Start | None:
    found: list[tuple[Decimal, Start]] = []
    for event in events:
        place = next((place for place, step in enumerate(steps) if event.day in step.days), None)
        if not is_start(event) or not place:
            continue
        look = max(1, _LOOK_DAYS // steps[0].days.days)
        before, since = _weekly(steps[max(0, place - look) : place]), _weekly(steps[place : place + look])
        if since > 0 and since >= GREW * before:
            whole = Start(event.day, place, 0, len(steps), event.text, _weekly(steps[:place]), since)
            found.append((since - before, whole))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def is_start(event: Event) -> bool:
    """Whether the log says that ads began."""
    return event.what == Happening.ADS_STARTED


def _weekly(steps: Sequence[Step]) -> Decimal:
    days = sum(step.days.days for step in steps)
    return sum((step.spend for step in steps), Decimal(0)) * 7 / days if days else Decimal(0)
