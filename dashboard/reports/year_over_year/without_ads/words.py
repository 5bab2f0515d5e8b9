"""The sentences of “without the ads?”. An effect too small for these data may be there: nothing here denies it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.domain import metrics
from dashboard.domain.counterfactual.answer import Answer
from dashboard.domain.counterfactual.synthetic_control import SyntheticControl
from dashboard.domain.period import Period
from dashboard.domain.phrase import Day, Money, Number, Percent, Phrase, PhraseValue, say
from dashboard.reports.year_over_year.without_ads.history import Step
from dashboard.reports.year_over_year.without_ads.outcome import Figures
from dashboard.reports.year_over_year.without_ads.start import Start


def no_start(steps: Sequence[Step]) -> Phrase:
    """Why no start was found."""
    if not any(step.spend for step in steps):
        return say("No spend is known of, so there is no time with ads to hold against one without.")
    return say(
        "The ads ran all the time that the data know of: there is no time without them to learn from. Had they begun "
        "anew or grown at once, an event “ads_started” would say when."
    )


def answer_of(figures: Figures, start: Start, since: Period, is_shown: bool, in_orders: bool, currency: str) -> Phrase:
    """The answer itself."""
    values: dict[str, PhraseValue] = {
        "without": say("without the ads")
        if start.was_without
        else say("had the ads stayed as they were before {day}", day=Day(start.day)),
        "days": since.span,
        "expected": _amount(figures.expected, in_orders, currency),
        "low": _amount(figures.expected_low, in_orders, currency),
        "high": _amount(figures.expected_high, in_orders, currency),
        "actual": _amount(figures.actual, in_orders, currency),
        "effect": _amount(figures.effect, in_orders, currency, signed=True),
        "least": _amount(figures.effect_low, in_orders, currency, signed=True),
        "most": _amount(figures.effect_high, in_orders, currency, signed=True),
    }
    if is_shown and in_orders:
        return say(
            "{without}, orders of {days} would have been {expected} ({low} … {high}); they were {actual}. The effect: "
            "{effect} ({least} … {most}).",
            **values,
        )
    if is_shown:
        return say(
            "{without}, sales of {days} would have been {expected} ({low} … {high}); they were {actual}. The effect: "
            "{effect} ({least} … {most}).",
            **values,
        )
    if in_orders:
        return say(
            "No effect is shown: {without}, orders of {days} would have been {expected} ({low} … {high}); they were "
            "{actual}, which lies within that range.",
            **values,
        )
    return say(
        "No effect is shown: {without}, sales of {days} would have been {expected} ({low} … {high}); they were "
        "{actual}, which lies within that range.",
        **values,
    )


def notes_of(figures: Figures, start: Start, told: Answer, in_orders: bool, currency: str) -> tuple[Phrase, ...]:
    """What must be known beside the answer."""
    return (
        say(
            "The smallest effect that these data could show is {smallest}, {share} of what would have been. A smaller "
            "one may be there all the same.",
            smallest=_amount(figures.smallest, in_orders, currency),
            share=Percent(metrics.share(figures.smallest, figures.expected) or 0),
        ),
        *_claim(figures, start, in_orders, currency),
        _before(start, currency),
        *_trials(told),
        say("Whatever else changed since the start is in this figure too."),
    )


def regions_of(
    treated: Sequence[str], likeness: SyntheticControl | None, in_orders: bool, currency: str
) -> tuple[Phrase, ...]:
    """Which regions are looked at, and what a likeness of the others says; () where ads began everywhere."""
    if not treated:
        return ()
    looked_at = say("These are the sales of the regions where the ads began: {regions}.", regions=tuple(treated))
    if likeness is None:
        return (looked_at,)
    values: dict[str, PhraseValue] = {
        "count": Number(len(likeness.weights)),
        "effect": _amount(Decimal(likeness.total), in_orders, currency, signed=True),
        "lift": Percent(likeness.lift, signed=True),
        "chance": Percent(likeness.probability),
    }
    if likeness.is_shown:
        text = say(
            "Against a likeness mixed from {count} regions without ads the effect is {effect} ({lift}); where nothing "
            "began, so large a difference comes in {chance} of the cases.",
            **values,
        )
    else:
        text = say(
            "Against a likeness mixed from {count} regions without ads no effect is shown: {effect} ({lift}), and "
            "where nothing began, so large a difference comes in {chance} of the cases.",
            **values,
        )
    return looked_at, text


def _claim(figures: Figures, start: Start, in_orders: bool, currency: str) -> tuple[Phrase, ...]:
    if figures.claim is None:
        return ()
    values: dict[str, PhraseValue] = {
        "claim": _amount(figures.claim, in_orders, currency),
        "least": _amount(figures.effect_low, in_orders, currency, signed=True),
        "most": _amount(figures.effect_high, in_orders, currency, signed=True),
    }
    if figures.contradicts and start.was_without:
        return (
            say(
                "Attribution credits the ads with {claim} in these days: that lies outside the range of the effect "
                "({least} … {most}). One of the two is wrong.",
                **values,
            ),
        )
    if figures.contradicts:
        return (
            say(
                "Attribution credits the ads with {claim} more than before: that lies outside the range of the effect "
                "({least} … {most}). One of the two is wrong.",
                **values,
            ),
        )
    if start.was_without:
        return (
            say("Attribution credits the ads with {claim} in these days: within the range of the effect.", **values),
        )
    return (
        say("Attribution credits the ads with {claim} more than before: within the range of the effect.", **values),
    )


def _before(start: Start, currency: str) -> Phrase:
    if start.was_without:
        return say(
            "No spend is known before {day}. If there were ads all the same, their spend has to be uploaded.",
            day=Day(start.day),
        )
    return say(
        "The ads were not off before {day}: they cost {before} a week, and {since} since.",
        day=Day(start.day),
        before=Money(start.spend_before, currency, short=True),
        since=Money(start.spend_since, currency, short=True),
    )


def _trials(told: Answer) -> tuple[Phrase, ...]:
    if told.placebos is None:
        return ()
    return (
        say(
            "Foretold by {controls}, which the ads cannot move. In {count} trials at times when nothing began it was "
            "off by {error} on average.",
            controls=tuple(control.name for control in told.question.usable),
            count=Number(len(told.placebos.starts)),
            error=Percent(told.placebos.held_out),
        ),
    )


def _amount(amount: Decimal, in_orders: bool, currency: str, *, signed: bool = False) -> Money | Number:
    return Number(amount, 0, signed=signed) if in_orders else Money(amount, currency, short=True, signed=signed)
