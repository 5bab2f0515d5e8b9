"""`python -m dashboard …`: the same verbs as on the screens, from a terminal."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # said here, before the import of anything that an older Python cannot parse
    sys.exit(f"Sverka needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. Nothing was changed.")

from dashboard.cli import main

sys.exit(main())
