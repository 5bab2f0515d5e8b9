"""Clients to measure with, in a workspace that is thrown away."""

from __future__ import annotations

import shutil

import sample_data
from benchmarks.exports import END
from dashboard import intake
from dashboard.access.clients import Client, Clients
from dashboard.domain.client import ClientProfile
from dashboard.warehouse.profile_json import load_settings
from dashboard.workspace import Workspace


def empty(workspace: Workspace, slug: str) -> str:
    """A client without data; gives its slug."""
    workspace.add_client(ClientProfile(slug, slug, "USD", "US", "America/New_York", "en"), by="benchmark")
    return slug


def shop(workspace: Workspace) -> str:
    """The sample's shop with 26 months of ads, calls, orders, plan and notes; gives its slug."""
    files = [file for file in sample_data.generate(workspace.root / "sample", END) if file.client == "harbor"]
    profile = ClientProfile(**{"slug": "harbor", **load_settings(sample_data.settings_of("harbor"))})
    workspace.add_client(profile, by="benchmark")
    for file in files:
        with intake.offered(workspace, "harbor", file.path) as offer:
            intake.accept(workspace, "harbor", offer, by="benchmark")
    return "harbor"


def copied(workspace: Workspace, slug: str, other: str) -> str:
    """A client with another one's data; gives its slug."""
    root = workspace.namespace(slug).root
    shutil.copytree(root, root.with_name(other))
    Clients(workspace.access).add(Client(slug=other, name=other), by="benchmark")
    return other
