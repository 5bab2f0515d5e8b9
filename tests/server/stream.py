"""A browser's side of Streamlit's websocket, without a browser: asks for a run, and gives what came back."""

from __future__ import annotations

from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import connect


class Stream:
    """One connection, which is one session of Streamlit's."""

    def __init__(self, port: int, cookie: str | None = None, *, headers: dict[str, str] | None = None) -> None:
        sent = dict(headers or {}) | ({"Cookie": f"sverka_session={cookie}"} if cookie else {})
        self._connecting = connect(
            f"ws://localhost:{port}/_stcore/stream",
            subprotocols=["streamlit"],
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
        self._connection.send(asked.SerializeToString())
        came: list[ForwardMsg] = []
        while True:
            message = ForwardMsg()
            try:
                message.ParseFromString(self._connection.recv(timeout=2 if fragment else 30))
            except TimeoutError:
                if fragment:
                    return came
                raise
            came.append(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            ):
                return came

    def text(self, screen: str = "", query: str = "", **asked: str) -> str:
        """Everything that a run sent, as text."""
        return "\n".join(str(message) for message in self.run(screen, query, **asked))


def hash_of(screen: str) -> str:
    """The hash that Streamlit gives a screen of this address."""
    return calc_hash(screen)
