"""A stranger's file → a Reading: the one way in for every file, whatever it is and wherever it came from."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping as Named
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.domain.client import ClientProfile
from dashboard.domain.phrase import Phrase, say, say_n
from dashboard.domain.reading import Assumption, EarlierDecision, Outcome, Reading, SettledBy
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.domain.watch import Watch
from dashboard.ingest import encoding, grid, parquet, refusals, sheets
from dashboard.ingest.answers import checked
from dashboard.ingest.choosing import Refused as _Refused
from dashboard.ingest.choosing import chosen
from dashboard.ingest.contacts import without_written
from dashboard.ingest.conversion import convert
from dashboard.ingest.grid import Grid
from dashboard.ingest.job import Conversion
from dashboard.ingest.mapping import Mapping


@dataclass(frozen=True)
class _Opened:
    """The tables that a file may be, with what was decided to open it."""

    grids: list[Grid]
    assumptions: tuple[Assumption, ...]
    text: Path | None = None
    messages: tuple[Phrase, ...] = ()


def read(
    path: Path,
    *,
    name: str | None = None,
    profile: ClientProfile,
    secret: bytes,
    scratch: Path,
    mapping: Mapping | None = None,
    mappings: tuple[SavedMapping, ...] = (),
    answers: Named[str, str] | None = None,
    decided_before: tuple[EarlierDecision, ...] = (),
    watch: Watch | None = None,
) -> Reading:
    """Read one file for a client.

    `name` is what the person calls the file, `secret` keys the hashes of phones and e-mails, `scratch` is a folder for
    what is made meanwhile: only the DuckDB file that `Reading.rows` names stays there. `mapping` is the one to read by;
    `mappings` are those that the client saved, tried where none is given. `answers` is what a person says
    to a file that asks, by what it asks about; `decided_before` what earlier imports of the client decided, newest
    first. A bad file is never an error: it gives a reading that is refused, empty, in need of a mapping or of answers,
    with the reason. Raises AnswerInvalid for an answer that cannot be one, OSError where `scratch` cannot be written,
    and Cancelled where `watch` says so; then nothing stays in `scratch`.
    """
    given = checked(answers or {})
    watch = watch or Watch()
    called = without_written(name or path.name)
    scratch.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="reading-", dir=scratch))
    digest = ""
    try:
        try:
            look = encoding.look(path, watch)
        except OSError:
            return Reading(called, "", Outcome.REFUSED, messages=(refusals.unreadable(called),))
        digest = look.sha256
        opened = _open(path, called, look, work, watch)
        taken = chosen(opened.grids, called, mapping, mappings, given.get("mapping", ""))
        assumptions, messages = (*opened.assumptions, *taken.assumptions), (*opened.messages, *taken.messages)
        job = Conversion(
            called, digest, look, taken.grid, taken.found, assumptions, messages, profile, secret, work, scratch,
            given, decided_before, watch,
        )  # fmt: skip
        return convert(job)
    except _Refused as refused:
        return Reading(
            called,
            digest,
            refused.outcome,
            messages=(refused.phrase,),
            columns=refused.columns,
            questions=refused.questions,
        )
    finally:
        shutil.rmtree(work, ignore_errors=True)


def tables_in(path: Path, called: str, work: Path) -> list[Grid]:
    """The tables that a file may be, without looking what they are. Raises Refused and OSError."""
    return _open(path, called, encoding.look(path, Watch()), work, Watch()).grids


def _open(path: Path, called: str, look: encoding.Bytes, work: Path, watch: Watch) -> _Opened:
    if look.what == "empty":
        raise _Refused(Outcome.REFUSED, refusals.empty(called))
    if look.what in ("zip", "ole"):
        return _workbook(path, called, look)
    if look.what == "parquet":
        return _typed_table(path, called, work)
    if look.what != "text":
        raise _Refused(Outcome.REFUSED, refusals.not_text(called, look.what))
    messages: tuple[Phrase, ...] = ()
    text = path
    if look.codec not in ("utf-8", "utf-8-sig") or look.has_nul or look.is_mixed:
        text = work / "text.csv"
        unread = encoding.to_utf8(path, look.codec, text, watch)
        if unread:
            messages = (
                say_n(
                    "{count} character of the file could not be read and shows as �.",
                    "{count} characters of the file could not be read and show as �.",
                    count=unread,
                ),
            )
    told = (Assumption("encoding", look.codec, _why(look), SettledBy.FILE),)
    with text.open("r", encoding="utf-8-sig", errors="replace") as file:
        start = file.read(4096)
    if start.lstrip().startswith("<") and "<t" in start.lower():
        return _page(text, called, told)
    return _Opened(grid.of_text(text), told, text, messages)


def _typed_table(path: Path, called: str, work: Path) -> _Opened:
    text = work / "text.csv"
    try:
        parquet.to_text(path, text)
    except parquet.Unreadable as unreadable:
        raise _Refused(Outcome.REFUSED, refusals.damaged_parquet(called)) from unreadable
    except parquet.Swells as swells:
        raise _Refused(Outcome.REFUSED, refusals.swollen_parquet(called)) from swells
    grids = [replace(found, decimal_mark=".") for found in grid.of_text(text) if found.delimiter == ","]
    return _Opened(grids, (Assumption("encoding", "parquet"),), text)


def _why(look: encoding.Bytes) -> Phrase:
    """Why a text is taken to be encoded as it is."""
    if look.is_mixed:
        return say("Nearly all of its letters can be read so; a few cannot.")
    if look.codec in ("utf-8-sig", "utf-16"):
        return say("A mark at the start of the file says it.")
    if look.codec == "utf-8":
        return say("All of the file can be read so.")
    if look.codec.startswith("utf"):
        return say("Every second byte is empty, as in this encoding.")
    return say("The file is not Unicode, and its letters fit this best.")


def _workbook(path: Path, called: str, look: encoding.Bytes) -> _Opened:
    try:
        found = sheets.workbook(path)
    except sheets.Scattered as scattered:
        raise _Refused(Outcome.REFUSED, refusals.scattered(called)) from scattered
    except sheets.Unreadable as unreadable:
        if look.what == "zip":
            raise _Refused(Outcome.REFUSED, refusals.damaged(called)) from unreadable
        raise _Refused(Outcome.REFUSED, refusals.not_text(called, look.what)) from unreadable
    grids = [grid.of_sheet(sheet) for sheet in found if sheet.rows]
    if not grids:
        raise _Refused(Outcome.REFUSED, refusals.empty(called))
    return _Opened(grids, (Assumption("encoding", "workbook"),))


def _page(text: Path, called: str, told: tuple[Assumption, ...]) -> _Opened:
    try:
        found = sheets.page(text.read_text(encoding="utf-8-sig", errors="replace"))
    except sheets.Unreadable as unreadable:
        raise _Refused(Outcome.REFUSED, refusals.beyond_reading(called)) from unreadable
    grids = [grid.of_sheet(sheet) for sheet in found if sheet.rows]
    if not grids:
        raise _Refused(Outcome.REFUSED, refusals.unknown(called))
    return _Opened(grids, (*told, Assumption("layout", "html")))
