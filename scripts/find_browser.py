"""Prints the path of a Chromium for the browser tests: one that is there, playwright's own, or Debian's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def there() -> str | None:
    """A browser that is installed already, or the one SVERKA_CHROMIUM names."""
    stated = os.environ.get("SVERKA_CHROMIUM")
    if stated and Path(stated).exists():
        return stated
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or playwrights()


def playwrights() -> str | None:
    """Playwright's own browser, where it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def download() -> str | None:
    """Lets playwright download its browser."""
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, check=False, timeout=600
    )
    return playwrights()


def debian(package: str = "chromium") -> str | None:
    """Installs Debian's package, where this user may."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", package]):
        subprocess.run([apt, *arguments], stdout=sys.stderr, check=False, timeout=900)
    return shutil.which(package)


def main() -> int:
    """Tries the three ways in turn; exit code 1 with one sentence where none gives a browser."""
    for way in (there, download, debian):
        path = way()
        if path:
            print(path)
            return 0
    print(
        "No Chromium was found, and none could be installed. Install one (on Debian: apt install chromium) or name it "
        "in SVERKA_CHROMIUM, and run the tests again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
