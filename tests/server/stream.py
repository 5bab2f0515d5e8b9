"""A browser's side of Streamlit's websocket, without a browser: asks for a run, and gives what came back."""

from __future__ import annotations

import contextlib
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import connect


class Stream:
    """One connection, which is one session of Streamlit's."""

    def __init__(
        self, port: int, cookie: str | None = None, *, headers: dict[str, str] | None = None, session: str = ""
    ) -> None:
        sent = dict(headers or {}) | ({"Cookie": f"sverka_session={cookie}"} if cookie else {})
        self._connecting = connect(
            f"ws://localhost:{port}/_stcore/stream",
            subprotocols=["streamlit", *(["none", session] if session else [])],
            additional_headers=sent,
            max_size=None,
        )

    def __enter__(self) -> Stream:
        self._connection = self._connecting.__enter__()
        self.answer = self._connection.response
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connecting.__exit__(kind, error, at)

    def run(self, screen: str = "", query: str = "", *, by_hash: str = "", fragment: str = "") -> list[ForwardMsg]:
        """Asks for a screen by its name in the address, or by its hash as a click on the navigation does.

        A fragment that the session does not know is not answered at all, which is an empty list.
        """
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = screen
        asked.rerun_script.page_script_hash = by_hash
        asked.rerun_script.fragment_id = fragment
        return self.say(asked, answered=not fragment)

    def say(self, message: BackMsg, *, answered: bool = True) -> list[ForwardMsg]:
        """Sends a message, and gives what came until a run has ended; [] for one that need not be answered."""
        self.send(message.SerializeToString())
        came: list[ForwardMsg] = []
        while True:
            try:
                came.append(self._next(30 if answered else 2))
            except TimeoutError:
                if not answered:
                    return came
                raise
            if came[-1].WhichOneof("type") == "script_finished" and came[-1].script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            ):
                return came

    def heard(self) -> list[ForwardMsg]:
        """Everything that has come when the server answers that it hears.

        It is asked again where nothing comes: a run that begins takes back what was about to be sent.
        """
        came: list[ForwardMsg] = []
        for _ in range(10):
            self.send(BackMsg(app_heartbeat=True).SerializeToString())
            with contextlib.suppress(TimeoutError):
                while not came or came[-1].WhichOneof("type") != "heartbeat_ack":
                    came.append(self._next(3))
                return came
        raise TimeoutError("the server does not hear")

    def _next(self, patience: float) -> ForwardMsg:
        message = ForwardMsg()
        message.ParseFromString(self._connection.recv(timeout=patience))
        return message

    def send(self, frame: bytes | str) -> None:
        """Sends a frame as it stands."""
        self._connection.send(frame)

    def text(self, screen: str = "", query: str = "", **asked: str) -> str:
        """Everything that a run sent, as text."""
        return "\n".join(str(message) for message in self.run(screen, query, **asked))


def hash_of(screen: str) -> str:
    """The hash that Streamlit gives a screen of this address."""
    return calc_hash(screen)


def piece_of(drawn: list[ForwardMsg]) -> str:
    """The piece of a placeholder's page that reruns by itself; each page has one more, which looks who may see it."""
    (piece,) = {message.delta.fragment_id for message in drawn if "PIECE" in str(message)}
    return piece
