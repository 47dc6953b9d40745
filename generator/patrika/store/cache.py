"""The build cache: what was parsed, by file; the entries of the catalog, by stretch of time; what was written, by output
folder. Safe to delete at any time.

One SQLite file. Rows are true whatever becomes of the build that wrote them, so a killed build parses nothing twice. A
stamp says what they depend on besides the files; another stamp or a damaged file means: start anew. A disk that is full or
may not be written is no damage, and raises OSError.
"""

import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import DecodeError, Struct

from patrika.model.encoding import Digest
from patrika.store.naming import check_writable, database_files, naming_database

NAME = "cache.db"
_TABLES = """
CREATE TABLE meta (k TEXT PRIMARY KEY, v BLOB NOT NULL);
CREATE TABLE folder (path TEXT PRIMARY KEY, state BLOB NOT NULL, files BLOB NOT NULL);
CREATE TABLE text (id INTEGER PRIMARY KEY, path TEXT NOT NULL, source BLOB NOT NULL, story INTEGER NOT NULL,
    reading BLOB NOT NULL);
CREATE UNIQUE INDEX text_source ON text (source);
CREATE INDEX text_other ON text (id) WHERE story = 0;
CREATE TABLE body (id INTEGER PRIMARY KEY, html BLOB NOT NULL);
CREATE TABLE news (id INTEGER PRIMARY KEY);
CREATE TABLE volume (number INTEGER PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE derived (id INTEGER PRIMARY KEY, card BLOB NOT NULL, ties BLOB NOT NULL);
CREATE TABLE media (path TEXT PRIMARY KEY, state BLOB NOT NULL, media BLOB NOT NULL);
CREATE TABLE written (folder TEXT NOT NULL, chunk INTEGER NOT NULL, rows BLOB NOT NULL, tales BLOB NOT NULL,
    PRIMARY KEY (folder, chunk));
"""
_PRAGMAS = ("page_size=8192", "journal_mode=WAL", "synchronous=NORMAL")


CacheDamagedError = sqlite3.DatabaseError
"""Raised by any use of a cache whose file is damaged."""

DAMAGE = (CacheDamagedError, DecodeError)
"""What is raised where a cache is damaged that seemed whole when it was opened: it is safe to lose, so it is begun anew."""


class FolderRow(Struct, frozen=True, gc=False):
    """The texts of a folder as they were when they were read: `state` is empty where some were too young to be trusted."""

    state: Digest
    files: bytes


class TextEntry(Struct, frozen=True, gc=False):
    """A text just read, to be kept. `reading` and `body` are canonical encodings."""

    id: int
    path: str
    source: Digest
    """Of path and bytes."""
    is_story: bool
    reading: bytes
    body: bytes


