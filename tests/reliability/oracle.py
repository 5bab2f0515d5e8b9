"""Whether a spoilt file was dealt with honestly: refused in words, counted, said, or the same sums as before.

What is held against the product are the untouched file, whose figures other tests prove, and a plain reading of the
spoilt bytes by Python's own `csv` and `decimal`. A finding is one sentence.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from random import Random

from dashboard.domain.reading import Outcome, Reading
from dashboard.ingest import formats
from tests.reliability.mutations import OF_COLUMNS
from tests.reliability.seeds import Kept, Seed

# Decisions for a whole file that change its sums, each shown beside them with its reason.
_SHOWN = {"clicks", "currency", "money_unit", "decimal_mark", "date_order", "totals_rows", "format", "vat"}
_NUMBERS = ("impressions", "clicks", "spend", "talk_seconds", "amount")


def judged(seed: Seed, mutation: str, content: bytes, reading: Reading, kept: Kept | None) -> tuple[str, list[str]]:
    """How the file fared in one word, and what is wrong with that."""
    if reading.outcome is not Outcome.READABLE:
        return str(reading.outcome), [] if reading.messages else ["It was turned away without a word."]
    assert kept is not None
    wrong = list(_miscounted(reading, kept))
    said = _said(seed, reading)
    if mutation in OF_COLUMNS:
        silent = [] if said else list(_other_sums(seed, reading))
    elif seed.is_table and mutation != "packed":
        silent = list(_lost_or_altered(seed, content, kept, said, reading))
    else:
        same = reading.totals == seed.reading.totals or mutation in ("byte_flipped", "digit_changed", "piece_lost")
        silent = [] if said or same or not seed.reading.file.endswith("xlsx") else list(_other_sums(seed, reading))
    if reading.totals == seed.reading.totals:
        return "same sums", wrong + silent
    counted = reading.rows_rejected > seed.reading.rows_rejected
    return "said" if said else "rows counted" if counted else "other sums, as its cells say", wrong + silent


def _said(seed: Seed, reading: Reading) -> bool:
    """Whether something is told of the file that is not told of the untouched one."""
    before = Counter(message.template for message in seed.reading.messages)
    told = Counter(message.template for message in reading.messages)
    new = [template for template in told - before if "list of rejected rows" not in template]
    decided = {(one.about, one.decided) for one in reading.assumptions if one.about in _SHOWN}
    shown = {(one.about, one.decided) for one in seed.reading.assumptions if one.about in _SHOWN}
    other = {about for about, _ in decided ^ shown} - {"totals_rows"}
    return bool(new) or bool(other) or any(not total.agrees for total in reading.file_totals)


def _miscounted(reading: Reading, kept: Kept) -> Iterator[str]:
    if reading.rows_read != reading.rows_kept + reading.rows_rejected:
        yield f"{reading.rows_read} rows were read, {reading.rows_kept} kept and {reading.rows_rejected} rejected."
    if reading.rows_rejected != len(kept.rejected):
        yield f"{reading.rows_rejected} rows are said to be rejected, {len(kept.rejected)} are listed."
    for measure in ("spend", "clicks", "impressions", "talk_seconds"):
        found = [values.get(measure) for rows in kept.rows.values() for _, values in rows if measure in values]
        summed = sum((Decimal(str(value)) for value in found if value is not None), Decimal(0))
        if measure in reading.totals and found and summed != reading.totals[measure]:
            yield f"{measure} is {reading.totals[measure]}, its rows add up to {summed}."


def _other_sums(seed: Seed, reading: Reading) -> Iterator[str]:
    for measure, amount in seed.reading.totals.items():
        now = reading.totals.get(measure)
        if now is not None and now != amount and reading.rows_rejected <= seed.reading.rows_rejected:
            yield f"{measure} became {now} from {amount}, and nothing says why."


def _lost_or_altered(seed: Seed, content: bytes, kept: Kept, said: bool, reading: Reading) -> Iterator[str]:
    """Rows of a spoilt table that are neither kept nor rejected, or kept with other values than their cells have."""
    if said:
        return
    before, after = seed.lines(), seed.lines(content)
    if not seed.header or before[seed.header - 1].strip() not in {line.strip() for line in after}:
        return
    untouched = {
        line.rstrip("\r\n"): seed.kept.rows[number]
        for number, line in enumerate(before, 1)
        if number in seed.kept.rows and line.count('"') % 2 == 0 and before.count(line) == 1
    }
    header = next(csv.reader([before[seed.header - 1].strip("\r\n")], delimiter=seed.delimiter))
    below = [line.strip() for line in after].index(before[seed.header - 1].strip()) + 1
    numbers = _numeric_columns(seed, before, header)
    told = {line for one in reading.assumptions if one.about == "totals_rows" for line in one.decided.split(", ")}
    known = sorted({*kept.rows, *kept.rejected})
    form = formats.named(seed.reading.format)
    is_told_by_legs = form is not None and "parent_id" in form.columns and len(kept.rejected) > len(seed.kept.rejected)
    for number, line in enumerate(after, 1):
        if number <= below:
            continue
        was = untouched.get(line.rstrip("\r\n"))
        if number in kept.rows:
            if was is not None and _differs(was, kept.rows[number]):
                if is_told_by_legs and _differs(was, kept.rows[number]).startswith("calls.talk_seconds"):
                    continue  # what a call's own line says is what its legs' lines say
                yield f"Line {number} is as it was, and has other values: {_differs(was, kept.rows[number])}."
            elif was is None:
                yield from _misread(seed, line, header, numbers, kept.rows[number], number)
        elif was is not None and number not in kept.rejected and str(number) not in told:
            within = max((other for other in known if other < number), default=0)
            if within not in kept.rejected and not _come_twice(was, kept):
                yield f"Line {number} is as it was, and is neither kept nor rejected."


def _come_twice(was: tuple[tuple[str, dict[str, object]], ...], kept: Kept) -> bool:
    """Whether the row is there by its other copy: what comes twice under one number counts once."""
    ids = [values.get("call_id") or values.get("lead_id") or values.get("order_id") for _, values in was]
    there = [
        values.get("call_id") or values.get("lead_id") or values.get("order_id")
        for rows in kept.rows.values()
        for _, values in rows
    ]
    return any(one is not None and one in there for one in ids)


def _differs(was: tuple[tuple[str, dict[str, object]], ...], now: tuple[tuple[str, dict[str, object]], ...]) -> str:
    """The first measure that a row has otherwise than before; '' where none."""
    for (table, before), (_, after) in zip(was, now, strict=False):
        for name in (*_NUMBERS, "day", "started", "currency"):
            if name in before and before[name] != after.get(name):
                return f"{table}.{name} {after.get(name)} instead of {before[name]}"
    return "" if len(was) == len(now) else f"{len(now)} rows instead of {len(was)}"


def _numeric_columns(seed: Seed, before: list[str], header: list[str]) -> dict[str, int]:
    """Canonical columns that a column of the untouched file gives as it stands, by its place."""
    found: dict[str, int] = {}
    for name in _NUMBERS:
        pairs = [
            (next(csv.reader([before[line - 1]], delimiter=seed.delimiter), []), values[name])
            for line, rows in seed.kept.rows.items()
            for _, values in rows[:1]
            if isinstance(values.get(name), int | Decimal) and before[line - 1].count('"') % 2 == 0
        ]
        places = [
            place
            for place in range(len(header))
            if len({str(value) for _, value in pairs}) > 1
            and all(place < len(cells) and _same(cells[place], value, seed) for cells, value in pairs)
        ]
        if len(places) == 1:
            found[name] = places[0]
    return found


def _same(cell: str, value: object, seed: Seed) -> bool:
    plain = number(cell, _mark(seed))
    return plain == (Decimal(str(value)) if value is not None else None)


def _mark(seed: Seed) -> str:
    return next((one.decided for one in seed.reading.assumptions if one.about == "decimal_mark"), ".")


def number(cell: str, mark: str) -> Decimal | None:
    """A cell as a number by the decimal mark of its file; None where it is none."""
    plain = "".join(sign for sign in cell if not sign.isspace()).replace("−", "-")
    plain = plain.replace({".": ",", ",": "."}.get(mark, ","), "").replace(mark, ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _misread(
    seed: Seed, line: str, header: list[str], places: dict[str, int],
    rows: tuple[tuple[str, dict[str, object]], ...], at: int,
) -> Iterator[str]:  # fmt: skip
    """What a changed line's cells say otherwise than the row kept of it."""
    if line.count('"') % 2 or not line.endswith(("\n", "\r")):
        return
    cells = next(csv.reader([line.rstrip("\r\n")], delimiter=seed.delimiter), [])
    if len(cells) != len(header):
        return
    for name, place in places.items():
        has, plain = rows[0][1].get(name), number(cells[place], _mark(seed))
        if plain is None and (has is None or (not cells[place].strip(" -—") and has == 0)):
            if cells[place].strip(" -—\ufeff"):
                yield f"Line {at}: {name} is “{cells[place]}”, and the row is kept without it."
        elif plain is None or has is None or Decimal(str(has)) != plain:
            yield f"Line {at}: {name} is “{cells[place]}”, and was taken as {has}."


def chance_of(seed: int, turn: int) -> Random:
    """The same chance for the same turn, whatever came before it."""
    return Random(f"{seed} {turn}")  # noqa: S311 - a fixed seed is the point
