"""The commands by which a client is put away, brought back, given out whole and erased."""

from __future__ import annotations

import argparse
import getpass
import sys

from dashboard.access.clients import Clients
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.keeping import erasing, export, forgetting
from dashboard.progress import watching
from dashboard.terminal import ENGLISH, person
from dashboard.workspace import Workspace


def archive(options: argparse.Namespace) -> int:
    """Puts a client away."""
    workspace = Workspace()
    client = workspace.client(options.name)
    Clients(workspace.access).archive(client.slug, by=person())
    print(f"Archived {client.name}: its links no longer open, its data stay.")
    return 0


def bring_back(options: argparse.Namespace) -> int:
    """Takes a client out of the archive."""
    workspace = Workspace()
    client = workspace.kept_client(options.name)
    Clients(workspace.access).bring_back(client.slug, by=person())
    print(f"Brought {client.name} back: links that have not ended open again.")
    return 0


def erase(options: argparse.Namespace) -> int:
    """Says what goes, and with the client's name typed again erases it."""
    workspace = Workspace()
    going = erasing.foresee(workspace, options.name)
    print(
        f"{going.name}: {going.rows} rows of {going.imports} imports, {going.files} files ({going.size} bytes), "
        f"{going.links} links, {going.months} published months. Nothing brings them back. Copies of the workspace that "
        "were made before keep what they have.",
        file=sys.stderr,
    )
    typed = options.sure if options.sure is not None else input("Type the client's name to erase it: ")
    if typed != going.name:
        raise SettingsInvalid(say("The name typed is not “{name}”. Nothing was erased.", name=going.name))
    erasing.erase(workspace, options.name, by=person())
    print(f"Erased {going.name}.")
    return 0


def forget_person(options: argparse.Namespace) -> int:
    """Says what there is of a person and, once agreed to, forgets them. Phone or e-mail are asked for, or piped in."""
    workspace = Workspace()
    typed = options.contact or _asked_for("Phone or e-mail of the person: ")
    found = forgetting.find(workspace, options.client, typed)
    for sentence in forgetting.told(found):
        print(ENGLISH.say(sentence))
    if not options.yes:
        print("Nothing was changed. With --yes the person is forgotten, for good.")
        return 0
    forgetting.forget(workspace, options.client, typed, by=person())
    print("Forgotten.")
    return 0


def _asked_for(prompt: str) -> str:
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().strip()


def give_out(options: argparse.Namespace) -> int:
    """Writes everything of a client into one ZIP."""
    with watching(options.file.name) as watch:
        made = export.write(
            Workspace(), options.name, options.file, by=person(), recordings=options.recordings, watch=watch
        )
    print(f"Wrote {made.path}: {made.rows} rows, {made.size} bytes.")
    return 0
