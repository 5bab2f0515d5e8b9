"""What makes the two years unlike, as far as the data tell: each with its figure, and how we know it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.domain import metrics
from dashboard.domain.calendar import days as calendar_days
from dashboard.domain.caveats import Caveat, Severity, in_order, weighed
from dashboard.domain.client import ClientProfile
from dashboard.domain.comparison import Alignment, Change, Coverage, worth_of_factor
from dashboard.domain.metrics import Measures
from dashboard.domain.period import Period
from dashboard.domain.phrase import N_, Day, Money, Number, Percent, Phrase, PhraseValue, Term, say
from dashboard.domain.statistics import n_eff
from dashboard.reports.freshness import KIND_LABELS, PLATFORM_NAMES
from dashboard.reports.year_over_year_days import Days
from dashboard.reports.year_over_year_immature import Immature

if TYPE_CHECKING:
    from dashboard.reports.year_over_year import Compared

MATURE_ENOUGH = Decimal("0.03")  # method Y06: below 97 % of orders seen, the period is immature
COVERAGE_MOVED = Decimal("0.05")
NO_SOURCE_MOVED = Decimal("0.05")
SPEND_ALIKE = (Decimal("0.8"), Decimal("1.25"))
FEW_DEALS = 10
OWNER_NOBODY, OWNER_AGENCY, OWNER_CLIENT, OWNER_BOTH = (
    N_("nobody's: the calendar"),
    N_("the agency's"),
    N_("the client's"),
    N_("both sides'"),
)
EVERY_DAY = frozenset({"ads", "calls"})  # kinds whose quiet day is a gap; deals and orders come when they come


@dataclass(frozen=True)
class Reason:
    """A caveat with how we know it and whose it is."""

    caveat: Caveat
    known_by: Phrase
    owner: str  # a label to be translated

    @property
    def id(self) -> str:
        """The catalogue's number (Y01 … Y35)."""
        return self.caveat.id

    @property
    def text(self) -> Phrase:
        """The caveat in words."""
        return self.caveat.text

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.caveat.severity


@dataclass(frozen=True)
class Facts:
    """What the reasons are found from."""

    profile: ClientProfile
    period: Period
    compared: Mapping[Alignment, Compared]
    basis: Compared
    now: Measures
    then: Measures
    days: Days
    coverage: list[Coverage]
    immature: Immature | None
    has_then: bool
    no_source_now: Decimal | None
    no_source_then: Decimal | None

    @property
    def change(self) -> Change:
        """The revenue of the same days."""
        return self.basis.revenue

    def money(self, amount: Decimal) -> Money:
        """An amount in the client's currency, as it stands in a sentence."""
        return Money(amount, self.profile.currency, short=True)


def reasons(facts: Facts) -> tuple[Reason, ...]:
    """Everything that matters, blockers first, then by money; what is too small to matter is not said."""
    found = [reason for detect in _DETECTORS for reason in detect(facts)]
    by_caveat = {id(reason.caveat): reason for reason in found}
    return tuple(by_caveat[id(caveat)] for caveat in in_order(reason.caveat for reason in found))


def _unfinished(facts: Facts) -> Iterator[Reason]:
    """Y05: this year's data end before the period does."""
    naive = facts.compared[Alignment.NAIVE]
    elapsed = facts.compared.get(Alignment.SAME_ELAPSED)
    if elapsed is None or elapsed.pair.now.last >= facts.period.last:
        return
    left_out = (naive.revenue.then or Decimal(0)) - (elapsed.revenue.then or Decimal(0))
    text = say(
        "One period has {now_days} days of data, the other {then_days}: this year's end on {day}. The {then_days} days "
        "of last year hold {left_out} that these {now_days} days could not have brought yet.",
        now_days=Number(elapsed.pair.now.days),
        then_days=Number(naive.pair.then.days),
        day=Day(elapsed.pair.now.last),
        left_out=facts.money(left_out),
    )
    share = metrics.share(abs(left_out), naive.revenue.then)
    yield Reason(
        Caveat("Y05", Severity.BLOCKER, text, -left_out, share),
        say("The last day of each source of sales."),
        OWNER_BOTH,
    )


def _no_base(facts: Facts) -> Iterator[Reason]:
    """Y05: nothing is known of the year before."""
    if facts.has_then:
        return
    text = say("No source of sales has any data for the year before, so there is no per cent to speak of.")
    yield Reason(Caveat("Y05", Severity.BLOCKER, text), say("The first day of each source of sales."), OWNER_CLIENT)