class Cache:
    """An open cache. Use `opened` to get one."""

    def __init__(self, connection: sqlite3.Connection, fresh: str) -> None:
        self._db = connection
        self.fresh = fresh
        """Why it was begun anew, in words; empty where it was not."""

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def folders(self) -> dict[str, FolderRow]:
        """Return the folders known, by path."""
        return {path: FolderRow(*rest) for path, *rest in self._db.execute("SELECT path, state, files FROM folder")}

    def count(self) -> int:
        """Return how many texts are kept."""
        return self._one("SELECT count(*) FROM text")

    def next_id(self) -> int:
        """Return an id that no text has."""
        return self._one("SELECT coalesce(max(id), 0) + 1 FROM text")

    def find(self, source: Digest) -> int | None:
        """Return the id of the text that was read from a path and bytes, None where there is none."""
        row = self._db.execute("SELECT id FROM text WHERE source = ?", (source,)).fetchone()
        return row[0] if row else None

    def id_of(self, path: str) -> int | None:
        """Return the id of the text that was read from a path last, None where there is none."""
        row = self._db.execute("SELECT max(id) FROM text WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def keep(self, entries: Iterable[TextEntry]) -> None:
        """Keep what texts held, at once: it is true whatever becomes of the build."""
        found = list(entries)
        with self._db:
            self._db.executemany(
                "INSERT INTO text VALUES (?, ?, ?, ?, ?)",
                ((e.id, e.path, e.source, e.is_story, e.reading) for e in found),
            )
            self._db.executemany("INSERT INTO body VALUES (?, ?)", ((e.id, e.body) for e in found))
            self._db.executemany("INSERT OR IGNORE INTO news VALUES (?)", ((e.id,) for e in found))

    def settle(self, folders: Mapping[str, FolderRow], gone_folders: Iterable[str], gone: Iterable[int]) -> None:
        """Keep folders as they are now, and forget those that are gone, and the texts that are gone from them."""
        ids = [(id,) for id in gone]
        with self._db:
            rows = ((path, row.state, row.files) for path, row in folders.items())
            self._db.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", rows)
            self._db.executemany("DELETE FROM folder WHERE path = ?", ((path,) for path in gone_folders))
            self._forget(ids)

    def forget_all_but(self, held: Container[int]) -> None:
        """Forget all texts but those that are held."""
        with self._db:
            self._forget([row for row in self._db.execute("SELECT id FROM text").fetchall() if row[0] not in held])

    def _forget(self, ids: Sequence[tuple[int]]) -> None:
        self._db.executemany("INSERT OR IGNORE INTO news VALUES (?)", ids)
        self._db.executemany("DELETE FROM body WHERE id = ?", ids)
        self._db.executemany("DELETE FROM text WHERE id = ?", ids)

    def read_by(self, stamp: Digest) -> None:
        """Forget what texts held if they were read by other settings than those of this stamp."""
        if self.meta("reading") != stamp:
            with self._db:
                for table in ("folder", "text", "body", "news", "volume", "derived"):
                    self._db.execute(f"DELETE FROM {table}")
            self.keep_meta("reading", stamp)

    def name_by(self, stamp: Digest) -> None:
        """Forget entries if they were made by other settings than those of this stamp; nothing need be read again."""
        if self.meta("naming") != stamp:
            with self._db:
                self._db.execute("DELETE FROM volume")
                self._db.execute("DELETE FROM derived")
                self._db.execute("INSERT OR IGNORE INTO news SELECT id FROM text")
            self.keep_meta("naming", stamp)

    def others(self) -> Iterator[tuple[int, str, bytes]]:
        """Yield id, path and reading of each text that is no story, or that is at fault."""
        yield from self._db.execute("SELECT id, path, reading FROM text WHERE story = 0 ORDER BY path")

    def stories(self) -> Iterator[bytes]:
        """Yield the reading of each story."""
        for (reading,) in self._db.execute("SELECT reading FROM text WHERE story = 1"):
            yield reading

    def reading(self, id: int) -> bytes:
        """Return the reading of a text."""
        return self._blob("SELECT reading FROM text WHERE id = ?", id)

    def body(self, id: int) -> bytes:
        """Return the body of a text."""
        return self._blob("SELECT html FROM body WHERE id = ?", id)

    def news(self) -> tuple[set[int], list[int]]:
        """Return the ids of texts whose entries are not as the texts are now: all of them, and those that are stories."""
        ids = {id for (id,) in self._db.execute("SELECT id FROM news")}
        here = self._db.execute("SELECT news.id FROM news JOIN text USING (id) WHERE text.story = 1")
        return ids, [id for (id,) in here]

    def volumes(self) -> Iterator[tuple[int, bytes]]:
        """Yield the volumes of entries, by number."""
        yield from self._db.execute("SELECT number, entries FROM volume ORDER BY number")

    def keep_volumes(self, volumes: Mapping[int, bytes], told: Iterable[int]) -> None:
        """Keep volumes, forget those that are empty, and the news that they now tell."""
        with self._db:
            filled = [(number, entries) for number, entries in volumes.items() if entries]
            self._db.executemany("INSERT OR REPLACE INTO volume VALUES (?, ?)", filled)
            empty = [(number,) for number, entries in volumes.items() if not entries]
            self._db.executemany("DELETE FROM volume WHERE number = ?", empty)
            ids = [(id,) for id in told]
            self._db.executemany("DELETE FROM derived WHERE id = ? AND id NOT IN (SELECT id FROM text)", ids)
            self._db.executemany("DELETE FROM news WHERE id = ?", ids)

    def keep_derived(self, rows: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Keep cards and what fills bodies, by id of the story; a row is true only where an entry names its digests."""
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", rows)

    def card(self, id: int) -> bytes:
        """Return the card of a story."""
        return self._blob("SELECT card FROM derived WHERE id = ?", id)

    def ties(self, id: int) -> bytes:
        """Return what fills the body of a story."""
        return self._blob("SELECT ties FROM derived WHERE id = ?", id)

    def media(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield path, state and measure of the files that were measured before."""
        for path in paths:
            yield from self._db.execute("SELECT path, state, media FROM media WHERE path = ?", (path,))

    def keep_media(self, rows: Sequence[tuple[str, bytes, bytes]]) -> None:
        """Keep files as they were measured: path, state, measure."""
        if not rows:
            return
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO media VALUES (?, ?, ?)", rows)

    def written(self, folder: str) -> Iterator[tuple[int, bytes]]:
        """Yield what is kept of an output folder, by chunk."""
        yield from self._db.execute("SELECT chunk, rows FROM written WHERE folder = ?", (folder,))

    def written_chunk(self, folder: str, chunk: int) -> tuple[bytes, bytes]:
        """Return a chunk of what is kept of an output folder, and what is to be told of it, empty where there is none."""
        query = "SELECT rows, tales FROM written WHERE folder = ? AND chunk = ?"
        found: tuple[bytes, bytes] | None = self._db.execute(query, (folder, chunk)).fetchone()
        return found or (b"", b"")

    def keep_written(self, folder: str, chunks: Mapping[int, tuple[bytes, bytes]]) -> None:
        """Keep what is to be known of an output folder, and what is to be told of it."""
        with self._db:
            rows = ((folder, chunk, *content) for chunk, content in chunks.items())
            self._db.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?, ?)", rows)

    def meta(self, key: str) -> bytes:
        """Return a value kept under a name, empty where there is none."""
        row = self._db.execute("SELECT v FROM meta WHERE k = ?", (key,)).fetchone()
        return row[0] if row else b""

    def keep_meta(self, key: str, value: bytes) -> None:
        """Keep a value under a name."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO meta (k, v) VALUES (?, ?)", (key, value))

    def _one(self, query: str) -> int:
        found: int = self._db.execute(query).fetchone()[0]
        return found

    def _blob(self, query: str, id: int) -> bytes:
        found: bytes = self._db.execute(query, (id,)).fetchone()[0]
        return found


@contextmanager
def opened(folder: Path, stamp: Digest, anew: bool = False) -> Iterator[Cache]:
    """Give the cache in a folder, begun anew where that is wished, or there is none of this stamp, or it cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    if anew:
        _remove(file)
    connection, why = _open(file, stamp)
    try:
        with naming_database(file):
            yield Cache(connection, why)
    finally:
        connection.close()


def holds(folder: Path, stamp: Digest) -> bool:
    """Return whether there is a cache of this stamp in a folder. Nothing is changed."""
    if not (folder / NAME).is_file():
        return False
    try:
        with closing(open_to_read(folder)) as cache, naming_database(folder / NAME):
            return cache.meta("stamp") == stamp
    except CacheDamagedError:
        return False


def open_to_read(folder: Path) -> Cache:
    """Return the cache in a folder for a worker, which may only read: no connection crosses a fork."""
    file = (folder / NAME).resolve()
    with naming_database(file):
        return Cache(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True), "")


