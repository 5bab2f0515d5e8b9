"""What may be said of two years in a sentence, and what may not (method B1).

Not comparable, with what blocks; not to be told apart, with how large a change would have shown; or changed, with the
largest proven part and whose it is. A part that is not proven is never named, and no sentence says why anything is so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import reduce

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.comparison import Change
from dashboard.domain.phrase import Day, Money, Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.year_over_year.bridge import Bridge, Group, Line
from dashboard.domain.year_over_year.line_names import LINE_NAMES, OWNER_NAMES
from dashboard.domain.year_over_year.noise import Noise

_NO_COINS_FROM = 1000
_ANOTHER_FIGURE = Decimal("0.005")  # from half a point on the growth between like and like is said beside the books'


class VerdictKind(StrEnum):
    """How far two years can be compared."""

    NOT_COMPARABLE = "not_comparable"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    CHANGED = "changed"


@dataclass(frozen=True)
class Verdict:
    """The answer: a headline that a person in a hurry reads, what belongs to it, and the line that it names."""

    kind: VerdictKind
    headline: Phrase
    more: tuple[Phrase, ...] = ()
    main: Line | None = None

    @property
    def text(self) -> Phrase:
        """The whole answer."""
        return reduce(_joined, self.more, self.headline)

    @property
    def rest(self) -> Phrase | None:
        """What belongs to the headline; None where that is the whole answer."""
        return reduce(_joined, self.more) if self.more else None


def verdict(
    naive: Change,
    alike: Change,
    noise: Noise | None,
    bridge: Bridge | None,
    caveats: Iterable[Caveat],
    currency: str,
    until: date,
) -> Verdict:
    """What may be said of the revenue of both years.

    `alike` holds the same elapsed days, up to `until`; `bridge` leads from its one end to the other. A missing base or
    a blocker forbids the comparison; a growth whose range holds zero, the claim that anything changed. That growth is
    the one counted alike in both years, where there is a bridge.
    """
    if alike.share is None:
        return Verdict(
            VerdictKind.NOT_COMPARABLE,
            say("The earlier period cannot be compared with: it has no revenue for these days."),
        )
    figures: dict[str, PhraseValue] = {
        "now": Money(_whole(alike.now or Decimal(0)), currency),
        "then": Money(_whole(alike.then or Decimal(0)), currency),
        "share": Percent(alike.share, signed=True, decimals=1),
        "day": Day(until),
    }
    blocker = next((caveat for caveat in caveats if caveat.severity is Severity.BLOCKER), None)
    if blocker is not None:
        return _blocked(naive, alike, blocker, figures)
    growth = bridge.comparable.growth if bridge else None
    growth = alike.share if growth is None else growth
    text = say("Over the same days, up to {day}, revenue is {now} against {then}, {share}.", **figures)
    counted: tuple[Phrase, ...] = ()
    if abs(growth - alike.share) >= _ANOTHER_FIGURE:
        counted = (say("Counted alike in both, it is {growth}.", growth=Percent(growth, signed=True, decimals=1)),)
    interval = noise.interval(float(growth)) if noise else None
    if noise is not None and interval is not None and interval.contains(0.0):
        headline = _joined(text, say("The two periods cannot be told apart."))
        shown = say(
            "The true change may be anything from {low} to {high}; a rise of {rise} or a fall of {fall} would have "
            "shown.",
            low=Percent(interval.low, signed=True),
            high=Percent(interval.high or 0.0, signed=True),
            rise=Percent(noise.rise),
            fall=Percent(-noise.fall),
        )
        return Verdict(VerdictKind.NOT_DISTINGUISHABLE, headline, (*counted, shown))
    main = largest_proven(bridge) if bridge else None
    if main is not None:
        text = _joined(text, _named(main, currency))
    elif bridge is not None:
        text = _joined(text, say("No single part of the change is proven."))
    return Verdict(VerdictKind.CHANGED, text, counted, main)


def largest_proven(bridge: Bridge) -> Line | None:
    """The largest line that is proven and goes the way of the change counted alike; None where there is none.

    What only makes the years comparable is no part of the change.
    """
    change = bridge.comparable.difference
    held = [
        line
        for line in bridge.lines
        if line.group is not Group.COMPARABILITY and line.proven and line.amount * change > 0
    ]
    return max(held, key=lambda line: abs(line.amount), default=None)


def _named(line: Line, currency: str) -> Phrase:
    return say(
        "The largest proven part: “{line}”, {amount}; whose it is: {owner}.",
        line=Term(LINE_NAMES[line.key]),
        amount=Money(line.amount, currency, short=True, signed=True),
        owner=Term(OWNER_NAMES[line.owner]),
    )


def _blocked(naive: Change, alike: Change, blocker: Caveat, figures: dict[str, PhraseValue]) -> Verdict:
    if naive.share is None or naive.share == alike.share:
        headline, more = say("These two periods cannot be compared this way."), blocker.text
    else:
        headline = say(
            "These two periods cannot be compared this way: {naive} sets unlike days against each other.",
            naive=Percent(naive.share, signed=True, decimals=1),
        )
        more = say("Over the same days, up to {day}, revenue is {now} against {then}, {share}.", **figures)
    return Verdict(VerdictKind.NOT_COMPARABLE, headline, (more,))


def _joined(answer: Phrase, more: Phrase) -> Phrase:
    return say("{answer} {more}", answer=answer, more=more)


def _whole(amount: Decimal) -> Decimal:
    """An amount as a sentence says it: coins only where they are seen beside the rest."""
    return amount if abs(amount) < _NO_COINS_FROM else amount.quantize(Decimal(1))
