"""What a reader must keep in mind where a setting that makes the shown figures was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dashboard.domain.agreed import SETTINGS, Change, Moves, changes, in_words
from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Day, PhraseValue, Term, say
from dashboard.reports.report import Caveat
from dashboard.reports.selection import Selection

if TYPE_CHECKING:
    from dashboard.warehouse.reader import Warehouse
    from dashboard.warehouse.records import SettingsVersion


def settings_changed(warehouse: Warehouse, selection: Selection) -> list[Caveat]:
    """One for each setting that holds from a day within what is shown, or was changed for all days since it began.

    What was settled before the first import is no change: nobody had seen a figure by anything else.
    """
    every = warehouse.settings_versions()
    if len(every) < 2:
        return []
    began: datetime | None = warehouse.fetch_one("reports/first_import")["imported_at"]
    if began is None:
        return []
    zone = ZoneInfo(every[0].profile.timezone)
    first = min(selection.period.first, selection.against.first if selection.against else date.max)
    known = [one for one in every if one.saved_at.replace(tzinfo=None) > began]
    known = [*known, *every[len(known) : len(known) + 1]]  # and what held when the first file came
    steps = [
        (newer.saved_at.astimezone(zone).date(), change)
        for newer, older in pairwise(known)
        for change in changes(older.profile, newer.profile)
        if change.moves is Moves.FIGURES
    ]
    profile = every[0].profile
    return [
        *_from_a_day(profile, steps, first, selection.period.last),
        *_for_all_days(known, steps, selection.period.first, zone),
    ]


def _from_a_day(
    profile: ClientProfile, steps: Sequence[tuple[date, Change]], first: date, last: date
) -> Iterator[Caveat]:
    """The changes whose day lies within what is shown, as long as the settings in force still know of it."""
    said = set()
    for saved, change in steps:
        since = change.since
        if since is None or not first < since <= last or (change.setting, since) in said:
            continue
        if not _stands(profile, change.setting, since):
            continue
        said.add((change.setting, since))
        yield Caveat(
            "settings_changed",
            say(
                "{setting} was changed on {day}: {before} → {after} from {since} on. Figures of the days before are by "
                "the old one.",
                since=Day(since),
                **_values(change, profile, saved),
            ),
        )


def _stands(profile: ClientProfile, setting: str, since: date) -> bool:
    if setting in ("fees", "vat"):
        return any(one.since == since for one in getattr(profile, setting))
    return any((one.setting, one.until) == (setting, since) for one in profile.earlier)


def _for_all_days(
    known: Sequence[SettingsVersion], steps: Sequence[tuple[date, Change]], first: date, zone: ZoneInfo
) -> Iterator[Caveat]:
    """What holds for all days otherwise than it did when the shown days began; what was put back is no change."""
    before = [one for one in known if one.saved_at.astimezone(zone).date() < first]
    base, profile = (before[0] if before else known[-1]).profile, known[0].profile
    yesterday = first - timedelta(days=1)
    for change in changes(base.on(yesterday), profile.on(yesterday)):
        saved = next((day for day, step in steps if step.setting == change.setting and step.since is None), None)
        if saved is None or saved < first or change.moves is not Moves.FIGURES:
            continue
        yield Caveat(
            "settings_changed",
            say(
                "{setting} was changed on {day} for all days: {before} → {after}. Before that day these figures were "
                "others.",
                **_values(change, profile, saved),
            ),
        )


def _values(change: Change, profile: ClientProfile, saved: date) -> dict[str, PhraseValue]:
    before, after = in_words(change, profile.currency)
    return {
        "setting": Term(SETTINGS[change.setting].label),
        "day": Day(saved),
        "before": before,
        "after": after,
    }
