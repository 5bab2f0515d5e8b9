"""Translations, read from the .po files and compiled in memory at first use; no compiled file is kept."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "sverka"


def path_of(code: str) -> Path:
    """Where the translations into `code` are kept."""
    return LOCALES / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, code: str | None = None) -> Catalog:
    """A .po file as a catalogue; raises babel's `PoFileError` where it is malformed."""
    with path.open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN, abort_invalid=True)


def compiled(catalogue: Catalog) -> GNUTranslations:
    """A catalogue as gettext's own lookup table."""
    machine = BytesIO()
    write_mo(machine, catalogue)
    machine.seek(0)
    return GNUTranslations(machine)


@cache
def translations(code: str) -> NullTranslations:
    """The lookup of one language. The texts in the code are English, so English needs no catalogue."""
    path = path_of(code)
    return compiled(read(path, code)) if path.exists() else NullTranslations()
