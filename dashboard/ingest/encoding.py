"""Bytes → text in UTF-8: how a file is encoded, and whether it is text at all."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.watch import Stage, Watch

_CHUNK = 1 << 20
_HEAD = 1 << 16

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"RIFF", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"SQLite format 3", "database"),
    (b"PAR1", "parquet"),
)
_SPOILT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_WESTERN_SIGNS = (b"\x80", b"\xa3")  # € and £; in cp1251 letters that hardly any text has
_WHOLE_FOR_EACH_BROKEN = 4
_NOT_IN_CP1252 = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


@dataclass(frozen=True)
class Bytes:
    """A file looked through once: its digest, what it is (text, picture, pdf, zip, ole, parquet, archive, database,
    binary, empty), the codec of its text, and its lines (line feeds counted in bytes; exact for UTF-8)."""

    sha256: str
    size: int
    what: str
    codec: str
    line_feeds: int
    ends_with_line_feed: bool
    has_nul: bool
    is_mixed: bool = False  # taken for UTF-8, though not all of it is


def look(path: Path, watch: Watch) -> Bytes:
    """Read the file once, in pieces. Raises OSError where it cannot be read, and Cancelled."""
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = line_feeds = nuls = 0
    utf8 = True
    head = tail = b""
    whole = max(path.stat().st_size, 1)
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            watch.at(Stage.LOOKING, size / whole)
            digest.update(piece)
            if not head:
                head = piece[:_HEAD]
            size += len(piece)
            line_feeds += piece.count(b"\n")
            nuls += piece.count(b"\0")
            tail = piece[-1:]
            if utf8 and not (piece.isascii() and not decoder.getstate()[0]):
                try:
                    decoder.decode(piece.replace(b"\0", b""))  # a NUL within a letter does not make it another
                except UnicodeDecodeError:
                    utf8 = False
    if utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            utf8 = False
    what, codec = _judge(head, utf8, nuls, size)
    return Bytes(
        digest.hexdigest(),
        size,
        what,
        codec,
        line_feeds,
        tail == b"\n",
        nuls > 0,
        codec.startswith("utf-8") and not utf8,
    )


def _judge(head: bytes, utf8: bool, nuls: int, size: int) -> tuple[str, str]:
    if not head.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        return "empty", "utf-8"
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (what != "picture" or not _reads_as_text(head)):
            return what, "parquet" if what == "parquet" else "utf-8"
    codec = _codec(head, utf8, nuls, size)
    text = head.decode(codec, errors="replace")
    if len(_SPOILT.findall(text.encode("utf-8", errors="replace").replace(b"\0", b""))) * 50 > len(text):
        return "binary", codec
    if codec == "utf-8" and nuls * 20 > size:
        return "binary", codec
    return "text", codec


def _reads_as_text(head: bytes) -> bool:
    return not _SPOILT.search(head) and not _HIGH.search(head[:64])


def _codec(head: bytes, utf8: bool, nuls: int, size: int) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if nuls * 5 > size and max(even, odd) > 4 * min(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    if nuls * 20 > size:  # Cyrillic in UTF-16 has fewer NULs, and its other high bytes are all 0x04
        for codec, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
            if high and (high.count(0) + high.count(4)) * 10 > 9 * len(high):
                return codec
    return "utf-8" if utf8 else _eight_bit(head)


def _eight_bit(head: bytes) -> str:
    """cp1251, cp1252 or latin-1: Cyrillic letters make whole words, accented Latin ones stand among plain letters.

    Or UTF-8, where nearly all letters are whole in it: other encodings hardly ever look like that, and a few bytes that
    were spoilt, or pasted in from elsewhere, do not make the other lines unreadable.
    """
    text = head.replace(b"\0", b"").decode("utf-8", errors="replace")
    unread = text.count("\ufffd")
    if sum(1 for sign in text if sign > "\x7f") - unread > _WHOLE_FOR_EACH_BROKEN * unread:
        return "utf-8"
    cyrillic = latin = 0
    for run in _HIGH.finditer(head):
        letters = sum(1 for byte in run.group() if byte >= 0xC0 or byte in (0xA8, 0xB8))
        if head[max(run.start() - 1, 0) : run.start()].isalpha() or head[run.end() : run.end() + 1].isalpha():
            latin += letters
        elif letters > 1:
            cyrillic += letters
    if latin > cyrillic or (not latin and not cyrillic and any(sign in head for sign in _WESTERN_SIGNS)):
        return "latin-1" if any(byte in head for byte in _NOT_IN_CP1252) else "cp1252"
    return "cp1251"


def to_utf8(source: Path, codec: str, target: Path, watch: Watch) -> int:
    """Write the text in UTF-8 without NULs and without a byte order mark; what cannot be read becomes �.

    Returns how many characters could not be read. Raises Cancelled.
    """
    unread = 0
    decoder = codecs.getincrementaldecoder(codec)("replace")
    of_bytes = not codec.startswith("utf-16")
    with source.open("rb") as file, target.open("w", encoding="utf-8", newline="") as out:
        while True:
            watch.at(Stage.LOOKING)
            raw = file.read(_CHUNK)
            piece = decoder.decode(raw.replace(b"\0", b"") if of_bytes else raw, final=not raw)
            unread += piece.count("\ufffd")
            out.write(piece.replace("\0", "").lstrip("\ufeff") if out.tell() == 0 else piece.replace("\0", ""))
            if not raw:
                return unread
