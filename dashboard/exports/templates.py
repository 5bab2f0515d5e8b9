"""A template of a table to fill, as a file that spreadsheets of the reader's language open."""

from __future__ import annotations

from typing import BinaryIO

from dashboard.domain import templates
from dashboard.exports import listing
from dashboard.i18n import Language

TYPE = "text/csv; charset=utf-8"


def write(name: str, to: BinaryIO, language: Language) -> None:
    """Writes the header and the examples of the template as CSV; `to` stays open. Raises TemplateUnknown."""
    header, *examples = templates.named(name).of(language.code)
    listing.write_csv(header, examples, to, language)


def disposition(name: str) -> str:
    """The header that names the download; the names of templates are ours, and plain."""
    return f'attachment; filename="{name}.csv"'
