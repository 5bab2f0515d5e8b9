"""What is said when a file cannot be taken, and what to do instead."""

from __future__ import annotations

from dashboard.domain.phrase import N_, Phrase, Term, say
from dashboard.ingest.declaration import Format, WrongFile

_NOT_TEXT = {
    "picture": N_("a picture"),
    "pdf": N_("a PDF document"),
    "zip": N_("an archive or a document that is not a workbook"),
    "ole": N_("a document that is not a workbook"),
    "archive": N_("an archive"),
    "database": N_("a database"),
    "binary": N_("not a text and not a workbook"),
}


def unreadable(name: str) -> Phrase:
    """The file is not there, or may not be read."""
    return say("“{file}” cannot be opened. Nothing was imported.", file=name)


def empty(name: str) -> Phrase:
    """There is nothing in it."""
    return say("“{file}” is empty: it has no header and no rows. Export it again. Nothing was imported.", file=name)


def not_text(name: str, what: str) -> Phrase:
    """Its bytes are no table."""
    return say(
        "“{file}” is {what}: a CSV or Excel export was expected. Nothing was imported.",
        file=name, what=Term(_NOT_TEXT.get(what, _NOT_TEXT["binary"])),
    )  # fmt: skip


def damaged(name: str) -> Phrase:
    """It claims to be a workbook and cannot be opened as one."""
    return say(
        "“{file}” cannot be opened as a workbook: it is damaged, protected by a password or not a workbook. "
        "Save it again as CSV or XLSX. Nothing was imported.",
        file=name,
    )


def scattered(name: str) -> Phrase:
    """A workbook with a few cells at the far end of a sheet."""
    return say(
        "“{file}” has cells far away from its table, and millions of empty ones between them. Delete the rows and "
        "columns beyond the table, or save the table as CSV. Nothing was imported.",
        file=name,
    )


def damaged_parquet(name: str) -> Phrase:
    """It claims to be Parquet and cannot be opened as that."""
    return say(
        "“{file}” cannot be opened as a Parquet file: it is damaged or was cut short. Export it again. "
        "Nothing was imported.",
        file=name,
    )


def swollen_parquet(name: str) -> Phrase:
    """Written out it would fill the disk."""
    return say(
        "“{file}” holds far more than its size would let expect: written out it takes more room or time than a table "
        "would. Export fewer days or columns, or export it as CSV. Nothing was imported.",
        file=name,
    )


def archive_damaged(name: str) -> Phrase:
    """It claims to be a ZIP and cannot be unpacked."""
    return say(
        "The archive “{file}” cannot be unpacked: it is damaged, cut short or packed in a way that is not known. "
        "Unpack it yourself and upload its files. Nothing was imported.",
        file=name,
    )


def archive_protected(name: str) -> Phrase:
    """Its files are encrypted."""
    return say(
        "The archive “{file}” is protected by a password. Unpack it yourself and upload its files. "
        "Nothing was imported.",
        file=name,
    )


def member_damaged(name: str) -> Phrase:
    """One file of an archive cannot be unpacked."""
    return say(
        "“{file}” cannot be taken out of its archive: it is damaged, cut short or packed in a way that is not known. "
        "Pack it again, or upload it by itself. Nothing of it was imported.",
        file=name,
    )


def member_protected(name: str) -> Phrase:
    """One file of an archive is encrypted."""
    return say(
        "“{file}” is protected by a password in its archive. Unpack it yourself and upload it. "
        "Nothing of it was imported.",
        file=name,
    )


def member_swells(name: str) -> Phrase:
    """One file of an archive would be larger than any table."""
    return say(
        "“{file}” unpacks to far more than a table would. Unpack it yourself and upload it. "
        "Nothing of it was imported.",
        file=name,
    )


def archive_empty(name: str) -> Phrase:
    """It has no file."""
    return say("The archive “{file}” holds no files. Nothing was imported.", file=name)


def archive_of_many(name: str, count: int, most: int) -> Phrase:
    """It has more files than a person would send."""
    return say(
        "The archive “{file}” holds {count} files: at most {most} were expected. Pack fewer of them at a time. "
        "Nothing was imported.",
        file=name, count=count, most=most,
    )  # fmt: skip


def archive_swells(name: str) -> Phrase:
    """Unpacked it would be larger than any table."""
    return say(
        "The archive “{file}” unpacks to far more than tables would. Unpack it yourself and upload its files. "
        "Nothing was imported.",
        file=name,
    )


def wrong_file(name: str, wrong: WrongFile) -> Phrase:
    """It is known, and it is no report."""
    return say(
        "“{file}” is {what}. {instead} Nothing was imported.",
        file=name, what=Term(wrong.what), instead=Term(wrong.instead),
    )  # fmt: skip


def unknown(name: str) -> Phrase:
    """Its header is none of those that are known."""
    return say(
        "“{file}” is not one of the exports that are known. If it is a table of the client’s own, say what its columns "
        "are, by a mapping; else export it anew and leave it as the platform gave it. Nothing was imported.",
        file=name,
    )  # fmt: skip


def alike(name: str, forms: tuple[Format, ...]) -> Phrase:
    """Its header fits several formats equally well."""
    return say(
        "“{file}” looks equally like {formats}. Say which of its columns is which by a mapping. Nothing was imported.",
        file=name, formats=tuple(Term(form.label) for form in forms),
    )  # fmt: skip


def mappings_alike(name: str, mappings: tuple[str, ...]) -> Phrase:
    """It fits several saved mappings equally well."""
    return say(
        "“{file}” fits the mappings {mappings} equally well. Choose the one to read it by. Nothing was imported.",
        file=name, mappings=mappings,
    )  # fmt: skip


def headers_missing(name: str, missing: tuple[str, ...]) -> Phrase:
    """The mapping names headers that the file does not have."""
    return say(
        "“{file}” has no row with the headers {headers} that the mapping names. Correct the mapping. "
        "Nothing was imported.",
        file=name, headers=missing,
    )  # fmt: skip


def no_rows(name: str, form: Format) -> Phrase:
    """Recognised, and without a row."""
    return say(
        "“{file}” was recognised as “{format}”: it has a header and no rows. Choose a period that has data and "
        "export it again. {export} Nothing was imported.",
        file=name, format=Term(form.label), export=Term(form.export),
    )  # fmt: skip


def all_rejected(name: str, form: Format, line: int, reason: str) -> Phrase:
    """Recognised, and not one row can be kept."""
    return say(
        "“{file}” was recognised as “{format}”, and none of its rows could be read. Line {line}: {reason} {export} "
        "Nothing was imported.",
        file=name, format=Term(form.label), line=line, reason=Term(reason), export=Term(form.export),
    )  # fmt: skip


def beyond_reading(name: str) -> Phrase:
    """The table could not be read, for a reason that the file's own bytes hold."""
    return say(
        "“{file}” cannot be read as a table: its delimiters, quotes or lines are broken. Export it again. "
        "Nothing was imported.",
        file=name,
    )
