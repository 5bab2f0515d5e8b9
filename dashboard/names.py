"""What a client's names mean: decided and taken back by people, on the screen or in the terminal."""

from __future__ import annotations

from datetime import date

from dashboard import ledger
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import Name, NameDecision, NameKind
from dashboard.domain.phrase import say
from dashboard.reports.names import Met, Names, build
from dashboard.workspace import Workspace


def read(workspace: Workspace, client: str) -> Names:
    """The names of the client's newest data."""
    return build(workspace.namespace(client).reader(), date.min)


def decide(workspace: Workspace, client: str, name: Name, meaning: str, by: str) -> NameDecision:
    """Puts in force that a name means a campaign of its channel that has ads, or an agreed product; '' is its own.

    Raises SettingsInvalid where there is no such campaign or product, or the name itself has ads; Busy while another
    process writes.
    """
    names = read(workspace, client)
    candidates = {one.name.text for one in names.meant.get(name.channel, ())}
    if meaning and meaning not in candidates:
        raise SettingsInvalid(
            say("There is no “{name}” that a name could mean here. Nothing was changed.", name=meaning)
        )
    if any(map(name.is_called, candidates)):
        raise SettingsInvalid(say("“{name}” has ads or is agreed itself. Nothing was changed.", name=name.text))
    return ledger.decide_name(workspace, client, name, meaning, by)


def withdraw(workspace: Workspace, client: str, number: int, by: str) -> NameDecision:
    """Takes a decision back: figures are as if it had never been. Raises SettingsInvalid if it is not in force."""
    return ledger.withdraw_name(workspace, client, number, by)


def found(names: Names, kind: NameKind, text: str, channel: str = "") -> Met:
    """The unmatched name of this text, of whatever channel where none is given.

    Raises SettingsInvalid if there is none, or several channels have it.
    """
    fitting = [
        met for met in names.of(kind) if met.name.text.lower() == text.lower() and channel in ("", met.name.channel)
    ]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise SettingsInvalid(say("No unmatched name is “{name}”. Nothing was changed.", name=text))
    channels = tuple(met.name.channel for met in fitting)
    raise SettingsInvalid(
        say("“{name}” is met in {channels}: say which is meant. Nothing was changed.", name=text, channels=channels)
    )
