"""What `python -m dashboard link …` and `… agency` do: shared links, and whom their readers ask."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dashboard import settings
from dashboard.access import agency, links, moments
from dashboard.access.agency import Agency
from dashboard.access.clients import Client
from dashboard.access.link import Link, Options
from dashboard.domain import period_policy
from dashboard.domain.errors import LinkUnknown, SettingsInvalid
from dashboard.domain.phrase import say
from dashboard.terminal import ENGLISH, person, print_json
from dashboard.workspace import Workspace

ANY = "any"


def declare(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the commands and their options."""
    actions = verbs.add_parser("link", help="shared links").add_subparsers(required=True, metavar="ACTION")
    add = actions.add_parser("add", help="make a link; its address is shown once")
    add.add_argument("--screens", required=True, help="comma-separated: campaigns,channels,summary,year-over-year")
    _options(add)
    add.add_argument("--days", type=int, help=f"how long it opens; {links.DAYS} unless said otherwise")
    add.set_defaults(run=add_link)
    listed = actions.add_parser("list", help="the links of a client and how they were used, newest first")
    listed.set_defaults(run=list_links)
    edit = actions.add_parser("edit", help="change what a link gives; its address stays")
    edit.add_argument("--screens", help="as for add")
    _options(edit)
    edit.add_argument("--no-password", action="store_true", help="ask for none any more")
    edit.set_defaults(run=edit_link)
    extend = actions.add_parser("extend", help="let a link open longer, or end it earlier")
    extend.add_argument("--days", type=int, help=f"from now; {links.DAYS} unless said otherwise")
    extend.add_argument("--until", type=_day, metavar="DAY", help="the last day it opens, in the client's time zone")
    extend.set_defaults(run=extend_link)
    rotate = actions.add_parser("rotate", help="give a link a new address, shown once; the old one dies at once")
    rotate.set_defaults(run=rotate_link)
    revoke = actions.add_parser("revoke", help="close a link for good, also for those who have it open")
    revoke.set_defaults(run=revoke_link)
    for action in (edit, extend, rotate, revoke):
        action.add_argument("link", metavar="LINK", help="its number, as the list shows it")
    for action in (add, listed, edit, extend, rotate, revoke):
        action.add_argument("--client", required=True, metavar="NAME")
        action.add_argument("--json", action="store_true")
    named = verbs.add_parser("agency", help="what readers are told of the agency: its name, and whom they ask")
    named.add_argument("--name")
    named.add_argument("--contact", help="one line, such as “Anna, +7 900 000-00-00” or an e-mail")
    named.add_argument("--json", action="store_true")
    named.set_defaults(run=name_agency)


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--period",
        metavar="PERIOD",
        help="free, published, months:3, months:3+ (with the running one), 2026-03-01..2026-03-31; free unless said",
    )
    verb.add_argument("--language", choices=("en", "ru", ANY), help="any is the reader's own")
    verb.add_argument("--note", help="for whom it is")
    verb.add_argument("--writes-notes", choices=("yes", "no"), help="whether it may write the client's own note")
    verb.add_argument("--most-opens", type=_opens, metavar="COUNT", help="how many browsers may open it; any: no end")
    verb.add_argument("--until", type=_day, metavar="DAY", help="the last day it opens, in the client's time zone")
    verb.add_argument("--password", action="store_true", help="ask for a password, typed here unseen")
    verb.add_argument("--password-file", type=Path, metavar="FILE", help="ask for the password in it; - reads it")


def add_link(options: argparse.Namespace) -> int:
    """Makes a shared link and prints its address, this once."""
    workspace, client = _client(options)
    wanted = _changed(Options(()), options)
    made = links.add(
        workspace.access,
        client=client.slug,
        screens=wanted.screens,
        period=wanted.period,
        language=wanted.language,
        until=_until(workspace, client, options),
        password=_password(options) or "",
        most_opens=wanted.most_opens,
        note=wanted.note,
        writes_notes=wanted.writes_notes,
        by=person(),
    )
    _show_address(made, client, options, screens=list(wanted.screens))
    return 0


def list_links(options: argparse.Namespace) -> int:
    """Lists a client's links, the dead ones too."""
    workspace, client = _client(options)
    known = links.of_client(workspace.access, client.slug)
    if options.json:
        print_json([_as_json(link) for link in known])
        return 0
    zone = ZoneInfo(workspace.namespace(client.slug).reader().profile.timezone)
    for link in known:
        opens = f"{link.opened_count}" + (f" of {link.options.most_opens}" if link.options.most_opens else "")
        fields = (
            link.public_id,
            str(link.state()).replace("_", " ") + (", password" if link.has_password else ""),
            ",".join(link.screens),
            ENGLISH.say(period_policy.told(link.options.period)),
            link.options.language or ANY,
            f"until {link.expires_at.astimezone(zone):%Y-%m-%d %H:%M}",
            f"opened {opens}",
            f"last {link.last_opened.astimezone(zone):%Y-%m-%d %H:%M}" if link.last_opened else "never opened",
            link.made_by,
            link.note,
        )
        print("\t".join(fields))
    return 0


def edit_link(options: argparse.Namespace) -> int:
    """Changes what a link gives: what is named, and nothing else."""
    workspace, client = _client(options)
    link = _link(workspace, client, options.link)
    password = "" if options.no_password else _password(options)
    wanted = _changed(link.options, options)
    if wanted != link.options:
        links.edit(workspace.access, client.slug, link.public_id, wanted, by=person())
    if password is not None:
        links.set_password(workspace.access, client.slug, link.public_id, password, by=person())
    if options.until:
        until = _until(workspace, client, options)
        links.extend(workspace.access, client.slug, link.public_id, until, by=person())
    return _show(workspace, client, link, options)


