#!/bin/sh
# Makes .venv from a requirements file, or brings it up to date; a finished state is marked, a half-made one is not.
# Usage: scripts/make_venv.sh requirements.txt
set -eu
requirements=$1
mark=.venv/.$(basename "$requirements" .txt)-installed
if [ -x .venv/bin/python ] && [ -e "$mark" ] && [ "$mark" -nt "$requirements" ] && [ "$mark" -nt requirements.txt ] \
    && [ "$mark" -nt constraints.txt ]; then
    exit 0
fi
if ! { [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    python=$(scripts/find_python.sh)
    echo "Making .venv with $("$python" --version)" >&2
    "$python" -m venv --clear .venv || { echo "The folder $(pwd) cannot be written, so .venv was not made." >&2; exit 1; }
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements"
touch "$mark"
