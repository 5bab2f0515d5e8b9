"""Many files at once: how many stand where, whom a person has to see first, and each of the others as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard import intake
from dashboard.domain.phrase import Term, say_n
from dashboard.i18n import _, current
from dashboard.reports import import_changes
from dashboard.ui.markup import Markup, said, tag
from dashboard.ui.plain import plain
from dashboard.ui.tone import MARKS
from dashboard.uploads.held import BUSY, ENDED, HeldFile, State

FOLDED = frozenset({State.READY, State.UNCHANGED})
"""The states in which a file may be one line: what there is to know of it stands in its sentence."""

_FIRST = (State.ASKS, State.NEEDS_MAPPING, State.REFUSED)


def ordered(files: Iterable[HeldFile]) -> list[HeldFile]:
    """The files that need a person, then those that wait for a yes or are worked on, then what is over."""
    return sorted(files, key=lambda one: (_rank(one.state), _FIRST.index(one.state) if one.state in _FIRST else 0))


def _rank(state: State) -> int:
    if state in _FIRST:
        return 0
    return 2 if state in ENDED else 1


def counts(files: Sequence[HeldFile]) -> Markup:
    """One line: how many files ask something, are not recognised, cannot be read, can be added, and so on."""
    found = Counter(one.state for one in files)
    busy = sum(found[state] for state in BUSY)
    stated = (
        (found[State.ASKS], say_n("{count} asks you something", "{count} ask you something", found[State.ASKS])),
        (
            found[State.NEEDS_MAPPING],
            say_n("{count} is not recognised", "{count} are not recognised", found[State.NEEDS_MAPPING]),
        ),
        (found[State.REFUSED], say_n("{count} cannot be read", "{count} cannot be read", found[State.REFUSED])),
        (found[State.READY], say_n("{count} can be added", "{count} can be added", found[State.READY])),
        (
            found[State.UNCHANGED],
            say_n("{count} would change nothing", "{count} would change nothing", found[State.UNCHANGED]),
        ),
        (busy, say_n("{count} on its way", "{count} on their way", busy)),
        (found[State.ADDED], say_n("{count} added", "{count} added", found[State.ADDED])),
    )
    whole = say_n("{count} file", "{count} files", len(files))
    parts = [tag("b", said(whole)), *(tag("span", said(words)) for count, words in stated if count)]
    return tag("p", parts[0], *(part for one in parts[1:] for part in (" · ", one)), cls="sv-facts sv-held-counts")


def line(held: HeldFile) -> str:
    """What a folded file is, as the Markdown of its line: its name, what it would change, a mark if it has warnings."""
    parts = [f"**{plain(held.file)}**"]
    offered = held.offered
    if offered is not None and offered.preview is not None:
        source = Term(intake.format_label(offered.reading.format or ""))
        sentence = import_changes.sentence(offered.preview, source, offered.reading.rows_rejected)
        parts.append("· " + plain(current().say(sentence)))
        if offered.reading.messages or offered.preview.messages or offered.preview.published:
            parts.append(f":orange[{MARKS['caution']} {plain(_('worth a look'))}]")
    return " ".join(parts)
