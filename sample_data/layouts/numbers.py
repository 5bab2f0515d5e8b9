"""Numbers as the exports write them. Money comes in hundredths."""

from __future__ import annotations

import csv
import io

NBSP = "\u00a0"


def plain(hundredths: int) -> str:
    """1234.56"""
    return f"{hundredths / 100:.2f}"


def comma(hundredths: int) -> str:
    """1234,56"""
    return plain(hundredths).replace(".", ",")


def russian(hundredths: int) -> str:
    """1 234,56 with a no-break space"""
    return f"{hundredths / 100:,.2f}".replace(",", NBSP).replace(".", ",")


def russian_count(value: int) -> str:
    return f"{value:,}".replace(",", NBSP)


def english(hundredths: int) -> str:
    """1,234.56"""
    return f"{hundredths / 100:,.2f}"


def english_count(value: int) -> str:
    return f"{value:,}"


def share(part: int, whole: int) -> str:
    """Per cent with two decimals and a point; 0.00 where there is nothing to divide by."""
    return f"{100 * part / whole:.2f}" if whole else "0.00"


def each(hundredths: int, count: int) -> str:
    """Money per piece with two decimals and a point."""
    return f"{hundredths / 100 / count:.2f}" if count else "0.00"


def table(rows: list[list[str]], delimiter: str, newline: str) -> str:
    """Rows as delimited text, quoted where a cell needs it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return text.getvalue()
