"""The ledger: which files of an output folder are ours, so that nothing else is ever removed."""

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from msgspec import MsgspecError, Struct, json

from patrika.store.naming import naming

MARKER = ".patrika-site"
"""A file in output/ that names the site whose output it is."""


class Ledger(Struct, frozen=True):
    """What a ledger holds: the output folder, for those who read it, and the files, sorted."""

    output: str
    files: list[str]


_LEDGERS = json.Decoder(Ledger)


def output_name(cache: Path, output: Path) -> str:
    """Return what an output folder is called in a cache: its way from there, which is the same where both are copied."""
    try:
        return Path(os.path.relpath(output.resolve(), cache.resolve())).as_posix()
    except ValueError:  # Another drive.
        return output.resolve().as_posix()


def ledger_file(cache: Path, output: Path) -> Path:
    """Return where the ledger of an output folder is kept."""
    name = blake2b(os.fsencode(output_name(cache, output)), digest_size=8).hexdigest()
    return cache / "outputs" / f"{name}.json"


def read_ledger(cache: Path, output: Path, site: str) -> frozenset[str]:
    """Return the files of `output` that are ours, by path with `/`.

    Without a ledger the whole folder counts as ours if our marker for this site lies in it, else nothing does.
    """
    try:
        files = _LEDGERS.decode(ledger_file(cache, output).read_bytes()).files
        leading_out = [path for path in files if ".." in path or path.startswith("/")]
        return frozenset(files).difference(path for path in leading_out if not _is_inside(path))
    except (OSError, MsgspecError):
        return frozenset(all_files(output)) if marked_for(output) == site else frozenset()


def marked_for(output: Path) -> str:
    """Return the site that the marker in `output` names, empty where there is none."""
    try:
        return (output / MARKER).read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def write_ledger(cache: Path, output: Path, files: Iterable[str]) -> None:
    """Keep the list of our files; nothing is written where it is the same."""
    file = ledger_file(cache, output)
    content = json.encode(Ledger(str(output.resolve()), sorted(files)))
    if file.exists() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    with naming(fresh):
        fresh.write_bytes(content)
    os.replace(fresh, file)


def all_files(output: Path) -> list[str]:
    """Return all files of a folder by path with `/`, but those with a name that begins with a dot."""
    found = []
    for folder, folders, names in os.walk(output):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inner = os.path.relpath(folder, output).replace(os.sep, "/")
        prefix = "" if inner == "." else inner + "/"
        found += [prefix + name for name in names if not name.startswith(".")]
    return found


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")
