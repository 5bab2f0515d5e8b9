"""What a plain table is about and what its columns and values mean: guesses, for a person to look over.

By the words of the header, which are compared with what people and the known exports call such columns, and by the
look of the cells, which can speak for a meaning or against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from dashboard.domain.canonical import Kind
from dashboard.ingest.declaration import DATES, NUMBERS
from dashboard.ingest.formats import known
from dashboard.ingest.header_words import WORDS
from dashboard.ingest.headers import fits, folded
from dashboard.ingest.looks import Look
from dashboard.ingest.mapping import REQUIRED, VALUES
from dashboard.ingest.value_words import MEANINGS

_LIKE = 0.68  # from here on a header is taken for a misspelt or longer name of a column
_SURE = 0.4  # below this nothing is said
_TIMES = frozenset({"started_time", "sold_time", "wait", "talk", "duration"})
_IDS = frozenset({"order_id", "lead_id", "call_id", "campaign_id"})
# What a look alone says, where the header says nothing.
_BY_LOOK: dict[Look, tuple[str, ...]] = {
    Look.PHONE: ("phone",),
    Look.EMAIL: ("email",),
    Look.DATE: ("day", "started", "created", "sold", "month"),
    Look.MONEY: ("spend", "amount", "revenue", "rate", "value"),
}
_ORDER = (
    Kind.ORDERS, Kind.DEALS, Kind.CALLS, Kind.ADS, Kind.PLAN, Kind.RATES, Kind.EVENTS, Kind.NOTES, Kind.SERIES,
    Kind.REFUNDS,
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column of a stranger's table: its header and how its cells look."""

    name: str
    look: Look


def guessed_kind(columns: Sequence[Column]) -> Kind:
    """What the table is most likely about."""

    def fit(kind: Kind) -> float:
        scores = _scores(columns, kind)
        found = _assigned(scores)
        there = sum(1 for column in REQUIRED[kind] if column in found.values())
        sure = sum(score for (place, column), score in scores.items() if found.get(place) == column)
        return sure + 2 * there / len(REQUIRED[kind])

    return max(_ORDER, key=fit)


def guessed_columns(columns: Sequence[Column], kind: Kind) -> dict[int, str]:
    """The likely canonical column of each place, where there is one; no column twice."""
    return _assigned(_scores(columns, kind))


def guessed_meaning(kind: Kind, column: str, word: str) -> str | None:
    """What one value of a column (in lower case) likely means; None where nothing says it."""
    meanings = VALUES.get(kind, {}).get(column, ())
    told = _meanings(kind)
    for meaning in meanings:
        if word in told.get(meaning, ()):
            return meaning
    beginnings = [
        (len(start), meaning)
        for meaning in meanings
        for start in told.get(meaning, ())
        if len(start) > 3 and word.startswith(start)
    ]
    return max(beginnings)[1] if beginnings else None


def _assigned(scores: dict[tuple[int, str], float]) -> dict[int, str]:
    found: dict[int, str] = {}
    for (place, column), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score >= _SURE and place not in found and column not in found.values():
            found[place] = column
    return found


def _scores(columns: Sequence[Column], kind: Kind) -> dict[tuple[int, str], float]:
    names = _names(kind)
    scores: dict[tuple[int, str], float] = {}
    for place, column in enumerate(columns):
        if column.look is Look.EMPTY:
            continue
        for canonical in names:
            score = _by_name(column.name, kind, canonical) * _suits(column.look, kind, canonical)
            if canonical in _BY_LOOK.get(column.look, ()):
                score = max(score, 0.62 if column.look in (Look.PHONE, Look.EMAIL) else 0.42)
            scores[place, canonical] = score
    return scores


def _by_name(header: str, kind: Kind, canonical: str) -> float:
    """How well a header is a name of the column: 1 is word for word, a name that stands first in its list is surer."""
    plain, patterns = _names(kind)[canonical]
    written = folded(header)
    if written in plain:
        return 1.0 - 0.002 * min(plain.index(written), 40)
    if any(fits(pattern, header) for pattern in patterns):
        return 0.97
    alike = max((_alike(written, name) for name in plain), default=0.0)
    return 0.9 * alike if alike >= _LIKE else 0.0


def _alike(written: str, name: str) -> float:
    if len(name) < 3:
        return 0.0
    return (0.6 * fuzz.token_sort_ratio(written, name) + 0.4 * fuzz.token_set_ratio(written, name)) / 100


def _suits(look: Look, kind: Kind, canonical: str) -> float:
    """How far a look allows a meaning: 0 forbids it."""
    if canonical in _TIMES:
        return 1.0 if look in (Look.TIME, Look.NUMBER) else 0.0
    if canonical in DATES[kind]:
        return 1.0 if look is Look.DATE else 0.25 if look is Look.TEXT else 0.0
    if canonical in NUMBERS[kind]:
        return 1.0 if look in (Look.MONEY, Look.NUMBER) else 0.35 if look in (Look.TEXT, Look.WORD) else 0.0
    if canonical in ("phone", "called"):
        return 1.0 if look is Look.PHONE else 0.6 if look in (Look.TEXT, Look.NUMBER) else 0.0
    if canonical == "email":
        return 1.0 if look is Look.EMAIL else 0.0
    if canonical in _IDS:
        return 1.0 if look in (Look.NUMBER, Look.TEXT, Look.PHONE) else 0.5 if look is Look.WORD else 0.0
    if canonical in VALUES.get(kind, {}):
        return {Look.WORD: 1.0, Look.NUMBER: 0.8, Look.TEXT: 0.5}.get(look, 0.0)
    return {Look.WORD: 1.0, Look.TEXT: 1.0, Look.NUMBER: 0.6, Look.DATE: 0.0, Look.EMAIL: 0.0}.get(look, 0.3)


@cache
def _names(kind: Kind) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each column's names, folded, people's own first; and the patterns of the known exports."""
    names: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for canonical, own in WORDS[kind].items():
        exports = [name for form in known() if form.kind is kind for name in form.columns.get(canonical, ())]
        every = [canonical, canonical.replace("_", " "), *own, *exports]
        plain = tuple(dict.fromkeys(folded(name) for name in every if "{currency}" not in name))
        names[canonical] = plain, tuple(name for name in every if "{currency}" in name)
    return names


@cache
def _meanings(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The words of each meaning: our own, and those of the known exports of that kind."""
    told: dict[str, list[str]] = {meaning: list(words) for meaning, words in MEANINGS.items()}
    for form in known():
        if form.kind is kind:
            for meaning, words in form.words.items():
                told.setdefault(meaning, []).extend(words)
    return {meaning: tuple(words) for meaning, words in told.items()}
