"""Imports killed at moments spread over their whole life: `python -m tests.reliability.killing FOLDER KILLS SEED`.

A process that has loaded the program and opened nothing forks one import after another, the command's own from its
arguments to its exit code, and kills it. Each starts from the same workspace. Prints how many died with the store as
it was, with the change, and with the change not yet published; exit code 1, and the sentence, at the first that left
anything else.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from dashboard import cli
from dashboard.domain import calendar
from dashboard.i18n import Language
from dashboard.ingest import formats, periods
from dashboard.warehouse.namespace import Namespace
from dashboard.warehouse.opening import read_only

_HEADER = 'Campaign report\n"March 1, 2026 - March 14, 2026"\nDay,Campaign,Currency code,Impr.,Clicks,Cost\n'
USA = ("--currency", "USD", "--country", "US", "--timezone", "America/New_York")
State = dict[str, Any]


def export(spend: int, days: int = 14, campaigns: str = "Campaign") -> str:
    """A report of nine campaigns that cost so much on each day of March."""
    every = ((day, number) for day in range(1, days + 1) for number in range(9))
    return _HEADER + "".join(f"2026-03-{day:02},{campaigns} {n},USD,100,10,{spend}.00\n" for day, n in every)


def warm() -> None:
    """Loads what every import would load for itself otherwise: declarations, texts and holidays; opens no database."""
    for module in ("client_commands", "import_commands", "commands"):
        importlib.import_module(f"dashboard.{module}")
    formats.known()
    Language("en").gettext("Day")
    periods._months()
    calendar.days("US", date(2026, 1, 1), date(2026, 1, 2))


def forked(work: Callable[[], int]) -> int:
    """The process that does the work and ends with what it gives; it says nothing."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        code = work()
    finally:
        os._exit(code)


def _command(*arguments: str) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(forked(lambda: cli.main(arguments)), 0)[1])


def state(root: Path) -> State:
    """What the client's store holds once a writer has opened it, and what its newest snapshot shows of that."""
    namespace = Namespace.open(root)
    with namespace.store() as store:
        connection = store._connection
        live = connection.sql("select count(*), coalesce(sum(spend), 0) from raw_ad_day where live").fetchall()[0]
        marts = connection.sql("select coalesce(sum(spend), 0) from funnel_day").fetchall()[0][0]
        imports = [record.import_id for record in store.imports()]
        version = store._data_version()
    with read_only(namespace.reader().path) as snapshot:
        shown = snapshot.sql("select coalesce(sum(spend), 0) from funnel_day").fetchall()[0][0]
    return {
        "rows": live[0],
        "spend": [int(live[1]), int(marts), int(shown)],
        "imports": [imports, [record.import_id for record in namespace.reader().imports()]],
        "version": [version, namespace.version()],
    }


def contents(root: Path) -> dict[str, bytes]:
    """What the client's database and snapshots are, byte for byte; a file beside the database would be one more."""
    kept = (path for path in (*root.iterdir(), *(root / "snapshots").iterdir()) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in kept}


def looked_at(root: Path, to: Path) -> State:
    """`state`, found by a process of its own."""

    def work() -> int:
        to.write_text(json.dumps(state(root)))
        return 0

    to.unlink(missing_ok=True)
    assert os.waitstatus_to_exitcode(os.waitpid(forked(work), 0)[1]) == 0, "the store cannot be opened after a kill"
    found: State = json.loads(to.read_text())
    return found


def main(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kills that many imports, and counts what they left."""
    chance = Random(seed)  # noqa: S311 - a fixed seed is the point
    first, second, third = (folder / f"{name}.csv" for name in ("first", "second", "third"))
    for path, spend, days in ((first, 1, 14), (second, 2, 14), (third, 3, 2)):
        path.write_text(export(spend, days), encoding="utf-8")
    warm()
    made, home = folder / "made", folder / "home"
    os.environ.update(SVERKA_HOME=str(made), SVERKA_TODAY="2026-03-20")
    assert _command("client", "add", "Shop", *USA) == 0
    assert _command("import", str(first), "--client", "shop") == 0
    os.environ["SVERKA_HOME"] = str(home)
    root, told = home / "clients" / "shop", folder / "state.json"
    old = looked_at(made / "clients" / "shop", told)
    as_made = contents(made / "clients" / "shop")
    # The shortest: of the longer lives most would be over at the moment that is meant for their end.
    whole = min(_whole_life(made, home, second) for _ in range(3))
    new = looked_at(root, told)
    left: Counter[str] = Counter()
    while left.total() < kills:
        _anew(made, home)
        share = (left.total() + chance.random()) / kills
        child = forked(lambda: cli.main(["import", str(second), "--client", "shop"]))
        _wait_until_used(child, share * whole)
        os.kill(child, signal.SIGKILL)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
            continue  # it took less this time, and was not killed
        published = max((int(path.stem) for path in (root / "snapshots").glob("*.duckdb")), default=0)
        after = old if contents(root) == as_made else looked_at(root, told)
        if after not in (old, new):
            raise SystemExit(f"killed at {share:.3f} of its life, it left {after}: neither {old} nor {new}")
        what = "as before" if after == old else "changed" if published == new["version"][1] else "changed, unpublished"
        left[what] += 1
        _next_import_works(root, third, told, thorough=left.total() % 20 == 0)
    return left


def _whole_life(made: Path, home: Path, path: Path) -> float:
    """The seconds of processor that a whole import takes; unlike those of the clock, whatever else the machine does."""
    _anew(made, home)
    _, status, used = os.wait4(forked(lambda: cli.main(["import", str(path), "--client", "shop"])), 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return used.ru_utime + used.ru_stime


def _wait_until_used(child: int, seconds: float) -> None:
    """Returns once the child has used that many seconds of processor, or has ended."""
    clock = (~child << 3) | 2  # what clock_getcpuclockid(3) gives for a process
    while time.clock_gettime(clock) < seconds and not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        time.sleep(0.001)


def _anew(made: Path, home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(made, home)


def _next_import_works(root: Path, path: Path, told: Path, *, thorough: bool) -> None:
    """What lies in the scratch folder is what the next import removes a day later; and that import goes in."""
    scratch = root / "scratch"
    strange = [left.name for left in scratch.glob("*") if not left.name.startswith("reading-")]
    strange += [left.name for left in (root / "snapshots").glob("*") if left.suffix != ".duckdb"]
    if strange:
        raise SystemExit(f"it left {strange}")
    if not thorough:
        return
    for left in scratch.glob("reading-*"):
        os.utime(left, (0, 0))
    if _command("import", str(path), "--client", "shop") != 0:
        raise SystemExit("the next import did not go in")
    if list(scratch.iterdir()):
        raise SystemExit(f"the next import left {[left.name for left in scratch.iterdir()]} in the scratch folder")
    after = looked_at(root, told)
    if len(set(after["spend"])) > 1 or len(set(map(str, after["imports"]))) > 1:
        raise SystemExit(f"after the next import the figures do not agree: {after}")


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
