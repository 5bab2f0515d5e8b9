"""Clients in the terminal: added and listed; their settings shown, changed with what that moves, taken back."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from dashboard import ledger
from dashboard.client_settings import changing
from dashboard.client_settings.changing import Draft, Preview
from dashboard.domain.agreed import SETTINGS, Change, in_words, value_in_words
from dashboard.domain.client import ClientProfile
from dashboard.domain.metrics import described
from dashboard.reports.report import plain
from dashboard.terminal import ENGLISH, person, print_json
from dashboard.warehouse.profile_json import load_settings, to_json
from dashboard.workspace import Workspace


def client_add(options: argparse.Namespace) -> int:
    """Adds a client with the settings that every client needs; the rest takes the usual ones."""
    profile = ClientProfile(
        slug="",
        name=options.name,
        currency=options.currency.upper(),
        country=options.country.upper(),
        timezone=options.timezone,
        language=options.language,
    )
    print(f"Added {options.name} as “{changing.add(Workspace(), profile, by=person())}”.")
    return 0


def client_books(options: argparse.Namespace) -> int:
    """Decides whose sales count, where a client has them from several platforms."""
    ledger.count_sales_of(Workspace(), options.name, tuple(options.books), by=person())
    print(f"Sales count from {', '.join(options.books)}.")
    return 0


def client_list(options: argparse.Namespace) -> int:
    """Lists the clients."""
    known = Workspace().clients()
    if options.json:
        print_json([{"slug": client.slug, "name": client.name} for client in known])
    else:
        for client in known:
            print(f"{client.slug}\t{client.name}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Prints the settings in force."""
    newest = changing.history(Workspace(), _slug(options.name))[0]
    profile = newest.profile
    if options.json:
        print_json({"version": newest.number, "settings": json.loads(to_json(profile))})
        return 0
    for name in (one.name for one in fields(profile) if one.name in SETTINGS):
        value = ENGLISH.say(value_in_words(name, getattr(profile, name), profile.currency))
        print(f"{SETTINGS[name].label}\t{value}")
    for one in profile.earlier:
        value = ENGLISH.say(value_in_words(one.setting, one.value, profile.currency))
        print(f"{SETTINGS[one.setting].label}, before {one.until}\t{value}")
    return 0


def change(options: argparse.Namespace) -> int:
    """Changes settings from a TOML file, and prints what differs and which past figures moved; a version is kept."""
    workspace = Workspace()
    slug = _slug(options.name)
    draft = Draft(changing.history(workspace, slug)[0].number, load_settings(options.settings), options.since)
    seen = changing.preview(workspace, slug, draft)
    if not options.dry_run:
        changing.save(workspace, slug, draft, by=person())
    _print_preview(seen, workspace.namespace(slug).reader().profile, options, saved=not options.dry_run)
    return 0


def history(options: argparse.Namespace) -> int:
    """Prints every version, the newest first, with who saved it and what it changed."""
    every = changing.history(Workspace(), _slug(options.name))
    lines: list[dict[str, Any]] = [
        {
            "version": newer.number,
            "saved_at": newer.saved_at.isoformat(timespec="seconds"),
            "saved_by": newer.saved_by,
            "restored": newer.restored,
            "changes": [_change_json(one, newer.profile.currency) for one in changing.between(older, newer)],
        }
        for newer, older in zip(every, [*every[1:], None], strict=True)
    ]
    if options.json:
        print_json(lines)
        return 0
    for line in lines:
        restored = f", restores {line['restored']}" if line["restored"] else ""
        print(f"{line['version']}\t{line['saved_at']}\t{line['saved_by'] or '—'}{restored}")
        for one in line["changes"]:
            print(f"  {_change_line(one)}")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Puts an earlier version in force again, as a new one, and prints which past figures moved."""
    workspace = Workspace()
    slug = _slug(options.name)
    seen = changing.restoring(workspace, slug, options.version)
    if not options.dry_run:
        changing.restore(workspace, slug, options.version, by=person())
    _print_preview(seen, workspace.namespace(slug).reader().profile, options, saved=not options.dry_run)
    return 0


def _slug(name: str) -> str:
    return Workspace().client(name).slug


def _print_preview(seen: Preview, profile: ClientProfile, options: argparse.Namespace, *, saved: bool) -> None:
    changes = [_change_json(one, profile.currency) for one in seen.changes]
    if options.json:
        print_json(
            {
                "saved": saved and bool(changes),
                "changes": changes,
                "months": [
                    {
                        "month": f"{month.month:%Y-%m}",
                        "given": month.given,
                        "before": {key: plain(month.before[key]) for key in month.moved},
                        "after": {key: plain(month.after[key]) for key in month.moved},
                    }
                    for month in (seen.effect.moved if seen.effect else ())
                ],
            }
        )
        return
    for line in _preview_lines(seen, changes):
        print(line)
    if not changes:
        print("Nothing differs. Nothing was saved.")
    elif saved:
        print(f"Saved the settings of {profile.name}.")
    else:
        print("Only tried out. Nothing was saved.")


def _preview_lines(seen: Preview, changes: Iterable[dict[str, Any]]) -> Iterable[str]:
    yield from map(_change_line, changes)
    if seen.effect is None:
        return
    yield ENGLISH.say(seen.effect.sentence)
    for month in seen.effect.moved:
        given = " (given to the owner)" if month.given else ""
        moved = ", ".join(
            f"{described(key).label} {_figure(month.before[key])} → {_figure(month.after[key])}" for key in month.moved
        )
        yield f"  {month.month:%Y-%m}{given}: {moved}"


def _figure(value: Any) -> str:
    return "—" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _change_json(change: Change, currency: str) -> dict[str, Any]:
    before, after = in_words(change, currency)
    return {
        "setting": change.setting,
        "before": ENGLISH.say(before),
        "after": ENGLISH.say(after),
        "since": change.since.isoformat() if change.since else None,
    }


def _change_line(change: dict[str, Any]) -> str:
    since = f", from {change['since']}" if change["since"] else ""
    return f"{SETTINGS[change['setting']].label}: {change['before']} → {change['after']}{since}"
