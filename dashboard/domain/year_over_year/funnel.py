"""The factors of the revenue that is alike in both years, channel by channel.

What is common to all channels comes first (the calendar, demand, availability, prices), then how many came, from which
channels, and what became of them. Whatever is common is taken out of the factor through which it works: days, demand
and goods on the shelf bring leads; prices make orders dear. A stage that one of the years does not know is left out,
and the next one holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.year_over_year.lmdi import Factor, Segment, of_count, of_mean, of_rate

KNOWN_FROM = 0.5  # a mark on fewer leads than this share of them says nothing about the rest
_BRINGS = frozenset({"calendar", "demand", "availability"})
_PRICES = frozenset({"price"})


@dataclass(frozen=True)
class Sums:
    """What a channel brought in one year. Money without what was refunded is `revenue` − `refunds`."""

    leads: float
    answered: float
    marked: float
    target: float
    orders: float
    revenue: float
    refunds: float
    squares: float  # of each order's net amount

    @property
    def net(self) -> float:
        """Revenue after refunds."""
        return self.revenue - self.refunds


@dataclass(frozen=True)
class Restating:
    """By how much a year's figures are raised on their way to one basis; 1 leaves them."""

    orders: float = 1.0  # those still to come, and those of days that no source covers
    leads: float = 1.0  # those of days that no source covers
    kept: float = 1.0  # returns still to come
    unsure: float = 0.0  # the variance of the logarithm of `orders`
    unsure_kept: float = 0.0  # and of `kept`

    @property
    def whole(self) -> float:
        """By how much the revenue is raised."""
        return self.orders * self.kept


@dataclass(frozen=True)
class Year:
    """A year's channels, and how they are restated."""

    channels: Mapping[str, Sums]
    restating: Restating = Restating()


def segments(
    then: Year, now: Year, channels: Iterable[str], common: Sequence[Factor] = (), dispersion: float = 1.0
) -> dict[str, Segment]:
    """The channels that exist in both years as products of factors; `dispersion` is that of counts (≥ 1).

    A channel whose orders follow from its leads is a funnel; one that sells without leads is orders × value × kept.
    """
    pairs = {name: (then.channels[name], now.channels[name]) for name in channels}
    funnels = {
        name: both for name, both in pairs.items() if all(year.leads and year.orders <= year.leads for year in both)
    }
    shops = {name: both for name, both in pairs.items() if name not in funnels}
    stages = _stages(funnels.values())
    found = {}
    for kind, count in ((funnels, "leads"), (shops, "orders")):
        whole = [sum(getattr(both[year], count) for both in kind.values()) for year in (0, 1)]
        for name, both in kind.items():
            held = [getattr(year, count) for year in both]
            factors = [
                *common,
                _volume(count, whole, common, then, now, dispersion),
                Factor("mix", *_shares(held, whole), sum(map(of_rate, held, whole))),
                *(_handling(both, stages, then, now) if count == "leads" else ()),
                *_money(both, common, then, now),
            ]
            cv2 = sum(year.squares / year.net**2 for year in both if year.net > 0)
            found[name] = Segment(tuple(factors), cv2)
    return found


def _volume(
    key: str, whole: Sequence[float], common: Sequence[Factor], then: Year, now: Year, dispersion: float
) -> Factor:
    """How many came for the same days, demand and goods."""
    brought_then, brought_now = _through(common, _BRINGS)
    raised = [getattr(year.restating, key) for year in (then, now)]
    unsure = sum(factor.variance or 0.0 for factor in common if factor.key in _BRINGS)
    return Factor(
        key,
        whole[0] * raised[0] / brought_then,
        whole[1] * raised[1] / brought_now,
        sum(of_count(count, dispersion) for count in whole) + unsure + (_unsure(then, now) if key == "orders" else 0.0),
        shared=True,
    )


def _shares(held: Sequence[float], whole: Sequence[float]) -> tuple[float, float]:
    then, now = (part / of if of else 0.0 for part, of in zip(held, whole, strict=True))
    return then, now


