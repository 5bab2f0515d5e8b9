"""Which export a table is, and where its header stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.domain.canonical import Kind
from dashboard.ingest.currencies import code_of
from dashboard.ingest.declaration import AMOUNTS, NUMBERS, Format, WrongFile
from dashboard.ingest.headers import PLACES, currency_word, fits, folded, in_thousands
from dashboard.ingest.headers import includes_vat as says_vat
from dashboard.ingest.records import Record

_NUMBER = re.compile(r"^[\s\d.,%+\-:/]+$")
_WITH_VAT = frozenset({"spend", "amount", "revenue", "order_total", "unit_price"})  # what is sold or spent
_LOOKED_AT = 20  # records of a table without a header
_MEASURES = frozenset((*NUMBERS[Kind.ADS], "result_kind", "currency"))
_WIDE_ENOUGH = 0.5  # share of the file's columns that must be known where none of them is the format's own


@dataclass(frozen=True)
class Recognised:
    """A header that fits a format: the columns' places, and what the header itself says about money.

    `columns` maps a canonical text column to the places that may fill it, the preferred one first.
    """

    form: Format
    header: tuple[str, ...]
    record: int  # the header's place among the records of the head
    columns: dict[str, tuple[int, ...]]
    currency: str | None
    includes_vat: bool | None
    score: float
    sign: str = ""  # how the header names the currency, where it does
    in_thousands: bool = False
    vat_said: bool = False  # whether the header itself says so
    other_unit: str = ""  # a header with amounts in another unit than the first


@dataclass(frozen=True)
class Verdict:
    """What the head of a table is: recognised, known to be wrong, like two formats at once (`alike`), or unknown."""

    best: Recognised | None = None
    alike: tuple[Recognised, ...] = ()
    wrong: WrongFile | None = None
    header: tuple[str, ...] = ()
    record: int = 0


@lru_cache(maxsize=256)
def _plain(names: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    return (
        frozenset(folded(name) for name in names if not any(place in name for place in PLACES)),
        tuple(name for name in names if any(place in name for place in PLACES)),
    )


def _every_header(form: Format) -> tuple[str, ...]:
    return (*(name for names in form.columns.values() for name in names), *form.known)


def _has(names: tuple[str, ...], words: Collection[str]) -> bool:
    """Whether one of the folded headers is one of the names."""
    plain, patterns = _plain(names)
    return not plain.isdisjoint(words) or any(fits(name, word) for name in patterns for word in words)


def placed(form: Format, header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Where the format's columns stand in a header. A measure of ads takes one header alone: others are other sums."""
    places: dict[str, tuple[int, ...]] = {}
    words = {folded(cell) for cell in header}
    for column, names in form.columns.items():
        if not _has(names, words):
            continue
        found = tuple(
            dict.fromkeys(place for name in names for place, cell in enumerate(header) if cell and fits(name, cell))
        )
        places[column] = found[:1] if form.kind is Kind.ADS and column in _MEASURES else found
    return places


def matched(form: Format, header: Sequence[str], record: int, score: float) -> Recognised:
    """A header read as that format."""
    columns = placed(form, header)
    currency, sign = None, ""
    vat_said = None
    amounts = [header[columns[column][0]] for column in AMOUNTS if column in columns]
    for column in AMOUNTS:
        for place in columns.get(column, ())[:1]:
            words = [word for name in form.columns[column] if (word := currency_word(name, header[place]))]
            code = next((code for word in words if (code := code_of(word))), None)
            if code and not currency:
                currency, sign = code, next(word for word in words if code_of(word) == code)
            if vat_said is None and column in _WITH_VAT:
                by_name = any(fits(name, header[place]) for name in form.vat_headers)
                vat_said = True if by_name else says_vat(header[place])
    return Recognised(
        form, tuple(header), record, columns, currency, form.includes_vat if vat_said is None else vat_said, score,
        sign, any(in_thousands(cell) for cell in amounts[:1]), vat_said is not None,
        next((cell for cell in amounts[1:] if in_thousands(cell) != in_thousands(amounts[0])), ""),
    )  # fmt: skip


def known_headers(form: Format, header: Sequence[str]) -> int:
    """How many of a header's names the format has, those included that the product does not keep."""
    names = _every_header(form)
    return sum(1 for cell in {folded(cell) for cell in header} if cell and _has(names, (cell,)))


def narrowed(form: Format, words: Collection[str]) -> Format:
    """The format as it is in a file with those folded headers: its variants that fit, taken one after the other."""
    for variant in form.variants:
        if all(_has((name,), words) for name in variant.headers) and not _has(variant.without, words):
            form = replace(
                form,
                columns={**form.columns, **variant.columns},
                money_unit=variant.money_unit or form.money_unit,
                currency=variant.currency or form.currency,
                day_span=form.day_span if variant.day_span is None else variant.day_span,
                includes_vat=form.includes_vat if variant.includes_vat is None else variant.includes_vat,
                says=(*form.says, variant.says) if variant.says else form.says,
            )
    return form


