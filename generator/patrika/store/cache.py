"""The build cache: what was parsed, by file, and what was written, by output folder. Safe to delete at any time.

One SQLite file. Rows are true whatever becomes of the build that wrote them, so a killed build parses nothing twice. A
stamp says what they depend on besides the files; another stamp, a damaged file or a failed read means: start anew.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from patrika.model.encoding import Digest
from patrika.store.output import FileState

NAME = "cache.db"
SCHEMA = 1
_TABLES = """
CREATE TABLE meta (k TEXT PRIMARY KEY, v BLOB NOT NULL);
CREATE TABLE source (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    ctime INTEGER NOT NULL, digest BLOB NOT NULL, reading BLOB NOT NULL, body BLOB NOT NULL
);
CREATE TABLE page (
    folder TEXT NOT NULL, path TEXT NOT NULL, key BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    digest BLOB NOT NULL, PRIMARY KEY (folder, path)
);
"""
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "page_size=8192")


CacheDamagedError = sqlite3.DatabaseError
"""Raised by any use of a cache whose file is damaged."""


class SourceRow(Struct, frozen=True, gc=False):
    """A file as it was when it was read: its state, its digest, and the row of what it held."""

    id: int
    size: int
    mtime_ns: int
    ctime_ns: int
    digest: Digest


class SourceEntry(Struct, frozen=True):
    """A file just read, to be kept. `reading` and `body` are canonical encodings."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    digest: Digest
    reading: bytes
    body: bytes


class PageRow(Struct, frozen=True, gc=False, array_like=True):
    """A file that stands in output/: the key of what it was made of, and its state."""

    key: Digest
    state: FileState


class Cache:
    """An open cache. Use `opened` to get one."""

    def __init__(self, connection: sqlite3.Connection, fresh: str) -> None:
        self._db = connection
        self.fresh = fresh
        """Why it was begun anew, in words; empty where it was not."""

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def sources(self) -> dict[str, SourceRow]:
        """Return every file known, by path."""
        rows = self._db.execute("SELECT path, id, size, mtime, ctime, digest FROM source")
        return {path: SourceRow(*rest) for path, *rest in rows}

    def readings(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and reading of every file known."""
        yield from self._db.execute("SELECT path, reading FROM source")

    def body(self, id: int) -> bytes:
        """Return the body of a file by its row."""
        found: bytes = self._db.execute("SELECT body FROM source WHERE id = ?", (id,)).fetchone()[0]
        return found

    def keep(self, entries: Iterable[SourceEntry]) -> None:
        """Keep what files held, at once: it is true whatever becomes of the build."""
        with self._db:
            self._db.executemany(
                "INSERT INTO source (path, size, mtime, ctime, digest, reading, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime = excluded.mtime,"
                " ctime = excluded.ctime, digest = excluded.digest, reading = excluded.reading, body = excluded.body",
                ((e.path, e.size, e.mtime_ns, e.ctime_ns, e.digest, e.reading, e.body) for e in entries),
            )

    def read_by(self, stamp: Digest) -> None:
        """Forget what files held if they were read by other settings than those of this stamp."""
        if self.meta("reading") != stamp:
            with self._db:
                self._db.execute("DELETE FROM source")
            self.keep_meta("reading", stamp)

    def touch(self, rows: Iterable[tuple[int, int, int]]) -> None:
        """Keep new times (mtime_ns, ctime_ns, row id) of files whose bytes are as they were."""
        with self._db:
            self._db.executemany("UPDATE source SET mtime = ?, ctime = ? WHERE id = ?", rows)

    def forget(self, paths: Sequence[str]) -> None:
        """Forget files that are no longer there."""
        with self._db:
            self._db.executemany("DELETE FROM source WHERE path = ?", ((path,) for path in paths))

    def pages(self, folder: str) -> dict[str, PageRow]:
        """Return the pages written into an output folder, by path."""
        rows = self._db.execute("SELECT path, key, size, mtime, digest FROM page WHERE folder = ?", (folder,))
        return {path: PageRow(key, FileState(size, mtime, digest)) for path, key, size, mtime, digest in rows}

    def drop_keys(self, folder: str, paths: Iterable[str]) -> None:
        """Forget pages whose files are about to move or go."""
        with self._db:
            rows = ((folder, path) for path in paths)
            self._db.executemany("DELETE FROM page WHERE folder = ? AND path = ?", rows)

    def keep_pages(self, folder: str, rows: Mapping[str, PageRow]) -> None:
        """Keep pages that stand in an output folder."""
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO page (folder, path, key, size, mtime, digest) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (folder, path, row.key, row.state.size, row.state.mtime_ns, row.state.digest)
                    for path, row in rows.items()
                ),
            )

    def meta(self, key: str) -> bytes:
        """Return a value kept under a name, empty where there is none."""
        row = self._db.execute("SELECT v FROM meta WHERE k = ?", (key,)).fetchone()
        return row[0] if row else b""

    def keep_meta(self, key: str, value: bytes) -> None:
        """Keep a value under a name."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO meta (k, v) VALUES (?, ?)", (key, value))


@contextmanager
def opened(folder: Path, stamp: Digest, anew: bool = False) -> Iterator[Cache]:
    """Give the cache in a folder, begun anew where that is wished, or there is none of this stamp, or it cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    if anew:
        _remove(file)
    connection, why = _open(file, stamp)
    try:
        yield Cache(connection, why)
    finally:
        connection.close()


def open_to_read(folder: Path) -> Cache:
    """Return the cache in a folder for a worker, which may only read: no connection crosses a fork."""
    uri = f"{(folder / NAME).resolve().as_uri()}?mode=ro"
    return Cache(sqlite3.connect(uri, uri=True), "")


def _open(file: Path, stamp: Digest) -> tuple[sqlite3.Connection, str]:
    why = ""
    if file.exists():
        try:
            connection = _connect(file)
        except CacheDamagedError as fault:
            why = f"the cache could not be read ({fault})"
        else:
            if _stamp_of(connection) == stamp:
                return connection, ""
            connection.close()
            why = "Patrika, Python or a library has changed, or the cache was damaged"
    _remove(file)
    connection = _connect(file)
    with connection:
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO meta (k, v) VALUES ('stamp', ?)", (stamp,))
    return connection, why


def _stamp_of(connection: sqlite3.Connection) -> Digest:
    try:
        row = connection.execute("SELECT v FROM meta WHERE k = 'stamp'").fetchone()
    except CacheDamagedError:
        return b""
    return row[0] if row else b""


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path = file.with_name(file.name + ending)
        if path.exists():
            os.remove(path)
