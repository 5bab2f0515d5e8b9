"""What each command of the terminal does. Texts are English; figures come from the same objects as the screens'."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from dashboard import demonstration, intake, mappings
from dashboard.domain.errors import AnswerInvalid, SverkaError
from dashboard.domain.phrase import say
from dashboard.ingest.mapping_toml import load_mapping, mapping_text
from dashboard.progress import watching
from dashboard.terminal import person, print_json
from dashboard.workspace import Workspace


def demo(options: argparse.Namespace) -> int:
    """Makes the demo agency, or goes on with one that was interrupted."""
    workspace = Workspace()
    demonstration.make(workspace, tell=_tell)
    for line in demonstration.addresses(workspace):
        print(line)
    return 0


def serve(options: argparse.Namespace) -> int:
    """Serves until Ctrl-C; with `--demo-if-none` makes the demo first, in a workspace without clients."""
    from dashboard.serve import serve as serve_workspace

    workspace = Workspace()

    def prepare() -> list[str]:
        if options.demo_if_none and demonstration.is_wanted(workspace):
            demonstration.make(workspace, tell=_tell)
        return demonstration.addresses(workspace)

    return serve_workspace(workspace, prepare)


def import_files(options: argparse.Namespace) -> int:
    """Imports each file, or each of a ZIP, by itself; exit code 1 if any was refused, needs a mapping or failed."""
    workspace = Workspace()
    mapping = load_mapping(options.mapping) if options.mapping else None
    answers = intake.checked(dict(_answer(said) for said in options.answer))
    results: list[dict[str, Any]] = []
    for path in options.files:
        try:
            with intake.parts(workspace, options.client, path) as parts:
                results += [_imported(workspace, part, mapping, answers, options) for part in parts]
        except SverkaError as error:
            results.append(intake.failed_json(path.name, error))
    if options.json:
        print_json(results)
    else:
        for result in results:
            print(f"{result['file']}: {result['status']}, {result['rows_kept']} of {result['rows_read']} rows kept")
            for message in (result["preview"] or {}).get("messages", ()):
                print(f"  {message}")
    refused = [result for result in results if result["status"] in ("refused", "needs_mapping", "asks")]
    for result in refused:
        print(f"{result['file']}: {' '.join(result['messages'])}", file=sys.stderr)
        for question in result["questions"]:
            for line in _asked(question):
                print(line, file=sys.stderr)
    return 1 if refused else 0


def _answer(said: str) -> tuple[str, str]:
    about, sign, value = said.partition("=")
    if not sign:
        raise AnswerInvalid(
            say("“{said}” is no answer: expected such as date_order=dmy. Nothing was imported.", said=said)
        )
    return about.strip(), value


def _asked(question: dict[str, Any]) -> Iterator[str]:
    """A question with the answers there are, each with what it makes of the file's own rows."""
    yield f"  {question['asks']}"
    totals = [choice["totals"] for choice in question["choices"]]
    differing = [name for name in (totals or [{}])[0] if len({str(each.get(name)) for each in totals}) > 1]
    for choice in question["choices"]:
        told = [f"{row['cell']} means {row['means']}" for row in choice["rows"]]
        told += [f"all days {' to '.join(choice['period'])}"] if choice["period"] else []
        told += [f"{name} {choice['totals'].get(name)}" for name in differing]
        yield f"    --answer {question['about']}={choice['value']}   {'; '.join(told)}"
    if not question["choices"]:
        yield f"    --answer {question['about']}=2026-03-01/2026-03-14   (first and last day)"


def _imported(
    workspace: Workspace,
    part: intake.Part,
    mapping: intake.Mapping | None,
    answers: dict[str, str],
    options: argparse.Namespace,
) -> dict[str, Any]:
    """One file read and, unless it is only asked about, taken in; it stands or falls alone."""
    try:
        with (
            watching(part.name, quiet=options.json) as watch,
            intake.offered(
                workspace, options.client, part.whole(), name=part.name, mapping=mapping, answers=answers, watch=watch
            ) as offer,
        ):
            status = None
            if offer.preview is not None and not options.dry_run:
                if options.save_mapping:  # only what has read a file is worth keeping
                    text = mapping_text(options.mapping)
                    mappings.save(workspace, options.client, options.save_mapping, text, by=person())
                status = intake.accept(workspace, options.client, offer, by=person(), watch=watch).status
            return intake.as_json(offer, status)
    except SverkaError as error:
        return intake.failed_json(part.name, error)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
