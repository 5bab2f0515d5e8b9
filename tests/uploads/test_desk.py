"""Files that were sent are read and added by a process beside the server, and cancelled without a trace."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from dashboard.domain.errors import SverkaError
from dashboard.domain.watch import Stage
from dashboard.uploads import folder
from dashboard.uploads.desk import Desk
from dashboard.uploads.held import State
from dashboard.workspace import Workspace
from tests.uploads.conftest import CLIENT, HEADER, SESSION, Send, ad_rows, reaches, settled, states

PLAIN = "No,When,What,Paid\n1,2026-11-01,Chair,10.00\n2,2026-11-02,Table,20.00\n"
MAPPING = """kind = "orders"
[columns]
order_id = "No"
sold = "When"
product = "What"
revenue = "Paid"
[options]
platform = "till"
currency = "USD"
date_order = "ymd"
"""


def listing(workspace: Workspace) -> list[str]:
    """Every file of the client."""
    root = workspace.namespace(CLIENT).root
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_each_file_stands_or_falls_alone(workspace: Workspace, desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    send("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(64))
    send("odd.csv", PLAIN)
    files = settled(desk)
    assert states(files) == [
        ("ads.csv", State.READY), ("photo.csv", State.REFUSED), ("odd.csv", State.NEEDS_MAPPING)
    ]  # fmt: skip
    desk.add(files, by="anna")
    assert [state for _, state in states(settled(desk))] == [State.ADDED, State.REFUSED, State.NEEDS_MAPPING]
    (record,) = workspace.namespace(CLIENT).reader().imports()
    assert (record.file, record.rows_kept, record.imported_by) == ("ads.csv", 3, "anna")


def test_of_an_added_file_nothing_stays_on_the_disk(workspace: Workspace, desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    desk.add(settled(desk), by="anna")
    settled(desk)
    assert not [name for name in listing(workspace) if "uploads/" in name]


def test_the_same_file_again_changes_nothing(desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    desk.add(settled(desk), by="anna")
    settled(desk)
    send("again.csv", ad_rows())
    assert states(settled(desk))[1:] == [("again.csv", State.UNCHANGED)]


def test_what_lies_on_the_desk_belongs_to_its_session(desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    assert states(settled(desk)) == [("ads.csv", State.READY)]
    assert desk.files(CLIENT, "another-one") == []


def test_after_a_restart_the_files_are_read_anew(workspace: Workspace, desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    settled(desk)
    desk.close()
    restarted = Desk(workspace)
    try:
        assert states(settled(restarted)) == [("ads.csv", State.READY)]
    finally:
        restarted.close()


def test_the_files_of_a_zip_are_held_each_by_itself(desk: Desk, send: Send) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("first.csv", ad_rows())
        archive.writestr("second.csv", HEADER)
    send("both.zip", packed.getvalue())
    files = settled(desk)
    assert sorted(state for _, state in states(files)) == [State.READY, State.REFUSED], [one.error for one in files]


def test_a_damaged_file_of_a_zip_falls_alone(desk: Desk, send: Send) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.csv", ad_rows())
        archive.writestr("second.csv", HEADER * 999)
    raw = bytearray(packed.getvalue())
    raw[raw.index(b"second.csv") + len("second.csv") + 2] ^= 0xFF
    send("both.zip", bytes(raw))
    files = settled(desk)
    assert states(files) == [("both.zip/first.csv", State.READY), ("both.zip/second.csv", State.REFUSED)]
    assert "damaged" in str(files[1].error)


@pytest.mark.parametrize("mapping_first", [True, False])
def test_a_mapping_serves_the_files_beside_it(desk: Desk, send: Send, mapping_first: bool) -> None:
    order = [("orders.toml", MAPPING), ("orders.csv", PLAIN)]
    for name, content in order if mapping_first else order[::-1]:
        send(name, content)
        settled(desk)
    assert dict(states(settled(desk))) == {"orders.toml": State.MAPPING, "orders.csv": State.READY}


def test_a_mapping_that_comes_while_a_file_is_being_read_serves_it_too(desk: Desk, send: Send) -> None:
    send("orders.csv", PLAIN)
    (orders,) = desk.files(CLIENT, SESSION)
    reaches(orders, Stage.LOOKING)
    send("orders.toml", MAPPING)
    assert dict(states(settled(desk))) == {"orders.csv": State.READY, "orders.toml": State.MAPPING}


def test_what_is_no_mapping_says_so(desk: Desk, send: Send) -> None:
    send("orders.toml", "kind = 7")
    (held,) = settled(desk)
    assert held.state is State.REFUSED
    assert isinstance(held.error, SverkaError)


@pytest.mark.parametrize("stage", [Stage.LOOKING, Stage.READING])
def test_a_reading_that_is_cancelled_leaves_nothing(workspace: Workspace, desk: Desk, send: Send, stage: Stage) -> None:
    before = listing(workspace)
    send("large.csv", HEADER + "2026-11-01,Brand,1,Group,word,USD,10,1,5.00\n" * 800_000)
    (held,) = desk.files(CLIENT, SESSION)
    reaches(held, stage)
    desk.cancel(held)
    assert states(settled(desk)) == [("large.csv", State.CANCELLED)]
    assert listing(workspace) == before
    desk.remove(held)
    assert desk.files(CLIENT, SESSION) == []


def test_what_waits_for_its_turn_is_cancelled_at_once(desk: Desk, send: Send) -> None:
    send("first.csv", HEADER + "2026-11-01,Brand,1,Group,word,USD,10,1,5.00\n" * 200_000)
    send("second.csv", ad_rows())
    files = desk.files(CLIENT, SESSION)
    desk.cancel(files[1])
    assert files[1].state is State.CANCELLED
    assert states(settled(desk))[0] == ("first.csv", State.READY)


def test_an_adding_that_is_cancelled_leaves_the_store_as_it_was(workspace: Workspace, desk: Desk, send: Send) -> None:
    namespace = workspace.namespace(CLIENT)
    send("large.csv", HEADER + "".join(
        f"2026-11-{1 + n % 28:02},Brand,1,Group,word {n},USD,10,1,5.00\n" for n in range(300_000)
    ))  # fmt: skip
    (held,) = settled(desk)
    before, version = [name for name in listing(workspace) if "uploads" not in name], namespace.version()
    desk.add([held], by="anna")
    reaches(held, Stage.WRITING)
    desk.cancel(held)
    assert states(settled(desk)) == [("large.csv", State.CANCELLED)]
    assert listing(workspace) == before
    assert namespace.version() == version
    with namespace.store() as store:
        assert store.imports() == []


def test_a_file_waits_while_somebody_else_writes(workspace: Workspace, desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    (held,) = settled(desk)
    with workspace.namespace(CLIENT).store():
        desk.add([held], by="anna")
        reaches(held, Stage.WAITING)
    assert states(settled(desk)) == [("ads.csv", State.ADDED)]


def test_a_wait_for_somebody_else_can_be_cancelled(workspace: Workspace, desk: Desk, send: Send) -> None:
    send("ads.csv", ad_rows())
    (held,) = settled(desk)
    with workspace.namespace(CLIENT).store():
        desk.add([held], by="anna")
        reaches(held, Stage.WAITING)
        desk.cancel(held)
        assert states(settled(desk)) == [("ads.csv", State.CANCELLED)]


def test_a_broken_arrival_is_never_held(workspace: Workspace, desk: Desk) -> None:
    arriving = folder.place(workspace, CLIENT, SESSION) / "1.part"
    arriving.mkdir(parents=True)
    (arriving / "file").write_text(ad_rows())
    assert desk.files(CLIENT, SESSION) == []


def test_what_nobody_came_back_for_is_removed(
    workspace: Workspace, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = send("ads.csv", ad_rows(), session="long-ago")
    fresh = left.folder.stat().st_mtime
    monkeypatch.setattr("dashboard.uploads.folder.time.time", lambda: fresh + 25 * 60 * 60)
    folder.place(workspace, CLIENT, SESSION)
    assert not Path(left.folder.parent).exists()
