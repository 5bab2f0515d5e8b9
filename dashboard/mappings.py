"""A client's saved mappings: checked as mappings before they are kept, found by their names."""

from __future__ import annotations

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.ingest.mapping_toml import parsed
from dashboard.workspace import Workspace


def saved(workspace: Workspace, client: str) -> tuple[SavedMapping, ...]:
    """The mappings in force, by name, as the newest snapshot has them."""
    return workspace.namespace(client).reader().mappings()


def named(workspace: Workspace, client: str, name: str) -> SavedMapping:
    """The mapping in force of that name, in any case. Raises SettingsInvalid if there is none."""
    found = _of_name(saved(workspace, client), name)
    if found is None:
        raise SettingsInvalid(say("There is no mapping “{name}”. Nothing was changed.", name=name))
    return found


def save(
    workspace: Workspace, client: str, name: str, contents: str, by: str, number: int | None = None
) -> SavedMapping:
    """Keeps a mapping, told as TOML: as the next version of `number`, else of the one of that name, else as a new one.

    Raises SettingsInvalid if it is no mapping or the name cannot be used, Busy while another process writes.
    """
    parsed(contents, name)
    with workspace.namespace(client).store() as store:
        if number is None:
            standing = _of_name(store.mappings.in_force(), name)
            number = standing.number if standing else None
        return store.mappings.save(name, contents, by, number)


def remove(workspace: Workspace, client: str, name: str, by: str) -> None:
    """Takes a mapping out of use; its versions stay. Raises SettingsInvalid if there is none of that name."""
    number = named(workspace, client, name).number
    with workspace.namespace(client).store() as store:
        store.mappings.remove(number, by)


def _of_name(known: tuple[SavedMapping, ...], name: str) -> SavedMapping | None:
    called = " ".join(name.split()).casefold()
    return next((one for one in known if one.name.casefold() == called), None)
