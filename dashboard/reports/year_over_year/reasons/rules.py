"""Reasons of the rules: to whom a sale is credited, and what counts as a lead on target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.domain.agreed import SETTINGS, value_in_words
from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.client import ClientProfile
from dashboard.domain.period import Period
from dashboard.domain.phrase import Day, Percent, Phrase, Term, say
from dashboard.reports.year_over_year.facts import BOTH_SIDES, Facts, Reason
from dashboard.reports.year_over_year.marks import WINDOW_DAYS

OF_CREDIT = ("attribution_rule", "attribution_window_days")
OF_LEADS = ("lead_window_days", "target_talk_seconds", "target_forms")


def attribution(facts: Facts) -> Iterator[Reason]:
    """Y10: the channels of the two years are told by different rules; totals are not touched by it."""
    changed = _changed(facts, OF_CREDIT)
    if changed:
        yield Reason(
            Caveat(
                "Y10",
                Severity.BLOCKER,
                say(
                    "Sales are credited to channels by another rule: {changes}. Channels of these two periods cannot "
                    "be compared; totals can.",
                    changes=changed,
                ),
            ),
            say("The versions of the client's settings."),
            BOTH_SIDES,
            settled_by=say(
                "Let the new rule hold for all days in the client's settings: every touch is kept, so both periods are "
                "then credited by it."
            ),
            of_channels=True,
        )
    for event in facts.evidence.logged("attribution"):
        if not _parts(facts, event.day):
            continue
        yield Reason(
            Caveat(
                "Y10",
                Severity.BLOCKER,
                say(
                    "From {day} on a platform credits by another rule: “{text}”. What channels brought before and "
                    "after it cannot be compared; totals can.",
                    day=Day(event.day),
                    text=event.text,
                ),
            ),
            say("The log of events."),
            BOTH_SIDES,
            settled_by=say("The platform's export of the earlier days anew, by the rule of today."),
            of_channels=True,
        )


def definition(facts: Facts) -> Iterator[Reason]:
    """Y11: a lead, or a lead on target, does not mean the same in both periods."""
    changed = _changed(facts, OF_LEADS)
    if changed:
        yield Reason(
            Caveat(
                "Y11",
                Severity.HIGH,
                say(
                    "What counts as a lead or as one on target was changed between these periods: {changes}. Compare "
                    "orders and revenue, not leads.",
                    changes=changed,
                ),
            ),
            say("The versions of the client's settings."),
            BOTH_SIDES,
            settled_by=say(
                "Let the new rule hold for all days in the client's settings: both periods are then counted by it, but "
                "for the leads that somebody marked."
            ),
        )
    said = [event for event in facts.evidence.logged("definition") if _parts(facts, event.day)]
    for event in said:
        yield Reason(
            Caveat(
                "Y11",
                Severity.HIGH,
                say(
                    "From {day} on a lead on target means something else: “{text}”. Compare orders and revenue, not "
                    "target leads.",
                    day=Day(event.day),
                    text=event.text,
                ),
            ),
            say("The log of events."),
            BOTH_SIDES,
            settled_by=say("Fifty leads of each period, drawn by lot and marked by both sides by one rule."),
        )
    jump = facts.evidence.jump
    explained = [event.day for event in said] + [since for since, _ in _breaks(facts, OF_LEADS)]
    if jump is None or not _parts(facts, jump.day) or _near(jump.day, explained):
        return
    yield Reason(
        Caveat(
            "Y11",
            Severity.HIGH,
            say(
                "Around {day} the share of leads on target went from {before} to {after} within two weeks and stayed "
                "there: leads may have been marked by another rule from then on.",
                day=Day(jump.day),
                before=Percent(jump.before),
                after=Percent(jump.after),
            ),
        ),
        say("The marks of leads, two weeks beside the two weeks before; chance alone jumps so far once in 15,000."),
        BOTH_SIDES,
        settled_by=say("Fifty leads of each period, drawn by lot and marked by both sides by one rule."),
    )


def _changed(facts: Facts, settings: Sequence[str]) -> tuple[Phrase, ...]:
    """In words, those of the settings that do not hold alike on the days of both periods."""
    profile, pair, said = facts.profile, facts.basis.pair, []
    for name in settings:
        now, then = (_values(profile, name, of) for of in (pair.now, pair.then))
        if now == then and len(now) == 1:
            continue
        since = max(day for day, setting in _breaks(facts, (name,)) if setting == name)
        before, after = (getattr(profile.on(day), name) for day in (since - timedelta(days=1), since))
        said.append(
            say(
                "{setting}, since {day}: {before} → {after}",
                setting=Term(SETTINGS[name].label),
                day=Day(since),
                before=value_in_words(name, before, profile.currency),
                after=value_in_words(name, after, profile.currency),
            )
        )
    return tuple(said)


def _values(profile: ClientProfile, name: str, period: Period) -> set[Any]:
    starts = {period.first, *(one.until for one in profile.earlier if one.setting == name and one.until in period)}
    return {getattr(profile.on(day), name) for day in starts}


def _breaks(facts: Facts, settings: Sequence[str]) -> list[tuple[date, str]]:
    """The days on which one of the settings began to be another, that part the days of the two years."""
    return [
        (one.until, one.setting)
        for one in facts.profile.earlier
        if one.setting in settings and _parts(facts, one.until)
    ]


def _parts(facts: Facts, day: date) -> bool:
    """Whether any day compared lies before it, and any on it or after."""
    pair = facts.basis.pair
    return min(pair.now.first, pair.then.first) < day <= max(pair.now.last, pair.then.last)


def _near(day: date, others: Sequence[date]) -> bool:
    return any(abs((day - other).days) <= WINDOW_DAYS for other in others)