def _days(facts: Facts) -> Iterator[Reason]:
    """Y01: a different number of days, such as a leap day."""
    pair = facts.basis.pair
    if pair.now.days == pair.then.days or not facts.has_then:
        return
    factor = Decimal(pair.now.days) / Decimal(pair.then.days)
    worth = worth_of_factor(facts.change, factor)
    text = say(
        "{now_days} days stand against {then_days}; the difference alone is worth {worth}.",
        now_days=Number(pair.now.days),
        then_days=Number(pair.then.days),
        worth=_signed(facts, worth),
    )
    yield Reason(Caveat("Y01", Severity.MEDIUM, text, worth), say("The calendar."), OWNER_NOBODY)


def _working_days(facts: Facts) -> Iterator[Reason]:
    """Y02: other working days, weighed by what this client's own days earn."""
    now, then = facts.basis.working_now, facts.basis.working_then
    if now == then or not facts.has_then:
        return
    pair, weight = facts.basis.pair, _weight_of_rest(facts)
    if weight is None:
        return
    factor = (now + weight * (pair.now.days - now)) / (then + weight * (pair.then.days - then))
    worth = worth_of_factor(facts.change, factor)
    text = say(
        "{now} working days stand against {then}. At what this client's working days and days off earn, the difference "
        "is worth {worth}.",
        now=Number(now),
        then=Number(then),
        worth=_signed(facts, worth),
    )
    found = weighed("Y02", text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is None:
        return
    yield Reason(
        found,
        say(
            "The production calendar of the client's country; a day off brings {weight} of a working day's revenue, "
            "both years together.",
            weight=Percent(weight),
        ),
        OWNER_NOBODY,
    )


def _weight_of_rest(facts: Facts) -> Decimal | None:
    """What a day off earns beside a working day, over both periods; None where either kind is missing."""
    earned: dict[bool, list[Decimal]] = {True: [], False: []}
    for period in (facts.basis.pair.now, facts.basis.pair.then):
        working = {day.day: day.is_working for day in calendar_days(facts.profile.country, period.first, period.last)}
        for day in facts.days.run(period):
            earned[working[day.day]].append(day.revenue)
    if not earned[True] or not earned[False]:
        return None
    each = {kind: metrics.share(sum(amounts, Decimal(0)), len(amounts)) for kind, amounts in earned.items()}
    weight = metrics.share(each[False], each[True])
    return None if weight is None else max(weight, Decimal(0))


def _holidays(facts: Facts) -> Iterator[Reason]:
    """Y03: a holiday that lies in one period and not in the other."""
    pair, country = facts.basis.pair, facts.profile.country
    named = [
        {day.holiday for day in calendar_days(country, period.first, period.last) if day.holiday}
        for period in (pair.now, pair.then)
    ]
    only_now, only_then = sorted(named[0] - named[1]), sorted(named[1] - named[0])
    if not only_now and not only_then:
        return
    text = (
        say("Holidays of one year only: now {now}; then {then}.", now=tuple(only_now), then=tuple(only_then))
        if only_now and only_then
        else say("Holidays of this year's days only: {names}.", names=tuple(only_now))
        if only_now
        else say("Holidays of last year's days only: {names}.", names=tuple(only_then))
    )
    yield Reason(Caveat("Y03", Severity.LOW, text), say("The calendar of the client's country."), OWNER_NOBODY)


def _immature(facts: Facts) -> Iterator[Reason]:
    """Y06: the leads of this period have not had their time to buy."""
    if facts.immature is None or facts.immature.share < MATURE_ENOUGH:
        return
    share, orders, revenue = facts.immature.share, facts.immature.orders, facts.immature.revenue
    values: dict[str, PhraseValue] = {"share": Percent(share), "orders": Number(round(orders))}
    if revenue is None:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders}; last year's have all "
            "come.",
            **values,
        )
    else:
        text = say(
            "{share} of the orders of this period's leads are still to come, about {orders} worth {worth}; last year's "
            "have all come.",
            **values,
            worth=facts.money(revenue),
        )
    yield Reason(
        Caveat("Y06", Severity.HIGH, text, revenue, metrics.share(revenue, facts.change.then)),
        say("How long the leads of earlier months took to buy."),
        OWNER_NOBODY,
    )


