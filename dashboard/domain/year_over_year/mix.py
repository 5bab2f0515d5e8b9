"""Whether a rate moved in its parts, or only because other parts became larger (Kitagawa 1955; method B3, golden 09).

Every procedure of a clinic can sell better while the clinic as a whole sells worse: more people ask for the one that
few buy. The mix says how much that makes, the rate says how much the parts themselves moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log

from dashboard.domain.year_over_year.logmean import logarithmic_mean

ONE_WAY = 0.8  # of all cases: where the parts that hold so many move one way and the whole the other, it is Simpson's


@dataclass(frozen=True)
class Share:
    """So many of so many: sales of leads, marks of calls."""

    hits: float
    of: float

    @property
    def rate(self) -> float | None:
        """Hits per case; None without a case."""
        return self.hits / self.of if self.of > 0 else None


Strata = Mapping[str, tuple[Share, Share]]  # then, now


@dataclass(frozen=True)
class MixAndRate:
    """A change of a rate, as a share (0.01 is one percentage point): `mix` + `rate` is the whole change.

    `mix_of` is centred on the average rate: a stratum below it that grows is negative. It adds up to `mix` too.
    """

    mix_of: Mapping[str, float]
    rate_of: Mapping[str, float]
    change: float
    is_simpson: bool

    @property
    def mix(self) -> float:
        """What other shares of the strata make."""
        return fsum(self.mix_of.values())

    @property
    def rate(self) -> float:
        """What the strata's own rates make."""
        return fsum(self.rate_of.values())


def mix_and_rate(strata: Strata) -> MixAndRate | None:
    """The change of the whole rate in its two parts; None where a year has no cases at all.

    A stratum that is there in one year only has no rate in the other: its own stands in, so that it is all mix.
    """
    whole = [_whole(strata, year) for year in (0, 1)]
    if whole[0].rate is None or whole[1].rate is None:
        return None
    middle = (whole[0].rate + whole[1].rate) / 2
    mixes, rates, up, down = {}, {}, 0.0, 0.0
    for name, (then, now) in strata.items():
        share_then, share_now = then.of / whole[0].of, now.of / whole[1].of
        rate_then, rate_now = _known(then, now), _known(now, then)
        held = (share_then + share_now) / 2
        mixes[name] = (share_now - share_then) * ((rate_then + rate_now) / 2 - middle)
        rates[name] = held * (rate_now - rate_then)
        up, down = up + held * (rate_now > rate_then), down + held * (rate_now < rate_then)
    change = whole[1].rate - whole[0].rate
    against = down if change > 0 else up if change < 0 else 0.0
    return MixAndRate(mixes, rates, change, is_simpson=against >= ONE_WAY)


@dataclass(frozen=True)
class VolumeMixRate:
    """A change of a number of hits: more cases, other cases, other rates. They add up to it."""

    volume: float
    mix: float
    rate: float


def volume_mix_rate(strata: Strata) -> VolumeMixRate:
    """The same for the hits themselves, by the logarithmic mean (LMDI): cases × share of the stratum × rate.

    Only for strata with hits in both years; raises ValueError otherwise, because the rest is entry or exit.
    """
    if any(part.hits <= 0 for both in strata.values() for part in both):
        raise ValueError("a stratum without hits in one of the years comes or goes, and has no rate to compare")
    cases = [_whole(strata, year).of for year in (0, 1)]
    volume, mix, rate = [], [], []
    for then, now in strata.values():
        weight = logarithmic_mean(now.hits, then.hits)
        volume.append(weight * log(cases[1] / cases[0]))
        mix.append(weight * log(now.of / cases[1] / (then.of / cases[0])))
        rate.append(weight * log(now.hits / now.of / (then.hits / then.of)))
    return VolumeMixRate(fsum(volume), fsum(mix), fsum(rate))


def _whole(strata: Strata, year: int) -> Share:
    return Share(fsum(both[year].hits for both in strata.values()), fsum(both[year].of for both in strata.values()))


def _known(own: Share, other: Share) -> float:
    rate = own.rate if own.rate is not None else other.rate
    return 0.0 if rate is None else rate
