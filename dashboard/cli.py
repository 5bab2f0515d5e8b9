"""The command line. Names, options and JSON shapes are a public interface: change them only with a new major version.

With `--json`, standard output carries nothing but JSON. Exit 0 done, 1 refused or failed (the reason is on standard
error), 2 wrong usage, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dashboard import __version__, link_commands, people_commands, template_commands
from dashboard.domain.errors import SverkaError
from dashboard.i18n import Language
from dashboard.reports.report_names import REPORT_NAMES


class _Later:
    """The commands of a module, which is loaded when one of them is called: no command waits for all the others."""

    def __init__(self, module: str) -> None:
        self._module = f"dashboard.{module}"

    def __getattr__(self, name: str) -> Callable[[argparse.Namespace], int]:
        def run(options: argparse.Namespace) -> int:
            command: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(self._module), name)
            return command(options)

        return run


audit_commands = _Later("audit_commands")
client_commands = _Later("client_commands")
commands = _Later("commands")
health_commands = _Later("health_commands")
import_commands = _Later("import_commands")
keeping_commands = _Later("keeping_commands")
mapping_commands = _Later("mapping_commands")
names_commands = _Later("names_commands")
report_commands = _Later("report_commands")
source_commands = _Later("source_commands")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code. `arguments` defaults to the process's own."""
    understood = parser()
    options = understood.parse_args(arguments)
    if getattr(options, "save_mapping", None) and not options.mapping:
        understood.error("--save-mapping keeps the mapping that --mapping gives: name its file too")
    try:
        done: int = options.run(options)
    except SverkaError as error:
        print(Language("en").say(error.phrase), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was not finished was not written.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 1
    return done


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    root = argparse.ArgumentParser(prog="python -m dashboard", description="Sverka from the terminal.")
    root.add_argument("--version", action="version", version=f"Sverka {__version__}")
    verbs = root.add_subparsers(required=True, metavar="COMMAND")
    _demo(verbs)
    _serve(verbs)
    _client(verbs)
    _import(verbs)
    _mapping(verbs)
    _names(verbs)
    _imports(verbs)
    _undo(verbs)
    _rejects(verbs)
    template_commands.declare(verbs)
    _month(verbs)
    _report(verbs)
    _health(verbs)
    _audit(verbs)
    link_commands.declare(verbs)
    people_commands.declare(verbs)
    _watch(verbs)
    _sheets(verbs)
    _refresh(verbs)
    return root


def _demo(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("demo", help="make the demo agency: two clients, two years, three links")
    verb.set_defaults(run=commands.demo)


def _serve(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("serve", help="serve the workspace and print the agency's one-time sign-in address")
    verb.add_argument("--demo-if-none", action="store_true", help="make the demo first in a workspace without clients")
    verb.set_defaults(run=commands.serve)


def _client(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    actions = verbs.add_parser("client", help="the agency's clients").add_subparsers(required=True, metavar="ACTION")
    add = actions.add_parser("add", help="add a client")
    add.add_argument("name")
    add.add_argument("--currency", required=True, help="ISO 4217, such as RUB")
    add.add_argument("--country", required=True, help="ISO 3166, such as RU: its holidays")
    add.add_argument("--timezone", required=True, help="IANA name, such as Europe/Moscow")
    add.add_argument("--language", choices=("en", "ru"), default="en")
    add.set_defaults(run=client_commands.client_add)
    _client_settings(actions)
    books = actions.add_parser("books", help="whose sales count, where several platforms have sales of a client")
    books.add_argument("name")
    books.add_argument("books", nargs="+", metavar="PLATFORM", help="such as shopify or amocrm")
    books.set_defaults(run=client_commands.client_books)
    listed = actions.add_parser("list", help="the clients there are")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=client_commands.client_list)
    _keeping(actions)


def _keeping(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    archive = actions.add_parser("archive", help="put a client away: its links no longer open, its data stay")
    archive.set_defaults(run=keeping_commands.archive)
    back = actions.add_parser("bring-back", help="take a client out of the archive")
    back.set_defaults(run=keeping_commands.bring_back)
    erase = actions.add_parser("erase", help="erase a client for good; asks for its name")
    erase.add_argument("--sure", metavar="NAME", help="the client's name, where nobody is there to be asked")
    erase.set_defaults(run=keeping_commands.erase)
    export = actions.add_parser("export", help="everything of a client as one ZIP of Parquet and JSON")
    export.set_defaults(run=keeping_commands.give_out)
    for action in (archive, back, erase, export):
        action.add_argument("name")
    export.add_argument("file", type=Path, metavar="FILE.zip")
    export.add_argument("--recordings", action="store_true", help="with the links to recordings of calls")
    forget = actions.add_parser("forget-person", help="forget a client's customer; asks for the phone or e-mail")
    forget.add_argument("client", metavar="NAME")
    forget.add_argument("--contact", help="the phone or e-mail; it stays in the shell's history if given here")
    forget.add_argument("--yes", action="store_true", help="agree to what was said; without it nothing is changed")
    forget.set_defaults(run=keeping_commands.forget_person)


def _client_settings(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    shown = actions.add_parser("show", help="a client's settings in force")
    shown.set_defaults(run=client_commands.show)
    change = actions.add_parser("set", help="change a client's settings from a TOML file, and see what that moves")
    change.add_argument("--settings", type=Path, required=True, metavar="FILE.toml")
    change.add_argument(
        "--since", type=_day, metavar="YYYY-MM-DD", help="the days before keep what they had; else it holds for all"
    )
    change.set_defaults(run=client_commands.change)
    past = actions.add_parser("history", help="every version of a client's settings, and what each changed")
    past.set_defaults(run=client_commands.history)
    restore = actions.add_parser("restore", help="put an earlier version of a client's settings in force again")
    restore.set_defaults(run=client_commands.restore)
    for verb in (shown, change, past, restore):
        verb.add_argument("name")
        verb.add_argument("--json", action="store_true")
    restore.add_argument("version", type=int)
    for verb in (change, restore):
        verb.add_argument("--dry-run", action="store_true", help="only show what it would change")


def _import(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("import", help="take files in; each stands or falls alone")
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--mapping", type=Path, metavar="FILE.toml", help="canonical column = header, for a plain table")
    verb.add_argument("--save-mapping", metavar="NAME", help="keep --mapping for the client's next files")
    verb.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="ABOUT=VALUE",
        help="what a file that asks is told: date_order=dmy, decimal_mark=',', …; may be given again",
    )
    verb.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=commands.import_files)


def _mapping(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    actions = verbs.add_parser("mapping", help="the client's saved mappings for plain tables").add_subparsers(
        required=True, metavar="ACTION"
    )
    listed = actions.add_parser("list", help="the mappings there are")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=mapping_commands.listed)
    show = actions.add_parser("show", help="print a mapping as its TOML")
    show.add_argument("name")
    show.set_defaults(run=mapping_commands.show)
    save = actions.add_parser("save", help="keep a mapping from a TOML file; an earlier version stays on record")
    save.add_argument("name")
    save.add_argument("file", type=Path, metavar="FILE.toml")
    save.set_defaults(run=mapping_commands.save)
    remove = actions.add_parser("remove", help="take a mapping out of use; its versions stay on record")
    remove.add_argument("name")
    remove.set_defaults(run=mapping_commands.remove)
    for action in (listed, show, save, remove):
        action.add_argument("--client", required=True, metavar="NAME")


def _names(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser(
        "names", help="names that match no campaign or product; match NAME MEANING, own NAME, withdraw"
    )
    verb.add_argument("action", nargs="?", choices=("match", "own", "withdraw"), help="nothing lists them")
    verb.add_argument("told", nargs="*", metavar="NAME", help="match: NAME MEANING; own: NAME; withdraw: DECISION")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--channel", default="", help="where the campaign's name was met, if in several")
    verb.add_argument("--product", action="store_true", help="the name is a product's")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=names_commands.names_of, misused=verb.error)


def _imports(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("imports", help="what was imported, newest first; “show IMPORT” is one import's report")
    verb.add_argument("action", nargs="?", choices=("show",))
    verb.add_argument("import_id", nargs="?", type=int, metavar="IMPORT")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=import_commands.imports)


def _undo(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("undo", help="take an import back and restore what it had replaced")
    verb.add_argument("import_id", type=int, metavar="IMPORT")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=import_commands.undo)


def _rejects(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("rejects", help="the rejected rows of an import as CSV, with line and reason")
    verb.add_argument("import_id", type=int, metavar="IMPORT")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.set_defaults(run=import_commands.rejects)


def _month(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    actions = verbs.add_parser("month", help="the months whose figures were given to the owner").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    for name, does in (("publish", "note that they were given"), ("withdraw", "note that they are no more")):
        verb = actions.add_parser(name, help=does)
        verb.add_argument("month", type=_first_day, metavar="MONTH", help="YYYY-MM")
        verb.add_argument("--client", required=True, metavar="NAME")
        verb.set_defaults(run=import_commands.month)
    listed = actions.add_parser("list", help="every month, newest first, the withdrawn ones too")
    listed.add_argument("--client", required=True, metavar="NAME")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=import_commands.month)


def _first_day(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a month as YYYY-MM") from None


def _report(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("report", help="the figures of one screen")
    verb.add_argument("report", choices=REPORT_NAMES)
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--from", dest="first", type=_day, metavar="DAY", help="YYYY-MM-DD; health: 92 days back")
    verb.add_argument("--to", dest="last", type=_day, metavar="DAY", help="YYYY-MM-DD, included; health: today")
    verb.add_argument("--then", metavar="FROM..TO", help="the days compared with; year-over-year: the year before")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=report_commands.report, misused=verb.error)


def _health(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("health", help="whose data are stale, missing or odd; exit 1 if anybody's are not healthy")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=health_commands.everybody)


def _audit(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    actions = verbs.add_parser("audit", help="the record: who did what, when and from where").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    listed = actions.add_parser("list", help="its lines, newest first")
    listed.add_argument("--client", metavar="NAME")
    listed.add_argument("--event", metavar="EVENT", help="such as “link opened”; a wrong one is told the known ones")
    listed.add_argument("--who", metavar="BEGINNING", help="how the name begins")
    listed.add_argument("--came-from", metavar="BEGINNING", help="how the address begins")
    listed.add_argument("--since", type=_day, metavar="DAY", help="YYYY-MM-DD, of UTC")
    listed.add_argument("--until", type=_day, metavar="DAY", help="YYYY-MM-DD, included")
    listed.add_argument("--limit", type=int, default=100, metavar="LINES", help="at most so many; 100")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=audit_commands.show)
    verified = actions.add_parser("verify", help="whether it is what was written; exit 1 if it was changed")
    verified.add_argument("--noted", metavar="NUMBER:CHAIN", help="a head that was noted elsewhere before")
    verified.add_argument("--json", action="store_true")
    verified.set_defaults(run=audit_commands.verify)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day as YYYY-MM-DD") from None


def _watch(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("watch", help="take in the files that appear in a folder")
    verb.add_argument("folder", type=Path, metavar="FOLDER")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--once", action="store_true", help="what is there now, and then end")
    verb.add_argument("--json", action="store_true", help="one object a line")
    verb.set_defaults(run=source_commands.watch)


def _sheets(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    actions = verbs.add_parser("sheets", help="Google Sheets").add_subparsers(required=True, metavar="ACTION")
    key = actions.add_parser("key", help="give the key of a Google service account, or say whose key is kept")
    key.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the JSON that Google saved; - reads it")
    key.add_argument("--remove", action="store_true", help="remove the key that is kept")
    key.set_defaults(run=source_commands.key)
    add = actions.add_parser("add", help="look at a sheet and, with --yes, take it in and refresh it from then on")
    add.add_argument("address", help="as the browser shows it")
    add.add_argument("--client", required=True, metavar="NAME")
    add.add_argument("--tab", metavar="TITLE", help="which tab, where the address names none")
    add.add_argument("--schedule", default="hand", help="hand, hourly, or “daily 07:30” in the client's time")
    add.add_argument("--yes", action="store_true", help="agree to what was shown")
    add.add_argument("--json", action="store_true")
    add.set_defaults(run=source_commands.add)
    listed = actions.add_parser("list", help="the sheets of a client, and what came of their last refresh")
    listed.add_argument("--client", required=True, metavar="NAME")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=source_commands.listed)
    remove = actions.add_parser("remove", help="refresh a sheet no more; what it brought stays")
    remove.add_argument("source", metavar="SOURCE", help="its number or its name")
    remove.add_argument("--client", required=True, metavar="NAME")
    remove.set_defaults(run=source_commands.remove)


def _refresh(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("refresh", help="read a client's sheets now")
    verb.add_argument("source", nargs="?", metavar="SOURCE", help="its number or its name; all unless said")
    verb.add_argument("--client", required=True, metavar="NAME")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=source_commands.refresh_sources)
