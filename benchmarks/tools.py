"""Peers brought here from the package indexes, each into a folder of its own under .tools/bench, once."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
TOOLS = REPOSITORY / ".tools" / "bench"


class NotHere(Exception):
    """A tool is not here and cannot be brought; its text says why."""


def python_packages(name: str, requirements: Sequence[str]) -> Path:
    """Return the bin/ folder of an environment that holds the packages; raise NotHere where that cannot be."""
    folder = TOOLS / name
    wanted = "\n".join((*requirements, ""))
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    venv = [sys.executable, "-m", "venv", str(folder)]
    _bring(folder, "requirements.txt", wanted, [venv, [*pip, *requirements]])
    return folder / "bin"


def node_packages(name: str, package_json: Path) -> Path:
    """Return the node_modules/ that a package.json asks for; raise NotHere where that cannot be."""
    folder = TOOLS / name
    npm = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel=error"]
    _bring(folder, "package.json", package_json.read_text("utf-8"), [npm])
    return folder / "node_modules"


def _bring(folder: Path, name: str, wanted: str, commands: Sequence[Sequence[str]]) -> None:
    """Fill a folder by commands, beside a file that says what is wanted; unless it was filled for the same wants before."""
    stamp = folder / ".ready"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / name).write_text(wanted, "utf-8")
    try:
        for command in commands:
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError as problem:
        raise NotHere(str(problem)) from None
    except subprocess.CalledProcessError as problem:
        last = next(_lines_backwards(problem.stderr or problem.stdout), "")
        raise NotHere(f"{Path(problem.cmd[0]).name} says: {last}") from None
    stamp.write_text(wanted, "utf-8")


def _lines_backwards(text: str) -> Iterator[str]:
    return (line.strip() for line in reversed(text.splitlines()) if line.strip())
