"""Languages: catalogues by gettext, formats by Babel's data, and the language of whoever reads now."""

from __future__ import annotations

from contextvars import ContextVar

from dashboard.i18n.language import LANGUAGES, Language, best_of

__all__ = ["LANGUAGES", "Language", "_", "best_of", "current", "ngettext", "use"]

_ENGLISH = Language("en")
_reader: ContextVar[Language] = ContextVar("language", default=_ENGLISH)


def use(code: str) -> Language:
    """Makes `code` the language of this thread or task, and gives it. An unknown code reads as English."""
    language = Language(code)
    _reader.set(language)
    return language


def current() -> Language:
    """The language of whoever reads now."""
    return _reader.get()


def _(text: str) -> str:
    """The text in the reader's language."""
    return _reader.get().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The wording that fits `count`, in the reader's language; {count} in it stays for the caller to fill."""
    return _reader.get().ngettext(one, many, count)