def _scores(header: Sequence[str], formats: Sequence[Format], above: Sequence[str]) -> list[Recognised]:
    names = [cell for cell in dict.fromkeys(header) if cell.strip()]
    words = {folded(cell) for cell in names}
    forms = [narrowed(form, words) for form in formats]
    fitting = {
        form.name: form for form in forms if all(_has(form.columns.get(column, ()), words) for column in form.required)
    }
    if not fitting:  # so it is with nearly every line that is no header
        return []
    every = [(form, _every_header(form)) for form in forms]
    knowing = {cell: [form for form, headers in every if _has(headers, (folded(cell),))] for cell in names}
    found = []
    for form in fitting.values():
        known = [cell for cell in names if form in knowing[cell]]
        own = [cell for cell in known if len(knowing[cell]) == 1]
        titled = bool(form.title) and any(re.search(form.title, line, re.IGNORECASE) for line in above)
        if form.told_by:
            told = titled or _has(form.told_by, words)
        else:
            told = titled or bool(own) or len(known) >= _WIDE_ENOUGH * len(names)
        if told:
            score = sum(1 / len(knowing[cell]) for cell in known) + titled
            found.append(matched(form, header, 0, score))
    return sorted(found, key=lambda one: -one.score)


def recognise(head: Sequence[Record], formats: Sequence[Format], wrong: Iterable[WrongFile]) -> Verdict:
    """The best reading of a table's first records."""
    best: list[Recognised] = []
    for place, (_, cells) in enumerate(head):
        if sum(1 for cell in cells if cell.strip()) < 2:
            continue
        words = {folded(cell) for cell in cells}
        for kind in wrong:
            if all(_has((name,), words) for name in kind.headers) and not _has(kind.without, words):
                return Verdict(wrong=kind, header=tuple(cells), record=place)
        above = [" ".join(line) for _, line in head[:place]]
        scored = _scores(cells, formats, above)
        if place and (stacked := _stacked(head[place - 1][1], cells)):
            two_rows = _scores(stacked, [form for form in formats if form.two_row_header], above[:-1])
            if two_rows and (not scored or two_rows[0].score > scored[0].score):
                scored = two_rows
        if scored and (not best or scored[0].score > best[0].score):
            best = [replace(one, record=place) for one in scored]
    if not best:
        place = likely_header(head)
        return Verdict(header=tuple(head[place][1]) if head else (), record=place)
    if len(best) > 1 and best[1].score >= best[0].score:
        return Verdict(alike=tuple(best), header=best[0].header, record=best[0].record)
    return Verdict(best=best[0], header=best[0].header, record=best[0].record)


def _stacked(above: Sequence[str], below: Sequence[str]) -> list[str] | None:
    """A header of two rows as one: a name in the lower row, else the one above it. None where the two are no such."""
    width = max(len(above), len(below))
    upper, lower = ([*cells, *[""] * (width - len(cells))] for cells in (above, below))
    filled = sum(1 for high, low in zip(upper, lower, strict=True) if high.strip() and not low.strip())
    if not filled or not any(cell.strip() for cell in lower) or any(_NUMBER.match(cell) for cell in lower if cell):
        return None
    return [low if low.strip() else high for high, low in zip(upper, lower, strict=True)]


def bare(head: Sequence[Record], formats: Sequence[Format]) -> Verdict:
    """A table without a header, all of whose first cells look as a format says that its own do."""
    looked_at = [cells for _, cells in head[:_LOOKED_AT]]
    for form in formats:
        width = len(form.bare)
        if looked_at and width and all(_looks_like(cells, form) for cells in looked_at):
            header = tuple(form.columns[column][0] if column else "" for column, _ in form.bare)
            found = Recognised(form, header, -1, placed(form, header), None, form.includes_vat, float(width))
            return Verdict(best=found, header=header, record=-1)
    return Verdict()


def _looks_like(cells: Sequence[str], form: Format) -> bool:
    if len(cells) < len(form.bare) or any(cell.strip() for cell in cells[len(form.bare) :]):
        return False
    return all(re.fullmatch(pattern, cell.strip()) for cell, (_, pattern) in zip(cells, form.bare, strict=False))


def likely_header(head: Sequence[Record]) -> int:
    """The first record of words alone that is as wide as most."""
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in head]
    usual = max(widths, key=widths.count, default=0)
    for place, (_, cells) in enumerate(head):
        if widths[place] >= max(usual, 2) and not any(_NUMBER.match(cell) for cell in cells if cell.strip()):
            return place
    return 0
