"""What a page may say to the server through Streamlit's websocket: what our screens need of it, and nothing else.

Streamlit also takes orders there that its own tools send, from whoever is connected: to empty all caches, to tell of
the program's repository, to give out what another session has put aside.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

_ASKED = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
_MOST_FILES = 100  # addresses for files that one message may ask for


def is_ours(frame: bytes) -> bool:
    """Whether this frame of the websocket is one that a page of ours sends."""
    message = BackMsg()
    try:
        message.ParseFromString(frame)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind == "file_urls_request":  # the place for a key's file; the addresses themselves open to the agency alone
        return len(message.file_urls_request.file_names) <= _MOST_FILES
    return kind in _ASKED
