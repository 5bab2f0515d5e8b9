"""From last year's amount to this year's in lines that add up to the kopeck: what was not alike, what exists in one
year only, and the parts of the change between like and like (method B, in its fixed order)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from dashboard.domain.metrics import growth

CENT = Decimal("0.01")
PROVEN = 1.96  # standard errors from zero: nineteen of twenty times chance alone stays below
_SLACK = Decimal("1e-9")  # what floating point may leave over, as a share of the amounts


class Group(StrEnum):
    """The three steps of the bridge, in their order."""

    COMPARABILITY = "comparability"
    SCOPE = "scope"
    LIKE_FOR_LIKE = "like_for_like"


class Certainty(StrEnum):
    """What chance has to do with a line.

    Money that was paid or agreed, such as ads and fees, moved by what it moved by: it is counted, and needs no proof.
    """

    PROVEN = "proven"
    IN_NOISE = "in_noise"  # chance alone makes as much
    COUNTED = "counted"  # there is no chance in it
    UNKNOWN = "unknown"  # nobody knows how sure it is


class Owner(StrEnum):
    """Who can do something about it, unless the contract says otherwise."""

    AGENCY = "agency"
    CLIENT = "client"
    BOTH = "both"
    NOBODY = "nobody"


_A, _C, _B, _N = Owner.AGENCY, Owner.CLIENT, Owner.BOTH, Owner.NOBODY
_TABLE: Mapping[Group, Mapping[str, Owner]] = {
    Group.COMPARABILITY: {
        "cohort": _N,
        "immature": _N,
        "returns_to_come": _C,
        "vat": _N,
        "currency": _N,
        "tracking_gap": _A,
    },
    Group.SCOPE: {
        "opened": _C,
        "closed": _C,
        "new_channels": _A,
        "ended_channels": _A,
        "new_goods": _C,
        "ended_goods": _C,
    },
    Group.LIKE_FOR_LIKE: {
        "calendar": _N,
        "demand": _N,
        "availability": _C,
        "price": _C,
        "leads": _A,
        "orders": _B,
        "mix": _A,
        "answered": _C,
        "target": _A,
        "close": _C,
        "order_value": _C,
        "kept": _C,
        "margin": _C,
        "spend": _A,
        "fee": _A,
    },
}
GROUPS: dict[str, Group] = {key: group for group, lines in _TABLE.items() for key in lines}
OWNERS: dict[str, Owner] = {key: owner for lines in _TABLE.values() for key, owner in lines.items()}
"""The usual owner of each line (method D). Agency: how many come and of what kind; client: what becomes of them."""


@dataclass(frozen=True)
class Restated:
    """What one way of making the years comparable adds to each; the line is worth `then` less `now`."""

    key: str
    then: Decimal = Decimal(0)
    now: Decimal = Decimal(0)
    se: float | None = None


@dataclass(frozen=True)
class OneYearOnly:
    """What something that exists in one year only brought: a closed shop then, a new channel now."""

    key: str
    then: Decimal = Decimal(0)
    now: Decimal = Decimal(0)
    se: float | None = None


@dataclass(frozen=True)
class Part:
    """A like-for-like line before it is rounded: money, and its standard error (0: counted; None: nobody knows)."""

    key: str
    amount: float
    se: float | None = None


@dataclass(frozen=True)
class Line:
    """One difference in money, rounded to the hundredth, and its standard error in the same money.

    The standard error is 0 where it is counted and not estimated, None where nobody knows it.
    """

    key: str
    group: Group
    amount: Decimal
    se: float | None
    owner: Owner

    @property
    def z(self) -> float | None:
        """How many standard errors it lies from zero; None where it has none, or one of 0."""
        return float(self.amount) / self.se if self.se else None

    @property
    def certainty(self) -> Certainty:
        """What chance has to do with it."""
        if self.se is None:
            return Certainty.UNKNOWN
        if not self.se:
            return Certainty.COUNTED
        return Certainty.PROVEN if abs(float(self.amount)) >= PROVEN * self.se else Certainty.IN_NOISE

    @property
    def proven(self) -> bool:
        """Whether chance could have made it, and hardly would."""
        return self.certainty is Certainty.PROVEN


@dataclass(frozen=True)
class Years:
    """The same amount of both years."""

    then: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """Now less then."""
        return self.now - self.then

    @property
    def growth(self) -> Decimal | None:
        """The change as a share of the base (0.07 is +7 %); None where the base is not above 0."""
        return growth(self.now, self.then) if self.then > 0 else None


@dataclass(frozen=True)
class Bridge:
    """The reported amounts of both years, restated to one basis, without what exists in one year only, and the lines
    between them. The lines add up to the reported difference exactly."""

    reported: Years
    comparable: Years
    like_for_like: Years
    lines: tuple[Line, ...]

    @classmethod
    def of(
        cls,
        then: Decimal,
        now: Decimal,
        restated: Iterable[Restated] = (),
        one_year_only: Iterable[OneYearOnly] = (),
        parts: Iterable[Part] = (),
    ) -> Bridge:
        """From both years as reported. The parts are rounded to the hundredth so that they add up; empty lines are out.

        Raises ValueError where the unrounded parts miss the like-for-like difference, and KeyError for a line that has
        no place in the bridge.
        """
        reported = Years(_to_cents(then), _to_cents(now))
        lines, comparable = [], reported
        for add in restated:
            add_then, add_now = _to_cents(add.then), _to_cents(add.now)
            comparable = Years(comparable.then + add_then, comparable.now + add_now)
            lines.append(_line(add.key, add_then - add_now, add.se if add_then != add_now else None))
        alike = comparable
        for gone in one_year_only:
            went, came = _to_cents(gone.then), _to_cents(gone.now)
            alike = Years(alike.then - went, alike.now - came)
            lines.append(_line(gone.key, came - went, gone.se if came != went else None))
        held = list(parts)
        # Each line above was rounded for itself, and may leave up to half a cent to the parts in either year.
        rounded = _rounded([Decimal(part.amount) for part in held], alike.difference, CENT * (1 + len(lines)))
        lines += [_line(part.key, amount, part.se) for part, amount in zip(held, rounded, strict=True)]
        order = {key: place for place, key in enumerate(GROUPS)}
        kept = sorted(
            (line for line in lines if line.amount or (line.se or 0) >= CENT), key=lambda line: order[line.key]
        )
        return cls(reported, comparable, alike, tuple(kept))

    @property
    def difference(self) -> Decimal:
        """Now less then, as reported."""
        return self.reported.difference

    def of_group(self, group: Group) -> tuple[Line, ...]:
        """The lines of one step."""
        return tuple(line for line in self.lines if line.group is group)

    def sum_of(self, group: Group) -> Decimal:
        """What a step is worth."""
        return sum((line.amount for line in self.of_group(group)), Decimal(0))

    def line(self, key: str) -> Line | None:
        """The line of this name, if there is one."""
        return next((line for line in self.lines if line.key == key), None)


def _to_cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT)


def _line(key: str, amount: Decimal, se: float | None = None) -> Line:
    return Line(key, GROUPS[key], amount, se, OWNERS[key])


def _rounded(amounts: list[Decimal], whole: Decimal, slack: Decimal) -> list[Decimal]:
    """The amounts to the hundredth, those with the largest remainders rounded up, so that they add up to the whole."""
    missed = abs(sum(amounts, Decimal(0)) - whole)
    if missed > slack + _SLACK * sum((abs(amount) for amount in amounts), abs(whole)):
        raise ValueError(f"the parts miss the difference by {missed}")
    down = [amount.quantize(CENT, rounding=ROUND_FLOOR) for amount in amounts]
    moving = [place for place, amount in enumerate(amounts) if amount] or list(range(len(amounts)))
    moving.sort(key=lambda place: down[place] - amounts[place])
    cents = int((whole - sum(down, Decimal(0))) / CENT)
    for turn in range(abs(cents) if moving else 0):
        if cents > 0:
            down[moving[turn % len(moving)]] += CENT
        else:
            down[moving[-1 - turn % len(moving)]] -= CENT
    return down
