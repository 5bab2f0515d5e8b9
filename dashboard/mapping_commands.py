"""What `python -m dashboard mapping …` does."""

from __future__ import annotations

import argparse
import json
import sys

from dashboard import mappings
from dashboard.ingest.mapping_toml import mapping_text, parsed
from dashboard.terminal import person
from dashboard.workspace import Workspace


def listed(options: argparse.Namespace) -> int:
    """Lists the client's mappings."""
    known = mappings.saved(Workspace(), options.client)
    if options.json:
        told = [
            {
                "name": one.name,
                "kind": parsed(one.contents, one.name).kind.value,
                "version": one.version,
                "saved_at": one.saved_at.isoformat(timespec="seconds"),
                "saved_by": one.saved_by,
            }
            for one in known
        ]
        json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for one in known:
            kind = parsed(one.contents, one.name).kind.value
            print(f"{one.name}\t{kind}\tversion {one.version}\t{one.saved_at:%Y-%m-%d %H:%M}\t{one.saved_by}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Prints a mapping as the TOML that was saved, word for word."""
    sys.stdout.write(mappings.named(Workspace(), options.client, options.name).contents)
    return 0


def save(options: argparse.Namespace) -> int:
    """Keeps a mapping from a TOML file, as a new one or as the next version of the one of that name."""
    kept = mappings.save(Workspace(), options.client, options.name, mapping_text(options.file), by=person())
    print(f"Saved “{kept.name}”, version {kept.version}.")
    return 0


def remove(options: argparse.Namespace) -> int:
    """Takes a mapping out of use."""
    mappings.remove(Workspace(), options.client, options.name, by=person())
    print(f"Removed “{options.name}”. Its versions stay on record, and what was imported by it stays as it is.")
    return 0