def extend_link(options: argparse.Namespace) -> int:
    """Lets a link open until another day."""
    workspace, client = _client(options)
    link = _link(workspace, client, options.link)
    links.extend(workspace.access, client.slug, link.public_id, _until(workspace, client, options), by=person())
    return _show(workspace, client, link, options)


def rotate_link(options: argparse.Namespace) -> int:
    """Gives a link a new address and prints it, this once."""
    workspace, client = _client(options)
    link = _link(workspace, client, options.link)
    made = links.rotate(workspace.access, client.slug, link.public_id, by=person())
    _show_address(made, client, options, screens=list(link.screens))
    return 0


def revoke_link(options: argparse.Namespace) -> int:
    """Closes a link for good."""
    workspace, client = _client(options)
    link = _link(workspace, client, options.link)
    if not links.revoke(workspace.access, link.public_id, by=person(), client=client.slug):
        raise LinkUnknown(say("The link “{link}” is revoked already. Nothing was changed.", link=link.public_id))
    return _show(workspace, client, link, options)


def name_agency(options: argparse.Namespace) -> int:
    """Says what the agency is called and whom its readers ask; without options only shows it."""
    workspace = Workspace()
    known = agency.of(workspace.access)
    wanted = Agency(
        known.name if options.name is None else options.name,
        known.contact if options.contact is None else options.contact,
    )
    if wanted != known:
        agency.save(workspace.access, wanted, by=person())
    if options.json:
        print_json({"name": wanted.name, "contact": wanted.contact})
    else:
        print(f"{wanted.name or '—'}\t{wanted.contact or '—'}")
    return 0


def _client(options: argparse.Namespace) -> tuple[Workspace, Client]:
    workspace = Workspace()
    return workspace, workspace.client(options.client)


def _link(workspace: Workspace, client: Client, public_id: str) -> Link:
    link = links.of_id(workspace.access, client.slug, public_id)
    if link is None:
        raise LinkUnknown(
            say("{client} has no link “{link}”. Nothing was changed.", client=client.name, link=public_id)
        )
    return link


def _changed(options: Options, told: argparse.Namespace) -> Options:
    """The options with what was named on the command line."""
    found: dict[str, Any] = {}
    if told.screens is not None:
        screens = (screen.strip().replace("-", "_") for screen in told.screens.split(","))
        found["screens"] = tuple(filter(None, screens))
    if told.period is not None:
        found["period"] = period_policy.read(told.period)
    if told.language is not None:
        found["language"] = None if told.language == ANY else told.language
    if told.note is not None:
        found["note"] = told.note
    if told.writes_notes is not None:
        found["writes_notes"] = told.writes_notes == "yes"
    if told.most_opens is not None:
        found["most_opens"] = told.most_opens or None
    return replace(options, **found)


def _until(workspace: Workspace, client: Client, options: argparse.Namespace) -> datetime:
    days = getattr(options, "days", None)
    if options.until and days is not None:
        raise SettingsInvalid(say("--days and --until say the same thing: give one of them. Nothing was changed."))
    if options.until:
        return moments.end_of(options.until, workspace.namespace(client.slug).reader().profile.timezone)
    days = links.DAYS if days is None else days
    if not 0 < days <= links.MOST_DAYS:
        raise SettingsInvalid(
            say("A link opens for 1 to {most} days, not {days}. Nothing was changed.", most=links.MOST_DAYS, days=days)
        )
    return moments.now() + timedelta(days=days)


def _password(options: argparse.Namespace) -> str | None:
    if options.password_file:
        text = sys.stdin.read() if str(options.password_file) == "-" else options.password_file.read_text("utf-8")
        return str(text).rstrip("\r\n")
    return getpass.getpass("Password: ") if options.password else None


def _show_address(made: links.NewLink, client: Client, options: argparse.Namespace, screens: list[str]) -> None:
    address = f"{settings.address()}{made.path}"
    if options.json:
        print_json({"address": address, "client": client.slug, "screens": screens, "link": made.public_id})
    else:
        print(address)


def _show(workspace: Workspace, client: Client, link: Link, options: argparse.Namespace) -> int:
    now = _link(workspace, client, link.public_id)
    if options.json:
        print_json(_as_json(now))
    else:
        print(f"{now.public_id}: {str(now.state()).replace('_', ' ')}.")
    return 0


def _as_json(link: Link) -> dict[str, Any]:
    return {
        "link": link.public_id,
        "state": str(link.state()),
        "screens": list(link.screens),
        "period": period_policy.written(link.options.period),
        "language": link.options.language,
        "note": link.note,
        "writes_notes": link.options.writes_notes,
        "has_password": link.has_password,
        "opens": link.opened_count,
        "most_opens": link.options.most_opens,
        "made_at": link.created_at,
        "made_by": link.made_by,
        "expires_at": link.expires_at,
        "revoked_at": link.revoked_at,
        "last_opened": link.last_opened,
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day as YYYY-MM-DD") from None


def _opens(text: str) -> int:
    if text == ANY:
        return 0
    if text.isascii() and text.isdigit() and len(text) < 9 and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on, nor “{ANY}”")
