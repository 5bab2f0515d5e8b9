"""Whoever holds a good link asks for everything else: other screens, other clients, the agency's, in every way."""

from __future__ import annotations

import re

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.access import audit, links
from dashboard.access.screens import AGENCY_SCREENS, CLIENT_SCREENS, SCREENS
from tests.attacks import addresses
from tests.attacks.record import Record
from tests.attacks.target import SHELL, Target
from tests.attacks.workspace import ALDER, BIRCH, NAMES, ONLY
from tests.browser.reading import TITLES
from tests.server.stream import Stream, hash_of

MINE = CLIENT_SCREENS[:2]
CLIENTS = ("", f"client={ALDER}", f"client={BIRCH}", f"client={ALDER}&client={BIRCH}", f"client={BIRCH}&client={ALDER}",
           f"client={BIRCH.upper()}", f"client={NAMES[BIRCH].replace(' ', '%20')}", f"client=../{BIRCH}",
           f"client[]={BIRCH}", f"client={BIRCH}%00", f"Client={BIRCH}")  # fmt: skip
_WIDGET = re.compile(r'id: "(\$\$ID-[^"]+)"')


@pytest.fixture(scope="module")
def cookie(target: Target) -> str:
    return target.holder(target.link(ALDER, *MINE))


def of_birch(text: str) -> bool:
    """Whether a text tells anything about the other client."""
    return NAMES[BIRCH] in text or ONLY[BIRCH] in text


def drawn(text: str) -> set[str]:
    """The screens whose heads are in what a run has sent."""
    return {key for key, title in TITLES.items() if f"<h1>{title}</h1>" in text}


def test_no_address_opens_another_screen_or_client(target: Target, record: Record, cookie: str) -> None:
    for path in addresses.known():
        for query in CLIENTS if path.lstrip("/") in SCREENS else CLIENTS[:3]:
            answer = target.ask(f"{path}?{query}", cookie=cookie, Sec_Fetch_Site="cross-site")
            asked = query.removeprefix("client=")
            mine = path.lstrip("/") in MINE and (
                asked == ALDER or "client=" not in query or asked.endswith(f"={ALDER}")
            )
            held = not of_birch(answer.text + str(answer.headers)) and (mine or SHELL not in answer.text)
            record.attempt("other screens", held and answer.status < 500, f"{path}?{query}: {answer.status}")


def test_no_file_is_given_out(target: Target, record: Record, cookie: str) -> None:
    for route in addresses.routes():
        if "{" not in route or route.startswith(("/s/", "/enter/", "/component/", "/_stcore/bidi")):
            continue
        for path in addresses.filled(route):
            for method in ("GET", "POST", "PUT", "DELETE"):
                answer = target.ask(path, method, cookie, b"x", Origin=target.server.address, X_Sverka_Upload="1")
                record.attempt("other screens", answer.status in (403, 404, 405), f"{method} {path}: {answer.status}")


def test_no_message_draws_another_screen_or_client(target: Target, record: Record, cookie: str, times: int) -> None:
    queries = CLIENTS[:4] if times == 1 else CLIENTS
    with target.stream(cookie) as stream:
        stream.run(MINE[0])  # a run that is allowed first: nothing of it may open the next
        for number, screen in enumerate((*SCREENS, "closed", "nonsense", f"client/{SCREENS[-1]}")):
            for query in queries if times > 1 else (queries[2], queries[number % 2 * 3]):
                for text in (stream.text(screen, query), stream.text(by_hash=hash_of(screen), query=query)):
                    held = not of_birch(text) and drawn(text) <= set(MINE)
                    record.attempt("other screens", held, f"stream {screen}?{query}: {drawn(text)}")


def test_widgets_and_fragments_of_others_do_nothing(target: Target, record: Record, cookie: str) -> None:
    with target.stream(target.agency()) as stream:
        sent = {screen: stream.run(screen, f"client={BIRCH}") for screen in SCREENS}
        fragments = {m.delta.fragment_id: key for key, came in sent.items() for m in came if m.delta.fragment_id}
        widgets = {found: key for key, came in sent.items() for m in came for found in _WIDGET.findall(str(m))}
    assert len(fragments) > 3
    assert len(widgets) > 20
    before = seen(target)
    with target.stream(cookie) as stream:
        stream.run(MINE[0])
        for screen in (MINE[0], AGENCY_SCREENS[0], AGENCY_SCREENS[1]):
            for kind in ({"trigger_value": True}, {"string_value": BIRCH}, {"bool_value": True}):
                asked = BackMsg()
                asked.rerun_script.page_name = screen
                asked.rerun_script.query_string = f"client={BIRCH if screen in AGENCY_SCREENS else ALDER}"
                asked.rerun_script.widget_states.widgets.extend(WidgetState(id=one, **kind) for one in widgets)
                text = "\n".join(str(message) for message in stream.say(asked))
                for widget, key in widgets.items():
                    held = not of_birch(text) and drawn(text) <= set(MINE)
                    record.attempt("other sessions", held, f"{kind} for {widget} of {key}")
        for fragment in fragments:
            asked = BackMsg()
            asked.rerun_script.fragment_id = fragment
            asked.rerun_script.query_string = f"client={BIRCH}"
            stream.send(asked.SerializeToString())
        text = str(stream.say(BackMsg(app_heartbeat=True), answered=False))
        for fragment, key in fragments.items():
            record.attempt("other sessions", not of_birch(text), f"fragment {fragment} of {key}")
    record.attempt("other sessions", seen(target) == before, "something was written")


def test_an_open_page_loses_its_data_with_its_link(target: Target, record: Record) -> None:
    cookie = target.holder(target.link(ALDER, *CLIENT_SCREENS))
    with target.stream(cookie) as stream:
        drawn_first = stream.run(CLIENT_SCREENS[0])
        assert NAMES[ALDER] in str(drawn_first)
        fragments = {message.delta.fragment_id for message in drawn_first if message.delta.fragment_id}
        revoke_all(target, ALDER)
        for fragment in fragments:
            text = stream.text(fragment=fragment)
            record.attempt("cookies", ONLY[ALDER] not in text, f"fragment {fragment} of a dead link")
        for screen in SCREENS:
            for text in (stream.text(screen), stream.text(by_hash=hash_of(screen), query=f"client={ALDER}")):
                record.attempt("cookies", ONLY[ALDER] not in text and not drawn(text), f"{screen} of a dead link")
    for screen in SCREENS:
        record.attempt("cookies", SHELL not in target.ask(f"/{screen}", cookie=cookie).text, f"{screen} of a dead link")
    with Stream(target.port, cookie) as again:
        record.attempt("cookies", ONLY[ALDER] not in again.text(CLIENT_SCREENS[0]), "a new page of a dead link")


def seen(target: Target) -> tuple[object, ...]:
    """What an order that was taken would change: the record, and the versions of the data."""
    changes = [one for one in audit.newest(target.workspace.access, 5000) if one.what != "tries limited"]
    return (len(changes), *(target.workspace.namespace(client).version() for client in (ALDER, BIRCH)))


def revoke_all(target: Target, client: str) -> None:
    """Revokes every link of a client."""
    for link in links.of_client(target.workspace.access, client):
        links.revoke(target.workspace.access, link.public_id, by="test")
