"""A client's settings as people work with them: read, a change tried out, saved, looked back at and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard import ledger, settings
from dashboard.access.clients import Clients
from dashboard.client_settings import checks
from dashboard.domain import agreed
from dashboard.domain.agreed import Change, Moves
from dashboard.domain.client import ALWAYS, DATED, ClientProfile, Fee, VatRate
from dashboard.domain.errors import ClientExists, SettingsChangedMeanwhile, SettingsInvalid
from dashboard.domain.phrase import Number, Phrase, Term, say
from dashboard.reports import settings_effect
from dashboard.reports.settings_effect import Effect
from dashboard.warehouse.records import SettingsVersion
from dashboard.warehouse.store import Store
from dashboard.workspace import Workspace


@dataclass(frozen=True)
class Draft:
    """What a person wants to change: settings by name, as they should be, over the version `base` that the person saw.

    With `since` the days before it keep what they had; None: the new values hold for all days, because the old ones
    were wrong. That is for the settings of `DATED`; others hold at once. `logo` is a new picture, named in `wanted`.
    """

    base: int
    wanted: Mapping[str, Any]
    since: date | None = None
    logo: bytes | None = None


@dataclass(frozen=True)
class Preview:
    """What a change would do: what differs, and the figures of the past that it moves (None: it can move none)."""

    changes: tuple[Change, ...]
    effect: Effect | None


def history(workspace: Workspace, client: str) -> tuple[SettingsVersion, ...]:
    """Every version of the client's settings, the newest first: that one is in force."""
    return workspace.namespace(client).reader().settings_versions()


def between(older: SettingsVersion | None, newer: SettingsVersion) -> tuple[Change, ...]:
    """What a version changed of the one before it; nothing for the first."""
    return agreed.changes(older.profile, newer.profile) if older else ()


def drafted(profile: ClientProfile, draft: Draft) -> ClientProfile:
    """The settings with what a draft wants."""
    dated = {name: value for name, value in draft.wanted.items() if name in DATED}
    others = {name: value for name, value in draft.wanted.items() if name not in DATED}
    changed = profile.with_always(**dated) if draft.since is None else profile.with_dated(draft.since, **dated)
    return replace(changed, **others)


def fees_with(fees: Sequence[Fee], fee: Fee, since: date | None) -> tuple[Fee, ...]:
    """The fees with this one from the month of a day on; None: in the place of every other, since the first of them."""
    first = min((one.since for one in fees), default=ALWAYS) if since is None else since.replace(day=1)
    return (*(one for one in fees if one.since < first), replace(fee, since=first))


def vat_with(rates: Sequence[VatRate], rate: VatRate, since: date | None) -> tuple[VatRate, ...]:
    """The VAT rates with this one from a day on; None: in the place of every other, since the first of them."""
    first = since or min((one.since for one in rates), default=ALWAYS)
    return (*(one for one in rates if one.since < first), replace(rate, since=first))


def preview(workspace: Workspace, client: str, draft: Draft) -> Preview:
    """What saving the draft would do. Nothing is written. Raises SettingsInvalid, also where somebody saved meanwhile,
    and Busy."""
    with _drafting(workspace, client, draft) as (store, old, profile):
        return _tried(workspace, store, client, old, profile)


def save(workspace: Workspace, client: str, draft: Draft, by: str) -> tuple[Change, ...]:
    """Puts a draft in force as the next version, and writes down who changed what; gives the changes.

    Raises SettingsInvalid (SettingsChangedMeanwhile where somebody saved since the draft's base), ClientExists where
    another client has the name, and Busy. Then nothing is changed.
    """
    with _drafting(workspace, client, draft) as (store, old, profile):
        done = agreed.changes(old, profile)
        _rename(workspace, old, profile, by)
        store.profiles.save(profile, by, logo=draft.logo)
    _recorded(workspace, profile, done, by)
    return done