def _returns(facts: Facts) -> Iterator[Reason]:
    """Y07: this year's refunds have not all been booked."""
    rates = [metrics.compute(sums, "refund_rate")["refund_rate"] for sums in (facts.now, facts.then)]
    now, then = rates
    if now is None or then is None or then <= now:
        return
    worth = -Decimal(facts.now["revenue"] or 0) * (then - now)
    text = say(
        "{now} of this year's revenue has been refunded so far, {then} of last year's. If as much comes back in the "
        "end, {worth} of this year's revenue is still to go.",
        now=Percent(now),
        then=Percent(then),
        worth=facts.money(abs(worth)),
    )
    found = weighed("Y07", text, worth, facts.change.then, facts.change.difference, Severity.MEDIUM)
    if found is not None:
        yield Reason(found, say("Refunds by the day of their sale, both years."), OWNER_CLIENT)


def _tracking(facts: Facts) -> Iterator[Reason]:
    """Y09: a source that covers one year's days and not the other's."""
    for source in facts.coverage:
        if source.kind not in EVERY_DAY or abs(source.share_now - source.share_then) < COVERAGE_MOVED:
            continue
        text = say(
            "{source} ({kind}) has data on {days_now} of {of_now} days now and on {days_then} of {of_then} then.",
            source=Term(PLATFORM_NAMES.get(source.platform, source.platform)),
            kind=Term(KIND_LABELS.get(source.kind, source.kind)),
            days_now=Number(source.days_now),
            of_now=Number(source.of_now),
            days_then=Number(source.days_then),
            of_then=Number(source.of_then),
        )
        yield Reason(Caveat("Y09", Severity.HIGH, text), say("The days on which each source has rows."), OWNER_AGENCY)


def _sources_known(facts: Facts) -> Iterator[Reason]:
    """Y09: the share of sales that nobody can credit moved, so channels cannot be compared."""
    now, then = facts.no_source_now, facts.no_source_then
    if now is None or then is None or abs(now - then) <= NO_SOURCE_MOVED:
        return
    text = say(
        "{now} of revenue has no source now, {then} had none then: what moved between channels may be tracking alone.",
        now=Percent(now),
        then=Percent(then),
    )
    yield Reason(Caveat("Y09", Severity.HIGH, text), say("The credit of each sale, both years."), OWNER_AGENCY)


def _spend(facts: Facts) -> Iterator[Reason]:
    """Y18: another amount of advertising."""
    now, then = (metrics.value_of("spend", sums) or Decimal(0) for sums in (facts.now, facts.then))
    ratio = metrics.share(now, then)
    if (not now and not then) or (ratio is not None and SPEND_ALIKE[0] <= ratio <= SPEND_ALIKE[1]):
        return
    values = {"now": facts.money(now), "then": facts.money(then)}
    if ratio is None:
        text = say("{now} went into ads now, nothing then.", **values)
    else:
        text = say("{now} went into ads now, {then} then, {share}.", **values, share=Percent(ratio - 1, signed=True))
    yield Reason(
        Caveat("Y18", Severity.MEDIUM, text, None, metrics.share(abs(now - then), facts.change.then)),
        say("The platforms' own exports, without VAT."),
        OWNER_BOTH,
    )


def _few_deals(facts: Facts) -> Iterator[Reason]:
    """Y23: the revenue of a year rests on a few orders."""
    rests_on = [n_eff(metrics.value_of("net_revenue", sums), sums["order_squares"]) for sums in (facts.now, facts.then)]
    known = [deals for deals in rests_on if deals is not None]
    if not known or min(known) >= FEW_DEALS:
        return
    text = say(
        "The revenue rests on the weight of {now} orders now and {then} then: one large order more or less turns the "
        "comparison.",
        now=Number(round(rests_on[0] or 0)),
        then=Number(round(rests_on[1] or 0)),
    )
    yield Reason(Caveat("Y23", Severity.HIGH, text), say("The size of each order: (Σx)²/Σx²."), OWNER_NOBODY)


def _signed(facts: Facts, worth: Decimal) -> Money:
    return Money(worth, facts.profile.currency, short=True, signed=True)


_DETECTORS = (
    _unfinished,
    _no_base,
    _days,
    _working_days,
    _holidays,
    _immature,
    _returns,
    _tracking,
    _sources_known,
    _spend,
    _few_deals,
)
