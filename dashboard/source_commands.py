"""What the terminal's commands about sources do: a watched folder, the key of Google Sheets, refreshes."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

from dashboard.commands import ENGLISH, person
from dashboard.sources.watching import Dealt, Watch
from dashboard.workspace import Workspace


def watch(options: argparse.Namespace) -> int:
    """Takes in what appears in a folder, until Ctrl-C; with `--once` what is there now, and then ends.

    Exit code 1 after `--once` if any file was refused or left.
    """
    watching = Watch(Workspace(), options.client, options.folder, by=f"{person()}, watch")
    signal.signal(signal.SIGTERM, _end)  # systemd ends a service so
    good = True
    try:
        with watching.alone():
            if not options.once:
                print(f"Watching {options.folder}. Ctrl-C ends it.", file=sys.stderr, flush=True)
            dealt: Iterator[Dealt] = watching.once() if options.once else watching.forever()
            for one in dealt:
                good = good and not one.why
                _tell(one, as_json=options.json)
    except KeyboardInterrupt:
        print("The folder is no longer watched. What was not finished was not written.", file=sys.stderr)
        return 0 if not options.once else 1
    return 0 if good else 1


def _tell(dealt: Dealt, *, as_json: bool) -> None:
    why = [ENGLISH.say(phrase) for phrase in dealt.why]
    if as_json:
        line: dict[str, Any] = {**dealt.told, "file": dealt.file, "status": dealt.status, "moved_to": dealt.moved_to}
        if why:
            line["messages"] = why
        print(json.dumps(line, ensure_ascii=False), flush=True)
        return
    print(f"{dealt.file}: {dealt.status}{f', now {dealt.moved_to}' if dealt.moved_to else ''}", flush=True)
    for phrase in why:
        print(f"  {phrase}", flush=True)


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
