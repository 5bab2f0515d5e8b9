"""People of the agency where their role or their clients do not let them: by address, message, order and file."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.access import people, sessions
from dashboard.access.screens import SCREENS
from dashboard.access.viewer import Role
from tests.attacks import addresses
from tests.attacks.record import Record
from tests.attacks.target import SHELL, Target
from tests.attacks.test_links import drawn, seen
from tests.attacks.workspace import ALDER, BIRCH, NAMES, ONLY
from tests.server.stream import Stream, hash_of

_WIDGET = re.compile(r'id: "(\$\$ID-[^"]+)"')


@pytest.mark.parametrize("role", ["analyst", "manager"])
def test_nobody_gets_beyond_their_clients_and_screens(target: Target, record: Record, role: Role) -> None:
    _id, cookie = target.person(role, ALDER)
    viewer = sessions.viewer(target.workspace.access, cookie)
    assert viewer is not None
    with target.stream(cookie) as stream:
        for screen in SCREENS:
            for client in (ALDER, BIRCH):
                allowed = set(viewer.screens(client))
                answer = target.ask(f"/{screen}?client={client}", cookie=cookie)
                held = screen in allowed or SHELL not in answer.text
                record.attempt("roles", held, f"{role} {screen} of {client}: {answer.status}")
                for text in (
                    stream.text(screen, f"client={client}"),
                    stream.text(by_hash=hash_of(screen), query=f"client={client}"),
                ):
                    held = drawn(text) <= allowed and ONLY[BIRCH] not in text and NAMES[BIRCH] not in text
                    record.attempt("roles", held, f"{role} {screen} of {client}: {drawn(text)}")


@pytest.mark.parametrize("role", ["analyst", "manager"])
def test_no_file_of_another_client_comes_or_goes(target: Target, record: Record, role: Role) -> None:
    _id, cookie = target.person(role, ALDER)
    own = {"Origin": target.server.address, "Sec_Fetch_Site": "same-origin", "X_Sverka_Upload": "1"}
    for client in (BIRCH, quote(NAMES[BIRCH]), f"{ALDER}/../{BIRCH}", f"{ALDER}%2f..%2f{BIRCH}", BIRCH.upper()):
        answer = target.ask(f"/upload/{client}?name=a.csv", "POST", cookie, b"x", **own)
        record.attempt("roles", answer.status in (400, 403, 404), f"{role} uploads for {client}: {answer.status}")
    if role == "analyst":
        answer = target.ask(f"/upload/{ALDER}?name=a.csv", "POST", cookie, b"x", **own)
        record.attempt("roles", answer.status == 403, f"an analyst uploads: {answer.status}")
    for route in addresses.routes():
        if route.startswith("/download"):
            for path in addresses.filled(route):
                answer = target.ask(path.replace(ALDER, BIRCH), cookie=cookie)
                of_all = answer.status == 200 and "{client}" not in route  # such as the record of one's own clients
                held = (of_all or answer.status in (403, 404, 410)) and BIRCH not in answer.text
                record.attempt("roles", held and SHELL not in answer.text, f"{role} {path}: {answer.status}")


def pressed(stream: Stream, widgets: set[str], screen: str, client: str) -> str:
    """Presses every button and ticks every box at once, whether or not the screen has them; gives what was drawn."""
    asked = BackMsg()
    asked.rerun_script.page_name = screen
    asked.rerun_script.query_string = f"client={client}"
    asked.rerun_script.widget_states.widgets.extend(WidgetState(id=one, trigger_value=True) for one in sorted(widgets))
    return "\n".join(str(message) for message in stream.say(asked))


def widgets_of(target: Target, client: str) -> set[str]:
    """Every widget that the owner meets on the screens of a client."""
    with target.stream(target.agency()) as stream:
        return {one for screen in SCREENS for one in _WIDGET.findall(stream.text(screen, f"client={client}"))}


def test_an_analyst_presses_nothing_and_neither_does_a_manager_who_was_made_one(target: Target, record: Record) -> None:
    widgets = widgets_of(target, ALDER)
    buttons = {one for one in widgets if "language" not in one and "sign" not in one}
    assert len(buttons) > 20
    _analyst, cookie = target.person("analyst", ALDER)
    manager, manages = target.person("manager", ALDER)
    with target.stream(cookie) as reading, target.stream(manages) as managing:
        for screen in SCREENS:
            reading.run(screen, f"client={ALDER}")
        managing.run("imports", f"client={ALDER}")
        person = people.of_id(target.workspace.access, manager)
        assert person is not None
        people.change(
            target.workspace.access, manager, name=person.name, role="analyst", clients=(ALDER,),
            hears_recordings=False, by="test",
        )  # fmt: skip
        before = seen(target)
        for stream, who in ((reading, "an analyst"), (managing, "a manager made one")):
            for screen in SCREENS:
                pressed(stream, buttons, screen, ALDER)
                now = seen(target)
                for one in buttons:
                    record.attempt("roles", now == before, f"{who} pressed {one} on {screen}")
        people.end(target.workspace.access, manager, by="test")
        for screen in SCREENS:
            text = managing.text(screen, f"client={ALDER}")
            record.attempt("cookies", not drawn(text) and ONLY[ALDER] not in text, f"{screen} for who has left")
            record.attempt(
                "cookies", SHELL not in target.ask(f"/{screen}", cookie=manages).text, f"{screen} by address"
            )
