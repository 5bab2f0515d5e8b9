"""What Streamlit's websocket carries: its own orders, another's session, another's fragments."""

from __future__ import annotations

import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.access import secret
from dashboard.access.doors.gate import HOLDER
from dashboard.access.screens import SCREENS
from tests.attacks.record import Record
from tests.attacks.target import CLOSED, Target
from tests.attacks.workspace import ALDER, BIRCH, marks
from tests.server.stream import Stream, hash_of


def orders() -> list[BackMsg]:
    """Everything that Streamlit would do for whoever asks, and no screen of ours asks for."""
    many = BackMsg()
    many.file_urls_request.file_names.extend(["a"] * 10_000)
    given = [BackMsg(**{name: True}) for name in ("clear_cache", "set_run_on_save", "load_git_info")]
    given += [BackMsg(**{name: True}) for name in ("debug_disconnect_websocket", "debug_shutdown_runtime")]
    for payload in ("deferred_file", "install_skills", "dismiss_skills_nudge", "dataframe_chunk"):
        asked = BackMsg()
        asked.backend_operation_request.request_id = "1"
        getattr(asked.backend_operation_request, payload).SetInParent()
        given.append(asked)
    return [*given, many]


def session_of(stream: Stream) -> str:
    """The name of Streamlit's session, as the server tells it to its own browser."""
    return next(m.new_session.initialize.session_id for m in stream.run() if m.HasField("new_session"))


@pytest.mark.parametrize("who", ["stranger", "link", "agency"])
def test_streamlits_own_orders_are_not_taken(target: Target, record: Record, who: str) -> None:
    cookies = {"stranger": lambda: None, "agency": target.agency}
    cookie = cookies.get(who, lambda: target.holder(target.link(ALDER, "campaigns")))()
    family = "stranger's messages" if who == "stranger" else "other sessions"
    with target.stream(cookie) as stream:
        stream.run("campaigns")
        time.sleep(0.3)  # what a run tells after its end
        stream.heard()
        for order in orders():
            stream.send(order.SerializeToString())
            came = stream.heard()
            record.attempt(family, len(came) == 1, f"{who}: {order.WhichOneof('type')} was answered: {came[0]}")
        # Two orders in one frame count as the last of them.
        stream.send(BackMsg(app_heartbeat=True).SerializeToString() + BackMsg(clear_cache=True).SerializeToString())
        record.attempt(family, len(stream.heard()) == 1, f"{who}: an order behind a heartbeat")


def test_another_cookie_does_not_take_a_session_over(target: Target, record: Record) -> None:
    mine, other = (target.holder(target.link(client, "campaigns")) for client in (ALDER, BIRCH))
    for thief in (None, other, "x" * 43):
        with target.stream(mine) as stream:
            session = session_of(stream)
            with target.stream(thief, session=session) as stolen:
                text = stolen.text("campaigns")
                record.attempt("other sessions", session_of(stolen) != session, f"{thief} goes on with a session")
                record.attempt("other sessions", not any(m in text for m in marks(ALDER)), f"{thief} sees a session")
            record.attempt("readers", bool(stream.heard()), "the owner of the session was cut off")
        with target.stream(thief, session=session) as stolen:  # its owner has gone
            record.attempt("other sessions", session_of(stolen) != session, f"{thief} takes a session up")
    with target.stream(mine) as stream:
        session = session_of(stream)
    with target.stream(mine, session=session) as again:
        record.attempt("readers", session_of(again) == session, "a reader's own session was not taken up again")


def test_a_header_that_names_the_holder_is_not_believed(target: Target, record: Record) -> None:
    mine = target.holder(target.link(ALDER, "campaigns"))
    with target.stream(mine) as stream:
        session = session_of(stream)
    for name in (HOLDER, HOLDER.title(), HOLDER.upper()):
        with target.stream(session=session, headers={name: secret.hashed(mine)}) as stolen:
            record.attempt("other sessions", session_of(stolen) != session, f"{name} was believed")


def test_no_name_hash_or_fragment_shows_a_stranger_anything(target: Target, record: Record, times: int) -> None:
    queries = (f"client={ALDER}", f"client={ALDER}&client={BIRCH}", "", "client=%00", "embed=true")
    with target.stream(target.agency()) as stream:
        drawn = [message for screen in SCREENS for message in stream.run(screen, f"client={ALDER}")]
    fragments = sorted({m.delta.fragment_id for m in drawn if m.delta.fragment_id})
    assert fragments
    with target.stream() as stream:
        for screen in (*SCREENS, "", "closed", "nonsense", "../pages/client/campaigns", "pages/client/campaigns.py"):
            for query in queries[: 1 if times == 1 else None]:
                for text in (stream.text(screen, query), stream.text(by_hash=hash_of(screen), query=query)):
                    held = CLOSED in text and not any(mark in text for mark in (*marks(ALDER)[:2], *marks(BIRCH)[:2]))
                    record.attempt("stranger's messages", held, f"{screen}?{query}")
        for fragment in fragments:
            asked = BackMsg()
            asked.rerun_script.fragment_id = fragment
            stream.send(asked.SerializeToString())
        text = str(stream.say(BackMsg(app_heartbeat=True), answered=False))
        for fragment in fragments:
            record.attempt("stranger's messages", not any(m in text for m in marks(ALDER)), f"fragment {fragment}")
