"""What can go wrong, one class per kind; each carries a phrase that a reader can act on.

A phrase says what happened, what was expected, what to do, and what was left unchanged. `str(error)` is English
for the log; a screen shows the same phrase in the reader's language.
"""

from __future__ import annotations

from dashboard.domain.phrase import Phrase


class SverkaError(Exception):
    """Anything the product itself refuses. `phrase` is what to tell the person."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.template.format_map(_Plain(dict(phrase.values))))
        self.phrase = phrase


class FileRefused(SverkaError):
    """The file is not one that can be imported; nothing was written."""


class ImportUnknown(SverkaError):
    """There is no such import to show or to undo."""


class ClientUnknown(SverkaError):
    """There is no client of that name in the workspace."""


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


class NotAllowed(SverkaError):
    """The viewer may not see this. Says nothing about what exists."""


class _Plain(dict[str, object]):
    """Values as they print in the log; a missing one stays visible instead of hiding the error."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"

    def __getitem__(self, key: str) -> str:
        value = dict.get(self, key, None)
        if value is None and key not in self:
            return self.__missing__(key)
        for name in ("amount", "value", "day", "text", "template"):
            if hasattr(value, name):
                return str(getattr(value, name))
        return str(value)
