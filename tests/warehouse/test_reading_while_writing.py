"""Readers, in threads and in other processes, never wait for the writer and never see half of an import."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dashboard.domain.canonical import Kind
from dashboard.warehouse.namespace import Namespace
from tests.warehouse.conftest import Write, ads, day

# Each import of the test brings two days of one rouble each, so a whole snapshot always has an even sum.
ROUNDS = 6

READ_IN_A_PROCESS = """
import sys
from pathlib import Path
from dashboard.warehouse.namespace import Namespace
namespace = Namespace.open(Path(sys.argv[1]))
print(namespace.reader().version, len(namespace.reader().imports()))
"""


def test_threads_read_whole_versions_while_a_writer_commits(namespace: Namespace, write: Write) -> None:
    readings = [write(Kind.ADS, ads((2 * number + 1, "A", 1), (2 * number + 2, "A", 1))) for number in range(ROUNDS)]
    done = threading.Event()

    def read() -> list[tuple[int, int, int]]:
        seen = []
        while not done.is_set():
            warehouse = namespace.reader()
            ages = warehouse.fetch("reports/source_ages", today=day(2 * ROUNDS))
            days = (ages[0]["last_day"] - ages[0]["first_day"]).days + 1 if ages else 0
            seen.append((warehouse.version, len(warehouse.imports()), days))
        return seen

    with ThreadPoolExecutor(4) as pool:
        reading = [pool.submit(read) for _ in range(4)]
        with namespace.store() as store:
            for file in readings:
                store.commit(file, by="anna")
        done.set()
        seen = [moment for future in reading for moment in future.result()]
    assert seen
    for version, imports, days in seen:
        assert imports == version - 1
        assert days == 2 * imports
    assert namespace.version() == ROUNDS + 1


def test_another_process_reads_while_this_one_has_the_store_open(
    namespace: Namespace, write: Write, root: Path
) -> None:
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 1))), by="anna")
        told = subprocess.run(
            [sys.executable, "-c", READ_IN_A_PROCESS, str(namespace.root)],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    assert (told.stdout, told.stderr) == ("2 1\n", "")


def test_a_superseded_version_is_closed_once_nobody_reads_it(namespace: Namespace, write: Write) -> None:
    old = namespace.reader()
    with namespace.store() as store:
        store.commit(write(Kind.ADS, ads((1, "A", 1))), by="anna")
    assert old._connection is not None
    namespace.reader()
    assert old._connection is None
    assert old.imports() == []
    assert old._connection is None
