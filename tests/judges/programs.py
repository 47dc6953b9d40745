"""Where the judges lie that tests/needs.sh fetches from npm, and how one is run."""

import subprocess
import sys
from pathlib import Path

PACKAGES = Path(sys.prefix) / "judges" / "node_modules"


def package_file(path: str) -> Path:
    """Return a file of an installed package: `axe-core/axe.min.js`."""
    found = PACKAGES / path
    assert found.exists(), (
        f"{found} is not there: make test fetches it, and so does  sh tests/needs.sh {sys.executable}"
    )
    return found


def said(*command: str | Path, input: str = "") -> str:
    """Return what a judge prints, faults or none; raise AssertionError where it could not judge."""
    done = subprocess.run(command, input=input, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr or done.stdout
    return done.stdout + done.stderr
