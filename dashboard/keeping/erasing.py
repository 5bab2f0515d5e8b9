"""A client is erased for good: folder, links, sources, grants and keys. Only lines of the record stay.

The client is marked first, in one transaction; from then on nobody sees it. Whatever ends the erasure before its end
leaves the mark, and `finish` goes on from there: every step may be done again.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from dashboard.access import links
from dashboard.access.clients import Clients
from dashboard.domain.errors import SverkaError
from dashboard.warehouse import namespace as namespaces
from dashboard.workspace import Workspace

BY_ITSELF = "server start"


@dataclass(frozen=True)
class Going:
    """What goes with a client. `size` is in bytes; `own_key`: its hashes had a key that goes too."""

    name: str
    imports: int
    rows: int
    months: int
    links: int
    files: int
    size: int
    own_key: bool


def foresee(workspace: Workspace, name: str) -> Going:
    """What erasing this client, open or archived, would remove. Raises ClientUnknown."""
    client = workspace.kept_client(name)
    namespace = workspace.kept_namespace(client.slug)
    warehouse = namespace.reader()
    imports = warehouse.imports()
    files = [path for path in namespace.root.rglob("*") if path.is_file()]
    return Going(
        name=client.name,
        imports=len(imports),
        rows=sum(record.rows_kept for record in imports),
        months=len({month.month for month in warehouse.months() if month.withdrawn_at is None}),
        links=len(links.of_client(workspace.access, client.slug)),
        files=len(files),
        size=sum(path.stat().st_size for path in files),
        own_key=workspace.key_of(client.slug).exists(),
    )


def erase(workspace: Workspace, name: str, by: str) -> None:
    """Erases a client for good. Raises ClientUnknown, and Busy while somebody writes its data: then nothing is changed.

    Nothing brings it back; a crash at any moment leaves it as it was, or erased once `finish` has run.
    """
    client = workspace.kept_client(name)
    with workspace.kept_namespace(client.slug).store():  # so that no import is half-way in
        Clients(workspace.access).begin_erasing(client.slug, by)
    _finish(workspace, client.slug, by)


def finish(workspace: Workspace) -> None:
    """Ends the erasures that were interrupted. What cannot be removed now is tried again the next time."""
    for client in Clients(workspace.access).being_erased():
        with contextlib.suppress(OSError, SverkaError):
            _finish(workspace, client.slug, BY_ITSELF)


def _finish(workspace: Workspace, slug: str, by: str) -> None:
    folder = workspace.root / "clients" / slug
    going = folder.with_name(f".{slug}.erasing")
    for _ in range(2):  # a file that was just arriving may have made the folder anew
        namespaces.let_go(folder)
        if folder.exists() and not going.exists():
            folder.rename(going)
        _remove(going)
        _remove(folder)
    workspace.key_of(slug).unlink(missing_ok=True)
    Clients(workspace.access).end_erasing(slug, by)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
