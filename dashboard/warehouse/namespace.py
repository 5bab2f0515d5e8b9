"""A client's namespace: one folder with the store, its snapshots, and a place for what does not fit in memory."""

from __future__ import annotations

import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock

from dashboard.domain.client import ClientProfile
from dashboard.domain.errors import ClientExists, ClientUnknown, WorkspaceUnusable
from dashboard.domain.period_policy import Days
from dashboard.domain.phrase import say
from dashboard.domain.watch import Watch
from dashboard.migrations import newer
from dashboard.warehouse import snapshots
from dashboard.warehouse.given import GivenDays
from dashboard.warehouse.marts import DuckDBMarts, MartEngine
from dashboard.warehouse.opening import newest_schema
from dashboard.warehouse.reader import Warehouse, identity
from dashboard.warehouse.store import WAIT_SECONDS, Store

_readers: dict[Path, Warehouse] = {}
_readers_lock = Lock()


class Namespace:
    """The folder of one client: `store.duckdb`, `snapshots/000017.duckdb`, `temp/`."""

    def __init__(self, root: Path, engine: MartEngine | None = None) -> None:
        self.root = root
        self._engine = engine or DuckDBMarts()

    @classmethod
    def create(cls, root: Path, profile: ClientProfile, engine: MartEngine | None = None) -> Namespace:
        """Makes the folder, with the settings in force and a first, empty snapshot: all of it or none.

        Raises ClientExists if something lies there already, WorkspaceUnusable if the folder cannot be made.
        """
        if root.exists():
            raise ClientExists(say("There is a client “{name}” already. Nothing was changed.", name=profile.slug))
        making = root.with_name(f".{root.name}.{os.getpid()}.making")
        try:
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir(parents=True)
            with cls(making, engine).store() as store:
                store.save_profile(profile, by="")
            making.rename(root)
        except OSError as error:
            raise WorkspaceUnusable(
                say("The client's folder cannot be made: {why}. Nothing was changed.", why=str(error))
            ) from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
        return cls(root, engine)

    @classmethod
    def open(cls, root: Path, engine: MartEngine | None = None) -> Namespace:
        """The namespace in that folder. Raises ClientUnknown if there is none."""
        if not (root / "store.duckdb").exists():
            raise ClientUnknown(say("There is no client “{name}”. Nothing was changed.", name=root.name))
        return cls(root, engine)

    def version(self) -> int:
        """The newest version published; 0 if none. Costs one directory listing."""
        return next(iter(reversed(snapshots.numbers(self.root / "snapshots"))), 0)

    def reader(self) -> Warehouse:
        """The newest snapshot, opened once per process and version. Never waits for a writer once there is one.

        Raises WorkspaceNewer if a newer program published it, WorkspaceUnusable if it cannot be read.
        """
        warehouse = self._newest()
        if warehouse is None or warehouse.schema_version < newest_schema():
            self.recover()
            warehouse = self._newest()
        if warehouse is None:
            raise WorkspaceUnusable(say("No figures have been published for this client yet."))
        if warehouse.schema_version > newest_schema():
            raise newer(warehouse.schema_version, newest_schema())
        return warehouse

    def given(self, days: Days) -> Warehouse:
        """The newest snapshot for a reader who was given these days, opened once per process and version."""
        whole = self.reader()
        return whole.part(days, lambda: GivenDays(whole, days))

    def store(self, wait_seconds: float = WAIT_SECONDS, watch: Watch | None = None) -> Store:
        """The store, for `with`: one writer at a time. While it waits for another, `watch` may cancel."""
        return Store(self.root, self._engine, wait_seconds=wait_seconds, program=program(), watch=watch)

    def recover(self) -> None:
        """Ends what a crash or an update of the program left: schema steps, a snapshot not published."""
        with self.store():
            pass

    def _newest(self) -> Warehouse | None:
        """The newest snapshot, from this process's cache if it is there."""
        folder = self.root / "snapshots"
        key = self.root.resolve()
        with _readers_lock:
            version = self.version()
            held = _readers.get(key)
            if version == 0:
                return None
            path = snapshots.path_of(folder, version)
            if held is not None and held.path == path and held.identity == identity(path):
                return held
            if held is not None and held.path == path:
                # A client made anew under an old name: while the old file is open, its name leads to it.
                held.supersede()
                held.wait_until_closed()
            warehouse = Warehouse(path)
            _readers[key] = warehouse
        if held is not None:
            held.supersede()
        return warehouse


def let_go(root: Path) -> None:
    """Closes what this process has open of a namespace that is to be removed, once nobody reads from it any more."""
    with _readers_lock:
        held = _readers.pop(root.resolve(), None)
    if held is not None:
        held.supersede()
        held.wait_until_closed()


def let_go_of_removed() -> None:
    """Closes what this process has open of namespaces that another process has removed: else their disk is not free."""
    with _readers_lock:
        removed = [root for root in _readers if not root.exists()]
    for root in removed:
        let_go(root)


def program() -> str:
    """The program's name and version, for the record in each snapshot."""
    try:
        return f"sverka {version('sverka')}"
    except PackageNotFoundError:
        return "sverka"
