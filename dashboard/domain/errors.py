"""What can go wrong, one class per kind; each carries a phrase that a reader can act on.

A phrase says what happened, what was expected, what to do, and what was left unchanged. `str(error)` is English
for the log; a screen shows the same phrase in the reader's language.
"""

from __future__ import annotations

import re
from typing import Any

from dashboard.domain.phrase import Day, Money, Month, Number, Percent, Phrase, PhraseValue, Span, Term

_PLACE = re.compile(r"\{(\w+)\}")


class SverkaError(Exception):
    """Anything the product itself refuses. `phrase` is what to tell the person."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(in_log(phrase))
        self.phrase = phrase

    def __reduce__(self) -> tuple[Any, ...]:
        """As what is pickled: work in another process says what went wrong there."""
        return _again, (type(self), self.phrase)


class FileRefused(SverkaError):
    """The file is not one that can be imported; nothing was written."""


class AnswerInvalid(SverkaError):
    """An answer about a file is none of those that can be given; nothing was read."""


class ImportUnknown(SverkaError):
    """There is no such import to show or to undo."""


class TemplateUnknown(SverkaError):
    """There is no template of that name."""


class LinkUnknown(SverkaError):
    """The client has no shared link of that id that could be changed."""


class ClientUnknown(SverkaError):
    """There is no client of that name in the workspace."""


class PersonUnknown(SverkaError):
    """Nobody of the agency is meant by this."""


class EntryDead(SverkaError):
    """A one-time address was used already, or is too old."""


class ClientExists(SverkaError):
    """A client of that name is there already."""


class WorkspaceNewer(SverkaError):
    """The workspace was written by a newer program and is left alone."""


class WorkspaceUnusable(SverkaError):
    """The workspace folder cannot be read or written."""


class Busy(SverkaError):
    """Another process writes this client's data now."""


class QueryMisused(SverkaError):
    """A named query was called with parameters, or gave columns, that its header does not state."""


class SettingsInvalid(SverkaError):
    """A setting (client, period, mapping, rate) is not one that can be used; nothing was changed."""


class SettingsChangedMeanwhile(SettingsInvalid):
    """Somebody else saved the client's settings since they were read; nothing was changed."""


class NotAllowed(SverkaError):
    """The viewer may not see this. Says nothing about what exists."""


def _again(kind: type[SverkaError], phrase: Phrase) -> SverkaError:
    error = kind.__new__(kind)
    SverkaError.__init__(error, phrase)
    return error


def in_log(phrase: Phrase) -> str:
    """The phrase in plain English, with plain values; a place without a value stays visible."""
    template = phrase.plural if phrase.plural is not None and phrase.count != 1 else phrase.template
    values = dict(phrase.values)
    return _PLACE.sub(lambda place: _plain(values[place[1]]) if place[1] in values else place[0], template)


def _plain(value: PhraseValue) -> str:
    match value:
        case Phrase():
            return in_log(value)
        case tuple():
            return ", ".join(_plain(item) for item in value)
        case Money():
            return f"{value.amount} {value.currency}"
        case Percent() | Number():
            return str(value.value)
        case Day():
            return value.day.isoformat()
        case Month():
            return f"{value.day:%Y-%m}"
        case Span():
            return f"{value.first}–{value.last}"
        case Term():
            return value.text
        case _:
            return str(value)