@dataclass(frozen=True)
class _Stages:
    answered: bool
    target: bool
    of_answered: bool  # leads that nobody answered are marked too, as not on target: the answered ones are the base


def _stages(funnels: Iterable[tuple[Sums, Sums]]) -> _Stages:
    """Which stages every year of the whole knows."""
    both = list(funnels)
    years = [[pair[year] for pair in both] for year in (0, 1)]
    leads, answered, marked, target = (
        [sum(getattr(one, stage) for one in year) for year in years]
        for stage in ("leads", "answered", "marked", "target")
    )
    knows_answered = all(answered)
    return _Stages(
        answered=knows_answered,
        target=all(target) and all(KNOWN_FROM * of <= known for of, known in zip(leads, marked, strict=True)),
        of_answered=knows_answered and any(known > of for known, of in zip(marked, answered, strict=True)),
    )


def _handling(both: tuple[Sums, Sums], stages: _Stages, then: Year, now: Year) -> list[Factor]:
    """What became of the leads: answered, on target, closed. A stage at which a channel has none in one of the years is
    left out for it, and the next one holds it."""
    factors, reached = [], [year.leads for year in both]
    if stages.answered and all(year.answered for year in both):
        factors.append(_rate("answered", [year.answered for year in both], reached))
        reached = [year.answered for year in both]
    if stages.target and all(year.target for year in both):
        of = reached if stages.of_answered else [year.marked for year in both]
        rates = _rate("target", [year.target for year in both], of)
        factors.append(rates)
        reached = [count * rate for count, rate in zip(reached, (rates.then, rates.now), strict=True)]
    raised = [year.orders * side.restating.orders for year, side in zip(both, (then, now), strict=True)]
    came = [count * side.restating.leads for count, side in zip(reached, (then, now), strict=True)]
    rates = _rate("close", raised, came)
    seen = [rate * count for rate, count in zip((rates.then, rates.now), reached, strict=True)]
    # What was filled in makes nothing surer, and is as unsure in every channel.
    factors.append(replace(rates, variance=sum(map(of_rate, seen, reached)), common=_unsure(then, now)))
    return factors


def _unsure(then: Year, now: Year) -> float:
    return then.restating.unsure + now.restating.unsure


def _rate(key: str, hits: Sequence[float], of: Sequence[float]) -> Factor:
    then, now = (part / whole if whole else 0.0 for part, whole in zip(hits, of, strict=True))
    return Factor(key, then, now, sum(map(of_rate, hits, of)))


def _money(both: tuple[Sums, Sums], common: Sequence[Factor], then: Year, now: Year) -> list[Factor]:
    dear = _through(common, _PRICES)
    restated = (then.restating, now.restating)
    value = _as_far_as_known(
        [year.revenue / year.orders / price if year.orders else None for year, price in zip(both, dear, strict=True)]
    )
    kept = _as_far_as_known(
        [year.net / year.revenue * to.kept if year.revenue else None for year, to in zip(both, restated, strict=True)]
    )
    unsure = sum(of_mean(year.net, year.squares, year.orders) for year in both)
    # Money comes back by orders: as many of them as even ones would carry the revenue.
    rests_on = [year.net**2 / year.squares if year.squares else 0.0 for year in both]
    returned = sum(of_rate(share * of, of) for share, of in zip(kept, rests_on, strict=True) if share < 1)
    to_go = sum(to.unsure_kept for to in restated)
    return [Factor("order_value", *value, unsure), Factor("kept", *kept, returned, common=to_go)]


def _as_far_as_known(years: Sequence[float | None]) -> tuple[float, float]:
    """A year without orders has no order's value; the other year's stands in, so that their number holds the change."""
    then, now = years
    known = then if then is not None else now if now is not None else 0.0
    return (known if then is None else then, known if now is None else now)


def _through(common: Sequence[Factor], keys: frozenset[str]) -> tuple[float, float]:
    then = now = 1.0
    for factor in common:
        if factor.key in keys:
            then, now = then * factor.then, now * factor.now
    return then, now
