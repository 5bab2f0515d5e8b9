"""What `python -m dashboard people …` does: who belongs to the agency, and how they get in again."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from dashboard import settings
from dashboard.access import accounts, entries, people, second_factor, signed_in
from dashboard.access.people import ROLES, Person
from dashboard.access.store import AccessStore
from dashboard.domain.errors import PersonUnknown
from dashboard.domain.phrase import say
from dashboard.terminal import person, print_json
from dashboard.workspace import Workspace


def declare(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the commands and their options."""
    actions = verbs.add_parser("people", help="people of the agency").add_subparsers(required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="everybody, owners first")
    listed.set_defaults(run=list_people)
    add = actions.add_parser("add", help="invite somebody; the address to choose a password by is shown once")
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True, choices=ROLES)
    _clients(add)
    add.set_defaults(run=add_person, hears_recordings=False)
    role = actions.add_parser("role", help="give somebody another role, clients or leave to hear recordings")
    role.add_argument("email", metavar="EMAIL")
    role.add_argument("role", choices=ROLES)
    _clients(role)
    role.add_argument("--no-recordings", dest="hears_recordings", action="store_false", help="not any more")
    role.set_defaults(run=change_role, hears_recordings=None)
    reset = actions.add_parser("reset", help="make an address for a new password, shown once, good for a day")
    reset.add_argument("--second-factor", action="store_true", help="take the second factor away as well")
    reset.set_defaults(run=reset_password)
    out = actions.add_parser("sign-out", help="end all sessions of somebody")
    out.set_defaults(run=sign_out)
    end = actions.add_parser("end", help="end somebody's access for good, at once")
    end.set_defaults(run=end_person)
    factor = actions.add_parser("second-factor", help="whether everybody needs one who signs in with a password")
    factor.add_argument("rule", choices=("required", "optional"))
    factor.set_defaults(run=require_factor)
    for action in (add, reset, out, end):
        action.add_argument("email", metavar="EMAIL")
    for action in (listed, add, reset):
        action.add_argument("--json", action="store_true")


def list_people(options: argparse.Namespace) -> int:
    """Prints everybody who belongs to the agency."""
    store = Workspace().access
    invited = entries.waiting(store, "invitation")
    rows = [_as_json(store, one, invited.get(one.id)) for one in people.all(store)]
    if options.json:
        print_json(rows)
    for row in [] if options.json else rows:
        clients = "all clients" if row["clients"] is None else ", ".join(row["clients"]) or "no client yet"
        state = "invited" if row["invited_until"] else "" if row["password"] else "no password"
        factor = "second factor" if row["second_factor"] else ""
        print("\t".join((row["email"], row["name"], row["role"], clients, state or factor)))
    return 0


def add_person(options: argparse.Namespace) -> int:
    """Invites somebody and prints the address, this once."""
    store = Workspace().access
    added, token = accounts.invite(
        store,
        email=options.email,
        name=options.name,
        role=options.role,
        clients=options.client,
        hears_recordings=options.hears_recordings,
        by=person(),
    )
    _print_address(options, added, token, "invitation")
    return 0


def change_role(options: argparse.Namespace) -> int:
    """Gives somebody another role; clients that are not named stay."""
    store = Workspace().access
    known = _known(store, options.email)
    hears = known.hears_recordings if options.hears_recordings is None else options.hears_recordings
    now = people.change(
        store,
        known.id,
        name=known.name,
        role=options.role,
        clients=options.client or known.clients or (),
        hears_recordings=hears,
        by=person(),
    )
    print(f"{now.email} is {people.told(now)} from now on.")
    return 0


def reset_password(options: argparse.Namespace) -> int:
    """Makes an address for a new password and prints it, this once."""
    store = Workspace().access
    known = _known(store, options.email)
    if options.second_factor:
        second_factor.remove(store, known.id, by=person())
    _print_address(options, known, entries.issue(store, person(), kind="reset", person=known.id), "reset")
    return 0


def sign_out(options: argparse.Namespace) -> int:
    """Ends all sessions of somebody."""
    store = Workspace().access
    known = _known(store, options.email)
    print(f"Ended {signed_in.end_all(store, known.id, by=person())} sessions of {known.email}.")
    return 0


def end_person(options: argparse.Namespace) -> int:
    """Ends somebody's access."""
    store = Workspace().access
    known = _known(store, options.email)
    people.end(store, known.id, by=person())
    print(f"{known.email} is out. What they did stays in the record.")
    return 0


def require_factor(options: argparse.Namespace) -> int:
    """Requires a second factor of everybody, or leaves it to each person."""
    second_factor.require(Workspace().access, options.rule == "required", by=person())
    print(f"The second factor is {options.rule} from the next sign-in on.")
    return 0


def _clients(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--client", action="append", default=[], metavar="NAME", help="for a manager or an analyst; again for more"
    )
    verb.add_argument("--hears-recordings", action="store_true", help="may hear recordings of calls")


def _known(store: AccessStore, email: str) -> Person:
    known = people.of_email(store, email)
    if known is None:
        raise PersonUnknown(say("Nobody of the agency has the e-mail {email}. Nothing was changed.", email=email[:200]))
    return known


def _print_address(options: argparse.Namespace, whose: Person, token: str, kind: entries.Kind) -> None:
    address = f"{settings.address()}/enter/{token}"
    if options.json:
        print_json({"email": whose.email, "address": address, "hours": entries.HOURS[kind]})
        return
    print(f"Pass this on to {whose.name}; it is good once, for {entries.HOURS[kind]:g} hours, and not shown again:")
    print(address)


def _as_json(store: AccessStore, one: Person, invited_until: datetime | None) -> dict[str, Any]:
    seen = signed_in.of(store, one.id)
    return {
        "email": one.email,
        "name": one.name,
        "role": one.role,
        "clients": one.clients,
        "hears_recordings": one.hears_recordings,
        "password": one.has_password,
        "second_factor": one.has_second_factor,
        "invited_until": invited_until,
        "sessions": len(seen),
        "last_seen": seen[0].last_seen if seen else None,
    }
