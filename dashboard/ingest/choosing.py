"""Which of a file's tables is meant, and as what: a known export, a mapping that was saved, or the one at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Phrase, Term, say, say_n
from dashboard.domain.reading import Assumption, Choice, Outcome, Question, SettledBy
from dashboard.domain.saved_mapping import SavedMapping
from dashboard.ingest import refusals
from dashboard.ingest.formats import known, wrong
from dashboard.ingest.grid import Grid
from dashboard.ingest.groups import detail
from dashboard.ingest.headers import distinct, fits
from dashboard.ingest.mapping import Mapping
from dashboard.ingest.mapping_toml import parsed
from dashboard.ingest.recognition import Recognised, Verdict, bare, known_headers, likely_header, matched, recognise
from dashboard.ingest.records import Record
from dashboard.ingest.unpivot import by_month


class Refused(Exception):
    """The way of the file ends here. Carries the outcome, what to say, and what to ask."""

    def __init__(
        self,
        outcome: Outcome,
        phrase: Phrase,
        columns: tuple[str, ...] = (),
        questions: tuple[Question, ...] = (),
    ) -> None:
        super().__init__(phrase.template)
        self.outcome = outcome
        self.phrase = phrase
        self.columns = columns
        self.questions = questions


@dataclass(frozen=True)
class Chosen:
    """The table that is read and what it was recognised as, with what is to be told of the choice."""

    grid: Grid
    found: Recognised
    assumptions: tuple[Assumption, ...] = ()
    messages: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class _Fit:
    """A saved mapping that fits a table, every header that it needs being there."""

    saved: SavedMapping
    grid: Grid
    found: Recognised
    was_asked: bool = False

    @property
    def headers(self) -> int:
        return int(self.found.score)


def chosen(
    grids: Sequence[Grid],
    called: str,
    mapping: Mapping | None,
    mappings: Sequence[SavedMapping],
    answer: str = "",
) -> Chosen:
    """The table whose header fits best. Raises Refused where there is none.

    With a `mapping` at hand nothing else counts. Else a known export is taken, unless a saved mapping reads more of the
    file's columns than the export's format knows: a person said what they are. `answer` names the one to take of
    saved mappings that fit equally.
    """
    if mapping is not None:
        return _by_mapping(grids, called, mapping)
    tables = [*grids, *(pivoted for one in grids if (pivoted := by_month(one)))]
    judged = [(one, recognise(one.head, known(), wrong())) for one in tables]
    fit = _saved_fit(grids, called, mappings, answer)
    if fit is None and not any(verdict.best or verdict.alike or verdict.wrong for _, verdict in judged):
        judged += [(one, verdict) for one in grids if (verdict := bare(one.head, known())).best]
    good = [(one, verdict.best) for one, verdict in judged if verdict.best]
    if good:
        grid, found = max(good, key=lambda pair: pair[1].score)
        if fit is None:
            return _without_groups(grid, found)
        if fit.headers <= known_headers(found.form, found.header):
            return _without_groups(grid, found, _format_taken(found, fit))
        return _mapped(fit, instead_of=found)
    if fit is not None:
        return _mapped(fit)
    raise _not_known(judged, called)


def _without_groups(grid: Grid, found: Recognised, *messages: Phrase) -> Chosen:
    if not found.form.has_groups:
        return Chosen(grid, found, messages=messages)
    left = detail(grid, found)
    return Chosen(left.grid, found, messages=(*messages, *left.messages))


def fitting(head: Sequence[Record], mapping: Mapping) -> Recognised | None:
    """The record that holds every header that the mapping names, the line it names first; None where there is none."""
    form = mapping.as_format()
    places = sorted(range(len(head)), key=lambda place: head[place][0] != mapping.header_line)
    for place in places:
        names = distinct(head[place][1])
        if all(any(fits(header, name) for name in names) for header in mapping.headers):
            return matched(form, names, place, float(len(mapping.headers)))
    return None


def _by_mapping(grids: Sequence[Grid], called: str, mapping: Mapping) -> Chosen:
    good = [(one, found) for one in grids if (found := fitting(one.head, mapping))]
    if good:
        return Chosen(*min(good, key=lambda pair: _away(pair[0], pair[1], mapping)))
    headers = [one.head[likely_header(one.head)][1] if one.head else [] for one in grids]
    widest = distinct(max(headers, key=len))
    missing = tuple(header for header in mapping.headers if not any(fits(header, name) for name in widest))
    raise Refused(Outcome.NEEDS_MAPPING, refusals.headers_missing(called, missing or mapping.headers), widest)


def _away(grid: Grid, found: Recognised, mapping: Mapping) -> tuple[bool, bool]:
    """How far a table is from the sheet and the line that were meant; of equals the first is taken."""
    line = grid.head[found.record][0]
    return grid.sheet != mapping.sheet, line != mapping.header_line


def _saved_fit(grids: Sequence[Grid], called: str, mappings: Sequence[SavedMapping], answer: str) -> _Fit | None:
    """The saved mapping that reads the most of the file's columns. Raises Refused, to ask, where two read as many."""
    fits_found = []
    for saved in mappings:
        try:
            mapping = parsed(saved.contents, saved.name)
        except SettingsInvalid:  # kept by a program that knew other columns: it reads nothing here
            continue
        good = [_Fit(saved, one, found) for one in grids if (found := fitting(one.head, mapping))]
        if good:
            fits_found.append(min(good, key=lambda fit: _away(fit.grid, fit.found, mapping)))
    if not fits_found:
        return None
    most = max(fit.headers for fit in fits_found)
    best = [fit for fit in fits_found if fit.headers == most]
    told = [fit for fit in best if fit.saved.name.casefold() == answer.casefold()]
    if len(best) == 1 or told:
        return replace(told[0], was_asked=True) if len(best) > 1 else best[0]
    names = tuple(fit.saved.name for fit in best)
    choices = tuple(Choice(name, say("“{mapping}”", mapping=name)) for name in names)
    question = Question("mapping", choices, say("By which mapping is it to be read?"))
    raise Refused(Outcome.ASKS, refusals.mappings_alike(called, names), best[0].found.header, (question,))


