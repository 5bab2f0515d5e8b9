"""Prints the path of an nginx for the tests of docs/nginx.conf: one that is there, or Debian's package."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")


def there() -> str | None:
    """An nginx that is installed already, or the one SVERKA_NGINX names."""
    stated = os.environ.get("SVERKA_NGINX")
    if stated and Path(stated).exists():
        return stated
    return shutil.which("nginx") or next((place for place in PLACES if Path(place).exists()), None)


def installed() -> str | None:
    """Installs Debian's package, where this user may."""
    from find_browser import debian

    return debian("nginx") or there()


def main() -> int:
    """Tries both ways in turn; exit code 1 with one sentence where none gives an nginx."""
    path = there() or installed()
    if path:
        print(path)
        return 0
    print(
        "No nginx was found, and none could be installed. Install it (on Debian: apt install nginx) or name it in "
        "SVERKA_NGINX, and run the tests again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
