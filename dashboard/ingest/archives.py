"""A ZIP of tables → its files, unpacked one beside the other, however it was made and whatever it pretends to be."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from dashboard.domain.errors import FileRefused
from dashboard.ingest import refusals

_SIGNATURE = b"PK\x03\x04"
# A table seldom packs fifty times smaller; only what is big enough to do harm is judged.
_HIGHEST_RATIO = 200
_RATIO_FROM = 64 << 20
_LARGEST_UNPACKED = 8 << 30
_MOST_FILES = 500
_CHUNK = 1 << 20
_LITTER = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_NAMELESS = re.compile(r"[\x00-\x1f\x7f]")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, UnicodeError)


class Fault(StrEnum):
    """Why a member could not be taken out of its archive."""

    DAMAGED = "damaged"
    PROTECTED = "protected"
    SWELLS = "swells"


_MEMBER_FAULTS = {
    Fault.DAMAGED: refusals.member_damaged,
    Fault.PROTECTED: refusals.member_protected,
    Fault.SWELLS: refusals.member_swells,
}
_ARCHIVE_FAULTS = {
    Fault.DAMAGED: refusals.archive_damaged,
    Fault.PROTECTED: refusals.archive_protected,
    Fault.SWELLS: refusals.archive_swells,
}


@dataclass(frozen=True)
class Part:
    """One file to read: what a person calls it, and where it lies. With a `fault` there is nothing to read."""

    name: str
    path: Path
    fault: Fault | None = None

    def whole(self) -> Path:
        """Where it lies. Raises FileRefused where it could not be taken out of its archive."""
        if self.fault is not None:
            raise FileRefused(_MEMBER_FAULTS[self.fault](self.name))
        return self.path


def unpacked(path: Path, name: str, folder: Path) -> tuple[Part, ...]:
    """The files of a ZIP, unpacked into `folder`; a file that is no ZIP of tables gives itself.

    A member's name is the archive's and its own, as «exports.zip/march/ads.csv». Workbooks are ZIPs, and give
    themselves. Folders and what systems leave beside files are passed over. A member that is damaged, protected or
    swells has its fault, and an empty file. Raises FileRefused where that is true of all of them, and where the archive
    is empty, holds too many files, or unpacks to more than tables would; nothing is left then.
    """
    if not _is_archive(path):
        return (Part(name, path),)
    made: list[Path] = []
    try:
        with zipfile.ZipFile(path) as packed:
            left = _LARGEST_UNPACKED
            parts = []
            for number, member in enumerate(_members(packed, name), 1):
                # Named by its number: no name in an archive can lead anywhere.
                target = folder / f"member-{number}"
                made.append(target)
                fault = _taken_out(packed, member, target, left, name)
                left -= target.stat().st_size
                parts.append(Part(f"{name}/{_plain(member.filename)}", target, fault))
        faults = {part.fault for part in parts}
        fault = faults.pop()
        if fault is not None and not faults:
            raise FileRefused(_ARCHIVE_FAULTS[fault](name))
        return tuple(parts)
    except (RuntimeError, *_UNREADABLE) as error:
        _remove(made)
        raise FileRefused(refusals.archive_damaged(name)) from error
    except BaseException:
        _remove(made)
        raise


def _taken_out(packed: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, most: int, name: str) -> Fault | None:
    """Writes a member to `target`, or says why it cannot and leaves that empty. Raises FileRefused beyond `most`."""
    target.touch()
    if member.flag_bits & 1:
        return Fault.PROTECTED
    if _swells(member):
        return Fault.SWELLS
    try:
        with packed.open(member) as source:
            _write(source, target, most, name)
    except (RuntimeError, *_UNREADABLE) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's fault, not the member's
        target.write_bytes(b"")
        return Fault.DAMAGED
    return None


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if file.read(4) != _SIGNATURE:
                return False
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
    except _UNREADABLE:
        return False  # what it is and why it cannot be read is the reader's to say
    return "[Content_Types].xml" not in names and not {"mimetype", "content.xml"} <= names


def _members(packed: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The members that are files of a person's. Raises FileRefused."""
    found = [
        member
        for member in packed.infolist()
        if not member.is_dir() and not _LITTER.search(_plain(member.filename)) and _plain(member.filename)
    ]
    if not found:
        raise FileRefused(refusals.archive_empty(name))
    if len(found) > _MOST_FILES:
        raise FileRefused(refusals.archive_of_many(name, len(found), _MOST_FILES))
    if sum(member.file_size for member in found) > _LARGEST_UNPACKED:
        raise FileRefused(refusals.archive_swells(name))
    return sorted(found, key=lambda member: _plain(member.filename).casefold())


def _swells(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FROM and member.file_size > _HIGHEST_RATIO * max(member.compress_size, 1)


def _write(source: IO[bytes], target: Path, most: int, name: str) -> None:
    """What an archive says of its own sizes proves nothing, so the bytes are counted."""
    size = 0
    with target.open("wb") as out:
        for piece in _pieces(source):
            size += len(piece)
            if size > most:
                raise FileRefused(refusals.archive_swells(name))
            out.write(piece)


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_CHUNK):
        yield piece


def _plain(name: str) -> str:
    """A member's name as people read it: without drives, roots, ways up and characters that are not seen."""
    steps = _NAMELESS.sub("", name).replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in ("", ".", "..") and not step.endswith(":"))


def _remove(made: list[Path]) -> None:
    for path in made:
        path.unlink(missing_ok=True)
