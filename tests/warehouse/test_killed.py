"""A writer killed at any moment leaves what was before its import or what is after it, never something between."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from dashboard.domain.client import ClientProfile
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.opening import read_only
from tests.warehouse.conftest import live_in

KILLS = 12
DAYS = 4

# Import number n replaces the same four days, each with n roubles, and says so once it is acknowledged.
WRITER = """
import sys
from pathlib import Path
from dashboard.domain.canonical import Kind
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import ads, write_reading
root, scratch = Path(sys.argv[1]), Path(sys.argv[2])
namespace = Namespace.open(root)
while True:
    with namespace.store() as store:
        number = max([record.import_id for record in store.imports()], default=0) + 1
        path = scratch / f"{number}.duckdb"
        path.unlink(missing_ok=True)
        reading = write_reading(path, Kind.ADS, ads(*((day, "A", number) for day in range(1, int(sys.argv[3]) + 1))))
        print("begins", number, flush=True)
        store.commit(reading, by="anna")
        print("done", number, flush=True)
"""


def test_a_writer_killed_at_any_moment_leaves_the_old_or_the_new(
    tmp_path: Path, profile: ClientProfile, root: Path
) -> None:
    namespace = Namespace.create(tmp_path / "clinic", profile)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for kill in range(KILLS):
        begun, done = _write_until_killed(namespace.root, scratch, root, seconds=0.037 * kill)
        with namespace.store() as store:
            rows = live_in(store)
            numbers = {spend for _, _, spend in rows}
            imports = [record.import_id for record in store.imports()]
        assert len(rows) == (DAYS if imports else 0)
        assert numbers == set(imports[:1])
        assert done <= len(imports) <= begun
        warehouse = namespace.reader()
        assert [record.import_id for record in warehouse.imports()] == imports
        assert _spend_in(warehouse.path) == DAYS * len(imports)


def _write_until_killed(folder: Path, scratch: Path, root: Path, seconds: float) -> tuple[int, int]:
    """Runs the writer and kills it that long after its first import began; the imports begun and acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(scratch), str(DAYS)],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    said = [line.split() for line in [first, *writer.stdout.readlines()]]
    writer.wait()
    writer.stdout.close()
    begun = max(int(number) for word, number in said if word == "begins")
    done = max((int(number) for word, number in said if word == "done"), default=0)
    return begun, done


def _spend_in(path: Path) -> int:
    with read_only(path) as connection:
        rows = connection.execute("select cast(coalesce(sum(spend), 0) as integer) from funnel_day").fetchall()
    return int(rows[0][0])
