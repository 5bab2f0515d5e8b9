"""Two clients who share the names of their campaigns and no figure, so that what leaks shows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from dashboard.access import people
from dashboard.workspace import Workspace
from sample_data.by_hand_files import FOLDER
from tests import workspaces

ALDER, BIRCH = "alder", "birch"
NAMES = {ALDER: "Alderwood Dental", BIRCH: "Birchfield Motors"}
FACTORS = {ALDER: 1, BIRCH: 1007}
ONLY = {ALDER: "Quillfeather", BIRCH: "Marrowgate"}
"""A word that stands in a campaign and a product of this client alone."""


OWNER = "owner@agency.example"


def marks(client: str) -> tuple[str, ...]:
    """What tells that a text is about this client."""
    return (NAMES[client], ONLY[client], f"/{client}", f'"{client}"', f"={client}")


def make(folder: Path) -> None:
    """Makes the workspace, with a fortnight of ads and orders of each client, for others to copy."""
    workspace = _begun(folder)
    for client in (ALDER, BIRCH):
        files = folder / "sent" / client
        files.mkdir(parents=True)
        (files / "ads.csv").write_bytes(ads(ONLY[client], FACTORS[client]))
        (files / "orders.csv").write_bytes(orders(ONLY[client], FACTORS[client]))
        workspaces.add_client(workspace, client, *sorted(files.iterdir()), name=NAMES[client])
    workspace.access.close()


def bare(folder: Path) -> Workspace:
    """The same two clients without data."""
    workspace = _begun(folder)
    for client in (ALDER, BIRCH):
        workspaces.add_client(workspace, client, name=NAMES[client])
    return workspace


def _begun(folder: Path) -> Workspace:
    workspace = Workspace(folder)
    people.add(workspace.access, email=OWNER, name="The owner", role="owner", by="test")
    return workspace


def ads(word: str, factor: int) -> bytes:
    """The export of ads with every amount multiplied, and one campaign renamed."""
    return _changed("meta-ads-en.csv", {"Amount spent (USD)": factor}, {"Smart Home": word})


def orders(word: str, factor: int) -> bytes:
    """The export of orders with every amount multiplied, and one product renamed."""
    amounts = dict.fromkeys(("Subtotal", "Total", "Lineitem price", "Refunded Amount", "Outstanding Balance"), factor)
    return _changed("shopify-orders.csv", amounts, {"Smart Bulb Set": word})


def _changed(file: str, amounts: dict[str, int], words: dict[str, str]) -> bytes:
    text = (FOLDER / file).read_text("utf-8-sig")
    for old, new in words.items():
        text = text.replace(old, new)
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        for name, factor in amounts.items():
            if row.get(name):
                row[name] = f"{float(row[name]) * factor:.2f}"
    written = io.StringIO()
    to = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    to.writeheader()
    to.writerows(rows)
    return written.getvalue().encode()
