"""What can be said of the time without the ads, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dashboard.domain.counterfactual.question import Refusal
from dashboard.domain.period import Period
from dashboard.domain.phrase import Phrase
from dashboard.reports.year_over_year.without_ads.experiments import Experiment
from dashboard.reports.year_over_year.without_ads.history import Event
from dashboard.reports.year_over_year.without_ads.start import Start


class Outcome(StrEnum):
    """What can be said."""

    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    REFUSED = "refused"


@dataclass(frozen=True)
class Figures:
    """What came since the start and what would have, with 95 % ranges; `smallest` is what could have been seen.

    In the client's money, or in orders. `claim` is what is credited to the ads, None where that is not known.
    """

    actual: Decimal
    expected: Decimal
    expected_low: Decimal
    expected_high: Decimal
    effect: Decimal
    effect_low: Decimal
    effect_high: Decimal
    smallest: Decimal
    claim: Decimal | None

    @property
    def contradicts(self) -> bool:
        """Whether what is credited to the ads lies outside the range of their effect."""
        return self.claim is not None and not self.effect_low <= self.claim <= self.effect_high


@dataclass(frozen=True)
class Drawn:
    """One step of the picture; what was to be expected has a range since the start alone."""

    days: Period
    observed: Decimal | None
    expected: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    so_far: Decimal | None = None
    so_far_low: Decimal | None = None
    so_far_high: Decimal | None = None
    is_provisional: bool = False


@dataclass(frozen=True)
class WithoutAds:
    """The answer with what it rests on. `window` is the time since the start that it is of; `in_orders` else money."""

    outcome: Outcome
    text: Phrase
    notes: tuple[Phrase, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    start: Start | None = None
    window: Period | None = None
    in_orders: bool = False
    figures: Figures | None = None
    controls: tuple[Phrase | str, ...] = ()
    placebos: int = 0
    steps: tuple[Drawn, ...] = ()
    also: tuple[Event, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    wanted: Phrase | None = None  # what would let another experiment be planned

    def as_json(self) -> dict[str, Any]:
        """The answer for `report --json`, before its phrases and amounts are written."""
        figures = self.figures
        return {
            "outcome": str(self.outcome),
            "text": self.text,
            "notes": self.notes,
            "refusals": [{"id": refusal.key, "text": refusal.text} for refusal in self.refusals],
            "began": self.start.day if self.start else None,
            "window": [self.window.first, self.window.last] if self.window else None,
            "unit": "orders" if self.in_orders else "money",
            "figures": {**vars(figures), "contradicts": figures.contradicts} if figures else None,
            "controls": self.controls,
            "experiments": [
                {
                    "text": experiment.text,
                    "worth": experiment.worth,
                    "cost": experiment.cost,
                    "wait_weeks": experiment.wait,
                    "design": str(experiment.plan.design),
                    "weeks": experiment.plan.weeks,
                    "smallest": experiment.plan.smallest,
                    "is_enough": experiment.plan.is_enough,
                }
                for experiment in self.experiments
            ],
            "wanted": self.wanted,
        }
