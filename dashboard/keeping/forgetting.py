"""A client's customer is forgotten, by phone or e-mail: in the store, and wherever else something of them may lie.

What is typed is read as the import reads it, hashed with the client's key, and goes no further: no record, message or
log holds it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from dashboard.access import audit
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Phrase, say, say_n
from dashboard.ingest import contacts
from dashboard.warehouse.forgetting import Known
from dashboard.warehouse.namespace import Namespace
from dashboard.workspace import Workspace


@dataclass(frozen=True)
class Found:
    """What there is of a person. `waiting` are files that were sent and not added yet: they go whole."""

    known: Known
    waiting: int


def find(workspace: Workspace, client: str, typed: str) -> Found:
    """What forgetting would change. Raises SettingsInvalid for what is neither phone nor e-mail, and Busy."""
    namespace = workspace.kept_namespace(client)
    way, asked = _asked(workspace, namespace, typed)
    with namespace.store() as store:
        return Found(store.persons.known(way, asked), len(_waiting(namespace)))


def forget(workspace: Workspace, client: str, typed: str, by: str) -> Found:
    """Forgets the person for good: also in files that come later. Gives what there was. Raises as `find` does."""
    namespace = workspace.kept_namespace(client)
    way, asked = _asked(workspace, namespace, typed)
    with namespace.store() as store:
        waiting = _waiting(namespace)
        found = Found(store.persons.forget(way, asked, by), len(waiting))
        for folder in (*waiting, namespace.root / "exports"):
            shutil.rmtree(folder, ignore_errors=True)
        about = f"{found.known.calls} calls, {found.known.deals} deals, {found.known.orders} orders"
        with workspace.access.writing() as connection:
            audit.record(connection, by, "person erased", client=namespace.root.name, about=about)
    return found


def told(found: Found) -> tuple[Phrase, ...]:
    """What was found, and what becomes of it, in sentences."""
    known = found.known
    if not known.anything:
        sentences = [say("There is no row with it. It is remembered as a mark, so that no file brings it later.")]
    else:
        sentences = [
            say(
                "{calls}, {deals}, {orders}.",
                calls=say_n("{count} call", "{count} calls", known.calls),
                deals=say_n("{count} deal", "{count} deals", known.deals),
                orders=say_n("{count} order", "{count} orders", known.orders),
            ),
            say("They stay and count, and say no more whose they are: phone, e-mail, recording and reason of loss go."),
        ]
    if known.others:
        sentences.append(
            say_n(
                "{count} other phone or e-mail stands in the same rows and beside nobody else’s: it goes too.",
                "{count} other phones or e-mails stand in the same rows and beside nobody else’s: they go too.",
                known.others,
            )
        )
    if known.shared:
        sentences.append(
            say_n(
                "{count} other phone or e-mail stands beside several persons’: it stays with the others, and leads "
                "that were joined through it may be counted apart.",
                "{count} other phones or e-mails stand beside several persons’: they stay with the others, and leads "
                "that were joined through them may be counted apart.",
                known.shared,
            )
        )
    elif known.anything:
        sentences.append(say("Sums do not change."))
    if known.rejects:
        sentences.append(
            say_n(
                "{count} rejected row had a phone or an e-mail, which was hidden when it was kept: nobody can tell "
                "whose, so its text is emptied.",
                "{count} rejected rows had a phone or an e-mail, which was hidden when they were kept: nobody can tell "
                "whose, so their text is emptied.",
                known.rejects,
            )
        )
    if found.waiting:
        sentences.append(
            say_n(
                "{count} file that waits on the screen “Upload” is removed: drop it again.",
                "{count} files that wait on the screen “Upload” are removed: drop them again.",
                found.waiting,
            )
        )
    return tuple(sentences)


def _asked(workspace: Workspace, namespace: Namespace, typed: str) -> tuple[str, str]:
    """The way (phone, email) and the keyed hash, as an import makes it."""
    secret = workspace.secret_of(namespace.root.name)
    if "@" in typed:
        address = contacts.email_address(typed.strip())
        if address:
            return "email", contacts.keyed_hash(secret, "email", address)
    elif number := contacts.phone_number(typed, namespace.reader().profile.country):
        return "phone", contacts.keyed_hash(secret, "phone", number)
    raise SettingsInvalid(
        say(
            "This is neither a phone nor an e-mail: expected a phone such as +7 916 123-45-67 or an e-mail such as "
            "name@example.com. Nothing was changed."
        )
    )


def _waiting(namespace: Namespace) -> list[Path]:
    """The folders of files that were sent or are being read, whosever."""
    scratch = namespace.root / "scratch"
    return [*scratch.glob("uploads/*/*"), *scratch.glob("reading-*")]
