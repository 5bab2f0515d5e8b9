"""The ways a file comes to harm, one function each: bytes flipped, cut short, columns dropped, quotes broken, and more.

Each takes an untouched file and a source of chance, and gives the spoilt bytes; None where it cannot be done to it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from random import Random

from dashboard.ingest import formats
from tests.reliability.seeds import Seed

Mutation = Callable[[Seed, Random], bytes | None]

# These change what columns the file has, and so every one of its lines; the others leave most lines as they were.
OF_COLUMNS = frozenset({"column_dropped", "column_doubled", "column_renamed", "columns_swapped"})
_FORMULAS = ("=1+1", '=HYPERLINK("http://x.example","x")', "+1+1", "@SUM(A1:A9)", "-2+3", "=cmd|' /C calc'!A0", "\t=1")
_ODD = (
    '"',
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "|",
    "'",
    " ",
    "\u00a0",
    "-",
    "−",
    "0",
    "(",
    "%",
    "E5",
    "\ufeff",
    "\u202e",
    "é",
    "№",
)


def byte_flipped(seed: Seed, chance: Random) -> bytes | None:
    """One to four bits."""
    spoilt = bytearray(seed.content)
    for _ in range(chance.randint(1, 4)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut_short(seed: Seed, chance: Random) -> bytes | None:
    """At any byte."""
    return seed.content[: chance.randrange(1, len(seed.content))]


def piece_lost(seed: Seed, chance: Random) -> bytes | None:
    """Some bytes out of the middle."""
    place = chance.randrange(len(seed.content))
    return seed.content[:place] + seed.content[place + chance.randint(1, 60) :]


def nuls_put_in(seed: Seed, chance: Random) -> bytes | None:
    """One to twenty NULs."""
    spoilt = bytearray(seed.content)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(spoilt))
        spoilt[place:place] = b"\0"
    return bytes(spoilt)


def signs_put_in(seed: Seed, chance: Random) -> bytes | None:
    """One to three odd characters."""
    if not seed.codec:
        return None
    text = seed.content.decode(seed.codec, errors="replace")
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(_ODD) + text[place:]
    return text.encode(seed.codec, errors="replace")


def quote_broken(seed: Seed, chance: Random) -> bytes | None:
    """A quotation mark lost or put in."""
    if not seed.codec:
        return None
    text = seed.content.decode(seed.codec, errors="replace")
    marks = [place for place, sign in enumerate(text) if sign == '"']
    if marks and chance.random() < 0.5:
        place = chance.choice(marks)
        return (text[:place] + text[place + 1 :]).encode(seed.codec)
    place = chance.randrange(len(text))
    return (text[:place] + '"' + text[place:]).encode(seed.codec)


def encodings_mixed(seed: Seed, chance: Random) -> bytes | None:
    """Some lines in another encoding, as where two exports were pasted together."""
    if not seed.codec or seed.codec == "utf-16":
        return None
    lines = seed.content.decode(seed.codec).splitlines(keepends=True)
    other = chance.choice(
        ["cp1251", "cp866", "utf-16-le"] if seed.codec.startswith("utf-8") else ["utf-8", "utf-16-le"]
    )
    first = chance.randrange(len(lines))
    last = chance.randint(first + 1, len(lines))
    pieces = [
        line.encode(other if first <= number < last else seed.codec.removesuffix("-sig"), errors="replace")
        for number, line in enumerate(lines)
    ]
    return b"".join(pieces)


def digit_changed(seed: Seed, chance: Random) -> bytes | None:
    """Another digit in the place of one: another number, which nobody can know of."""
    if not seed.codec:
        return None
    text = seed.content.decode(seed.codec)
    places = [place for place, sign in enumerate(text) if sign in "0123456789"]
    place = chance.choice(places)
    return (text[:place] + chance.choice("0123456789") + text[place + 1 :]).encode(seed.codec)


def formula_put_in(seed: Seed, chance: Random) -> bytes | None:
    """A formula in the place of a cell."""

    def spoil(records: list[list[str]]) -> None:
        row = chance.choice(records[seed_header(records, seed) + 1 :] or records)
        if row:
            row[chance.randrange(len(row))] = chance.choice(_FORMULAS)

    return _rewritten(seed, spoil)


def row_shifted(seed: Seed, chance: Random) -> bytes | None:
    """A cell lost from a row, or one too many in it."""

    def spoil(records: list[list[str]]) -> None:
        row = chance.choice(records[seed_header(records, seed) + 1 :] or records)
        place = chance.randrange(max(len(row), 1))
        if chance.random() < 0.5:
            del row[place : place + 1]
        else:
            row.insert(place, chance.choice(["", "7", "x"]))

    return _rewritten(seed, spoil)


def lines_moved(seed: Seed, chance: Random) -> bytes | None:
    """A line lost, come twice, or at another place; or empty lines between."""
    if not seed.codec:
        return None
    lines = seed.content.decode(seed.codec).splitlines(keepends=True)
    place = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[place])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(place))
        case _:
            lines.insert(place, chance.choice(["\n", "\r\n\r\n", "  \n", f"{seed.delimiter * 3}\n"]))
    return "".join(lines).encode(seed.codec)


def file_doubled(seed: Seed, chance: Random) -> bytes | None:
    """The whole file once more below itself, header and all."""
    return seed.content + seed.content if seed.codec and seed.codec != "utf-16" else None


def ends_changed(seed: Seed, chance: Random) -> bytes | None:
    """Other ends of lines, in all lines or in some."""
    if not seed.codec:
        return None
    lines = seed.content.decode(seed.codec).splitlines()
    ends = chance.sample(["\n", "\r\n", "\r"], k=chance.randint(1, 2))
    return "".join(line + chance.choice(ends) for line in lines).encode(seed.codec)


def column_dropped(seed: Seed, chance: Random) -> bytes | None:
    """One column, from the header down."""
    return _columns(
        seed, lambda width: (place := chance.randrange(width), lambda row: row[:place] + row[place + 1 :])[1]
    )


def column_doubled(seed: Seed, chance: Random) -> bytes | None:
    """One column a second time, with the same header; as it was, or with other numbers in it."""
    other = chance.random() < 0.5

    def change(width: int) -> Callable[[list[str]], list[str]]:
        place, to = chance.randrange(width), chance.randrange(width + 1)

        def row_with_both(row: list[str]) -> list[str]:
            cell = row[place] if place < len(row) else ""
            return [*row[:to], f"9{cell}" if other and cell[:1].isdigit() else cell, *row[to:]]

        return row_with_both

    return _columns(seed, change)


def column_renamed(seed: Seed, chance: Random) -> bytes | None:
    """Another word in the place of a header."""

    def spoil(records: list[list[str]]) -> None:
        header = records[seed_header(records, seed)]
        place = chance.randrange(len(header))
        header[place] = chance.choice(["", "x", header[place][:-1], f"{header[place]} 2", "Cost", "Total", header[0]])

    return _rewritten(seed, spoil)


def columns_swapped(seed: Seed, chance: Random) -> bytes | None:
    """The same columns in another order."""

    def change(width: int) -> Callable[[list[str]], list[str]]:
        order = list(range(width))
        chance.shuffle(order)
        return lambda row: [row[place] if place < len(row) else "" for place in order]

    return _columns(seed, change)


def packed(seed: Seed, chance: Random) -> bytes | None:
    """In a ZIP whose bytes are flipped."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        archive.writestr(chance.choice([seed.file, f"../../{seed.file}", f"/etc/{seed.file}"]), seed.content)
    spoilt = bytearray(made.getvalue())
    spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def seed_header(records: list[list[str]], seed: Seed) -> int:
    """The place of the header among the records, which is that of its line where no cell above holds a line's end."""
    return min(max(seed.header - 1, 0), len(records) - 1)