def restoring(workspace: Workspace, client: str, version: int) -> Preview:
    """What putting an earlier version in force again would do. Nothing is written. Raises SettingsInvalid and Busy."""
    with workspace.namespace(client).store() as store:
        old = store.profile()
        return _tried(workspace, store, client, old, _version(store, version).profile)


def restore(workspace: Workspace, client: str, version: int, by: str) -> tuple[Change, ...]:
    """Puts an earlier version in force again, as a new one; gives what that changes. Raises as `save` does."""
    with workspace.namespace(client).store() as store:
        old, profile = store.profile(), _version(store, version).profile
        _rename(workspace, old, profile, by)
        store.profiles.save(profile, by, restored=version)
    done = agreed.changes(old, profile)
    _recorded(workspace, profile, done, by)
    return done


def add(workspace: Workspace, profile: ClientProfile, by: str) -> str:
    """Adds a client with these settings, and gives its slug. Raises SettingsInvalid and ClientExists."""
    checks.refuse(profile)
    workspace.add_client(profile, by=by)
    return workspace.client(profile.name).slug


def _version(store: Store, number: int) -> SettingsVersion:
    found = next((one for one in store.profiles.every()[1:] if one.number == number), None)
    if found is None:
        raise SettingsInvalid(
            say("There is no earlier version {version} of the settings. Nothing was changed.", version=Number(number))
        )
    return found


@contextmanager
def _drafting(workspace: Workspace, client: str, draft: Draft) -> Iterator[tuple[Store, ClientProfile, ClientProfile]]:
    """The open store, the settings in force, and those that the draft makes of them."""
    with workspace.namespace(client).store() as store:
        every = store.profiles.every()
        if every[0].number != draft.base:
            raise SettingsChangedMeanwhile(_meanwhile(every, draft.base))
        profile = drafted(every[0].profile, draft)
        checks.refuse(profile)
        _refuse_name_taken(workspace, profile)
        yield store, every[0].profile, profile


def _tried(workspace: Workspace, store: Store, client: str, old: ClientProfile, profile: ClientProfile) -> Preview:
    found = agreed.changes(old, profile)
    if not any(change.moves is Moves.FIGURES for change in found):
        return Preview(found, None)
    warehouse, today = workspace.namespace(client).reader(), settings.today(old.timezone)
    months = settings_effect.months_of(warehouse, today)
    before = settings_effect.figures(warehouse, months, today)
    with store.profiles.trying(profile) as trial:
        after = settings_effect.figures(trial, months, today)
    return Preview(found, settings_effect.effect(months, before, after))


def _meanwhile(every: Sequence[SettingsVersion], base: int) -> Phrase:
    """What others changed since the version `base`, and who last."""
    seen = next((one for one in every if one.number == base), every[-1])
    newest = every[0]
    said = []
    for change in agreed.changes(seen.profile, newest.profile):
        before, after = agreed.in_words(change, newest.profile.currency)
        label = Term(agreed.SETTINGS[change.setting].label)
        said.append(say("{setting}: {before} → {after}", setting=label, before=before, after=after))
    return say(
        "{who} saved these settings while you were at them: {changes}. Look at them and save again. What you typed is "
        "kept, and nothing of it is saved yet.",
        who=newest.saved_by or "—",
        changes=tuple(said) or "—",
    )


def _refuse_name_taken(workspace: Workspace, profile: ClientProfile) -> None:
    if any(one.name == profile.name and one.slug != profile.slug for one in workspace.clients()):
        raise ClientExists(say("There is a client “{name}” already. Nothing was changed.", name=profile.name))


def _rename(workspace: Workspace, old: ClientProfile, profile: ClientProfile, by: str) -> None:
    """The name in the list of clients first: where another client has it, nothing is saved at all."""
    if old.name != profile.name:
        Clients(workspace.access).rename(profile.slug, profile.name, by)


def _recorded(workspace: Workspace, profile: ClientProfile, done: tuple[Change, ...], by: str) -> None:
    names = tuple(change.setting for change in done if change.setting != "name")
    if names:
        ledger.settings_changed(workspace, profile.slug, names, by)
