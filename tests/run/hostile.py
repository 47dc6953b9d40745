"""Hostile places to build in: a small disk that fills up, real or pretended, and a user whom permissions bind.

Run as a module it is Patrika itself in such a place: `python -m tests.run.hostile PLACE … -- ARGUMENTS`.
"""

import ctypes
import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).parents[2]
PROGRESS = ("Reading files: ", "Printing pages: ")
BLOCK, PAGE = 4_096, 8_192
"""Bytes that the disk, and the cache on it, give out at once."""

SIZE, ENTRIES = 4 << 20, 400
_MOUNT = f'mount -t tmpfs -o size={SIZE},nr_inodes={ENTRIES} tmpfs "$1" && echo mounted && exec cat'


class Told(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    def complaint(self) -> str:
        """Return the one line that is more than progress, after making sure that it is one and is ours."""
        lines = [line for line in self.err.splitlines() if not line.startswith(PROGRESS)]
        assert len(lines) == 1, self.err
        assert lines[0].startswith("patrika: "), self.err
        return lines[0]


def patrika(*arguments: object, place: Sequence[object] = ("bound",), before: Sequence[str] = ()) -> Told:
    """Return how a command of Patrika ended in a process of its own, for a user whom permissions bind."""
    command = [*before, sys.executable, "-m", __name__, *map(str, place), "--", *map(str, arguments)]
    # The way into a disk that only its holder sees leads through another working folder.
    path = os.pathsep.join(filter(None, (str(REPOSITORY), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, timeout=60)
    return Told(done.returncode, done.stdout, done.stderr)


class MountedDisk:
    """A file system of its own, small and in memory. It is seen only from inside of a process that holds it."""

    def __init__(self, folder: Path, holder: int, enter: Sequence[str]) -> None:
        self.folder = folder
        """Where builds find it."""
        self.seen = Path(f"/proc/{holder}/root{folder}")
        """Where this process sees it."""
        self._enter = ("nsenter", f"--target={holder}", *enter, "--")

    def run(self, *arguments: object) -> Told:
        """Return how a command ended that finds the disk in its place."""
        return patrika(*arguments, before=self._enter)

    def leave(self, *, size: int = SIZE, entries: int = ENTRIES) -> None:
        """Leave no more room than this: bytes, and files or folders."""
        ballast = self.seen / "ballast"
        ballast.mkdir(exist_ok=True)
        for file in ballast.iterdir():
            file.unlink()
        for number in range(os.statvfs(self.seen).f_favail - entries):
            (ballast / str(number)).touch()
        free = os.statvfs(self.seen).f_bavail * BLOCK
        if free > size:
            last = ballast / "0"
            last.write_bytes(bytes(free - size))

    def make_read_only(self) -> None:
        """Let nothing be written any more."""
        remount = ("mount", "-o", "remount,bind,ro", str(self.folder))
        subprocess.run([*self._enter, *remount], check=True)


class PretendedDisk:
    """A folder whose builds are told that the disk is full: what remains where nothing may be mounted.

    Like a real one it fails without the name of a file. It is looked at whenever a file is opened to be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = self.seen = folder
        self._limits = SIZE, ENTRIES

    def run(self, *arguments: object) -> Told:
        """Return how a command ended that is told of no more room than was left."""
        return patrika(*arguments, place=("full", self.folder, *self._limits))

    def leave(self, *, size: int = SIZE, entries: int = ENTRIES) -> None:
        """Leave no more room than this: bytes, and files or folders."""
        used, there = _use_of(self.folder)
        self._limits = used + size, there + entries


Disk = MountedDisk | PretendedDisk


@contextmanager
def disk(kind: str, folder: Path) -> Iterator[Disk]:
    """Give a small disk in a folder, gone afterwards: `mounted` or `pretended`."""
    folder.mkdir()
    if kind == "pretended":
        yield PretendedDisk(folder)
        return
    with _mounted(folder) as real:
        assert real, "nothing can be mounted here"
        yield real


@cache
def can_mount() -> bool:
    """Return whether a file system can be mounted here, as root or in a user namespace."""
    if not which("nsenter"):
        return False
    with TemporaryDirectory() as folder, _mounted(Path(folder)) as real:
        return real is not None


def kinds_of_disks() -> list[str]:
    """Return the kinds that can be had here, for the names of tests: `make test` says so where it is not both."""
    return ["mounted", "pretended"] if can_mount() else ["pretended"]


@contextmanager
def _mounted(folder: Path) -> Iterator[MountedDisk | None]:
    """Give a disk that lives as long as a process that waits for the end of its input, None where there can be none."""
    for user, enter in (((), ()), (("--map-root-user",), ("--user", "--preserve-credentials"))):
        command = ["unshare", "--mount", *user, "sh", "-c", _MOUNT, "sh", str(folder)]
        try:
            holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            break
        with holder:
            assert holder.stdout
            if holder.stdout.readline():
                yield MountedDisk(folder, holder.pid, ("--mount", *enter))
                return
    yield None


def _use_of(folder: Path) -> tuple[int, int]:
    """Return the bytes, in whole blocks, and the number of all that lies in a folder."""
    sizes = [0 if path.is_dir() else path.lstat().st_size for path in folder.rglob("*")]
    return sum(-(-size // BLOCK) * BLOCK for size in sizes), len(sizes)


def bound() -> None:
    """Let permissions bind this process, also where it is root's: root without capabilities owns its files, no more."""
    if os.geteuid() == 0:
        version_and_process, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        assert ctypes.CDLL(None).capset(version_and_process, none) == 0


def full(place: str, size: str, entries: str) -> None:
    """Let this process write into a folder only until it holds so many bytes, or files and folders."""
    folder = Path(place)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "os.mkdir" or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            path = arguments[0]
            if isinstance(path, str | bytes) and (target := Path(os.fsdecode(path))).is_relative_to(folder):
                used, there = _use_of(folder)
                if there >= int(entries) and not target.exists():
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
                if event == "open" and used >= int(size):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def connect(file: Any, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = opening(file, *arguments, **options)
        if str(folder) in str(file):
            room = max(0, int(size) - _use_of(folder)[0])
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {max(1, pages + room // PAGE)}")
        return connection

    opening: Any = sqlite3.connect
    vars(sqlite3)["connect"] = connect
    sys.addaudithook(refuse)


if __name__ == "__main__":
    cut = sys.argv.index("--")
    if sys.argv[1] == "full":
        full(*sys.argv[2:cut])
    else:
        bound()
    sys.argv[1:] = sys.argv[cut + 1 :]
    from patrika.cli.main import main

    main()
