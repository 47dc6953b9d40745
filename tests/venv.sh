#!/bin/sh
# Make a virtual environment, or say in one line what is missing: Debian's python3 lacks venv until python3-venv is there.
python=$1
venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "make: $python is missing or older than 3.11; install Python 3.11 or newer, or set PYTHON=…" >&2; exit 1; }
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    else
        echo "make: $python has no venv; install it with: sudo apt-get install python3-venv" >&2; exit 1
    fi
fi
"$python" -m venv "$venv"
