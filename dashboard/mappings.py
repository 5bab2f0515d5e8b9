"""A client's mappings: kept and found by their names, and tried on a file before anything is kept."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from dashboard import ingest
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.domain.reading import Reading
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.ingest.first_rows import FirstRows, first_rows
from dashboard.ingest.guessing import guessed_columns, guessed_kind, guessed_meaning
from dashboard.ingest.headers import folded
from dashboard.ingest.looks import Look
from dashboard.ingest.mapping import REQUIRED, VALUES, Mapping, Option, columns_of
from dashboard.ingest.mapping_toml import parsed, written
from dashboard.ingest.outline import Outline, TableColumn
from dashboard.ingest.outline import outline as outline_of
from dashboard.workspace import Workspace

__all__ = [
    "REQUIRED",
    "VALUES",
    "FirstRows",
    "Look",
    "Mapping",
    "Option",
    "Outline",
    "TableColumn",
    "Tried",
    "columns_of",
    "folded",
    "guessed_columns",
    "guessed_kind",
    "guessed_meaning",
    "named",
    "outlined",
    "parsed",
    "remove",
    "save",
    "saved",
    "try_on",
    "written",
]

ROWS_SHOWN = 6
_WHOLE_UP_TO = 16 << 20


@dataclass(frozen=True)
class Tried:
    """What a mapping makes of a file; `whole` is False where only the beginning of a large file was read."""

    reading: Reading
    first: FirstRows
    whole: bool


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


def outlined(
    workspace: Workspace, client: str, path: Path, name: str, *, sheet: str = "", header_line: int | None = None
) -> Outline | None:
    """The table of a file as a person sees it, contacts hidden; None where the file cannot be read as one."""
    namespace = workspace.namespace(client)
    country = namespace.reader().profile.country
    return outline_of(path, name, namespace.root / "scratch", country, sheet=sheet, header_line=header_line)


def try_on(workspace: Workspace, client: str, path: Path, name: str, mapping: Mapping) -> Tried:
    """Reads a file by a mapping that is not saved, of a large text its beginning. Nothing of it stays."""
    namespace = workspace.namespace(client)
    folder = namespace.root / "scratch"
    folder.mkdir(exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix="reading-", dir=folder))
    try:
        part = _beginning(path, scratch)
        reading = ingest.read(
            part or path,
            name=name,
            profile=namespace.reader().profile,
            secret=workspace.secret_of(namespace.root.name),
            scratch=scratch,
            mapping=mapping,
        )
        first = FirstRows({}, [])
        if reading.rows is not None and reading.kind is not None:
            first = first_rows(reading.rows, reading.kind, ROWS_SHOWN)
        return Tried(reading, first, part is None)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _beginning(path: Path, scratch: Path) -> Path | None:
    """The first lines of a large text as a file of its own; None where the file is read whole."""
    if path.stat().st_size <= _WHOLE_UP_TO:
        return None
    with path.open("rb") as file:
        head = file.read(_WHOLE_UP_TO // 4)
    whole_lines, found, _ = head.rpartition(b"\n")
    if not found or head.startswith((b"PK", b"\xd0\xcf", b"PAR1", b"\xff\xfe", b"\xfe\xff")):
        return None
    part = scratch / "beginning"
    part.write_bytes(whole_lines + found)
    return part


def _of_name(known: tuple[SavedMapping, ...], name: str) -> SavedMapping | None:
    called = " ".join(name.split()).casefold()
    return next((one for one in known if one.name.casefold() == called), None)
