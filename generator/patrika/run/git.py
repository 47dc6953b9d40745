"""Git asked what a file was: by its command line, where there is one and the site is kept in it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

MOST = 50
"""Commits of a file that are looked at."""

PATIENCE_S = 10
"""A history so large that git takes longer is not waited for."""

_SAFE = ("-c", "log.showSignature=false", "-c", "core.quotePath=false", "--literal-pathspecs", "--no-pager")


class Past(Struct, frozen=True):
    """A file as a commit has it."""

    commit: str
    moment: int
    """UTC seconds of the commit."""
    content: bytes


def past_of(path: str, root: Path) -> tuple[Past, ...]:
    """Return a file as its last commits have it, newest first, also under older names; nothing where git does not know it,
    is not there, or takes too long. `path` is from the site's root."""
    log = ("log", "--follow", "--name-only", f"--max-count={MOST}", "--format=%x00%H %ct", "--", path)
    commits = [*_commits(_ask(log, root).decode("utf-8", "replace"))]
    wanted = "".join(f"{commit}:{name}\n" for commit, _, name in commits)
    answer = _ask(("cat-file", "--batch"), root, wanted.encode()) if commits else b""
    return tuple(
        Past(commit, moment, content) for (commit, moment, _), content in zip(commits, _blobs(answer), strict=False)
    )


def _ask(arguments: tuple[str, ...], root: Path, said: bytes = b"") -> bytes:
    command = ("git", *_SAFE, *arguments)
    try:
        done = subprocess.run(command, cwd=root, input=said, capture_output=True, timeout=PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _commits(log: str) -> Iterator[tuple[str, int, str]]:
    """Yield commits with their instants, and the file's name in each from the repository's root."""
    for entry in log.split("\0")[1:]:
        head, _, rest = entry.partition("\n")
        name = rest.strip("\n")
        # A name that git quotes has signs that no file of a site has; one that was deleted has no bytes.
        if name and not name.startswith('"'):
            commit, _, moment = head.partition(" ")
            yield commit, int(moment), name


def _blobs(batch: bytes) -> Iterator[bytes]:
    """Yield what `cat-file --batch` printed, in its order; nothing of what is missing."""
    at = 0
    while (end := batch.find(b"\n", at)) >= 0:
        head = batch[at:end].split(b" ")
        if head[-1] == b"missing":
            yield b""
            at = end + 1
        else:
            size = int(head[-1])
            yield batch[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