def _mapped(fit: _Fit, instead_of: Recognised | None = None) -> Chosen:
    because = say_n(
        "The file has the {count} header that it names.",
        "The file has all {count} headers that it names.",
        count=fit.headers,
    )
    settled = SettledBy.PERSON if fit.was_asked else None
    messages: tuple[Phrase, ...] = ()
    if instead_of is not None:
        messages = (
            say(
                "The file also looks like {format}. It was read by the mapping “{mapping}”, which says what more "
                "of its columns are.",
                format=Term(instead_of.form.label), mapping=fit.saved.name,
            ),
        )  # fmt: skip
    return Chosen(fit.grid, fit.found, (Assumption("mapping", fit.saved.name, because, settled),), messages)


def _format_taken(found: Recognised, fit: _Fit) -> Phrase:
    return say(
        "The mapping “{mapping}” fits this file too. It was read as {format}, which knows as many of its columns or "
        "more.",
        format=Term(found.form.label), mapping=fit.saved.name,
    )  # fmt: skip


def _not_known(judged: Sequence[tuple[Grid, Verdict]], called: str) -> Refused:
    widest = max(judged, key=lambda pair: len(pair[1].header))[1]
    for _, verdict in judged:
        if verdict.wrong:
            return Refused(Outcome.REFUSED, refusals.wrong_file(called, verdict.wrong), verdict.header)
    for _, verdict in judged:
        if verdict.alike:
            forms = tuple(found.form for found in verdict.alike[:3])
            return Refused(Outcome.NEEDS_MAPPING, refusals.alike(called, forms), verdict.header)
    if len(widest.header) < 2:
        return Refused(Outcome.REFUSED, refusals.unknown(called), widest.header)
    return Refused(Outcome.NEEDS_MAPPING, refusals.unknown(called), widest.header)
