"""The agency's workspace: the registry of clients, one namespace for each, and the key of its hashes.

workspace/
  workspace.sqlite     clients, links, sessions, audit (dashboard.access)
  secret.key           what the keys of the phone and e-mail hashes are made from; the server's user alone reads it
  keys/<slug>.key      what one client's key is made from besides: gone with the client
  clients/<slug>/      one client's namespace (dashboard.warehouse)
"""

from __future__ import annotations

import contextlib
import hmac
import os
import re
import secrets
import stat
import unicodedata
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from dashboard.access.clients import Client, Clients
from dashboard.access.store import AccessStore
from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import ClientExists, ClientUnknown, SverkaError, WorkspaceUnusable
from dashboard.domain.phrase import say
from dashboard.settings import home
from dashboard.warehouse.namespace import Namespace

_SECRET_FILES = ("workspace.sqlite", "secret.key", "google-key.json", "secrets.toml", "demo.json")


class Workspace:
    """One agency's folder. Opening creates what is missing and raises WorkspaceUnusable where it cannot."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or home()
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)  # nothing in it is anybody else's on this machine
            (self.root / "clients").mkdir(exist_ok=True)
            self._probe()
        except OSError as error:
            raise WorkspaceUnusable(
                say(
                    "The workspace folder {folder} cannot be written ({reason}). "
                    "Choose another with SVERKA_HOME, or allow writing there. Nothing was changed.",
                    folder=str(self.root),
                    reason=error.strerror or type(error).__name__,
                )
            ) from error

    def _probe(self) -> None:
        probe = self.root / f".probe-{os.getpid()}-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()

    @cached_property
    def access(self) -> AccessStore:
        """The store of clients, links and sessions."""
        return AccessStore(self.root)

    @cached_property
    def secret(self) -> bytes:
        """What the keys of all clients' hashes are made from: 32 bytes, made once, never shown."""
        return _made_once(self.root / "secret.key")

    @property
    def sealing(self) -> bytes:
        """The key that seals what the database must not tell by itself: 32 bytes."""
        return hmac.new(self.secret, b"sealing", "sha256").digest()

    def secret_of(self, slug: str) -> bytes:
        """The key of one client's hashes, so that the same phone has unlike hashes at two clients.

        Of a client that was made before clients had a secret of their own it follows from the workspace's alone.
        """
        own = self.key_of(slug)
        return hmac.new(self.secret, slug.encode() + (_read(own) if own.exists() else b""), "sha256").digest()

    def key_of(self, slug: str) -> Path:
        """Where the client's own part of the key of its hashes lies."""
        return self.root / "keys" / f"{slug}.key"

    def clients(self) -> tuple[Client, ...]:
        """The clients of the agency, by name."""
        return Clients(self.access).all()

    def client(self, name: str) -> Client:
        """The client of this slug or name. Raises ClientUnknown."""
        known = self.clients()
        # By slug first: permission is asked for slugs, and one client may be called what another's address says.
        found = [client for client in known if client.slug == name] or [one for one in known if one.name == name]
        if found:
            return found[0]
        raise ClientUnknown(
            say(
                "There is no client “{name}”. Known: {known}. Nothing was changed.",
                name=name,
                known=tuple(client.slug for client in known) or "—",
            )
        )

    def namespace(self, slug: str) -> Namespace:
        """The namespace of a registered client. Raises ClientUnknown."""
        return Namespace.open(self.root / "clients" / self.client(slug).slug)

    def kept_client(self, name: str) -> Client:
        """As `client`, also of one that is archived. Raises ClientUnknown."""
        put_away = Clients(self.access).archived()
        return next((one for one in put_away if name in (one.slug, one.name)), None) or self.client(name)

    def kept_namespace(self, slug: str) -> Namespace:
        """As `namespace`, also of a client that is archived. Raises ClientUnknown."""
        return Namespace.open(self.root / "clients" / self.kept_client(slug).slug)

    def open_to_others(self) -> tuple[Path, ...]:
        """What other users of this machine may read: the folder, and the files in it that hold secrets."""
        if os.name == "nt":
            return ()  # there, rights are not kept as a mode
        kept = (self.root, *(self.root / name for name in _SECRET_FILES))
        if stat.S_IMODE(self.root.stat().st_mode) & 0o077 == 0:
            return ()
        return tuple(path for path in kept if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077)

    def recover(self) -> None:
        """Ends, for every client, what a crash left: a change that was committed and not yet published.

        A client whose data another process writes now is left to that process; one that cannot be read says so itself
        when somebody opens it.
        """
        for client in self.clients():
            with contextlib.suppress(SverkaError):
                self.namespace(client.slug).recover()

    def add_client(self, profile: ClientProfile, by: str) -> Namespace:
        """Registers a client and makes its namespace; an empty slug is made from the name. Raises ClientExists."""
        slug = profile.slug or slug_of(profile.name)
        if any(client.slug == slug or client.name == profile.name for client in self.clients()):
            raise ClientExists(say("There is a client “{name}” already. Nothing was changed.", name=profile.name))
        folder = self.root / "clients" / slug
        if not folder.exists():
            # Before the first hash: a key that came later would make strangers of the persons who are there already.
            self.key_of(slug).parent.mkdir(mode=0o700, exist_ok=True)
            _made_once(self.key_of(slug))
        namespace = Namespace.create(folder, replace(profile, slug=slug))
        Clients(self.access).add(Client(slug=slug, name=profile.name), by=by)
        return namespace


def _made_once(path: Path) -> bytes:
    """The 32 random bytes that lie there, made by the first who asks."""
    if not path.exists():
        # Written aside and linked: of two processes that start at once, both end with the same whole key.
        draft = path.with_name(f".secret-{secrets.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return _read(path)


def _read(path: Path) -> bytes:
    return bytes.fromhex(path.read_text(encoding="ascii"))


# Each Russian letter followed by what stands for it in an address.
_RUSSIAN = "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
_LATIN = {pair[0]: pair[1:] for pair in _RUSSIAN.split()}


def slug_of(name: str) -> str:
    """A client's name as it stands in addresses and folders: Latin letters, digits and hyphens."""
    latin = "".join(_LATIN.get(letter, letter) for letter in name.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or f"client-{secrets.token_hex(3)}"
