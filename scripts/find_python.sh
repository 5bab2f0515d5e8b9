#!/bin/sh
# Prints the first Python that Sverka runs on (3.11, 3.12 or 3.13), or says in one sentence what is missing.
for name in "$PYTHON" python3.13 python3.12 python3.11 python3 python; do
    [ -n "$name" ] || continue
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        echo "$name"
        exit 0
    fi
done
echo "Sverka needs Python 3.11, 3.12 or 3.13 with venv; found $(python3 --version 2>&1 || echo none)." \
    "Install one (on Debian: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python3.12. Nothing was changed." >&2
exit 1