def _open(file: Path, stamp: Digest) -> tuple[sqlite3.Connection, str]:
    why = ""
    if file.exists():
        for path in database_files(file):
            # SQLite would open it to be read alone, and say so when there is something to be kept.
            check_writable(path)
        try:
            connection = _connect(file)
        except CacheDamagedError as fault:
            why = f"the cache could not be read ({fault})"
        else:
            if _stamp_of(connection, file) == stamp:
                return connection, ""
            connection.close()
            why = "Patrika, Python or a library has changed, or the cache was damaged"
    _remove(file)
    try:
        return _begin(file, stamp), why
    except OSError:
        # Half a cache would pass for a damaged one.
        _remove(file)
        raise


def _begin(file: Path, stamp: Digest) -> sqlite3.Connection:
    connection = _connect(file)
    try:
        with naming_database(file), connection:
            connection.executescript(_TABLES)
            connection.execute("INSERT INTO meta (k, v) VALUES ('stamp', ?)", (stamp,))
    except OSError:
        connection.close()
        raise
    return connection


def _connect(file: Path) -> sqlite3.Connection:
    with naming_database(file):
        connection = sqlite3.connect(file)
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection


def _stamp_of(connection: sqlite3.Connection, file: Path) -> Digest:
    try:
        with naming_database(file):
            row = connection.execute("SELECT v FROM meta WHERE k = 'stamp'").fetchone()
    except OSError:
        connection.close()
        raise
    except CacheDamagedError:
        return b""
    return row[0] if row else b""


def _remove(file: Path) -> None:
    for path in database_files(file):
        if path.exists():
            os.remove(path)