def _rewritten(seed: Seed, spoil: Callable[[list[list[str]]], None]) -> bytes | None:
    if not seed.is_table or not seed.header:
        return None
    text = seed.content.decode(seed.codec)
    end = "\r\n" if "\r\n" in text else "\n"
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=seed.delimiter))
    spoil(records)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=seed.delimiter, lineterminator=end).writerows(records)
    return out.getvalue().encode(seed.codec)


def _columns(seed: Seed, change: Callable[[int], Callable[[list[str]], list[str]]]) -> bytes | None:
    def spoil(records: list[list[str]]) -> None:
        header = seed_header(records, seed)
        changed = change(len(records[header]))
        form = formats.named(seed.reading.format)
        if form is not None and form.two_row_header and header and len(records[header - 1]) == len(records[header]):
            header -= 1  # its other row belongs to the same columns
        records[header:] = [changed(row) if row else row for row in records[header:]]

    return _rewritten(seed, spoil)


ALL: dict[str, Mutation] = {
    made.__name__: made
    for made in (
        byte_flipped, cut_short, piece_lost, nuls_put_in, signs_put_in, quote_broken, encodings_mixed, digit_changed,
        formula_put_in, row_shifted, lines_moved, file_doubled, ends_changed, column_dropped, column_doubled,
        column_renamed, columns_swapped, packed,
    )
}  # fmt: skip
