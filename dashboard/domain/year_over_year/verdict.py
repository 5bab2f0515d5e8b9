"""What may be said of two years in a sentence, and what may not (method B1).

Not comparable, with what blocks; not to be told apart, with how large a change would have shown; or changed, with the
largest proven part and whose it is. A part that is not proven is never named, and no sentence says why anything is so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from math import hypot

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.comparison import Change
from dashboard.domain.phrase import Day, Money, Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.statistics.interval import NORMAL
from dashboard.domain.year_over_year.bridge import Bridge, Certainty, Group, Line
from dashboard.domain.year_over_year.line_names import LINE_NAMES, OWNER_NAMES
from dashboard.domain.year_over_year.noise import Noise

_NO_COINS_FROM = 1000
_WORTH_SAYING = Decimal("0.02")  # of the base, as a caveat must be (method B1)
_BY_CHANCE = 0.05  # of all months, those of which chance alone may prove a part
_VOLUMES = ("leads", "orders")
_ANOTHER_FIGURE = Decimal("0.005")  # from half a point on the growth between like and like is said beside the books'


class VerdictKind(StrEnum):
    """How far two years can be compared."""

    NOT_COMPARABLE = "not_comparable"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    CHANGED = "changed"


@dataclass(frozen=True)
class Verdict:
    """The answer: a headline that a person in a hurry reads, what belongs to it, and the line that it names.

    `both_ways` are the largest proven lines up and down within a change that cannot be told from none.
    """

    kind: VerdictKind
    headline: Phrase
    more: tuple[Phrase, ...] = ()
    main: Line | None = None
    both_ways: tuple[Line, ...] = ()

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
        both_ways = _both_ways(bridge) if bridge else ()
        pulled = (_pulled(both_ways, bridge, currency),) if bridge and both_ways else ()
        first = tuple(way[0] for way in both_ways)
        return Verdict(VerdictKind.NOT_DISTINGUISHABLE, headline, (*counted, *pulled, shown), both_ways=first)
    main = largest_proven(bridge) if bridge else None
    if bridge is not None:
        named = say("No single part of the change is proven.") if main is None else _named(main, bridge, currency)
        text = _joined(text, named)
    return Verdict(VerdictKind.CHANGED, text, counted, main)


def largest_proven(bridge: Bridge) -> Line | None:
    """The largest line that is proven and goes the way of the change counted alike; None where there is none."""
    return _largest([line for line in _told(bridge) if line.proven], bridge.comparable.difference)


def _told(bridge: Bridge) -> list[Line]:
    """The lines of the change itself, as a sentence tells them; what only makes the years comparable is no part of it.

    More people of a poorer kind are one story, and so are fewer of a better one: how many came and their mix are one
    line where they go against each other, or the sentence would praise what the next line takes back.
    """
    lines = [line for line in bridge.lines if line.group is not Group.COMPARABILITY]
    mix = bridge.line("mix")
    against = [line for line in lines if mix and line.key in _VOLUMES and line.amount * mix.amount < 0]
    volume = max(against, key=lambda line: abs(line.amount), default=None)
    if mix is not None and volume is not None:
        se = None if volume.se is None or mix.se is None else hypot(volume.se, mix.se)
        together = replace(volume, amount=volume.amount + mix.amount, se=se)
        lines = [*(line for line in lines if line not in (mix, volume)), together]
    return lines


def _largest(lines: Iterable[Line], way: Decimal) -> Line | None:
    held = [line for line in lines if line.amount * way > 0]
    return max(held, key=lambda line: abs(line.amount), default=None)


def _both_ways(bridge: Bridge) -> tuple[tuple[Line, ...], ...]:
    """What is proven up, and what down, the largest first; empty unless both are worth saying.

    Where the whole moved by no more than chance, one of many lines looks proven by chance alone. So nothing is said
    unless one of each way is as much rarer as there are lines (Bonferroni).
    """
    told = _told(bridge)
    doubts = sum(line.certainty in (Certainty.PROVEN, Certainty.IN_NOISE) for line in told)
    rare = NORMAL.inv_cdf(1 - _BY_CHANCE / 2 / max(doubts, 1))
    proven = sorted((line for line in told if line.proven), key=lambda line: -abs(line.amount))
    ways = tuple(tuple(line for line in proven if line.amount * way > 0) for way in (1, -1))
    if not all(any(abs(line.z or 0.0) >= rare for line in way) for way in ways):
        return ()
    return ways if min(abs(_sum(way)) for way in ways) >= _WORTH_SAYING * bridge.comparable.then else ()


def _pulled(ways: tuple[tuple[Line, ...], ...], bridge: Bridge, currency: str) -> Phrase:
    up, down = ways
    return say(
        "Proven parts of the change pull both ways: {up} (above all “{risen}”, {owner_up}) and {down} (above all "
        "“{fallen}”, {owner_down}).",
        up=Money(_sum(up), currency, short=True, signed=True),
        risen=_name(up[0], bridge),
        owner_up=Term(OWNER_NAMES[up[0].owner]),
        down=Money(_sum(down), currency, short=True, signed=True),
        fallen=_name(down[0], bridge),
        owner_down=Term(OWNER_NAMES[down[0].owner]),
    )


def _sum(lines: Iterable[Line]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))


def _name(line: Line, bridge: Bridge) -> PhraseValue:
    if bridge.line(line.key) == line:
        return Term(LINE_NAMES[line.key])
    return say("{line} with their mix", line=Term(LINE_NAMES[line.key]))


def _named(line: Line, bridge: Bridge, currency: str) -> Phrase:
    return say(
        "The largest proven part: “{line}”, {amount}; whose it is: {owner}.",
        line=_name(line, bridge),
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
